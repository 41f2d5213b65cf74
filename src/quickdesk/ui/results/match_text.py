"""One line of a reply with the ranges that matched the query, independent of fonts and widgets.

The work is bounded for any reply: only the neighbourhood of the first match is processed.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from quickdesk.replies.field_names import named_fields
from quickdesk.search.hit import FieldName, Span
from quickdesk.ui.qt_text import displayable, to_index, to_units

LINE_BREAK_SIGN = "↵"
ELLIPSIS = "…"
PADDING = "\u00a0"
"""The space before and after the name of a field in its chip."""
MATCH_AT = 0.25
"""The position, as a fraction of the width, of a match that would otherwise be hidden."""
_KEPT_BEFORE = 160
"""Code points kept before the first match, or at the end of a path: more than the widest row shows."""
_KEPT_AFTER = 480
"""Code points kept from the start of the first match on: many of them may be white space."""
_SPACE = re.compile(r"\s+")
_IRREGULAR_SPACE = re.compile(r"[^\S ]|  |^ | $")
"""White space other than single spaces between words."""
_UNPADDED_SPACE, _IRREGULAR_UNPADDED = re.compile(r"[^\S\u00a0]+"), re.compile(r"[^\S \u00a0]|  |^ | $")
"""The same where PADDING is kept."""


@dataclass(frozen=True, slots=True)
class MatchText:
    """Text on one line; ``ranges`` are the matches, ``line_breaks`` the line break signs, in code points.

    ``chips`` are the ranges of the names of fields with their padding.
    """

    text: str
    ranges: tuple[tuple[int, int], ...] = ()
    line_breaks: tuple[int, ...] = ()
    chips: tuple[tuple[int, int], ...] = ()

    def tail(self, start: int) -> "MatchText":
        """Return the text from ``start`` on, after an ellipsis."""
        moved = [(max(first, start), last) for first, last in self.ranges if last > start]
        shift = len(ELLIPSIS) - start
        return MatchText(
            ELLIPSIS + self.text[start:],
            tuple((first + shift, last + shift) for first, last in moved),
            tuple(at + shift for at in self.line_breaks if at >= start),
            tuple((max(first, start) + shift, last + shift) for first, last in self.chips if last > start),
        )

    def head(self, end: int) -> "MatchText":
        """Return the text before ``end``, followed by an ellipsis."""
        return MatchText(
            self.text[:end].rstrip(" ") + ELLIPSIS,
            tuple((first, min(last, end)) for first, last in self.ranges if first < end),
            tuple(at for at in self.line_breaks if at < end),
            tuple((first, min(last, end)) for first, last in self.chips if first < end),
        )

    def whole_chips_end(self, end: int, start: int = 0) -> int:
        """Return the end of a visible part from ``start`` to at most ``end`` that cuts no chip."""
        return next((first for first, last in self.chips if start < first < end < last), end)

    def whole_chips_start(self, start: int) -> int:
        """Return the start of a visible part from about ``start`` that cuts no chip.

        A chip is left out, unless it has the first match.
        """
        for first, last in self.chips:
            if first < start < last:
                return first if self.ranges and self.ranges[0][0] < last else last
        return start

    def units(self, start: int, end: int) -> tuple[int, int]:
        """Return a range as start and length in UTF-16 units."""
        first = to_units(self.text, start)
        return first, to_units(self.text, end) - first


def match_ranges(text: str, field: FieldName, spans: Iterable[Span]) -> tuple[tuple[int, int], ...]:
    """Return the ranges where a field matched, in code points, sorted and merged, within the text."""
    found: list[tuple[int, int]] = []
    own = [span for span in spans if span.field == field]
    for span in sorted(own, key=_start) if own else ():
        first, last = to_index(text, span.start), to_index(text, span.start + span.length)
        if found and first <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], last))
        elif last > first:
            found.append((first, last))
    return tuple(found)


def body_line(body: str, ranges: tuple[tuple[int, int], ...]) -> MatchText:
    """Return a body on one line, as :func:`one_line`, with its fields as chips."""
    if "{" not in body and "}" not in body:
        return one_line(body, ranges)
    named, begin = named_fields(body, ranges[0][0] if ranges else 0, PADDING)
    end = begin + named.length
    seen = [(max(first, begin), min(last, end)) for first, last in ranges if first < end and last > begin]
    found = [named.range_of(first - begin, last - begin) for first, last in seen]
    line = one_line(named.text, _merged(found), named.fields)
    if end < len(body) and not line.text.endswith(ELLIPSIS):
        line = line.head(len(line.text))
    return line.tail(0) if begin and not line.text.startswith(ELLIPSIS) else line


def one_line(
    text: str, ranges: tuple[tuple[int, int], ...], chips: tuple[tuple[int, int], ...] = ()
) -> MatchText:
    """Return a text on one line: line breaks become a sign, other white space a single space.

    Only the neighbourhood of the first match of a long text is kept. ``chips`` are the names of fields with
    their padding, which is kept.
    """
    first_match = ranges[0][0] if ranges else 0
    begin = max(0, first_match - _KEPT_BEFORE)
    window = displayable(text[begin : first_match + _KEPT_AFTER])
    line, positions = _flattened(window, keeps_padding=bool(chips))
    made = MatchText(
        line,
        tuple(
            (positions[first - begin], positions[min(last - begin, len(window))])
            for first, last in ranges
            if first - begin < len(window)
        ),
        tuple(at.start() for at in re.finditer(LINE_BREAK_SIGN, line)) if LINE_BREAK_SIGN in line else (),
        tuple(
            (positions[max(first - begin, 0)], positions[min(last - begin, len(window))])
            for first, last in chips
            if begin < last and first - begin < len(window)
        ),
    )
    if begin + len(window) < len(text):
        made = made.head(len(made.text))
    return made.tail(0) if begin else made


def path_end(text: str) -> MatchText:
    """Return the end of a text on one line, or all of it if it is short."""
    line = one_line(text[-_KEPT_BEFORE:], ())
    return line.tail(0) if len(text) > _KEPT_BEFORE else line


def _merged(ranges: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    merged: list[tuple[int, int]] = []
    for first, last in ranges:
        if merged and first <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], last))
        elif last > first:
            merged.append((first, last))
    return tuple(merged)


def _flattened(window: str, *, keeps_padding: bool) -> tuple[str, Sequence[int]]:
    """Return the line and, for each position in the window, its position in the line."""
    space_of, irregular = (
        (_UNPADDED_SPACE, _IRREGULAR_UNPADDED) if keeps_padding else (_SPACE, _IRREGULAR_SPACE)
    )
    if not irregular.search(window):
        return window, range(len(window) + 1)
    out: list[str] = []
    positions: list[int] = []
    read = written = 0
    for space in space_of.finditer(window):
        start, end = space.span()
        out.append(window[read:start])
        positions += range(written, written + start - read)
        written += start - read
        positions += [written] * (end - start)
        if written and end < len(window):
            out.append(f" {LINE_BREAK_SIGN} " if _breaks(space[0]) else " ")
            written += len(out[-1])
        read = end
    out.append(window[read:])
    positions += range(written, written + len(window) - read + 1)
    return "".join(out), positions


def _start(span: Span) -> int:
    return span.start


def _breaks(space: str) -> bool:
    return any(character in "\n\r\u2028\u2029" for character in space)
