"""Paints the rows of found replies, two lines each.

All rows are laid out first and then painted part by part: after an idle time that takes half as long as
painting row by row.
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
from quickdesk.ui.results.text_style import ChipBox, LineStyles, TextRuns
from quickdesk.ui.theme import Theme


@dataclass(frozen=True, slots=True)
class _RowMetrics:
    """The positions of the parts of a row, in pixels from its upper left corner.

    They use the width of the list, not of the row, so that a scroll bar moves nothing.
    """

    left: int
    right: int
    upper: float
    lower: float
    chip_top: int
    chip_height: int
    chip_padding: float
    chip_line: float
    field_top: int
    field_height: int
    gap: int


@dataclass(frozen=True, slots=True)
class ResultRow:
    """A row to paint: its geometry, its content, and the number that picks it."""

    rect: QRect
    hit: Hit
    reason: str
    number: int
    is_selected: bool


class RowPainter:
    """Paints rows in one theme, for a list of ``width`` pixels."""

    def __init__(self, theme: Theme, width: int) -> None:
        left, right = theme.space(8), width - theme.space(3)
        self._typesetter = RowTypesetter(theme, right - left)
        row_styles = self._typesetter.row_styles
        self._metrics = _row_metrics(theme, row_styles, left, right)
        self._background = RowBackground(
            theme, row_styles.small, _baseline(theme.space(1), theme.space(5), row_styles.small)
        )

    def lay_out(self, row: ResultRow) -> RowTexts:
        """Lay out the texts of a row."""
        return self._typesetter.row(row.hit, row.reason)

    def paint(self, painter: QPainter, rows: Sequence[tuple[ResultRow, RowTexts]]) -> None:
        """Paint rows that were laid out."""
        for row, _ in rows:
            self._background.draw(
                painter, row.number, row.rect, is_selected=row.is_selected, is_pinned=row.hit.is_pinned
            )
        for row, texts in rows:
            if texts.body.chips:
                self._draw_fields(painter, row, texts.body.chips)
        runs = TextRuns(painter)
        for row, texts in rows:
            self._add_texts(runs, row.rect.top(), texts)
        runs.draw()

    def _add_texts(self, runs: TextRuns, top: int, texts: RowTexts) -> None:
        metrics = self._metrics
        texts.title.draw(runs, metrics.left, top + metrics.upper)
        texts.body.draw(runs, metrics.left, top + metrics.lower)
        if texts.folder:
            texts.folder.draw(runs, metrics.right - texts.folder.width, top + metrics.lower)
        right = metrics.right
        if texts.code:
            right -= self._add_code(runs, top, texts.code) + metrics.gap
        if texts.label:
            texts.label.draw(runs, right - texts.label.width, top + metrics.chip_line)

    def _draw_fields(self, painter: QPainter, row: ResultRow, chips: Sequence[ChipBox]) -> None:
        """Draw the chips below the names of fields in the body."""
        metrics = self._metrics
        top = row.rect.top() + metrics.field_top
        for x, width in chips:
            left = metrics.left + round(x)
            chip = QRect(left, top, round(x + width) - round(x), metrics.field_height)
            self._background.draw_field(painter, chip, is_selected=row.is_selected)

    def _add_code(self, runs: TextRuns, top: int, code: TextLine) -> int:
        """Add the code in a chip, and return the width of the chip."""
        metrics = self._metrics
        chip = QSize(ceil(code.width + 2 * metrics.chip_padding), metrics.chip_height)
        left = metrics.right - chip.width()
        self._background.draw_chip(runs.painter, QPoint(left, top + metrics.chip_top), chip)
        code.draw(runs, left + metrics.chip_padding, top + metrics.chip_line)
        return chip.width()


def _row_metrics(theme: Theme, row_styles: RowStyles, left: int, right: int) -> _RowMetrics:
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
        field_top=round(space(6) - space(0.25)),
        field_height=round(space(4.5)),
        gap=round(space(3)),
    )


def _baseline(top: float, height: float, styles: LineStyles) -> float:
    return round(top + (height + QFontMetricsF(styles.plain.font).capHeight()) / 2)
