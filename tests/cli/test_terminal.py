"""Texts have the width that a terminal gives them, and nothing in them moves its cursor."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quickdesk.cli.terminal import fixed_width, one_line, truncate, truncate_start, width, wrapped

TEXTS = st.text(alphabet="a退é́😀\u200d （，）“.\u202e\x1b", max_size=30)


def columns(text: str) -> int:
    return sum(
        0
        if unicodedata.category(each) in ("Mn", "Me", "Cf")
        else 1 + (unicodedata.east_asian_width(each) in "WF")
        for each in text
    )


@given(TEXTS, st.integers(2, 12))
def test_a_cell_has_its_width_whatever_its_text(text: str, size: int) -> None:
    shown = fixed_width(text, size)
    assert columns(shown) == width(shown) == size
    assert shown.rstrip() == text.rstrip() or "…" in shown


@given(TEXTS, st.integers(1, 12))
def test_what_is_cut_keeps_its_beginning_or_its_end(text: str, size: int) -> None:
    assert max(width(truncate(text, size)), width(truncate_start(text, size))) <= size
    assert text.startswith(truncate(text, size).removesuffix("…"))
    assert text.endswith(truncate_start(text, size).removeprefix("…"))


@given(TEXTS, st.integers(4, 12))
def test_a_wrapped_text_is_whole_and_only_an_unbreakable_piece_is_longer(text: str, size: int) -> None:
    lines = wrapped(text, size)
    assert "".join("".join(lines).split()) == "".join(text.split())
    for line in lines:
        assert width(line) <= size or len(wrapped(line, 1)) <= 2


def test_lines_break_beside_han_and_no_line_begins_with_punctuation() -> None:
    text = "数据文件夹（默认：QUICKDESK_HOME，否则用户自己的）"
    assert wrapped(text, 24) == ["数据文件夹（默认：", "QUICKDESK_HOME，否则用户", "自己的）"]
    assert wrapped("show at most N replies", 10) == ["show at", "most N", "replies"]
    assert wrapped("", 10) == [""]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\tb\r\n c", "a b c"),
        ("\x1b[31mred\x07", r"\x1b[31mred\x07"),
        ("\u202eabc", r"\u202eabc"),
    ],
)
def test_what_a_terminal_would_obey_is_shown_as_its_number(text: str, shown: str) -> None:
    assert one_line(text) == shown
