"""The JSON of a reply, as scripts rely on it."""

from quickdesk.commands.replies.to_json import hit_to_json, snippet_to_json
from quickdesk.replies.snippet import Snippet
from quickdesk.search.hit import Hit, Span

REFUND = Snippet("a1", "退款😀进度", "文", "tk", ("售后", "退款"), ("常用",), "问主管", ("几天到账",))


def test_a_snippet_is_a_hit_that_nothing_was_searched_for() -> None:
    shape = snippet_to_json(REFUND)
    assert shape == {
        "id": "a1",
        "code": "tk",
        "title": "退款😀进度",
        "body": "文",
        "folder": "售后/退款",
        "tags": ["常用"],
        "remark": "问主管",
        "asks": ["几天到账"],
        "score": 0.0,
        "spans": [],
    }
    assert list(hit_to_json(Hit(REFUND, 1.0))) == list(shape)


def test_spans_keep_their_utf16_units() -> None:
    shape = hit_to_json(Hit(REFUND, 12.34567, (Span("title", 4, 2),)))
    assert shape["score"] == 12.346
    assert shape["spans"] == [{"field": "title", "start": 4, "length": 2}]
