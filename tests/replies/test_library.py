from dataclasses import replace

import pytest

from quickdesk.replies.library import (
    Flaw,
    SnippetFlaw,
    check,
    most,
    named_by,
    tidied,
)
from quickdesk.replies.snippet import FIELD, Snippet
from quickdesk.replies.template import TemplateFlaw

MAX_TITLE = FIELD["title"].limit
MAX_FOLDER_DEPTH, MAX_TAGS = FIELD["folder"].max_parts, FIELD["tags"].max_parts
SOUND = Snippet("a1", "退款说明", "您好{名}\n\t谢谢 😀", "tk", ("售后", "退款"), ("常用",))


def test_a_sound_snippet_has_no_flaws() -> None:
    assert check(SOUND) == ()
    assert check(Snippet("a", "t", "b")) == ()


@pytest.mark.parametrize(
    ("change", "flaw"),
    [
        ({"id": ""}, Flaw("id", SnippetFlaw.EMPTY)),
        ({"title": " \u3000"}, Flaw("title", SnippetFlaw.EMPTY)),
        ({"title": "x" * (MAX_TITLE + 2)}, Flaw("title", SnippetFlaw.TOO_LONG, MAX_TITLE, 2)),
        ({"title": "a\nb"}, Flaw("title", SnippetFlaw.UNUSABLE_CHARACTER, 1, 1)),
        ({"title": "a\u2028b"}, Flaw("title", SnippetFlaw.UNUSABLE_CHARACTER, 1, 1)),
        ({"body": "\n "}, Flaw("body", SnippetFlaw.EMPTY, 0, 2)),
        ({"body": "{光标}"}, Flaw("body", SnippetFlaw.EMPTY, 0, 4)),
        ({"body": "ab\x00c"}, Flaw("body", SnippetFlaw.UNUSABLE_CHARACTER, 2, 1)),
        ({"body": "ab\ud83dc"}, Flaw("body", SnippetFlaw.UNUSABLE_CHARACTER, 2, 1)),
        ({"body": "a\x1b[0m"}, Flaw("body", SnippetFlaw.UNUSABLE_CHARACTER, 1, 1)),
        ({"body": "ab{c"}, Flaw("body", SnippetFlaw.NOT_A_TEMPLATE, 2, 2, TemplateFlaw.UNCLOSED)),
        ({"code": "a\tb"}, Flaw("code", SnippetFlaw.UNUSABLE_CHARACTER, 1, 1)),
        ({"folder": ("a", "b/c")}, Flaw("folder", SnippetFlaw.UNUSABLE_CHARACTER, 1, 1)),
        ({"folder": ("a", "")}, Flaw("folder", SnippetFlaw.EMPTY, 1, 1)),
        (
            {"folder": ("a",) * (MAX_FOLDER_DEPTH + 1)},
            Flaw("folder", SnippetFlaw.TOO_MANY, MAX_FOLDER_DEPTH, 1),
        ),
        ({"tags": ("x" * 61,)}, Flaw("tags", SnippetFlaw.TOO_LONG, 0, 1)),
        ({"tags": ("x",) * (MAX_TAGS + 1)}, Flaw("tags", SnippetFlaw.TOO_MANY, MAX_TAGS, 1)),
    ],
)
def test_a_flaw_has_a_field_and_position(change: dict[str, object], flaw: Flaw) -> None:
    assert check(replace(SOUND, **change)) == (flaw,)  # type: ignore[arg-type]


def test_a_body_of_only_fields_says_something() -> None:
    assert check(replace(SOUND, body="{剪贴板}")) == ()


def test_all_flaws_are_returned() -> None:
    assert {flaw.field for flaw in check(Snippet("a", "", "{"))} == {"title", "body"}


def test_tidying_takes_only_what_was_typed_by_accident() -> None:
    messy = Snippet("a", " t ", "\r\n a\rb ", " c ", (" x ", ""), ("y", " y", " "))
    assert tidied(messy) == Snippet("a", "t", "\n a\nb ", "c", ("x",), ("y",))


def test_an_id_or_its_beginning_names_a_snippet() -> None:
    library = [replace(SOUND, id=name) for name in ("ab", "abc", "xy")]
    assert [found.id for found in named_by("ab", library)] == ["ab"]
    assert [found.id for found in named_by("x", library)] == ["xy"]
    assert [found.id for found in named_by("a", library)] == ["ab", "abc"]
    assert named_by("q", library) == ()
    assert named_by("", library) == ()


def test_all_flaws_of_a_body_are_returned() -> None:
    assert [flaw.position for flaw in check(replace(SOUND, body="}\n{a"))] == [0, 2]


def test_a_code_names_its_reply_unless_an_id_does() -> None:
    refund = Snippet("abc", "退款", "x", "TK")
    other = Snippet("tk", "别的", "x", "zz")
    third = Snippet("tkx", "第三", "x", "ab")
    assert named_by("tk", [refund, other, third]) == (other,), "a whole id comes first"
    assert named_by("Tk", [refund, third]) == (refund,), "then a code, capitals or not"
    assert named_by("ab", [refund, third]) == (third,), "then the beginning of an id"
    assert named_by("TK", [refund, replace(third, code="tk")]) == (refund, replace(third, code="tk"))


def test_only_what_has_a_limit_names_one() -> None:
    assert most("title", "too-long") == MAX_TITLE
    assert most("title", "empty") is None
