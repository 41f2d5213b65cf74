"""Elides one line of text to a width, with its first match visible.

Text with emoji sequences, combining marks or right-to-left scripts is laid out with QTextLayout; a line that
is too wide is shortened and laid out again until it fits. All other text is left to ``plain_line``.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol
from unicodedata import category

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QTextCharFormat, QTextLayout, QTextLine

from quickdesk.ui.qt_text import to_index
from quickdesk.ui.results.match_text import ELLIPSIS, MATCH_AT, MatchText
from quickdesk.ui.results.plain_line import plain_line, plain_path
from quickdesk.ui.results.text_style import HAN, ChipBox, LineStyles, TextRuns, TextStyle


class TextLine(Protocol):
    """A line of text that can be drawn."""

    @property
    def text(self) -> str:
        """The visible text, including ellipses."""

    @property
    def width(self) -> float:
        """The width of the text in pixels."""

    @property
    def chips(self) -> tuple[ChipBox, ...]:
        """Where the names of fields are, which are drawn on a chip."""

    def draw(self, runs: TextRuns, left: float, baseline: float) -> None:
        """Draw the line, or add it to ``runs``, at a baseline."""


def elided_line(text: MatchText, styles: LineStyles, width: float) -> TextLine:
    """Return the text elided to ``width`` pixels, with its first match visible."""
    return plain_line(text, styles, width) or laid_out_line(text, styles, width)


def elided_path(text: MatchText, styles: LineStyles, width: float) -> TextLine:
    """Return a path elided at its beginning to ``width`` pixels: the end is most important.

    If that would hide the first match, the path is elided like :func:`elided_line` does.
    """
    return plain_path(text, styles, width) or laid_out_path(text, styles, width)


_UNLIMITED = 1_000_000.0
_CONTEXT = 8
"""Code points kept before a match if positions cannot be counted from the left."""
_FIRST_WIDE, _LAST_WIDE = "\u3400", "\u9fff"
_MIN_HAN_WIDTH, _MIN_WIDTH = 0.9, 0.2
"""The minimum width of a Chinese character, and of any other, in widths of a Chinese one."""
_NO_WIDTH = frozenset({"Mn", "Me", "Cf"})
_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
"""The blocks of right-to-left scripts, and the right-to-left control characters (Unicode 16, UAX #9)."""


@dataclass(frozen=True, slots=True)
class LaidOutLine:
    """A line that was laid out by Qt."""

    layout: QTextLayout
    text: str
    width: float
    """The width of the text in pixels."""
    ascent: float
    color: QColor
    chips: tuple[ChipBox, ...] = ()

    def draw(self, runs: TextRuns, left: float, baseline: float) -> None:
        """Draw the line at a baseline, even if characters use fallback fonts."""
        runs.painter.setPen(self.color)
        self.layout.draw(runs.painter, QPointF(left, baseline - self.ascent))


def laid_out_line(text: MatchText, styles: LineStyles, width: float) -> LaidOutLine:
    """Return the text elided to ``width`` pixels, with its first match visible."""
    text = _without_invisible_end(text, styles, width)
    line = _laid_out(text, styles)
    if line.width <= width:
        return line
    if _RIGHT_TO_LEFT.search(text.text):
        return _elided_bidi(text, styles, width)
    available = width - styles.plain.widths[ELLIPSIS]
    start = text.whole_chips_start(_start(text, line.layout.lineAt(0), available))
    if start > 0:
        text = text.tail(start)
        line = _laid_out(text, styles)
    if line.width <= width:
        return line
    end = line.layout.lineAt(0).xToCursor(max(available, 0.0), QTextLine.CursorPosition.CursorOnCharacter)
    return _laid_out(text.head(text.whole_chips_end(to_index(text.text, end))), styles)


def _without_invisible_end(text: MatchText, styles: LineStyles, width: float) -> MatchText:
    """Return the text without an end that cannot be visible, which need not be laid out."""
    left = width / styles.plain.widths[HAN]
    begin = text.ranges[0][0] if text.ranges else 0
    if (len(text.text) - begin) * _MIN_WIDTH <= left:  # too short for that, the common case
        return text
    for at in range(begin, len(text.text)):
        left -= _min_width(text.text[at])
        if left < 0:
            return text.head(at + 1) if at + 1 < len(text.text) else text
    return text


def _min_width(character: str) -> float:
    if _FIRST_WIDE <= character <= _LAST_WIDE:
        return _MIN_HAN_WIDTH
    return 0.0 if category(character) in _NO_WIDTH else _MIN_WIDTH


def laid_out_path(text: MatchText, styles: LineStyles, width: float) -> LaidOutLine:
    """Return a path elided at its beginning to ``width`` pixels: the end is most important.

    If that would hide the first match, the path is elided like :func:`elided_line` does.
    """
    line = _laid_out(text, styles)
    if line.width <= width:
        return line

    def fits(start: int) -> bool:
        return _laid_out(text.tail(start), styles).width <= width

    start = 1 + bisect_left(range(1, len(text.text)), True, key=fits)
    if text.ranges and text.ranges[0][0] < start:
        return laid_out_line(text, styles, width)
    return _laid_out(text.tail(start), styles)


def _elided_bidi(text: MatchText, styles: LineStyles, width: float) -> LaidOutLine:
    """Elide bidirectional text: the visual edge is not the logical position to cut at."""
    fits = _length_that_fits(text, styles, width)
    if text.ranges and text.ranges[0][1] > fits and text.ranges[0][0] > _CONTEXT:
        text = text.tail(text.ranges[0][0] - _CONTEXT)
        line = _laid_out(text, styles)
        if line.width <= width:
            return line
        fits = _length_that_fits(text, styles, width)
    return _laid_out(text.head(text.whole_chips_end(fits)), styles)


def _length_that_fits(text: MatchText, styles: LineStyles, width: float) -> int:
    def is_too_long(end: int) -> bool:
        return _laid_out(text.head(end), styles).width > width

    return bisect_left(range(1, len(text.text)), True, key=is_too_long)


def _start(text: MatchText, line: QTextLine, available: float) -> int:
    """Return the code point from which the text must be shown to make its first match visible."""
    if not text.ranges:
        return 0
    first, length = text.units(*text.ranges[0])
    if x_of(line, first + length) <= available:
        return 0
    left = max(min(x_of(line, first) - available * MATCH_AT, line.naturalTextWidth() - available), 0.0)
    return to_index(text.text, line.xToCursor(left, QTextLine.CursorPosition.CursorOnCharacter))


def x_of(line: QTextLine, units: int) -> float:
    """Return the x coordinate of a position in UTF-16 units, in pixels from the left of the line."""
    x: object = line.cursorToX(units)
    if isinstance(x, tuple):  # with the adjusted position, which C++ returns by pointer
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
    chips = tuple(_chip_boxes(text, line)) if text.chips else ()
    return LaidOutLine(layout, text.text, line.naturalTextWidth(), line.ascent(), styles.plain.color, chips)


def _chip_boxes(text: MatchText, line: QTextLine) -> Iterator[ChipBox]:
    """Return the boxes of chips; a name may run from right to left."""
    for first, last in text.chips:
        start, length = text.units(first, last)
        ends = x_of(line, start), x_of(line, start + length)
        yield min(ends), max(ends) - min(ends)


def _formats(text: MatchText, styles: LineStyles) -> Iterator[QTextLayout.FormatRange]:
    ranges = [(text.units(first, last), _format(styles.match)) for first, last in text.ranges]
    ranges += [(text.units(at, at + 1), _format(styles.line_break)) for at in text.line_breaks]
    for (start, length), format_ in ranges:
        made = QTextLayout.FormatRange()
        made.start, made.length, made.format = start, length, format_
        yield made


def _format(style: TextStyle) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setForeground(style.color)
    made.setFontWeight(style.font.weight())
    return made
