from dataclasses import replace

import pytest

from quickdesk.replies.snippet import FIELD, Snippet
from quickdesk.replies.template import TemplateFlaw
from quickdesk.replies.validation import FlawKind, SnippetFlaw, check, limit_of, normalized

MAX_TITLE = FIELD["title"].limit
MAX_FOLDER_DEPTH, MAX_TAGS = FIELD["folder"].max_parts, FIELD["tags"].max_parts
SOUND = Snippet(
    "a1",
    "退款说明",
    "您好{名}\n\t谢谢 😀",
    "tk",
    ("售后", "退款"),
    ("常用",),
    "先问主管\n\t再发 {不是填空",
    ("几天到账{", "钱退了吗"),
)


def test_a_valid_snippet_has_no_flaws() -> None:
    assert check(SOUND) == ()
    assert check(Snippet("a", "t", "b")) == ()


@pytest.mark.parametrize(
    ("change", "flaw"),
    [
        ({"id": ""}, SnippetFlaw("id", FlawKind.EMPTY)),
        ({"title": " \u3000"}, SnippetFlaw("title", FlawKind.EMPTY)),
        ({"title": "x" * (MAX_TITLE + 2)}, SnippetFlaw("title", FlawKind.TOO_LONG, MAX_TITLE, 2)),
        ({"title": "a\nb"}, SnippetFlaw("title", FlawKind.UNUSABLE_CHARACTER, 1, 1)),
        ({"title": "a\u2028b"}, SnippetFlaw("title", FlawKind.UNUSABLE_CHARACTER, 1, 1)),
        ({"body": "\n "}, SnippetFlaw("body", FlawKind.EMPTY, 0, 2)),
        ({"body": "{光标}"}, SnippetFlaw("body", FlawKind.EMPTY, 0, 4)),
        ({"body": "ab\x00c"}, SnippetFlaw("body", FlawKind.UNUSABLE_CHARACTER, 2, 1)),
        ({"body": "ab\ud83dc"}, SnippetFlaw("body", FlawKind.UNUSABLE_CHARACTER, 2, 1)),
        ({"body": "a\x1b[0m"}, SnippetFlaw("body", FlawKind.UNUSABLE_CHARACTER, 1, 1)),
        ({"body": "ab{c"}, SnippetFlaw("body", FlawKind.NOT_A_TEMPLATE, 2, 2, TemplateFlaw.UNCLOSED)),
        ({"code": "a\tb"}, SnippetFlaw("code", FlawKind.UNUSABLE_CHARACTER, 1, 1)),
        ({"folder": ("a", "b/c")}, SnippetFlaw("folder", FlawKind.UNUSABLE_CHARACTER, 1, 1)),
        ({"folder": ("a", "")}, SnippetFlaw("folder", FlawKind.EMPTY, 1, 1)),
        (
            {"folder": ("a",) * (MAX_FOLDER_DEPTH + 1)},
            SnippetFlaw("folder", FlawKind.TOO_MANY, MAX_FOLDER_DEPTH, 1),
        ),
        ({"tags": ("x" * 61,)}, SnippetFlaw("tags", FlawKind.TOO_LONG, 0, 1)),
        ({"remark": "x" * 2_001}, SnippetFlaw("remark", FlawKind.TOO_LONG, 2_000, 1)),
        ({"remark": "a\x07"}, SnippetFlaw("remark", FlawKind.UNUSABLE_CHARACTER, 1, 1)),
        ({"asks": ("x" * 200, "x" * 201)}, SnippetFlaw("asks", FlawKind.TOO_LONG, 1, 1)),
        ({"asks": ("a\nb",)}, SnippetFlaw("asks", FlawKind.UNUSABLE_CHARACTER, 0, 1)),
        ({"asks": tuple(map(str, range(10_000)))}, SnippetFlaw("asks", FlawKind.TOO_MANY, 200, 9_800)),
        ({"tags": ("x",) * (MAX_TAGS + 1)}, SnippetFlaw("tags", FlawKind.TOO_MANY, MAX_TAGS, 1)),
    ],
)
def test_a_flaw_has_a_field_and_position(change: dict[str, object], flaw: SnippetFlaw) -> None:
    assert check(replace(SOUND, **change)) == (flaw,)  # type: ignore[arg-type]


def test_a_body_with_only_a_field_is_not_empty() -> None:
    assert check(replace(SOUND, body="{剪贴板}")) == ()


def test_all_flaws_are_returned() -> None:
    assert {flaw.field for flaw in check(Snippet("a", "", "{"))} == {"title", "body"}


def test_normalizing_changes_only_accidental_whitespace() -> None:
    messy = Snippet("a", " t ", "\r\n a\rb ", " c ", (" x ", ""), ("y", " y", " "), "\r\n r\rs ", (" q", "q"))
    assert normalized(messy) == Snippet("a", "t", "\n a\nb ", "c", ("x",), ("y",), "r\ns", ("q",))


def test_no_more_parts_are_examined_than_a_reply_may_have() -> None:
    assert len(check(replace(SOUND, asks=("",) * 1_000_000))) == FIELD["asks"].max_parts + 1


def test_all_flaws_of_a_body_are_returned() -> None:
    assert [flaw.position for flaw in check(replace(SOUND, body="}\n{a"))] == [0, 2]


def test_limits_are_returned_only_for_flaws_that_have_one() -> None:
    assert limit_of("title", "too-long") == MAX_TITLE
    assert limit_of("title", "empty") is None
