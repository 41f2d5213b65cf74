"""Where a piece occurs in the replies: 汉字 wherever they stand, Latin words and numbers as wholes."""

from collections.abc import Sequence

import numpy as np

from quickdesk.search.element import Element, ElementKind, literal
from quickdesk.search.matches import TITLE, Numbers, Part
from quickdesk.search.pinyin_segmentation import Path
from quickdesk.search.segment import Segment
from quickdesk.search.suggest.bm25 import Scores
from quickdesk.search.suggest.word_forms import common_prefix, forms

TITLE_WEIGHT = 3
_TAGS = TITLE + 1
_MANY = 16
_NOTHING: Numbers = np.zeros(0, np.int64)
_WORD_CHARACTER = Element("abcdefghijklmnopqrstuvwxyz0123456789", ElementKind.LITERAL)


def max_occurrences(segments: Sequence[Segment], term: str) -> int:
    """Return a quick upper bound of how often a piece occurs."""
    path = _path(common_prefix(forms(term)) if term.isascii() else term)
    return sum(segment.index.estimate(path, part) for segment in segments for part in Part)


def count_occurrences(segment: Segment, term: str) -> tuple[Numbers, Scores]:
    """Return the rows that have a piece, ascending, and how often, as far as they are still there."""
    found = _word_rows if term.isascii() else _character_rows
    rows, counts = _count_rows(found(segment, term, Part.HEAD), found(segment, term, Part.BODY), len(segment))
    alive = segment.alive_flags(rows)
    return (rows, counts) if alive is None else (rows[alive], counts[alive])


def _path(term: str) -> Path:
    return tuple(element for char in term for element in literal(char))


def _character_rows(segment: Segment, term: str, part: Part) -> Numbers:
    """Return the row of each place."""
    path = _path(term)
    if not segment.index.estimate(path, part):
        return _NOTHING
    candidates = segment.index.candidates(path, part)
    if part is Part.BODY:
        return candidates.row
    matches = candidates.details()
    rows: Numbers = matches.row[(matches.field == TITLE) | (matches.field == _TAGS)]
    return rows


def _word_rows(segment: Segment, word: str, part: Part) -> Numbers:
    """Return the row of each place where a word stands in one of its forms."""
    known = forms(word)
    rows = np.unique(_prefix_rows(segment, _path(common_prefix(known)), part, None))
    if not len(rows):
        return _NOTHING
    return np.concatenate([_whole_word_rows(segment, _path(form), part, rows) for form in known])


def _whole_word_rows(segment: Segment, path: Path, part: Part, rows: Numbers) -> Numbers:
    """Return the row of each place where a word begins and ends: without those that go on."""
    found = _prefix_rows(segment, path, part, rows)
    longer = _prefix_rows(segment, (*path, _WORD_CHARACTER), part, rows) if len(found) else _NOTHING
    if not len(longer):
        return found
    having, counts = np.unique(found, return_counts=True)
    going_on, times = np.unique(longer, return_counts=True)
    counts[having.searchsorted(going_on)] -= times
    return having.repeat(counts)


def _prefix_rows(segment: Segment, path: Path, part: Part, rows: Numbers | None) -> Numbers:
    """Return the row of each place where a word begins so."""
    if not segment.index.estimate(path, part):
        return _NOTHING
    matches = segment.index.candidates(path, part, rows).details()
    begins = ~matches.in_word
    if part is Part.HEAD:
        begins &= (matches.field == TITLE) | (matches.field == _TAGS)
    found: Numbers = matches.row[begins]
    return found


def _count_rows(head: Numbers, body: Numbers, size: int) -> tuple[Numbers, Scores]:
    """Return each row once, ascending, and how often it is there: many are counted off, few are sorted."""
    if _MANY * (len(head) + len(body)) > size:
        counts = TITLE_WEIGHT * np.bincount(head, minlength=size) + np.bincount(body, minlength=size)
        rows = np.flatnonzero(counts)
        return rows, counts[rows].astype(np.float64)
    places = np.sort(np.concatenate((np.repeat(head, TITLE_WEIGHT), body)))
    begins = np.flatnonzero(np.diff(places, prepend=-1))
    return places[begins], np.diff(begins, append=len(places)).astype(np.float64)
