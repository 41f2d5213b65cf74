"""Lays out the texts of rows: title and code, body and folder, with the matches in the accent colour.

For a suggestion, the reason replaces the body. The results are cached: rows are painted again whenever the
selection moves, and after the next letter most of their lines are the same.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, TypeAlias

from PySide6.QtGui import QFont

from quickdesk.replies.snippet import Snippet
from quickdesk.search.hit import FieldName, Hit, Span
from quickdesk.text.script import is_traditional
from quickdesk.ui.results.match_text import MatchText, body_line, match_ranges, one_line
from quickdesk.ui.results.model import related_label
from quickdesk.ui.results.place_text import place_text
from quickdesk.ui.results.text_line import TextLine, elided_line, elided_path
from quickdesk.ui.results.text_style import LineStyles, TextStyle
from quickdesk.ui.theme import TextSize, Theme
from quickdesk.ui.tokens import Role

_MAX_CACHED: Final = 1200
_FOLDER_SHARE: Final = 0.36
_CODE_SHARE: Final = 0.34
_SCRIPT_SAMPLE: Final = 80
"""Code points of a body that determine the script of a row."""
_SCRIPTS: Final = {False: "请", True: "請"}
"""A sample character by script: True is Traditional Chinese."""


@dataclass(frozen=True, slots=True)
class RowTexts:
    """The laid out texts of one row."""

    title: TextLine
    body: TextLine
    code: TextLine | None
    folder: TextLine | None
    label: TextLine | None
    """What kind of hit it is, beside the code."""


@dataclass(frozen=True, slots=True)
class RowStyles:
    """The styles of the texts of a row, for one script."""

    title: LineStyles
    body: LineStyles
    small: LineStyles


_RowKey: TypeAlias = tuple[Snippet, tuple[Span, ...], str, str]
"""Cache key of a row: the reply, the matches, the reason, the label."""
_Elide: TypeAlias = Callable[[MatchText, LineStyles, float], TextLine]
_LineKey: TypeAlias = tuple[_Elide, MatchText, LineStyles, float]
"""Cache key of a line: the eliding function, the text, the styles, the width."""


class RowTypesetter:
    """Lays out rows in one theme; ``width`` is the width of the texts in pixels."""

    def __init__(self, theme: Theme, width: int) -> None:
        self._theme, self._width = theme, width
        self._rows: dict[_RowKey, RowTexts] = {}
        self._lines: dict[_LineKey, TextLine] = {}
        self.row_styles = self._row_styles("")
        self._by_script = {traditional: self._row_styles(text) for traditional, text in _SCRIPTS.items()}

    def row(self, hit: Hit, reason: str) -> RowTexts:
        """Return the texts of a row; ``reason``, unless empty, replaces the body."""
        label = related_label(hit)
        key = (hit.snippet, hit.spans, reason, label)
        cached = self._rows.get(key)
        if cached is None:
            if len(self._rows) >= _MAX_CACHED:
                self._rows.clear()
            cached = self._rows[key] = self._lay_out(hit, reason, label)
        return cached

    def _lay_out(self, hit: Hit, reason: str, label: str) -> RowTexts:
        snippet, gap = hit.snippet, self._theme.space(3)
        width = self._width
        script = is_traditional(f"{snippet.title}{snippet.body[:_SCRIPT_SAMPLE]}")
        row_styles = self.row_styles if script is None else self._by_script[script]
        written, path = _matched(hit, snippet.code, "code"), place_text(hit)
        code = (
            self._line(elided_line, written, row_styles.small, width * _CODE_SHARE) if written.text else None
        )
        folder = self._line(elided_path, path, row_styles.small, width * _FOLDER_SHARE) if path.text else None
        beside = self._line(elided_line, one_line(label, ()), row_styles.small, width) if label else None
        lower = one_line(reason, ()) if reason else _body(hit)
        code_room = code.width + gap + self._theme.space(3) if code else 0
        title_room = width - code_room - (beside.width + gap if beside else 0)
        folder_room = folder.width + gap if folder else 0
        return RowTexts(
            title=self._line(
                elided_line, _matched(hit, snippet.title, "title"), row_styles.title, title_room
            ),
            body=self._line(elided_line, lower, row_styles.body, width - folder_room),
            code=code,
            folder=folder,
            label=beside,
        )

    def _line(self, elide: _Elide, text: MatchText, styles: LineStyles, width: float) -> TextLine:
        key = (elide, text, styles, width)
        cached = self._lines.get(key)
        if cached is None:
            if len(self._lines) >= _MAX_CACHED:
                self._lines.clear()
            cached = self._lines[key] = elide(text, styles, width)
        return cached

    def _row_styles(self, text: str) -> RowStyles:
        def line_styles(size: TextSize, role: Role) -> LineStyles:
            font = self._theme.font_of(text, size)
            bold = QFont(font)
            bold.setWeight(QFont.Weight.DemiBold)
            accent, quiet = self._theme.color(Role.ACCENT), self._theme.color(Role.BORDER)
            return LineStyles(
                TextStyle(font, self._theme.color(role)), TextStyle(bold, accent), TextStyle(font, quiet)
            )

        return RowStyles(
            line_styles(TextSize.ROW, Role.TEXT),
            line_styles(TextSize.BODY, Role.SECONDARY),
            line_styles(TextSize.SMALL, Role.SECONDARY),
        )


def _body(hit: Hit) -> MatchText:
    return body_line(hit.snippet.body, match_ranges(hit.snippet.body, "body", hit.spans))


def _matched(hit: Hit, text: str, field: FieldName) -> MatchText:
    return one_line(text, match_ranges(text, field, hit.spans))
