import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from quickdesk.ui.results.match_text import MatchText, body_line
from quickdesk.ui.results.plain_line import PlainLine, plain_line, plain_path
from quickdesk.ui.results.text_line import laid_out_line
from quickdesk.ui.results.text_style import LineStyles
from tests.ui.results.drawn import drawn, row_styles

PLAIN = "退款到账您好亲，。！？（）— Refund Tom's AVATAR 12:30 ¥99 €5 é ★ .*か 😊"
FITS = 10_000.0


def _line(text: MatchText, styles: LineStyles, width: float) -> PlainLine:
    line = plain_line(text, styles, width)
    assert line is not None
    return line


def _by_style(line: PlainLine, styles: LineStyles) -> list[tuple[str, str]]:
    names = {styles.plain: "plain", styles.match: "match", styles.line_break: "mark"}
    return [(text, names[style]) for _, text, style in line.segments]


def test_matches_and_line_breaks_are_separate_segments(styles: LineStyles) -> None:
    line = _line(MatchText("亲，退款 ↵ 到账", ((2, 4), (7, 8)), (5,)), styles, FITS)
    assert _by_style(line, styles) == [
        ("亲，", "plain"),
        ("退款", "match"),
        (" ", "plain"),
        ("↵", "mark"),
        (" ", "plain"),
        ("到", "match"),
        ("账", "plain"),
    ]


def test_a_line_break_within_a_match_has_the_style_of_the_match(styles: LineStyles) -> None:
    line = _line(MatchText("退款 ↵ 到账", ((0, 5),), (3,)), styles, FITS)
    assert _by_style(line, styles) == [("退款 ↵ ", "match"), ("到账", "plain")]


@pytest.mark.parametrize(
    "text",
    [
        "e\u0301",
        "👍🏽",
        "🇨🇳",
        "👨‍👩‍👧",
        "❤\ufe0f",
        "か\u3099",
        "〇\u302a",
        "שלום",
        "\u202e退",
        "ก็",
        "1\ufe0f\u20e3",
    ],
)
def test_combining_and_right_to_left_text_is_not_plain(styles: LineStyles, text: str) -> None:
    assert plain_line(MatchText(text), styles, FITS) is None
    assert plain_path(MatchText(text), styles, FITS) is None


def test_hidden_text_need_not_be_plain(styles: LineStyles) -> None:
    assert _line(MatchText("退" * 400 + "שלום"), styles, 200).text.endswith("退…")


@given(text=st.text(st.sampled_from(PLAIN), min_size=1, max_size=40))
def test_a_line_is_as_wide_as_qt_lays_it_out(qapp: QApplication, text: str) -> None:
    text += "国"  # Qt counts what a last letter leans over
    wide = laid_out_line(MatchText(text), row_styles(), FITS).width
    assert _line(MatchText(text), row_styles(), FITS).width == pytest.approx(wide, abs=0.1)


@given(text=st.text(st.sampled_from(PLAIN), min_size=1, max_size=30))
def test_a_line_is_drawn_as_qt_lays_it_out(qapp: QApplication, text: str) -> None:
    width = 500
    expected = drawn(laid_out_line(MatchText(text), row_styles(), FITS), width)
    assert drawn(_line(MatchText(text), row_styles(), FITS), width) == expected


@given(
    text=st.text(st.sampled_from(PLAIN), min_size=1, max_size=400),
    first=st.integers(0, 399),
    length=st.integers(1, 6),
    width=st.integers(0, 400),
)
def test_a_line_fits_and_shows_its_match(
    qapp: QApplication, text: str, first: int, length: int, width: int
) -> None:
    styles, last = row_styles(), min(first + length, len(text))
    match = ((first, last),) if first < last else ()
    line = plain_line(MatchText(text, match), styles, width)
    assume(line is not None)
    assert line.width <= width
    assert line.text.removesuffix("…").removeprefix("…").rstrip() in text
    matched = "".join(some for some, style in _by_style(line, styles) if style == "match")
    if match and width >= 200:
        assert matched == text[first:last]


@given(
    text=st.text(st.sampled_from(PLAIN.replace(" ", "/")), min_size=1, max_size=200),
    width=st.integers(20, 400),
)
def test_a_path_fits_and_shows_its_end(qapp: QApplication, text: str, width: int) -> None:
    line = plain_path(MatchText(text), row_styles(), width)
    assume(line is not None)
    assert line.width <= width
    assert text.endswith(line.text.removeprefix("…"))
    assert line.text == text or line.text.startswith("…")


BODY = "亲，{快递|中通|圆通}已经发出，{单号}，预计{时间:明天}到，{客服}敬上"


@given(width=st.integers(140, 600), first=st.integers(0, len(BODY) - 1))
def test_chips_are_whole_and_inside_the_line(qapp: QApplication, width: int, first: int) -> None:
    styles = row_styles()
    for line in (
        plain_line(body_line(BODY, ((first, first + 1),)), styles, width),
        laid_out_line(body_line(BODY, ((first, first + 1),)), styles, width),
    ):
        assert line is not None
        assert line.width <= width
        assert all(x >= -0.1 and x + size <= line.width + 0.1 for x, size in line.chips)
        names = [name for name in line.text.split("\u00a0")[1::2] if name]
        assert len(line.chips) == len(names)
        assert set(names) <= {"快递", "单号", "时间", "客服"}


def test_a_chip_is_where_its_name_is_drawn(styles: LineStyles) -> None:
    text = body_line("AVAT{快递}ar", ())
    plain, laid_out = plain_line(text, styles, FITS), laid_out_line(text, styles, FITS)
    assert plain is not None
    assert plain.chips[0] == pytest.approx(laid_out.chips[0], abs=0.5)
