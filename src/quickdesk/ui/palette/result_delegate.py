"""Paints one found reply in two lines: title and code, body and folder, with what matched in the accent.
Where it was suggested, the reason stands in the place of the body.

Laid out text is kept: rows are painted again and again while the selection walks over them, and with the next
letter most of their lines read as before.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, TypeAlias

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QFont, QFontMetricsF, QPainter, QPen, QTextCharFormat
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from quickdesk.replies.snippet import Snippet
from quickdesk.search.hit import FieldName, Hit, Span
from quickdesk.text.script import is_traditional
from quickdesk.ui.palette.key_map import MOST_PICKS
from quickdesk.ui.palette.match_text import MatchText, matches, one_line
from quickdesk.ui.palette.model import HIT_ROLE, WHY_ROLE, Index
from quickdesk.ui.palette.text_line import LineLook, TextLine, fitted, fitted_path
from quickdesk.ui.theme import TextSize, Theme
from quickdesk.ui.tokens import SIZES, Role

_KEPT: Final = 1200
_FOLDER_SHARE: Final = 0.36
_CODE_SHARE: Final = 0.34
_SCRIPT_TOLD_BY: Final = 80
"""Code points of a body that tell in which script a row is drawn."""
_SCRIPTS: Final = {False: "请", True: "請"}
"""A character of either script."""


@dataclass(frozen=True, slots=True)
class _Row:
    """The texts of one row, laid out."""

    title: TextLine
    body: TextLine
    code: TextLine | None
    folder: TextLine | None


@dataclass(frozen=True, slots=True)
class _Looks:
    """How the texts of a row are drawn, in the shapes of one script."""

    title: LineLook
    body: LineLook
    small: LineLook


@dataclass(frozen=True, slots=True)
class _Caps:
    """How high capitals are in the fonts of a row, in pixels."""

    title: float
    body: float
    small: float


_Shown: TypeAlias = tuple[Snippet, tuple[Span, ...], str, int]
"""What a row depends on: the reply, what matched, the reason, the width."""
_Fit: TypeAlias = Callable[[MatchText, LineLook, float], TextLine]
_Wanted: TypeAlias = tuple[_Fit, MatchText, LineLook, float]
"""What a line depends on: how it is cut, the text, the look, the width."""


class ResultDelegate(QStyledItemDelegate):
    """Draws rows of the palette; ``first_row`` is the topmost row in sight, where the numbers begin."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.first_row = 0
        self._rows: dict[_Shown, _Row] = {}
        self._lines: dict[_Wanted, TextLine] = {}
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Draw with another theme from now on."""
        self._theme = theme
        self._rows.clear()
        self._lines.clear()
        self._own = self._looks(theme, "")
        self._caps = _caps(self._own)
        self._by_script = {traditional: self._looks(theme, text) for traditional, text in _SCRIPTS.items()}

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
        painter.setFont(self._own.small.font)
        painter.setPen(self._theme.color(Role.SECONDARY))
        painter.drawText(gutter, Qt.AlignmentFlag.AlignCenter, str(number))

    def _paint_texts(self, painter: QPainter, row: QRect, hit: Hit, why: str) -> None:
        space = self._theme.space
        # Measured from the design's width, not the row's, so that a scroll bar moves nothing.
        left, right = row.left() + space(8), row.left() + self._theme.px(SIZES.results_width) - space(3)
        upper = _baseline(row.top() + space(1), space(5), self._caps.title)
        lower = _baseline(row.top() + space(6), space(4), self._caps.body)
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
        code.draw(painter, chip.left() + space(1.5), _baseline(chip.top(), chip.height(), self._caps.small))

    def _laid_out(self, hit: Hit, why: str, width: int) -> _Row:
        shown = (hit.snippet, hit.spans, why, width)
        known = self._rows.get(shown)
        if known is None:
            if len(self._rows) >= _KEPT:
                self._rows.clear()
            known = self._rows[shown] = self._lay_out(hit, why, width)
        return known

    def _lay_out(self, hit: Hit, why: str, width: int) -> _Row:
        snippet, gap = hit.snippet, self._theme.space(3)
        script = is_traditional(f"{snippet.title}{snippet.body[:_SCRIPT_TOLD_BY]}")
        looks = self._own if script is None else self._by_script[script]
        written, path = _matched(hit, snippet.code, "code"), _matched(hit, snippet.folder_path, "folder")
        code = self._line(fitted, written, looks.small, width * _CODE_SHARE) if written.text else None
        folder = self._line(fitted_path, path, looks.small, width * _FOLDER_SHARE) if path.text else None
        lower = one_line(why, ()) if why else _matched(hit, snippet.body, "body")
        code_room = code.width + gap + self._theme.space(3) if code else 0
        folder_room = folder.width + gap if folder else 0
        return _Row(
            title=self._line(fitted, _matched(hit, snippet.title, "title"), looks.title, width - code_room),
            body=self._line(fitted, lower, looks.body, width - folder_room),
            code=code,
            folder=folder,
        )

    def _line(self, fit: _Fit, text: MatchText, look: LineLook, width: float) -> TextLine:
        wanted = (fit, text, look, width)
        known = self._lines.get(wanted)
        if known is None:
            if len(self._lines) >= _KEPT:
                self._lines.clear()
            known = self._lines[wanted] = fit(text, look, width)
        return known

    def _looks(self, theme: Theme, text: str) -> _Looks:
        sizes = (TextSize.ROW, TextSize.BODY, TextSize.SMALL)
        return _Looks(*(self._look(theme.font_of(text, size)) for size in sizes))

    def _look(self, font: QFont) -> LineLook:
        match, mark = QTextCharFormat(), QTextCharFormat()
        match.setForeground(self._theme.color(Role.ACCENT))
        match.setFontWeight(QFont.Weight.DemiBold)
        mark.setForeground(self._theme.color(Role.BORDER))
        return LineLook(font, match, mark)


def _caps(looks: _Looks) -> _Caps:
    return _Caps(*(QFontMetricsF(look.font).capHeight() for look in (looks.title, looks.body, looks.small)))


def _baseline(top: float, height: float, capitals: float) -> float:
    return round(top + (height + capitals) / 2)


def _matched(hit: Hit, text: str, field: FieldName) -> MatchText:
    return one_line(text, matches(text, field, hit.spans))
