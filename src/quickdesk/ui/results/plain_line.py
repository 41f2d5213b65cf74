"""A line of letters, signs, Chinese and simple emoji: where to cut is told by adding the widths of characters
up, and stretches of one style are drawn one after another. What two characters save where they move together
is left out of the sum, never the other way: a line is cut a little early at worst.

Nothing is laid out for that: with every letter typed a palette shows some forty lines it never showed before,
and laying them out by QTextLayout took half of the time that a list takes (1.5-3 ms of CPU, a QTextLayout
25-50 us, measured with PySide6 6.11). What joins, combines or runs backwards is for ``laid_out_line``.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import Final, TypeAlias

from quickdesk.ui.results.match_text import ELLIPSIS, MATCH_AT, MatchText
from quickdesk.ui.results.text_style import HAN, LineStyles, TextRuns, TextStyle

_PLAIN: Final = re.compile(
    "[ -~\u00a0-\u024f\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2100-\u2bff"
    "\u3000-\u3029\u3030-\u3098\u309b-\u9fff\uff00-\uff60"
    "\U0001f300-\U0001f3fa\U0001f400-\U0001f64f\U0001f680-\U0001f6ff\U0001f900-\U0001f9ff]*"
)
"""No marks that combine, no skin tones or flags (Unicode 16, UAX #29), nothing that runs backwards."""
_ALONE: Final = re.compile("[0-9 \u4e00-\u9fff]*")
"""What no font moves closer together."""
_SURELY: Final = 1.1
"""Characters together are never wider than this many times what each is alone."""
_LEAST: Final = 0.2
"""How wide any of these characters is at least, in widths of a Chinese one."""

_Segment: TypeAlias = tuple[float, str, TextStyle]
"""Where it begins, in pixels from the left of the line."""


@dataclass(frozen=True)
class PlainLine:
    """One line, ready to be drawn."""

    segments: tuple[_Segment, ...]
    text: str

    @cached_property
    def width(self) -> float:
        """The width of the text in pixels; measured when asked for, as few lines are asked."""
        if not self.segments:
            return 0.0
        x, text, style = self.segments[-1]
        return x + _advance(text, style)

    def surely_fits(self, width: float) -> bool:
        """Say without measuring it whether it is a good deal narrower than that."""
        if not self.segments:
            return True
        x, text, style = self.segments[-1]
        return x + _SURELY * sum(map(style.widths.__getitem__, text)) <= width

    def draw(self, runs: TextRuns, left: float, baseline: float) -> None:
        """Have it drawn with its baseline where it is wanted."""
        for x, text, style in self.segments:
            runs.add(left + x, baseline, text, style)


def plain_line(text: MatchText, styles: LineStyles, width: float) -> PlainLine | None:
    """Return the text in at most ``width`` pixels, its first match in sight; None where it is not plain."""
    reach = int(width / (_LEAST * styles.plain.widths[HAN])) + 1
    first, last = text.ranges[0] if text.ranges else (0, 0)
    begin, end = max(first - reach, 0), min(last + reach, len(text.text))
    if not _PLAIN.fullmatch(text.text, begin, end):
        return None
    edges = _edges(text, begin, end, styles)
    if edges[-1] > width or end < len(text.text) or begin:
        text = _cut(text, begin, edges, width, styles.plain.widths[ELLIPSIS])
    return _drawn(text, styles, width)


def plain_path(text: MatchText, styles: LineStyles, width: float) -> PlainLine | None:
    """Return a path in at most ``width`` pixels, its end in sight; None where it is not plain.

    A match that would be out of sight then is kept in sight as :func:`plain_line` does.
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
    """Return where each character begins and the last one ends, in pixels from the left of the first."""
    widths = list(map(styles.plain.widths.__getitem__, text.text[begin:end]))
    for first, last in text.ranges:
        some = text.text[max(first, begin) : min(last, end)]
        if some:
            at = max(first, begin) - begin
            widths[at : at + len(some)] = map(styles.match.widths.__getitem__, some)
    return list(accumulate(widths, initial=0.0))


def _cut(text: MatchText, begin: int, edges: list[float], width: float, dots: float) -> MatchText:
    """Return what can be seen of a text that is too wide; ``edges`` are those from ``begin`` on."""
    start, room = 0, max(width - dots, 0.0)
    reaches_end = begin + len(edges) - 1 == len(text.text)
    if text.ranges:
        first, last = text.ranges[0]
        if begin or edges[last - begin] > room:
            left = edges[first - begin] - room * MATCH_AT
            start = bisect_left(edges, min(left, edges[-1] - room) if reaches_end else left)
            room = max(room - dots, 0.0) if begin + start else room
    stop = edges[start] + room
    end = bisect_right(edges, stop) - 1
    fits = reaches_end and edges[-1] <= stop + dots
    seen = text if fits else text.head(begin + max(end, 0))
    return seen.tail(begin + start) if begin + start else seen


def _drawn(text: MatchText, styles: LineStyles, width: float) -> PlainLine | None:
    segments: list[_Segment] = []
    for some, style in _styled_spans(text, styles):
        x = segments[-1][0] + _advance(*segments[-1][1:]) if segments else 0.0
        segments.append((x, some, style))
    line = PlainLine(tuple(segments), text.text)
    return line if line.surely_fits(width) or line.width <= width else None


def _styled_spans(text: MatchText, styles: LineStyles) -> Iterator[tuple[str, TextStyle]]:
    """Return the text in segments of one style, from the left."""
    if not text.ranges and not text.line_breaks:
        yield text.text, styles.plain
        return
    apart = [(first, last, styles.match) for first, last in text.ranges]
    apart += [(at, at + 1, styles.line_break) for at in text.line_breaks]
    done = 0
    for first, last, style in sorted(apart, key=_position):
        if first > done:
            yield text.text[done:first], styles.plain
        if last > done:
            yield text.text[max(first, done) : last], style
            done = last
    if done < len(text.text):
        yield text.text[done:], styles.plain


def _position(stretch: tuple[int, int, TextStyle]) -> tuple[int, int]:
    return stretch[:2]


def _advance(text: str, style: TextStyle) -> float:
    if _ALONE.fullmatch(text):
        return sum(map(style.widths.__getitem__, text))
    return style.advance(text)
