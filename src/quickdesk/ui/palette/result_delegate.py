"""Paints one found reply in two lines: title and code, body and folder, with what matched in the accent.
Where it was suggested, the reason stands in the place of the body.

Laid out text is kept per reply and width, because the same nine rows are painted again and again while
the selection walks over them.
"""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QFont, QFontMetricsF, QPainter, QPen, QTextCharFormat
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from quickdesk.search.hit import FieldName, Hit
from quickdesk.ui.palette.key_map import MOST_PICKS
from quickdesk.ui.palette.match_text import MatchText, matches, one_line
from quickdesk.ui.palette.model import HIT_ROLE, WHY_ROLE, Index
from quickdesk.ui.palette.text_line import LineLook, TextLine, fitted
from quickdesk.ui.theme import TextSize, Theme
from quickdesk.ui.tokens import SIZES, Role

_KEPT: Final = 400
_FOLDER_SHARE: Final = 0.36
_CODE_SHARE: Final = 0.34


@dataclass(frozen=True, slots=True)
class _Row:
    """The texts of one row, laid out."""

    title: TextLine
    body: TextLine
    code: TextLine | None
    folder: TextLine | None


class ResultDelegate(QStyledItemDelegate):
    """Draws rows of the palette; ``first_row`` is the topmost row in sight, where the numbers begin."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.first_row = 0
        self._rows: dict[tuple[Hit, str, int], _Row] = {}
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Draw with another theme from now on."""
        self._theme = theme
        self._rows.clear()
        self._title = self._look(TextSize.ROW)
        self._body = self._look(TextSize.BODY)
        self._small = self._look(TextSize.SMALL)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a row; the width is the list's."""
        del option, index  # Qt's names; every row is as high as the others
        return QSize(self._theme.space(10), self._theme.px(SIZES.row))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        hit = index.data(HIT_ROLE)
        if not isinstance(hit, Hit):
            return
        row = QRect(option.rect)
        state = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_Selected:
            self._paint_selection(painter, row)
        self._paint_number(painter, row, index.row() - self.first_row + 1)
        self._paint_texts(painter, row, hit, str(index.data(WHY_ROLE) or ""))
        painter.restore()

    def _paint_selection(self, painter: QPainter, row: QRect) -> None:
        painter.fillRect(row, self._theme.color(Role.TINT))
        bar = QRect(row.left(), row.top(), self._theme.px(SIZES.accent_bar), row.height())
        painter.fillRect(bar, self._theme.color(Role.ACCENT))

    def _paint_number(self, painter: QPainter, row: QRect, number: int) -> None:
        if not 1 <= number <= MOST_PICKS:
            return
        space = self._theme.space
        gutter = QRectF(row.left() + space(2), row.top() + space(1), space(4), space(5))
        painter.setFont(self._small.font)
        painter.setPen(self._theme.color(Role.SECONDARY))
        painter.drawText(gutter, Qt.AlignmentFlag.AlignCenter, str(number))

    def _paint_texts(self, painter: QPainter, row: QRect, hit: Hit, why: str) -> None:
        space = self._theme.space
        # Measured from the design's width, not the row's, so that a scroll bar moves nothing.
        left, right = row.left() + space(8), row.left() + self._theme.px(SIZES.results_width) - space(3)
        upper = self._baseline(row.top() + space(1), space(5), self._title.font)
        lower = self._baseline(row.top() + space(6), space(4), self._body.font)
        texts = self._laid_out(hit, why, right - left)
        painter.setPen(self._theme.color(Role.TEXT))
        texts.title.draw(painter, left, upper)
        painter.setPen(self._theme.color(Role.SECONDARY))
        texts.body.draw(painter, left, lower)
        if texts.folder:
            texts.folder.draw(painter, right - texts.folder.width, lower)
        if texts.code:
            self._paint_code(painter, texts.code, QPointF(right, row.top() + space(1)))

    def _paint_code(self, painter: QPainter, code: TextLine, corner: QPointF) -> None:
        space = self._theme.space
        chip = QRectF(
            corner.x() - code.width - space(3), corner.y() + space(0.25), code.width + space(3), space(4.5)
        )
        painter.setPen(QPen(self._theme.color(Role.LINE), 1))
        painter.setBrush(QBrush(self._theme.color(Role.RAISED)))
        painter.drawRoundedRect(chip.adjusted(0.5, 0.5, -0.5, -0.5), space(1), space(1))
        painter.setPen(self._theme.color(Role.SECONDARY))
        code.draw(
            painter, chip.left() + space(1.5), self._baseline(chip.top(), chip.height(), self._small.font)
        )

    def _laid_out(self, hit: Hit, why: str, width: int) -> _Row:
        known = self._rows.get((hit, why, width))
        if known is None:
            if len(self._rows) >= _KEPT:
                self._rows.clear()
            known = self._rows[(hit, why, width)] = self._lay_out(hit, why, width)
        return known

    def _lay_out(self, hit: Hit, why: str, width: int) -> _Row:
        snippet, gap = hit.snippet, self._theme.space(3)
        code = self._word(_line(hit, snippet.code, "code"), width * _CODE_SHARE)
        folder = self._word(_line(hit, snippet.folder_path, "folder"), width * _FOLDER_SHARE)
        lower = one_line(why, ()) if why else _line(hit, snippet.body, "body")
        code_room = code.width + gap + self._theme.space(3) if code else 0
        folder_room = folder.width + gap if folder else 0
        return _Row(
            title=fitted(_line(hit, snippet.title, "title"), self._title, width - code_room),
            body=fitted(lower, self._body, width - folder_room),
            code=code,
            folder=folder,
        )

    def _word(self, line: MatchText, width: float) -> TextLine | None:
        return fitted(line, self._small, width) if line.text else None

    def _baseline(self, top: float, height: float, font: QFont) -> float:
        metrics = QFontMetricsF(font)
        return round(top + (height + metrics.capHeight()) / 2)

    def _look(self, size: TextSize) -> LineLook:
        match, mark = QTextCharFormat(), QTextCharFormat()
        match.setForeground(self._theme.color(Role.ACCENT))
        match.setFontWeight(QFont.Weight.DemiBold)
        mark.setForeground(self._theme.color(Role.BORDER))
        return LineLook(self._theme.font(size), match, mark)


def _line(hit: Hit, text: str, field: FieldName) -> MatchText:
    return one_line(text, matches(text, field, hit.spans))
