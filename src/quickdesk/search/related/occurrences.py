"""Where the forms of a concept occur in the replies: 汉字 anywhere, Latin words as wholes."""

from dataclasses import dataclass

import numpy as np

from quickdesk.search.element import Element, ElementKind
from quickdesk.search.matches import FIELDS, Numbers, Part
from quickdesk.search.pinyin_segmentation import Path
from quickdesk.search.ranking import Scores
from quickdesk.search.related.concepts import Form, path_of
from quickdesk.search.related.word_forms import common_prefix, forms
from quickdesk.search.segment import Segment

_WEIGHTS = {"title": 1.0, "asks": 1.0, "tags": 0.75, "folder": 0.25}
"""The weights of the fields of a head; a code is never compared."""
_FIELD_WEIGHTS = np.array([_WEIGHTS.get(name, 0.0) for name in FIELDS])
_QUESTION_WEIGHTS = np.where(_FIELD_WEIGHTS == 1.0, 1.0, 0.0)
_MANY = 16
_NOTHING: Numbers = np.zeros(0, np.int64)
_WORD_CHARACTER = Element("abcdefghijklmnopqrstuvwxyz0123456789", ElementKind.LITERAL)


@dataclass(frozen=True, slots=True)
class Counts:
    """The rows of a segment that contain a form, ascending, and how often; in a head the weight."""

    rows: Numbers
    counts: Scores


_NOWHERE = Counts(_NOTHING, np.zeros(0))


def count_occurrences(segment: Segment, form: Form, part: Part) -> Counts:
    """Return where a form occurs in a part of the rows that are not dropped."""
    if part is Part.BODY:
        return _NOWHERE if form.is_of_titles else _counted(segment, _body(segment, form))
    rows, weights = _head_of_word(segment, form.text) if not form.path else _head(segment, form)
    return _best_of_fields(segment, rows, weights)


def _head(segment: Segment, form: Form) -> tuple[Numbers, Scores]:
    """Return the row and the weight of each occurrence in a head."""
    if not segment.index.estimate(form.path, Part.HEAD):
        return _NOTHING, np.zeros(0)
    matches = segment.index.candidates(form.path, Part.HEAD).details()
    weights = _QUESTION_WEIGHTS if form.is_of_titles else _FIELD_WEIGHTS
    return matches.row, weights[matches.field]


def sorted_distinct(rows: Numbers) -> Numbers:
    """Return the distinct numbers, ascending; faster than np.unique, as they are nearly sorted."""
    if not len(rows):
        return rows
    ordered = np.sort(rows, kind="stable")
    is_first = np.ones(len(rows), np.bool_)
    np.not_equal(ordered[1:], ordered[:-1], out=is_first[1:])
    return ordered[is_first]


def _body(segment: Segment, form: Form) -> Numbers:
    """Return the row of each occurrence in a body."""
    if not form.path:
        return _rows_with_word(segment, form.text, Part.BODY)
    if not segment.index.estimate(form.path, Part.BODY):
        return _NOTHING
    return segment.index.candidates(form.path, Part.BODY).row


def _head_of_word(segment: Segment, word: str) -> tuple[Numbers, Scores]:
    rows = _rows_with_word(segment, word, Part.HEAD)
    return rows, np.ones(len(rows))


def _rows_with_word(segment: Segment, word: str, part: Part) -> Numbers:
    """Return the row of each occurrence of a word in any of its forms."""
    known = forms(word)
    rows = sorted_distinct(_rows_with_prefix(segment, path_of(common_prefix(known)), part, None))
    if not len(rows):
        return _NOTHING
    return np.concatenate([_rows_with_whole_word(segment, path_of(form), part, rows) for form in known])


def _rows_with_whole_word(segment: Segment, path: Path, part: Part, rows: Numbers) -> Numbers:
    """Return the row of each occurrence of a whole word, leaving out longer words."""
    found = _rows_with_prefix(segment, path, part, rows)
    longer = _rows_with_prefix(segment, (*path, _WORD_CHARACTER), part, rows) if len(found) else _NOTHING
    if not len(longer):
        return found
    having, counts = np.unique(found, return_counts=True)
    going_on, times = np.unique(longer, return_counts=True)
    counts[having.searchsorted(going_on)] -= times
    return having.repeat(counts)


def _rows_with_prefix(segment: Segment, path: Path, part: Part, rows: Numbers | None) -> Numbers:
    """Return the row of each position where a word begins with this path."""
    if not segment.index.estimate(path, part):
        return _NOTHING
    matches = segment.index.candidates(path, part, rows).details()
    begins = ~matches.in_word
    if part is Part.HEAD:
        begins &= _FIELD_WEIGHTS[matches.field] > 0
    found: Numbers = matches.row[begins]
    return found


def _best_of_fields(segment: Segment, rows: Numbers, weights: Scores) -> Counts:
    """Return the distinct rows that are not dropped, ascending, with the weight of their best field.

    A reply with many ways to ask is not more about each word of them.
    """
    if not len(rows):
        return _NOWHERE
    if _MANY * len(rows) > len(segment):
        every = np.zeros(len(segment))
        np.maximum.at(every, rows, weights)
        some: Numbers = np.flatnonzero((every > 0) & segment.alive)
        return Counts(some, every[some])
    found = sorted_distinct(rows)
    best = np.zeros(len(found))
    np.maximum.at(best, found.searchsorted(rows), weights)
    kept = (best > 0) & segment.alive[found]
    return Counts(found[kept], best[kept])


def _counted(segment: Segment, rows: Numbers) -> Counts:
    """Return the distinct rows that are not dropped, ascending, and how often each occurs."""
    if not len(rows):
        return _NOWHERE
    if _MANY * len(rows) > len(segment):
        times = np.bincount(rows, minlength=len(segment))
        found: Numbers = np.flatnonzero(times > 0)
        counts = times[found]
    else:
        found, counts = np.unique(rows, return_counts=True)
    alive = segment.alive[found]
    return Counts(found[alive], counts[alive].astype(np.float64))
