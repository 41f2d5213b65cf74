import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quickdesk.exchange.text_cleanup import (
    collapse_whitespace,
    escape_invalid_braces,
    folder_name,
    title_of_body,
)
from quickdesk.replies.template import parse


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("您好{名}", "您好{名}"),
        ("满减{%50%}，{名}", "满减{{%50%}}，{名}"),
        ("{", "{{"),
        ("a}b", "a}}b"),
        ("{a}}", "{a}}}"),
        ("{a{b}}", "{{a{b}}}"),
        ("{}", "{{}}"),
        ("{名\n}", "{{名\n}}"),
        ("}" * 201, "}" * 202),
        ("a}" * 60, "a}}" * 60),
    ],
)
def test_only_braces_that_are_not_fields_are_doubled(body: str, expected: str) -> None:
    assert escape_invalid_braces(body) == expected


@given(st.text(st.sampled_from("a甲{}:|\n%"), max_size=60))
@settings(max_examples=100)
def test_a_repaired_body_is_a_template(body: str) -> None:
    parse(escape_invalid_braces(body))


def test_bodies_that_cannot_be_repaired_are_unchanged() -> None:
    assert escape_invalid_braces("{a}" * 300) == "{a}" * 300


def test_titles_and_folders_are_one_line() -> None:
    assert collapse_whitespace(" a\n\u3000b ") == "a b"
    assert folder_name("淘宝/天猫") == "淘宝／天猫"


def test_a_title_is_the_beginning_of_the_reply() -> None:
    assert title_of_body("\n 您好 \n再见") == "您好"
    assert title_of_body("字" * 50) == "字" * 30 + "…"
    assert title_of_body(" \n") == ""
