"""Lays one line of text out in a given width: the first match stays in sight, the rest gives way to dots."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from unicodedata import category

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextCharFormat, QTextLayout, QTextLine

from quickdesk.ui.results.match_text import ELLIPSIS, MatchText
from quickdesk.ui.utf16 import to_index

_MATCH_AT = 0.25
"""Where in the width a match goes that would otherwise be out of sight."""
_UNLIMITED = 1_000_000.0
_CONTEXT = 8
"""Code points kept before a match where places cannot be counted from the left."""
_HAN, _FIRST_HAN, _LAST_HAN = "国", "\u3400", "\u9fff"
_LEAST_HAN, _LEAST = 0.9, 0.2
"""How wide a Chinese character, or any other, is at least, in widths of a Chinese one."""
_NO_WIDTH = frozenset({"Mn", "Me", "Cf"})
_PLAIN = re.compile("[ -~\u00a0-\u024f\u2010-\u2027\u2030-\u205e\u2190-\u21ff\u3000-\u9fff\uff00-\uff60]*")
"""Letters, signs and Chinese: nothing that joins, combines or runs backwards."""
_BACKWARDS = re.compile(
    "[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
"""The blocks of scripts that run from right to left, and the marks that say so (Unicode 16, UAX #9)."""


@dataclass(frozen=True, slots=True, eq=False)
class LineLook:
    """How a line is drawn, the same only as itself; the text itself takes the pen of the painter."""

    font: QFont
    match: QTextCharFormat
    mark: QTextCharFormat


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line, laid out."""

    layout: QTextLayout
    text: str
    width: float
    """The width of the text in pixels."""
    ascent: float

    def draw(self, painter: QPainter, left: float, baseline: float) -> None:
        """Draw it with its baseline where it is wanted, whatever fonts the characters came from."""
        self.layout.draw(painter, QPointF(left, baseline - self.ascent))


def fitted(text: MatchText, look: LineLook, width: float) -> TextLine:
    """Return the text in at most ``width`` pixels."""
    cut = _cut_plain(text, look, width)
    if cut is not None:
        line = _laid_out(cut, look)
        if line.width <= width:
            return line
    return _fitted_by_layout(text, look, width)


def _fitted_by_layout(text: MatchText, look: LineLook, width: float) -> TextLine:
    text = _in_reach(text, look, width)
    line = _laid_out(text, look)
    if line.width <= width:
        return line
    if _BACKWARDS.search(text.text):
        return _fitted_backwards(text, look, width)
    room = width - _width_of(ELLIPSIS, look)
    start = _start(text, line.layout.lineAt(0), room)
    if start > 0:
        text = text.since(start)
        line = _laid_out(text, look)
    if line.width <= width:
        return line
    end = line.layout.lineAt(0).xToCursor(max(room, 0.0), QTextLine.CursorPosition.CursorOnCharacter)
    return _laid_out(text.until(to_index(text.text, end)), look)


def _cut_plain(text: MatchText, look: LineLook, width: float) -> MatchText | None:
    """Return about what fits of a text whose characters each have a width of their own: laid out only once.

    None where they have not, or where the first match would be out of sight.
    """
    if not _PLAIN.fullmatch(text.text):
        return None
    room, last = width - _width_of(ELLIPSIS, look), 0
    for at, character in enumerate(text.text):
        width -= _width_of(character, look)
        if width < 0:
            seen = not text.ranges or text.ranges[0][1] <= last
            return text.until(last) if seen else None
        room -= _width_of(character, look)
        last = at + 1 if room >= 0 else last
    return text


def _in_reach(text: MatchText, look: LineLook, width: float) -> MatchText:
    """Return the text without what is surely out of sight: laying it out would be for nothing."""
    left = width / _width_of(_HAN, look)
    begin = text.ranges[0][0] if text.ranges else 0
    if (len(text.text) - begin) * _LEAST <= left:  # too short for that, as most are
        return text
    for at in range(begin, len(text.text)):
        left -= _least_width(text.text[at])
        if left < 0:
            return text.until(at + 1) if at + 1 < len(text.text) else text
    return text


def _least_width(character: str) -> float:
    if _FIRST_HAN <= character <= _LAST_HAN:
        return _LEAST_HAN
    return 0.0 if category(character) in _NO_WIDTH else _LEAST


def fitted_path(text: MatchText, look: LineLook, width: float) -> TextLine:
    """Return a path in at most ``width`` pixels: its end says most, so the beginning gives way to dots.

    A match that would be out of sight then is kept in sight as :func:`fitted` does.
    """
    line = _laid_out(text, look)
    if line.width <= width:
        return line
    too_early, start = 0, len(text.text)
    while start - too_early > 1:
        middle = (too_early + start) // 2
        if _laid_out(text.since(middle), look).width <= width:
            start = middle
        else:
            too_early = middle
    if text.ranges and text.ranges[0][0] < start:
        return fitted(text, look, width)
    return _laid_out(text.since(start), look)


def _fitted_backwards(text: MatchText, look: LineLook, width: float) -> TextLine:
    """Fit text that also runs from right to left: what stands at the edge is not where the cut goes."""
    fits = _length_that_fits(text, look, width)
    if text.ranges and text.ranges[0][1] > fits and text.ranges[0][0] > _CONTEXT:
        text = text.since(text.ranges[0][0] - _CONTEXT)
        line = _laid_out(text, look)
        if line.width <= width:
            return line
        fits = _length_that_fits(text, look, width)
    return _laid_out(text.until(fits), look)


def _length_that_fits(text: MatchText, look: LineLook, width: float) -> int:
    fits, too_long = 0, len(text.text)
    while too_long - fits > 1:
        middle = (fits + too_long) // 2
        if _laid_out(text.until(middle), look).width <= width:
            fits = middle
        else:
            too_long = middle
    return fits


def _start(text: MatchText, line: QTextLine, room: float) -> int:
    """Return from which code point on the text must be shown so that its first match is in sight."""
    if not text.ranges:
        return 0
    first, length = text.units(*text.ranges[0])
    if x_of(line, first + length) <= room:
        return 0
    left = max(x_of(line, first) - room * _MATCH_AT, 0.0)
    return to_index(text.text, line.xToCursor(left, QTextLine.CursorPosition.CursorOnCharacter))


def x_of(line: QTextLine, units: int) -> float:
    """Return where in a laid out line a position in UTF-16 units is, in pixels from its left."""
    x: object = line.cursorToX(units)
    if isinstance(x, tuple):  # with the position that was really reached, as C++ returns it by pointer
        x = x[0]
    return x if isinstance(x, float) else 0.0


@lru_cache(maxsize=16_384)
def _width_of(character: str, look: LineLook) -> float:
    return QFontMetricsF(look.font).horizontalAdvance(character)


def _laid_out(text: MatchText, look: LineLook) -> TextLine:
    layout = QTextLayout(text.text, look.font)
    if text.ranges or text.marks:
        layout.setFormats(list(_formats(text, look)))
    layout.setCacheEnabled(True)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(_UNLIMITED)
    layout.endLayout()
    return TextLine(layout, text.text, line.naturalTextWidth(), line.ascent())


def _formats(text: MatchText, look: LineLook) -> Iterator[QTextLayout.FormatRange]:
    stretches = [(text.units(first, last), look.match) for first, last in text.ranges]
    stretches += [(text.units(mark, mark + 1), look.mark) for mark in text.marks]
    for (start, length), how in stretches:
        made = QTextLayout.FormatRange()
        made.start, made.length, made.format = start, length, how
        yield made
