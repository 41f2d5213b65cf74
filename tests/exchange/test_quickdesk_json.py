import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quickdesk.exchange.parsed import (
    MAX_BRACKETS,
    ExchangeError,
    ExchangeReason,
    ImportRecord,
    Place,
    RefusalReason,
    RefusedRecord,
)
from quickdesk.exchange.quickdesk_json import VERSION, begins_like_json, is_json, read_json, write_json
from quickdesk.replies.snippet import Snippet
from tests.exchange.records import record

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
parts = st.lists(texts, max_size=3).map(tuple)
snippets = st.lists(st.builds(Snippet, texts, texts, texts, texts, parts, parts, texts, parts), max_size=5)


@given(snippets)
@settings(max_examples=100)
def test_what_was_exported_is_read_back_ids_too(library: list[Snippet]) -> None:
    back = [
        one.snippet
        for one in read_json("a.json", write_json(library).decode())
        if isinstance(one, ImportRecord)
    ]
    assert back == library


def file(*entries: object, **head: object) -> str:
    return json.dumps({"format": "quickdesk", "version": VERSION, "snippets": entries} | head)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('{"format": "quickdesk", "snip', ExchangeReason.BROKEN_JSON),
        ("{", ExchangeReason.BROKEN_JSON),
        ("[" * 100_000, ExchangeReason.BROKEN_JSON),
        ("[" + "9" * 10_000 + "]", ExchangeReason.BROKEN_JSON),
        ("[]", ExchangeReason.FOREIGN_JSON),
        ('{"combos": []}', ExchangeReason.FOREIGN_JSON),
        (file(version="1"), ExchangeReason.FOREIGN_JSON),
        (file(version=True), ExchangeReason.FOREIGN_JSON),
        (file(version=0), ExchangeReason.FOREIGN_JSON),
        (file(snippets={}), ExchangeReason.FOREIGN_JSON),
        (file(version=VERSION + 1), ExchangeReason.NEWER_VERSION),
        (file()[:-1], ExchangeReason.BROKEN_JSON),
        (file() + "x", ExchangeReason.BROKEN_JSON),
        (file({"title": "t"})[:-2], ExchangeReason.BROKEN_JSON),
        (file(1, 2).replace(", 2", " 2"), ExchangeReason.BROKEN_JSON),
        (file(1, 2).replace("2]", "]"), ExchangeReason.BROKEN_JSON),
        (file(1).replace("1]", "9" * 10_000 + "]"), ExchangeReason.BROKEN_JSON),
        (file(1).replace("[1]", "[" * 100_000), ExchangeReason.BROKEN_JSON),
        (file(1)[:-1] + ', "snippets": {}}', ExchangeReason.FOREIGN_JSON),
        (file(1)[:-1] + ', "version": 9}', ExchangeReason.FOREIGN_JSON),
        (file(1).replace("1]", "[]," * MAX_BRACKETS + "1]"), ExchangeReason.TOO_MANY_BRACKETS),
        ("[" + "{}," * MAX_BRACKETS, ExchangeReason.TOO_MANY_BRACKETS),
    ],
)
def test_files_that_cannot_be_read_completely_are_refused(text: str, reason: ExchangeReason) -> None:
    with pytest.raises(ExchangeError) as caught:
        list(read_json("a.json", text))
    assert caught.value.reason is reason


def test_an_entry_of_the_wrong_type_is_refused_alone() -> None:
    good = {"title": "t", "body": "b", "folder": "a/b", "later": 1}
    found = list(read_json("a.json", file(1, {"title": "x", "body": 2}, {"tags": [1]}, good)))
    assert found == [
        RefusedRecord(RefusalReason.WRONG_TYPE, Place("a.json", row=1)),
        RefusedRecord(RefusalReason.WRONG_TYPE, Place("a.json", row=2), "x"),
        RefusedRecord(RefusalReason.WRONG_TYPE, Place("a.json", row=3)),
        record("t", "b", Place("a.json", row=4), folder=("a", "b")),
    ]


def test_json_is_recognized_by_its_beginning_even_if_truncated() -> None:
    assert begins_like_json(' {\n "form')
    assert not begins_like_json("{名}您好")
    assert is_json("[1]")
    assert not is_json("[1")
    assert not is_json("1")


@given(st.lists(st.none() | st.integers() | texts | st.lists(texts)), st.sampled_from([None, 1, "  "]))
def test_parsing_entry_by_entry_equals_parsing_at_once(
    entries: list[object], indent: int | str | None
) -> None:
    own = json.dumps(
        {"format": "quickdesk", "version": VERSION, "snippets": entries, "later": [1]}, indent=indent
    )
    others = json.dumps({"later": [1], "format": "quickdesk", "version": VERSION, "snippets": entries})
    assert list(read_json("a.json", own)) == list(read_json("a.json", others))


def test_our_own_export_is_parsed_entry_by_entry() -> None:
    """The text after an entry is not parsed before it, so that other threads can run in between."""
    found = read_json("a.json", file({"title": "t", "body": "b"}, 1)[:-4])
    assert next(found) == record("t", "b", Place("a.json", row=1))


def test_invalid_json_is_reported_with_its_line() -> None:
    text = write_json([Snippet("1", "t", "b"), Snippet("2", "u", "c")]).decode().replace('"u"', "u")
    with pytest.raises(ExchangeError) as caught:
        list(read_json("a.json", text))
    assert caught.value.place.line == 3
