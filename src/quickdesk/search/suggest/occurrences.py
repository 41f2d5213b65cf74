"""Where a piece occurs in the replies: 汉字 wherever they stand, Latin words and numbers as wholes."""

from collections.abc import Sequence

import numpy as np

from quickdesk.search.element import Element, Kind, literal
from quickdesk.search.matches import TITLE, Numbers, Part
from quickdesk.search.pinyin_segmentation import Path
from quickdesk.search.segment import Segment
from quickdesk.search.suggest.bm25 import Worths
from quickdesk.search.suggest.word_forms import beginning, forms

TITLE_WEIGHT = 3
_TAGS = TITLE + 1
_MANY = 16
_NOTHING: Numbers = np.zeros(0, np.int64)
_IN_WORDS = Element("abcdefghijklmnopqrstuvwxyz0123456789", Kind.LITERAL)


def at_most(segments: Sequence[Segment], piece: str) -> int:
    """Return a quick upper bound of how often a piece occurs."""
    path = _path(beginning(forms(piece)) if piece.isascii() else piece)
    return sum(segment.index.estimate(path, part) for segment in segments for part in Part)


def counted(segment: Segment, piece: str) -> tuple[Numbers, Worths]:
    """Return the rows that have a piece, ascending, and how often, as far as they are still there."""
    found = _of_word if piece.isascii() else _of_characters
    rows, counts = _tallied(found(segment, piece, Part.HEAD), found(segment, piece, Part.BODY), len(segment))
    living = segment.living(rows)
    return (rows, counts) if living is None else (rows[living], counts[living])


def _path(piece: str) -> Path:
    return tuple(element for char in piece for element in literal(char))


def _of_characters(segment: Segment, piece: str, part: Part) -> Numbers:
    """Return the row of each place."""
    path = _path(piece)
    if not segment.index.estimate(path, part):
        return _NOTHING
    candidates = segment.index.candidates(path, part)
    if part is Part.BODY:
        return candidates.row
    matches = candidates.details()
    rows: Numbers = matches.row[(matches.field == TITLE) | (matches.field == _TAGS)]
    return rows


def _of_word(segment: Segment, word: str, part: Part) -> Numbers:
    """Return the row of each place where a word stands in one of its forms."""
    known = forms(word)
    rows = np.unique(_beginning(segment, _path(beginning(known)), part, None))
    if not len(rows):
        return _NOTHING
    return np.concatenate([_whole(segment, _path(form), part, rows) for form in known])


def _whole(segment: Segment, path: Path, part: Part, rows: Numbers) -> Numbers:
    """Return the row of each place where a word begins and ends: without those that go on."""
    found = _beginning(segment, path, part, rows)
    longer = _beginning(segment, (*path, _IN_WORDS), part, rows) if len(found) else _NOTHING
    if not len(longer):
        return found
    having, counts = np.unique(found, return_counts=True)
    going_on, times = np.unique(longer, return_counts=True)
    counts[having.searchsorted(going_on)] -= times
    return having.repeat(counts)


def _beginning(segment: Segment, path: Path, part: Part, rows: Numbers | None) -> Numbers:
    """Return the row of each place where a word begins so."""
    if not segment.index.estimate(path, part):
        return _NOTHING
    matches = segment.index.candidates(path, part, rows).details()
    begins = ~matches.in_word
    if part is Part.HEAD:
        begins &= (matches.field == TITLE) | (matches.field == _TAGS)
    found: Numbers = matches.row[begins]
    return found


def _tallied(head: Numbers, body: Numbers, size: int) -> tuple[Numbers, Worths]:
    """Return each row once, ascending, and how often it is there: many are counted off, few are sorted."""
    if _MANY * (len(head) + len(body)) > size:
        counts = TITLE_WEIGHT * np.bincount(head, minlength=size) + np.bincount(body, minlength=size)
        rows = np.flatnonzero(counts)
        return rows, counts[rows].astype(np.float64)
    places = np.sort(np.concatenate((np.repeat(head, TITLE_WEIGHT), body)))
    begins = np.flatnonzero(np.diff(places, prepend=-1))
    return places[begins], np.diff(begins, append=len(places)).astype(np.float64)
