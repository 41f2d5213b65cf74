"""Paints one found reply in two lines: title and code, body and folder, with what matched in the accent.
Where it was suggested, the reason stands in the place of the body.

Laid out text is kept: rows are painted again and again while the selection walks over them, and with the next
letter most of their lines read as before.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Final, TypeAlias

from PySide6.QtCore import QObject, QRectF, QSize, QTimer
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextCharFormat
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from quickdesk.replies.snippet import Snippet
from quickdesk.search.hit import FieldName, Hit, Span
from quickdesk.text.script import is_traditional
from quickdesk.ui.results.match_text import MatchText, end_of, matches, one_line
from quickdesk.ui.results.model import MOST_PICKS, Index, PaletteModel
from quickdesk.ui.results.text_line import LineLook, TextLine, fitted, fitted_path
from quickdesk.ui.theme import TextSize, Theme
from quickdesk.ui.tokens import SIZES, Role

_KEPT: Final = 1200
_FOLDER_SHARE: Final = 0.36
_CODE_SHARE: Final = 0.34
_SCRIPT_TOLD_BY: Final = 80
"""Code points of a body that tell in which script a row is drawn."""
_DRAWN_IN: Final = (Role.TEXT, Role.SECONDARY, Role.LINE, Role.RAISED, Role.TINT, Role.ACCENT)
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
class _Places:
    """Where in a row what is drawn, in pixels from its upper left corner.

    Measured from the design's width, not the row's, so that a scroll bar moves nothing.
    """

    left: int
    right: int
    upper: float
    lower: float
    number: float
    number_line: float
    chip_top: float
    chip_height: int
    chip_padding: float
    chip_line: float
    corner: int


_Shown: TypeAlias = tuple[Snippet, tuple[Span, ...], str]
"""What a row depends on: the reply, what matched, the reason."""
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
        self._places = _places(theme, self._own)
        self._colours = {role: theme.color(role) for role in _DRAWN_IN}
        self._by_script = {traditional: self._looks(theme, text) for traditional, text in _SCRIPTS.items()}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a row; the width is the list's."""
        del option, index  # Qt's names; every row is as high as the others
        return QSize(self._theme.space(10), self._theme.px(SIZES.row))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        model, number = index.model(), index.row()
        if not isinstance(model, PaletteModel) or (hit := model.hit(number)) is None:
            return
        try:
            row, texts = option.rect, self._laid_out(hit, model.reason(hit))
        except Exception as bug:  # noqa: BLE001 - raised amid Qt's painting it may end the process
            QTimer.singleShot(0, self, partial(_raise, bug))
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(row.topLeft())
        if option.state & QStyle.StateFlag.State_Selected:
            self._paint_selection(painter, row.width(), row.height())
        self._paint_number(painter, number - self.first_row + 1)
        self._paint_texts(painter, texts)
        painter.restore()

    def _paint_selection(self, painter: QPainter, width: int, height: int) -> None:
        painter.fillRect(0, 0, width, height, self._colours[Role.TINT])
        painter.fillRect(0, 0, self._theme.px(SIZES.accent_bar), height, self._colours[Role.ACCENT])

    def _paint_number(self, painter: QPainter, number: int) -> None:
        if 1 <= number <= MOST_PICKS:
            line = self._line(fitted, MatchText(str(number)), self._own.small, self._places.left)
            painter.setPen(self._colours[Role.SECONDARY])
            line.draw(painter, self._places.number - line.width / 2, self._places.number_line)

    def _paint_texts(self, painter: QPainter, texts: _Row) -> None:
        places = self._places
        painter.setPen(self._colours[Role.TEXT])
        texts.title.draw(painter, places.left, places.upper)
        painter.setPen(self._colours[Role.SECONDARY])
        texts.body.draw(painter, places.left, places.lower)
        if texts.folder:
            texts.folder.draw(painter, places.right - texts.folder.width, places.lower)
        if texts.code:
            self._paint_code(painter, texts.code)

    def _paint_code(self, painter: QPainter, code: TextLine) -> None:
        places = self._places
        width = code.width + 2 * places.chip_padding
        chip = QRectF(places.right - width, places.chip_top, width, places.chip_height)
        painter.setPen(self._colours[Role.LINE])
        painter.setBrush(self._colours[Role.RAISED])
        painter.drawRoundedRect(chip.adjusted(0.5, 0.5, -0.5, -0.5), places.corner, places.corner)
        painter.setPen(self._colours[Role.SECONDARY])
        code.draw(painter, chip.left() + places.chip_padding, places.chip_line)

    def _laid_out(self, hit: Hit, why: str) -> _Row:
        shown = (hit.snippet, hit.spans, why)
        known = self._rows.get(shown)
        if known is None:
            if len(self._rows) >= _KEPT:
                self._rows.clear()
            known = self._rows[shown] = self._lay_out(hit, why)
        return known

    def _lay_out(self, hit: Hit, why: str) -> _Row:
        snippet, gap = hit.snippet, self._theme.space(3)
        width = self._places.right - self._places.left
        script = is_traditional(f"{snippet.title}{snippet.body[:_SCRIPT_TOLD_BY]}")
        looks = self._own if script is None else self._by_script[script]
        written, path = _matched(hit, snippet.code, "code"), _path(hit)
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


def _raise(bug: Exception) -> None:
    raise bug


def _places(theme: Theme, looks: _Looks) -> _Places:
    space = theme.space
    chip_top, chip_height = space(1) + space(0.25), space(4.5)
    return _Places(
        left=space(8),
        right=theme.px(SIZES.results_width) - space(3),
        upper=_baseline(space(1), space(5), looks.title),
        lower=_baseline(space(6), space(4), looks.body),
        number=space(2) + space(4) / 2,
        number_line=_baseline(space(1), space(5), looks.small),
        chip_top=chip_top,
        chip_height=chip_height,
        chip_padding=space(3) / 2,
        chip_line=_baseline(chip_top, chip_height, looks.small),
        corner=space(1),
    )


def _baseline(top: float, height: float, look: LineLook) -> float:
    return round(top + (height + QFontMetricsF(look.font).capHeight()) / 2)


def _path(hit: Hit) -> MatchText:
    """Return the folder; of an endless one the end, unless its beginning matched."""
    path = _matched(hit, hit.snippet.folder_path, "folder")
    return path if path.ranges else end_of(hit.snippet.folder_path)


def _matched(hit: Hit, text: str, field: FieldName) -> MatchText:
    return one_line(text, matches(text, field, hit.spans))
