"""Renders lines for tests."""

from functools import cache

from PySide6.QtGui import QFont, QImage, QPainter

from quickdesk.ui.results.text_line import TextLine
from quickdesk.ui.results.text_style import LineStyles, TextRuns, TextStyle
from quickdesk.ui.theme import TextSize, Theme
from quickdesk.ui.tokens import LIGHT, Role


@cache
def row_styles() -> LineStyles:
    """Return the styles of a title; needs a QGuiApplication."""
    theme = Theme(LIGHT)
    font = theme.font(TextSize.ROW)
    bold = QFont(font)
    bold.setWeight(QFont.Weight.DemiBold)
    colours = [theme.color(role) for role in (Role.TEXT, Role.ACCENT, Role.BORDER)]
    return LineStyles(*(TextStyle(*each) for each in zip((font, bold, font), colours, strict=True)))


def drawn(line: TextLine, width: int) -> QImage:
    """Return a picture of a line on a transparent background, 40 pixels high."""
    picture = QImage(width, 40, QImage.Format.Format_ARGB32)
    picture.fill(0)
    painter = QPainter(picture)
    runs = TextRuns(painter)
    line.draw(runs, 0, 28)
    runs.draw()
    painter.end()
    return picture


def drawn_columns(picture: QImage) -> set[int]:
    """Return the columns of a picture that are not transparent."""
    return {x for x in range(picture.width()) if any(picture.pixel(x, y) for y in range(picture.height()))}
