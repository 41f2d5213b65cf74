from quickdesk.ui.results.laid_out_line import LaidOutLine, fitted
from quickdesk.ui.results.match_text import MatchText
from quickdesk.ui.results.text_style import LineStyles


def _marked(line: LaidOutLine) -> list[str]:
    units = line.layout.text().encode("utf-16-le")
    return [units[2 * f.start : 2 * (f.start + f.length)].decode("utf-16-le") for f in line.layout.formats()]


def test_formats_count_as_qt_does(styles: LineStyles) -> None:
    text = "😀👍 emoji 前面的退款"
    at = text.index("退款")
    assert _marked(fitted(MatchText(text, ((at, at + 2),)), styles, 600)) == ["退款"]


def test_matches_and_line_breaks_have_their_colours(styles: LineStyles) -> None:
    line = fitted(MatchText("退款 ↵ 到账", ((0, 2),), (3,)), styles, 600)
    worn = [each.format.foreground().color().name() for each in line.layout.formats()]
    assert worn == [styles.match.color.name(), styles.line_break.color.name()]
