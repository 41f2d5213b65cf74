from hypothesis import given, settings
from hypothesis import strategies as st

from quickdesk.ui.qt_text import displayable, inline_text, to_index, to_units

_TEXTS = st.text(alphabet=st.sampled_from("a退😀\U0002000b\ud83d\ude00 "), max_size=20)


@given(_TEXTS, st.integers(0, 20))
@settings(max_examples=100)
def test_a_position_there_and_back_is_the_same(text: str, index: int) -> None:
    index = min(index, len(text))
    assert to_index(text, to_units(text, index)) == index


@given(_TEXTS, st.integers(0, 60))
@settings(max_examples=100)
def test_any_position_falls_within_the_text(text: str, units: int) -> None:
    assert 0 <= to_index(text, units) <= len(text)


@given(_TEXTS)
@settings(max_examples=50)
def test_lone_surrogates_are_replaced_at_their_positions(text: str) -> None:
    shown = displayable(text)
    shown.encode("utf-8")
    assert len(shown) == len(text)


def test_bidi_controls_are_removed_from_inline_text() -> None:
    turned = "\u202e退款\u202d \u2067a\u2069\u200f\u061c"
    assert inline_text(turned) == "退款 a"
    assert inline_text(" a\r\n\tb\x07\x1b[31m\x00c\u2028d\x85 \ud83d ") == "a b [31m c d \ufffd"
    assert inline_text("👨\u200d👩\u200d👧 שלום") == "👨\u200d👩\u200d👧 שלום"


def test_a_position_inside_a_pair_counts_as_after_it() -> None:
    assert [to_index("a😀b", units) for units in range(6)] == [0, 1, 2, 2, 3, 3]
