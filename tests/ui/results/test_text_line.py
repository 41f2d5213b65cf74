import pytest

from quickdesk.ui.results.match_text import MatchText
from quickdesk.ui.results.text_line import LaidOutLine, elided_line, elided_path, laid_out_line
from quickdesk.ui.results.text_style import LineStyles
from tests.ui.results.drawn import drawn, drawn_columns


def test_a_short_text_is_unchanged(styles: LineStyles) -> None:
    assert elided_line(MatchText("退款"), styles, 300).text == "退款"


def test_a_long_text_ends_in_an_ellipsis_and_fits(styles: LineStyles) -> None:
    line = elided_line(MatchText("退款" * 100), styles, 200)
    assert line.text.endswith("…")
    assert 150 < line.width <= 200


def test_plain_text_uses_the_width(styles: LineStyles) -> None:
    for width in range(40, 300, 13):
        line = elided_line(MatchText("退款 refund (到账), 3天" * 9, ((1, 2),)), styles, width)
        wide = elided_line(MatchText("退"), styles, width).width
        assert width - 1.2 * wide < line.width <= width


def test_a_match_beyond_the_edge_is_made_visible(styles: LineStyles) -> None:
    text = "前" * 80 + "退款" + "后" * 80
    line = elided_line(MatchText(text, ((80, 82),)), styles, 200)
    assert line.text.startswith("…")
    assert line.text.endswith("…")
    assert "退款" in line.text
    assert line.width <= 200


@pytest.mark.parametrize("beginning", ["", "👍🏽"], ids=["plain", "laid out"])
def test_a_match_at_the_end_leaves_no_space_empty(styles: LineStyles, beginning: str) -> None:
    text = beginning + "前" * 80 + "到账"
    line = elided_line(MatchText(text, ((len(text) - 2, len(text)),)), styles, 200)
    assert line.text.endswith("前到账")
    assert 180 < line.width <= 200


def test_cutting_never_splits_an_emoji(styles: LineStyles) -> None:
    for width in range(20, 200, 7):
        text = elided_line(MatchText("👍😀" * 60, ((40, 42),)), styles, width).text
        assert not any("\ud800" <= character <= "\udfff" for character in text)
        assert set(text) <= set("👍😀…")


def test_a_width_of_zero_is_accepted(styles: LineStyles) -> None:
    assert elided_line(MatchText("退款", ((0, 1),)), styles, 0).text
    assert elided_line(MatchText(""), styles, 0).text == ""


@pytest.mark.parametrize("text", ["שלום לכולם", "مرحبا بكم", "\u202bטקסט 12\u202c"])
def test_right_to_left_text_is_at_the_left_of_its_row(styles: LineStyles, text: str) -> None:
    line = elided_line(MatchText(text), styles, 300)
    columns = drawn_columns(drawn(line, 300))
    assert columns
    assert min(columns) < 10
    assert max(columns) <= line.width + 2


@pytest.mark.parametrize(
    "text", ["שלום לכולם " * 30, "退款 שלום abc " * 30, "\u202e" + "退款" * 90, "\u200b" * 200]
)
@pytest.mark.parametrize("match", [(), ((20, 23),)])
def test_text_of_any_direction_fits(
    styles: LineStyles, text: str, match: tuple[tuple[int, int], ...]
) -> None:
    for width in (0, 40, 200):
        line = elided_line(MatchText(text, match), styles, width)
        assert line.width <= max(width, 20)


def test_right_to_left_text_uses_the_width_and_keeps_its_match(styles: LineStyles) -> None:
    text = "שלום לכולם ברוכים הבאים " * 6 + "החזר " + "שלום " * 20
    assert 150 < elided_line(MatchText(text), styles, 200).width <= 200
    at = text.index("החזר")
    line = elided_line(MatchText(text, ((at, at + 4),)), styles, 200)
    assert "החזר" in line.text
    assert line.width <= 200


def test_the_end_of_a_path_stays_visible(styles: LineStyles) -> None:
    line = elided_path(MatchText("platforms/shopify/Shipping/售后/退款"), styles, 150)
    assert line.text.startswith("…")
    assert line.text.endswith("/售后/退款")
    assert 100 < line.width <= 150
    assert elided_path(MatchText("售后"), styles, 150).text == "售后"


def test_a_match_at_the_beginning_of_a_path_stays_visible(styles: LineStyles) -> None:
    text = MatchText("platforms/shopify/Shipping/售后/退款", ((0, 4),))
    assert elided_path(text, styles, 150).text.startswith("plat")


def _marked(line: LaidOutLine) -> list[str]:
    units = line.layout.text().encode("utf-16-le")
    return [units[2 * f.start : 2 * (f.start + f.length)].decode("utf-16-le") for f in line.layout.formats()]


def test_formats_count_as_qt_does(styles: LineStyles) -> None:
    text = "😀👍 emoji 前面的退款"
    at = text.index("退款")
    assert _marked(laid_out_line(MatchText(text, ((at, at + 2),)), styles, 600)) == ["退款"]


def test_matches_and_line_breaks_have_their_colours(styles: LineStyles) -> None:
    line = laid_out_line(MatchText("退款 ↵ 到账", ((0, 2),), (3,)), styles, 600)
    worn = [each.format.foreground().color().name() for each in line.layout.formats()]
    assert worn == [styles.match.color.name(), styles.line_break.color.name()]
