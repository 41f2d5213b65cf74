"""Paints found replies, two lines each, one below the other.

All rows are laid out first and then painted, the same things of all of them together: a machine that rested
since the last letter does such work in half the time it takes row by row.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QFontMetricsF, QPainter

from quickdesk.search.hit import Hit
from quickdesk.ui.results.row_background import RowBackground
from quickdesk.ui.results.row_texts import RowStyles, RowTexts, RowTypesetter
from quickdesk.ui.results.text_line import TextLine
from quickdesk.ui.results.text_style import LineStyles, TextRuns
from quickdesk.ui.theme import Theme
from quickdesk.ui.tokens import SIZES


@dataclass(frozen=True, slots=True)
class _RowMetrics:
    """Where in a row what is drawn, in pixels from its upper left corner.

    Measured from the design's width, not the row's, so that a scroll bar moves nothing.
    """

    left: int
    right: int
    upper: float
    lower: float
    chip_top: int
    chip_height: int
    chip_padding: float
    chip_line: float


@dataclass(frozen=True, slots=True)
class ResultRow:
    """One row to be painted: where, what, and the number by which it is picked."""

    place: QRect
    hit: Hit
    reason: str
    number: int
    is_chosen: bool


class RowPainter:
    """Paints rows in one theme."""

    def __init__(self, theme: Theme) -> None:
        left, right = theme.space(8), theme.px(SIZES.results_width) - theme.space(3)
        self._typesetter = RowTypesetter(theme, right - left)
        row_styles = self._typesetter.row_styles
        self._places = _places(theme, row_styles, left, right)
        self._ground = RowBackground(
            theme, row_styles.small, _baseline(theme.space(1), theme.space(5), row_styles.small)
        )

    def lay_out(self, row: ResultRow) -> RowTexts:
        """Return the texts of a row, ready to be painted."""
        return self._typesetter.row(row.hit, row.reason)

    def paint(self, painter: QPainter, rows: Sequence[tuple[ResultRow, RowTexts]]) -> None:
        """Paint rows."""
        for row, _ in rows:
            self._ground.draw(painter, row.number, row.place, is_chosen=row.is_chosen)
        runs = TextRuns(painter)
        for row, texts in rows:
            self._add_texts(runs, row.place.top(), texts)
        runs.draw()

    def _add_texts(self, runs: TextRuns, top: int, texts: RowTexts) -> None:
        places = self._places
        texts.title.draw(runs, places.left, top + places.upper)
        texts.body.draw(runs, places.left, top + places.lower)
        if texts.folder:
            texts.folder.draw(runs, places.right - texts.folder.width, top + places.lower)
        if texts.code:
            self._add_code(runs, top, texts.code)

    def _add_code(self, runs: TextRuns, top: int, code: TextLine) -> None:
        places = self._places
        chip = QSize(ceil(code.width + 2 * places.chip_padding), places.chip_height)
        left = places.right - chip.width()
        self._ground.draw_chip(runs.painter, QPoint(left, top + places.chip_top), chip)
        code.draw(runs, left + places.chip_padding, top + places.chip_line)


def _places(theme: Theme, row_styles: RowStyles, left: int, right: int) -> _RowMetrics:
    space = theme.space
    chip_top, chip_height = round(space(1) + space(0.25)), round(space(4.5))
    return _RowMetrics(
        left=left,
        right=right,
        upper=_baseline(space(1), space(5), row_styles.title),
        lower=_baseline(space(6), space(4), row_styles.body),
        chip_top=chip_top,
        chip_height=chip_height,
        chip_padding=space(3) / 2,
        chip_line=_baseline(chip_top, chip_height, row_styles.small),
    )


def _baseline(top: float, height: float, styles: LineStyles) -> float:
    return round(top + (height + QFontMetricsF(styles.plain.font).capHeight()) / 2)
