"""A line of letters, signs, Chinese and simple emoji: where to cut is told by adding the widths of characters
up, and stretches of one look are drawn one after another. What two characters save where they move together
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

from quickdesk.ui.results.ink import HAN, Ink, LineLook, TextRuns
from quickdesk.ui.results.match_text import ELLIPSIS, MATCH_AT, MatchText

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

_Piece: TypeAlias = tuple[float, str, Ink]
"""Where it begins, in pixels from the left of the line."""


@dataclass(frozen=True)
class PlainLine:
    """One line, ready to be drawn."""

    pieces: tuple[_Piece, ...]
    text: str

    @cached_property
    def width(self) -> float:
        """The width of the text in pixels; measured when asked for, as few lines are asked."""
        if not self.pieces:
            return 0.0
        x, text, ink = self.pieces[-1]
        return x + _advance(text, ink)

    def surely_fits(self, width: float) -> bool:
        """Say without measuring it whether it is a good deal narrower than that."""
        if not self.pieces:
            return True
        x, text, ink = self.pieces[-1]
        return x + _SURELY * sum(map(ink.widths.__getitem__, text)) <= width

    def draw(self, runs: TextRuns, left: float, baseline: float) -> None:
        """Have it drawn with its baseline where it is wanted."""
        for x, text, ink in self.pieces:
            runs.add(left + x, baseline, text, ink)


def plain_line(text: MatchText, look: LineLook, width: float) -> PlainLine | None:
    """Return the text in at most ``width`` pixels, its first match in sight; None where it is not plain."""
    reach = int(width / (_LEAST * look.plain.widths[HAN])) + 1
    first, last = text.ranges[0] if text.ranges else (0, 0)
    begin, end = max(first - reach, 0), min(last + reach, len(text.text))
    if not _PLAIN.fullmatch(text.text, begin, end):
        return None
    edges = _edges(text, begin, end, look)
    if edges[-1] > width or end < len(text.text) or begin:
        text = _cut(text, begin, edges, width, look.plain.widths[ELLIPSIS])
    return _drawn(text, look, width)


def plain_path(text: MatchText, look: LineLook, width: float) -> PlainLine | None:
    """Return a path in at most ``width`` pixels, its end in sight; None where it is not plain.

    A match that would be out of sight then is kept in sight as :func:`plain_line` does.
    """
    if not _PLAIN.fullmatch(text.text):
        return None
    edges = _edges(text, 0, len(text.text), look)
    if edges[-1] <= width:
        return _drawn(text, look, width)
    start = bisect_left(edges, edges[-1] - width + look.plain.widths[ELLIPSIS])
    if text.ranges and text.ranges[0][0] < start:
        return plain_line(text, look, width)
    return _drawn(text.since(start), look, width)


def _edges(text: MatchText, begin: int, end: int, look: LineLook) -> list[float]:
    """Return where each character begins and the last one ends, in pixels from the left of the first."""
    widths = list(map(look.plain.widths.__getitem__, text.text[begin:end]))
    for first, last in text.ranges:
        some = text.text[max(first, begin) : min(last, end)]
        if some:
            at = max(first, begin) - begin
            widths[at : at + len(some)] = map(look.match.widths.__getitem__, some)
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
    seen = text if fits else text.until(begin + max(end, 0))
    return seen.since(begin + start) if begin + start else seen


def _drawn(text: MatchText, look: LineLook, width: float) -> PlainLine | None:
    pieces: list[_Piece] = []
    for some, ink in _stretches(text, look):
        x = pieces[-1][0] + _advance(*pieces[-1][1:]) if pieces else 0.0
        pieces.append((x, some, ink))
    line = PlainLine(tuple(pieces), text.text)
    return line if line.surely_fits(width) or line.width <= width else None


def _stretches(text: MatchText, look: LineLook) -> Iterator[tuple[str, Ink]]:
    """Return the text in pieces of one ink, from the left."""
    if not text.ranges and not text.marks:
        yield text.text, look.plain
        return
    apart = [(first, last, look.match) for first, last in text.ranges]
    apart += [(mark, mark + 1, look.mark) for mark in text.marks]
    done = 0
    for first, last, ink in sorted(apart, key=_where):
        if first > done:
            yield text.text[done:first], look.plain
        if last > done:
            yield text.text[max(first, done) : last], ink
            done = last
    if done < len(text.text):
        yield text.text[done:], look.plain


def _where(stretch: tuple[int, int, Ink]) -> tuple[int, int]:
    return stretch[:2]


def _advance(text: str, ink: Ink) -> float:
    if _ALONE.fullmatch(text):
        return sum(map(ink.widths.__getitem__, text))
    return ink.advance(text)
