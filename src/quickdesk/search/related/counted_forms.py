"""How often forms occur in each reply, as BM25 counts them: titles and bodies apart, long texts less."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from quickdesk.search.lookup.request import IsCancelled, check_cancelled
from quickdesk.search.matches import BODY_FIELD, TITLE, Numbers, Part
from quickdesk.search.pinyin_segmentation import Path
from quickdesk.search.ranking import Scores
from quickdesk.search.related.concepts import Form
from quickdesk.search.related.occurrences import Counts, count_occurrences, sorted_distinct
from quickdesk.search.segment import Segment

SATURATION: Final = 1.2
BODY_WEIGHT: Final = 0.3
"""The weight of a body relative to a title."""
_TITLE_LENGTH, _BODY_LENGTH = 0.3, 0.5
"""How much longer titles and bodies count as less about each of their words."""
_MANY = 16
"""Rows are many if at least one in so many is among them; then all are counted at once."""


@dataclass(frozen=True, slots=True)
class FormCounts:
    """The rows of each segment with a form, ascending, with saturated counts; and their number."""

    by_segment: Sequence[tuple[Numbers, Scores]]
    frequency: int


class CountedForms:
    """Counts forms in some segments, and keeps the counts.

    Those that the search before counted, of which most are needed again after the next key stroke, are taken
    over if the rows are the same.
    """

    def __init__(self, segments: Sequence[Segment], before: "CountedForms | None" = None) -> None:
        self.rows_of = tuple(segments), tuple(each.dropped_count for each in segments)
        """The segments, and how many of their rows are dropped."""
        self.known: dict[tuple[Path | str, bool], FormCounts] = {}
        self._before: dict[tuple[Path | str, bool], FormCounts] = {}
        if before is not None and before.rows_of == self.rows_of:  # segments are equal if they are the same
            self._before = before.known
        count = sum(len(segment) - segment.dropped_count for segment in segments)
        self._norms = _norms(segments, count)

    def counts(self, form: Form, is_cancelled: IsCancelled) -> FormCounts:
        """Return where a form occurs; raise SearchCancelledError."""
        key = form.path or form.text, form.is_of_titles
        known = self.known.get(key) or self._before.get(key)
        if known is None:
            check_cancelled(is_cancelled)
            found = []
            for segment, norms in zip(self.rows_of[0], self._norms, strict=True):
                head, body = (count_occurrences(segment, form, part) for part in (Part.HEAD, Part.BODY))
                found.append(_added(_saturated(head, norms[0]), _saturated(body, norms[1]), len(segment)))
            known = FormCounts(found, sum(len(rows) for rows, _ in found))
        self.known[key] = known
        return known

    def forget_before(self) -> None:
        """Keep only what was counted or taken over for this search."""
        self._before = {}


def _norms(segments: Sequence[Segment], count: int) -> list[tuple[Scores, Scores]]:
    """Return by how much the counts of each row are reduced in titles and bodies, because they are long."""
    found = []
    for number, weight in ((TITLE, _TITLE_LENGTH), (BODY_FIELD, _BODY_LENGTH)):
        mean = max(mean_length(segments, number, count), 1.0)
        lengths = (segment.text_lengths(number) for segment in segments)
        found.append([SATURATION * (1 - weight + weight * each / mean) for each in lengths])
    return list(zip(*found, strict=True))


def mean_length(segments: Sequence[Segment], field: int, count: int) -> float:
    """Return the mean length of one field of ``count`` rows, in UTF-16 units."""
    return sum(segment.total_length(field) for segment in segments) / max(count, 1)


def _saturated(found: Counts, norms: Scores) -> Counts:
    return Counts(found.rows, found.counts * (SATURATION + 1) / (found.counts + norms[found.rows]))


def _added(head: Counts, body: Counts, size: int) -> tuple[Numbers, Scores]:
    """Return the rows of both parts of a segment of this size, ascending, and their scores."""
    if not len(body.rows):
        return head.rows, head.counts
    if not len(head.rows):
        return body.rows, BODY_WEIGHT * body.counts
    if _MANY * (len(head.rows) + len(body.rows)) > size:
        every = np.zeros(size)
        every[head.rows] = head.counts
        every[body.rows] += BODY_WEIGHT * body.counts
        rows: Numbers = np.flatnonzero(every > 0)
        return rows, every[rows]
    rows = sorted_distinct(np.concatenate((head.rows, body.rows)))
    scores = np.zeros(len(rows))
    scores[rows.searchsorted(head.rows)] += head.counts
    scores[rows.searchsorted(body.rows)] += BODY_WEIGHT * body.counts
    return rows, scores
