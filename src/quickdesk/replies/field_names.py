"""A body for a list: each field is shown by its name, without its braces, its default and its choices."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from quickdesk.replies.template import Text, parse_with_errors

MAX_SHOWN_NAME = 16
"""The longest name of a field that is shown whole, in code points; of a longer one the beginning is shown."""
_ELLIPSIS = "…"
_MAX_PARSED = 2_000
"""The longest text that is parsed at once, in code points: more than a list shows of a reply."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """A part of a body, from ``start`` to ``end``, and what is shown of it, from ``at`` on.

    Of a field ``source`` is where its name is in the body; of other text it is ``start``.
    """

    start: int
    end: int
    shown: str
    at: int
    source: int
    is_field: bool = False

    def holds(self, first: int, last: int) -> bool:
        """Return whether a range in the body has a part that is shown."""
        return not self.is_field or (first < self.source + len(self.shown) and last > self.source)

    def position(self, position: int) -> int:
        """Return the position in the text of a position in the body."""
        return self.at + min(max(position - self.source, 0), len(self.shown))


@dataclass(frozen=True, slots=True)
class NamedFields:
    """The text with the names of the fields; ``fields`` are their ranges in it, in code points.

    ``length`` is the length of the part of the body that the text was made of.
    """

    text: str
    fields: tuple[tuple[int, int], ...]
    length: int
    _pieces: tuple[_Piece, ...]

    def range_of(self, first: int, last: int) -> tuple[int, int]:
        """Return the range in the text of a range that is not empty in the body.

        A range in the default or in the choices of a field, which are not shown, is the whole name.
        """
        begin, end = self._piece_at(first), self._piece_at(last - 1)
        is_shown = begin.holds(first, last)
        start = begin.position(first) if is_shown else begin.at
        stop = end.position(last) if end.holds(first, last) else end.at + len(end.shown)
        return start, stop

    def _piece_at(self, position: int) -> _Piece:
        return self._pieces[max(bisect_right(self._pieces, position, key=_start) - 1, 0)]


def named_fields(body: str, position: int = 0, padding: str = "") -> tuple[NamedFields, int]:
    """Return the text around a position of a body, and where in the body it begins.

    What is not a valid field is shown as it is written; ``padding`` stands before and after each name. Of a
    long body only the neighbourhood is returned.
    """
    if len(body) <= _MAX_PARSED:
        return _named(body, padding), 0
    begin = _before_field(body, max(position - _MAX_PARSED // 4, 0))
    return _named(body[begin : begin + _MAX_PARSED], padding), begin


def with_short_fields(body: str) -> str:
    """Return a body with its fields as ``{name}``, for texts without colours."""
    if "{" not in body:
        return body
    return "".join(f"{{{piece.shown}}}" if piece.is_field else piece.shown for piece in _pieces(body))


@lru_cache(maxsize=1_000)
def _named(body: str, padding: str) -> NamedFields:
    pieces = tuple(_pieces(body, len(padding)))
    text = "".join(f"{padding}{each.shown}{padding}" if each.is_field else each.shown for each in pieces)
    pad = len(padding)
    fields = tuple((each.at - pad, each.at + len(each.shown) + pad) for each in pieces if each.is_field)
    return NamedFields(text, fields, len(body), pieces)


def _pieces(body: str, padding: int = 0) -> Iterator[_Piece]:
    done = at = 0
    for part in parse_with_errors(body).parts:
        if part.start > done:  # what is not valid
            yield _Piece(done, part.start, body[done : part.start], at, done)
            at += part.start - done
        if isinstance(part, Text):
            yield _Piece(part.start, part.end, part.text, at, part.start)
            at += len(part.text)
        else:
            name, source = _shortened(part.name), max(body.find(part.name, part.start, part.end), part.start)
            yield _Piece(part.start, part.end, name, at + padding, source, is_field=True)
            at += len(name) + 2 * padding
        done = part.end
    if done < len(body) or not body:
        yield _Piece(done, len(body), body[done:], at, done)


def _shortened(name: str) -> str:
    return name if len(name) <= MAX_SHOWN_NAME else name[: MAX_SHOWN_NAME - 1] + _ELLIPSIS


def _before_field(body: str, position: int) -> int:
    """Return a position at or before this one, which is not within a field if the field is not too long."""
    opening = body.rfind("{", max(position - _MAX_PARSED // 4, 0), position)
    if opening < 0 or any(body.find(end, opening, position) >= 0 for end in "}\n\r"):
        return position
    return opening - 1 if body[opening - 1 : opening] == "{" else opening


def _start(piece: _Piece) -> int:
    return piece.start
