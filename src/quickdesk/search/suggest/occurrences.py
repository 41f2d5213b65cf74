"""Occurrences of terms in the replies: 汉字 anywhere, Latin words and numbers as whole words."""

import numpy as np

from quickdesk.search.element import Element, ElementKind, literal
from quickdesk.search.matches import FIELDS, Numbers, Part
from quickdesk.search.pinyin_segmentation import Path
from quickdesk.search.ranking import Scores
from quickdesk.search.segment import Segment
from quickdesk.search.suggest.word_forms import common_prefix, forms

TITLE_WEIGHT = 3
_IN_HEAD = np.isin(FIELDS, ("title", "tags", "asks"))
"""A mask of the fields of a head that count, all as much as a title."""
_MANY = 16
_NOTHING: Numbers = np.zeros(0, np.int64)
_WORD_CHARACTER = Element("abcdefghijklmnopqrstuvwxyz0123456789", ElementKind.LITERAL)


def count_occurrences(segment: Segment, term: str) -> tuple[Numbers, Scores]:
    """Return the rows that contain a term, ascending, and its weighted counts; dropped rows are left out."""
    found = _word_rows if term.isascii() else _character_rows
    rows, counts = _count_rows(found(segment, term, Part.HEAD), found(segment, term, Part.BODY), len(segment))
    alive = segment.alive_flags(rows)
    return (rows, counts) if alive is None else (rows[alive], counts[alive])


def _path(term: str) -> Path:
    return tuple(element for char in term for element in literal(char))


def _character_rows(segment: Segment, term: str, part: Part) -> Numbers:
    """Return the row of each occurrence."""
    path = _path(term)
    if not segment.index.estimate(path, part):
        return _NOTHING
    candidates = segment.index.candidates(path, part)
    if part is Part.BODY:
        return candidates.row
    matches = candidates.details()
    rows: Numbers = matches.row[_IN_HEAD[matches.field]]
    return rows


def _word_rows(segment: Segment, word: str, part: Part) -> Numbers:
    """Return the row of each occurrence of a word in any of its forms."""
    known = forms(word)
    rows = np.unique(_prefix_rows(segment, _path(common_prefix(known)), part, None))
    if not len(rows):
        return _NOTHING
    return np.concatenate([_whole_word_rows(segment, _path(form), part, rows) for form in known])


def _whole_word_rows(segment: Segment, path: Path, part: Part, rows: Numbers) -> Numbers:
    """Return the row of each occurrence of a whole word, leaving out longer words."""
    found = _prefix_rows(segment, path, part, rows)
    longer = _prefix_rows(segment, (*path, _WORD_CHARACTER), part, rows) if len(found) else _NOTHING
    if not len(longer):
        return found
    having, counts = np.unique(found, return_counts=True)
    going_on, times = np.unique(longer, return_counts=True)
    counts[having.searchsorted(going_on)] -= times
    return having.repeat(counts)


def _prefix_rows(segment: Segment, path: Path, part: Part, rows: Numbers | None) -> Numbers:
    """Return the row of each position where a word begins with this path."""
    if not segment.index.estimate(path, part):
        return _NOTHING
    matches = segment.index.candidates(path, part, rows).details()
    begins = ~matches.in_word
    if part is Part.HEAD:
        begins &= _IN_HEAD[matches.field]
    found: Numbers = matches.row[begins]
    return found


def _count_rows(head: Numbers, body: Numbers, size: int) -> tuple[Numbers, Scores]:
    """Return the distinct rows, ascending, and their weighted counts; few rows are sorted, many counted."""
    if _MANY * (len(head) + len(body)) > size:
        counts = TITLE_WEIGHT * np.bincount(head, minlength=size) + np.bincount(body, minlength=size)
        rows = np.flatnonzero(counts)
        return rows, counts[rows].astype(np.float64)
    positions = np.sort(np.concatenate((np.repeat(head, TITLE_WEIGHT), body)))
    begins = np.flatnonzero(np.diff(positions, prepend=-1))
    return positions[begins], np.diff(begins, append=len(positions)).astype(np.float64)
