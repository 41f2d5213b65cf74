"""A line of any text: emoji of several parts, marks that combine, scripts that run from right to left.

Qt lays it out; where it must be cut, again and again until it fits.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from unicodedata import category

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QTextCharFormat, QTextLayout, QTextLine

from quickdesk.ui.results.match_text import ELLIPSIS, MATCH_AT, MatchText
from quickdesk.ui.results.text_style import HAN, LineStyles, TextRuns, TextStyle
from quickdesk.ui.utf16 import to_index

_UNLIMITED = 1_000_000.0
_CONTEXT = 8
"""Code points kept before a match where places cannot be counted from the left."""
_FIRST_WIDE, _LAST_WIDE = "\u3400", "\u9fff"
_LEAST_HAN, _LEAST = 0.9, 0.2
"""How wide a Chinese character, or any other, is at least, in widths of a Chinese one."""
_NO_WIDTH = frozenset({"Mn", "Me", "Cf"})
_BACKWARDS = re.compile(
    "[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
"""The blocks of scripts that run from right to left, and the marks that say so (Unicode 16, UAX #9)."""


@dataclass(frozen=True, slots=True)
class LaidOutLine:
    """One line, laid out."""

    layout: QTextLayout
    text: str
    width: float
    """The width of the text in pixels."""
    ascent: float
    color: QColor

    def draw(self, runs: TextRuns, left: float, baseline: float) -> None:
        """Draw it with its baseline where it is wanted, whatever fonts the characters came from."""
        runs.painter.setPen(self.color)
        self.layout.draw(runs.painter, QPointF(left, baseline - self.ascent))


def fitted(text: MatchText, styles: LineStyles, width: float) -> LaidOutLine:
    """Return the text in at most ``width`` pixels."""
    text = _in_reach(text, styles, width)
    line = _laid_out(text, styles)
    if line.width <= width:
        return line
    if _BACKWARDS.search(text.text):
        return _fitted_backwards(text, styles, width)
    room = width - styles.plain.widths[ELLIPSIS]
    start = _start(text, line.layout.lineAt(0), room)
    if start > 0:
        text = text.tail(start)
        line = _laid_out(text, styles)
    if line.width <= width:
        return line
    end = line.layout.lineAt(0).xToCursor(max(room, 0.0), QTextLine.CursorPosition.CursorOnCharacter)
    return _laid_out(text.head(to_index(text.text, end)), styles)


def _in_reach(text: MatchText, styles: LineStyles, width: float) -> MatchText:
    """Return the text without what is surely out of sight: laying it out would be for nothing."""
    left = width / styles.plain.widths[HAN]
    begin = text.ranges[0][0] if text.ranges else 0
    if (len(text.text) - begin) * _LEAST <= left:  # too short for that, as most are
        return text
    for at in range(begin, len(text.text)):
        left -= _least_width(text.text[at])
        if left < 0:
            return text.head(at + 1) if at + 1 < len(text.text) else text
    return text


def _least_width(character: str) -> float:
    if _FIRST_WIDE <= character <= _LAST_WIDE:
        return _LEAST_HAN
    return 0.0 if category(character) in _NO_WIDTH else _LEAST


def fitted_path(text: MatchText, styles: LineStyles, width: float) -> LaidOutLine:
    """Return a path in at most ``width`` pixels: its end says most, so the beginning gives way to dots.

    A match that would be out of sight then is kept in sight as :func:`fitted` does.
    """
    line = _laid_out(text, styles)
    if line.width <= width:
        return line

    def fits(start: int) -> bool:
        return _laid_out(text.tail(start), styles).width <= width

    start = 1 + bisect_left(range(1, len(text.text)), True, key=fits)
    if text.ranges and text.ranges[0][0] < start:
        return fitted(text, styles, width)
    return _laid_out(text.tail(start), styles)


def _fitted_backwards(text: MatchText, styles: LineStyles, width: float) -> LaidOutLine:
    """Fit text that also runs from right to left: what stands at the edge is not where the cut goes."""
    fits = _length_that_fits(text, styles, width)
    if text.ranges and text.ranges[0][1] > fits and text.ranges[0][0] > _CONTEXT:
        text = text.tail(text.ranges[0][0] - _CONTEXT)
        line = _laid_out(text, styles)
        if line.width <= width:
            return line
        fits = _length_that_fits(text, styles, width)
    return _laid_out(text.head(fits), styles)


def _length_that_fits(text: MatchText, styles: LineStyles, width: float) -> int:
    def is_too_long(end: int) -> bool:
        return _laid_out(text.head(end), styles).width > width

    return bisect_left(range(1, len(text.text)), True, key=is_too_long)


def _start(text: MatchText, line: QTextLine, room: float) -> int:
    """Return from which code point on the text must be shown so that its first match is in sight."""
    if not text.ranges:
        return 0
    first, length = text.units(*text.ranges[0])
    if x_of(line, first + length) <= room:
        return 0
    left = max(min(x_of(line, first) - room * MATCH_AT, line.naturalTextWidth() - room), 0.0)
    return to_index(text.text, line.xToCursor(left, QTextLine.CursorPosition.CursorOnCharacter))


def x_of(line: QTextLine, units: int) -> float:
    """Return where in a laid out line a position in UTF-16 units is, in pixels from its left."""
    x: object = line.cursorToX(units)
    if isinstance(x, tuple):  # with the position that was really reached, as C++ returns it by pointer
        x = x[0]
    return x if isinstance(x, float) else 0.0


def _laid_out(text: MatchText, styles: LineStyles) -> LaidOutLine:
    layout = QTextLayout(text.text, styles.plain.font)
    if text.ranges or text.line_breaks:
        layout.setFormats(list(_formats(text, styles)))
    layout.setCacheEnabled(True)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(_UNLIMITED)
    layout.endLayout()
    return LaidOutLine(layout, text.text, line.naturalTextWidth(), line.ascent(), styles.plain.color)


def _formats(text: MatchText, styles: LineStyles) -> Iterator[QTextLayout.FormatRange]:
    stretches = [(text.units(first, last), _format(styles.match)) for first, last in text.ranges]
    stretches += [(text.units(at, at + 1), _format(styles.line_break)) for at in text.line_breaks]
    for (start, length), how in stretches:
        made = QTextLayout.FormatRange()
        made.start, made.length, made.format = start, length, how
        yield made


def _format(style: TextStyle) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setForeground(style.color)
    made.setFontWeight(style.font.weight())
    return made
