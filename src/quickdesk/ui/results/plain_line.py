"""Lines of letters, signs, Chinese and simple emoji, cut by summing up the widths of their characters.

Segments of one style are drawn one after another. Kerning that narrows a text is left out of the sum, so at
worst a line is cut a little early.

QTextLayout is not used: for each letter typed the palette shows about forty new lines, and laying them out
took half of the time of a list (1.5-3 ms of CPU; 25-50 us per QTextLayout, measured with PySide6 6.11). Text
with joining or combining characters or right-to-left scripts is left to ``text_line``.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import Final, TypeAlias

from quickdesk.ui.results.match_text import ELLIPSIS, MATCH_AT, MatchText
from quickdesk.ui.results.text_style import HAN, ChipBox, LineStyles, TextRuns, TextStyle

_PLAIN: Final = re.compile(
    "[ -~\u00a0-\u024f\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2100-\u2bff"
    "\u3000-\u3029\u3030-\u3098\u309b-\u9fff\uff00-\uff60"
    "\U0001f300-\U0001f3fa\U0001f400-\U0001f64f\U0001f680-\U0001f6ff\U0001f900-\U0001f9ff]*"
)
"""No combining marks, skin tones or flags (Unicode 16, UAX #29), no right-to-left scripts."""
_NEVER_KERNED: Final = re.compile("[0-9 \u00a0\u4e00-\u9fff]*")
"""Characters that no font kerns."""
_MAX_KERNING_FACTOR: Final = 1.1
"""The maximum width of a text, in multiples of the sum of its character widths."""
_MIN_WIDTH: Final = 0.2
"""The minimum width of any of these characters, in widths of a Chinese one."""

_Segment: TypeAlias = tuple[float, str, TextStyle]
"""Its x coordinate, in pixels from the left of the line, its text and its style."""


@dataclass(frozen=True)
class PlainLine:
    """A line as segments of one style each."""

    segments: tuple[_Segment, ...]
    text: str
    chips: tuple[ChipBox, ...] = ()

    @cached_property
    def width(self) -> float:
        """The width of the text in pixels; computed lazily, because it is rarely needed."""
        if not self.segments:
            return 0.0
        x, text, style = self.segments[-1]
        return x + _advance(text, style)

    def certainly_fits(self, width: float) -> bool:
        """Return, without measuring, whether it is much narrower than ``width``."""
        if not self.segments:
            return True
        x, text, style = self.segments[-1]
        return x + _MAX_KERNING_FACTOR * sum(map(style.widths.__getitem__, text)) <= width

    def draw(self, runs: TextRuns, left: float, baseline: float) -> None:
        """Add the line to ``runs`` at a baseline."""
        for x, text, style in self.segments:
            runs.add(left + x, baseline, text, style)


def plain_line(text: MatchText, styles: LineStyles, width: float) -> PlainLine | None:
    """Return the text elided to ``width`` pixels, with its first match visible; None if it is not plain."""
    reach = int(width / (_MIN_WIDTH * styles.plain.widths[HAN])) + 1
    first, last = text.ranges[0] if text.ranges else (0, 0)
    begin, end = max(first - reach, 0), min(last + reach, len(text.text))
    if not _PLAIN.fullmatch(text.text, begin, end):
        return None
    edges = _edges(text, begin, end, styles)
    if edges[-1] > width or end < len(text.text) or begin:
        text = _cut(text, begin, edges, width, styles.plain.widths[ELLIPSIS])
    return _drawn(text, styles, width)


def plain_path(text: MatchText, styles: LineStyles, width: float) -> PlainLine | None:
    """Return a path elided at its beginning to ``width`` pixels; None if it is not plain.

    If that would hide the first match, the path is elided like :func:`plain_line` does.
    """
    if not _PLAIN.fullmatch(text.text):
        return None
    edges = _edges(text, 0, len(text.text), styles)
    if edges[-1] <= width:
        return _drawn(text, styles, width)
    start = bisect_left(edges, edges[-1] - width + styles.plain.widths[ELLIPSIS])
    if text.ranges and text.ranges[0][0] < start:
        return plain_line(text, styles, width)
    return _drawn(text.tail(start), styles, width)


def _edges(text: MatchText, begin: int, end: int, styles: LineStyles) -> list[float]:
    """Return the left edges of the characters and the right edge of the last, in pixels from the first."""
    widths = list(map(styles.plain.widths.__getitem__, text.text[begin:end]))
    for first, last in text.ranges:
        part = text.text[max(first, begin) : min(last, end)]
        if part:
            at = max(first, begin) - begin
            widths[at : at + len(part)] = map(styles.match.widths.__getitem__, part)
    return list(accumulate(widths, initial=0.0))


def _cut(text: MatchText, begin: int, edges: list[float], width: float, ellipsis_width: float) -> MatchText:
    """Return the visible part of a text that is too wide; ``edges`` start at ``begin``."""
    start, available = 0, max(width - ellipsis_width, 0.0)
    reaches_end = begin + len(edges) - 1 == len(text.text)
    if text.ranges:
        first, last = text.ranges[0]
        if begin or edges[last - begin] > available:
            left = edges[first - begin] - available * MATCH_AT
            start = bisect_left(edges, min(left, edges[-1] - available) if reaches_end else left)
            start = text.whole_chips_start(begin + start) - begin
            available = max(available - ellipsis_width, 0.0) if begin + start else available
    stop = edges[start] + available
    end = bisect_right(edges, stop) - 1
    fits = reaches_end and edges[-1] <= stop + ellipsis_width
    visible = text if fits else text.head(text.whole_chips_end(begin + max(end, 0), begin + start))
    return visible.tail(begin + start) if begin + start else visible


def _drawn(text: MatchText, styles: LineStyles, width: float) -> PlainLine | None:
    segments: list[_Segment] = []
    for part, style in _styled_spans(text, styles):
        x = segments[-1][0] + _advance(*segments[-1][1:]) if segments else 0.0
        segments.append((x, part, style))
    line = PlainLine(tuple(segments), text.text, tuple(_chip_boxes(text, segments)) if text.chips else ())
    return line if line.certainly_fits(width) or line.width <= width else None


def _styled_spans(text: MatchText, styles: LineStyles) -> Iterator[tuple[str, TextStyle]]:
    """Yield the text in parts of one style, from left to right."""
    if not text.ranges and not text.line_breaks:
        yield text.text, styles.plain
        return
    styled = [(first, last, styles.match) for first, last in text.ranges]
    styled += [(at, at + 1, styles.line_break) for at in text.line_breaks]
    done = 0
    for first, last, style in sorted(styled, key=_position):
        if first > done:
            yield text.text[done:first], styles.plain
        if last > done:
            yield text.text[max(first, done) : last], style
            done = last
    if done < len(text.text):
        yield text.text[done:], styles.plain


def _chip_boxes(text: MatchText, segments: list[_Segment]) -> Iterator[ChipBox]:
    edges = [edge for chip in text.chips for edge in chip]
    found: list[float] = []
    at = 0
    for x, part, style in segments:
        while len(found) < len(edges) and edges[len(found)] <= at + len(part):
            found.append(x + _advance(part[: edges[len(found)] - at], style))
        at += len(part)
    return ((left, right - left) for left, right in zip(found[::2], found[1::2], strict=True))


def _position(span: tuple[int, int, TextStyle]) -> tuple[int, int]:
    return span[:2]


def _advance(text: str, style: TextStyle) -> float:
    if _NEVER_KERNED.fullmatch(text):
        return sum(map(style.widths.__getitem__, text))
    return style.advance(text)
