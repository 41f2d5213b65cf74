"""The backgrounds of rows: the tint of the selected one, number and pin, the chips of the code and of fields.

Rows share these pictures, so each is rendered once and cached.
"""

from collections.abc import Callable, Hashable
from functools import partial
from typing import Final

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from quickdesk.ui.icons import Icon, pixmap
from quickdesk.ui.results.match_text import MatchText
from quickdesk.ui.results.model import MAX_PICKS
from quickdesk.ui.results.text_line import elided_line
from quickdesk.ui.results.text_style import LineStyles, TextRuns
from quickdesk.ui.theme import Theme
from quickdesk.ui.tokens import SIZES, Role

_PIN: Final = 12
"""The size of the pin, in design pixels."""
_MAX_PICTURES: Final = 600
"""The maximum number of pictures: nine numbers, also with a pin, and chips of codes and fields by width."""


class RowBackground:
    """Draws the backgrounds of rows in one theme."""

    def __init__(self, theme: Theme, number: LineStyles, number_line: float) -> None:
        """``number`` are the styles of the numbers, ``number_line`` their baseline in pixels in a row."""
        self._theme, self._styles, self._number_line = theme, number, number_line
        self._gutter = QSize(theme.space(8), theme.px(SIZES.row))
        self._pictures: dict[Hashable, QPixmap] = {}
        self._plain, self._tint = theme.color(Role.WINDOW), theme.color(Role.TINT)

    def draw(self, painter: QPainter, number: int, row: QRect, *, is_selected: bool, is_pinned: bool) -> None:
        """Draw the number, the pin below it, and the background of the row if it is selected."""
        if is_selected:
            painter.fillRect(row, self._tint)
        if is_selected or is_pinned or 1 <= number <= MAX_PICKS:
            draw = partial(self._draw_gutter, number=number, is_selected=is_selected, is_pinned=is_pinned)
            what = ("gutter", number, is_selected, is_pinned)
            self._draw_cached(painter, what, row.topLeft(), self._gutter, draw)

    def draw_chip(self, painter: QPainter, corner: QPoint, size: QSize) -> None:
        """Draw the chip below a code; ``corner`` is its upper left corner."""
        self._draw_cached(
            painter, ("chip", size.toTuple()), corner, size, partial(self._draw_chip, size=size)
        )

    def draw_field(self, painter: QPainter, chip: QRect, *, is_selected: bool) -> None:
        """Draw the chip below the name of a field: tinted, or white on the tint of the selected row."""
        size, color = chip.size(), self._plain if is_selected else self._tint
        draw = partial(self._draw_field, size=size, color=color)
        self._draw_cached(painter, ("field", size.toTuple(), is_selected), chip.topLeft(), size, draw)

    def _draw_field(self, painter: QPainter, *, size: QSize, color: QColor) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        gap, corner = self._theme.px(1), self._theme.space(1)  # the gap is between two chips
        painter.drawRoundedRect(QRectF(gap, 0, size.width() - 2 * gap, size.height()), corner, corner)

    def _draw_gutter(self, painter: QPainter, *, number: int, is_selected: bool, is_pinned: bool) -> None:
        size, middle = self._gutter, self._theme.space(2) + self._theme.space(4) / 2
        painter.fillRect(0, 0, size.width(), size.height(), self._tint if is_selected else self._plain)
        if is_selected:
            painter.fillRect(
                0, 0, self._theme.px(SIZES.accent_bar), size.height(), self._theme.color(Role.ACCENT)
            )
        if 1 <= number <= MAX_PICKS:
            line = elided_line(MatchText(str(number)), self._styles, size.width())
            runs = TextRuns(painter)
            line.draw(runs, middle - line.width / 2, self._number_line)
            runs.draw()
        if is_pinned:
            side = self._theme.px(_PIN)
            top = self._theme.space(6) + (self._theme.space(4) - side) // 2
            ratio = painter.device().devicePixelRatio()
            painter.drawPixmap(
                round(middle - side / 2), top, pixmap(Icon.PIN, self._theme, Role.SECONDARY, _PIN, ratio)
            )

    def _draw_chip(self, painter: QPainter, size: QSize) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._theme.color(Role.LINE))
        painter.setBrush(self._theme.color(Role.RAISED))
        corner = self._theme.space(1)
        painter.drawRoundedRect(QRectF(0.5, 0.5, size.width() - 1, size.height() - 1), corner, corner)

    def _draw_cached(
        self, painter: QPainter, what: Hashable, at: QPoint, size: QSize, draw: Callable[[QPainter], None]
    ) -> None:
        ratio = painter.device().devicePixelRatio()
        picture = self._pictures.get((what, ratio))
        if picture is None:
            if len(self._pictures) >= _MAX_PICTURES:
                self._pictures.clear()
            picture = self._pictures[what, ratio] = _rendered(size, ratio, draw)
        painter.drawPixmap(at, picture)


def _rendered(size: QSize, ratio: float, draw: Callable[[QPainter], None]) -> QPixmap:
    picture = QPixmap(size * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    draw(painter)
    painter.end()
    return picture
