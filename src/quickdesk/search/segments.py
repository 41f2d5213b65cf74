"""The searched library, split into segments like a log-structured index.

There are three levels: the *base*, a :class:`PositionalIndex` built elsewhere; the *middle*, scanned segments
of up to CAPACITY snippets; and the *latest*, one small scanned segment that is rebuilt after each change. An
edited or removed snippet is dropped from its segment, and an edited one is added to the latest. When the
latest is full, its snippets move to the middle; the next base contains them all. No snippet is alive in two
segments.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from types import MappingProxyType

import numpy as np

from quickdesk.replies.snippet import Snippet
from quickdesk.search.index.arrays import BUNDLE, IndexArrays, bundle_stamp, stamp, version
from quickdesk.search.index.positional import PositionalIndex
from quickdesk.search.lookup.request import IsCancelled, SearchCancelledError
from quickdesk.search.segment import CAPACITY, LazySegment, Segment

MAX_LATEST = 256
"""Capacity of the latest segment, which is rebuilt after each change."""
SMALL_LIBRARY = 1024
"""A library of at most this many snippets gets no base index."""
_NO_PRIOR: Mapping[str, float] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Snapshot:
    """An immutable copy of the library after ``number`` changes, from which a base index is built."""

    snippets: tuple[Snippet, ...]
    number: int


class Segments:
    """All snippets, each alive in exactly one segment."""

    def __init__(self) -> None:
        self._library: dict[str, Snippet] = {}
        self._order: dict[str, int] = {}
        self._changed: dict[str, int] = {}
        self.number = 0
        """Number of changes applied so far."""
        self._last_order = 0
        self._prior = _NO_PRIOR
        self._base: Segment | None = None
        self._middle: list[LazySegment] = []
        self._latest = LazySegment({})

    def get(self, snippet_id: str) -> Snippet | None:
        """Return the snippet with this id, or None."""
        return self._library.get(snippet_id)

    def reset(self, snippets: Iterable[Snippet]) -> None:
        """Replace all snippets by these, in this order; the priors are kept."""
        prior, number = self._prior, self.number
        known = (*self._changed, *self._library)  # a base that is being built may still contain them
        Segments.__init__(self)
        self._prior, self.number = prior, number + 1
        self._library = {snippet.id: snippet for snippet in snippets}
        self._last_order = len(self._library)
        self._order = dict(zip(self._library, range(1, self._last_order + 1), strict=True))
        self._changed = dict.fromkeys((*known, *self._library), self.number)
        self._set_unindexed(dict(self._library))

    def update(self, put: Iterable[Snippet], remove: Iterable[str]) -> None:
        """Add or replace snippets and remove others by id; the cost grows with the change only."""
        self.number += 1
        for snippet_id in remove:
            if self._library.pop(snippet_id, None) is not None:
                del self._order[snippet_id]
                self._remove(snippet_id)
        for snippet in put:
            self._remove(snippet.id)
            if snippet.id not in self._order:
                self._last_order += 1
                self._order[snippet.id] = self._last_order
            self._library[snippet.id] = snippet
            self._latest.put({snippet.id: snippet})
        if len(self._latest.rows) > MAX_LATEST:
            self._move_to_middle(self._latest.rows)
            self._latest = LazySegment({})

    def set_prior(self, prior: Mapping[str, float]) -> None:
        """Set the priors by snippet id; all others become 0."""
        self._prior = dict(prior)
        for segment in (self._base, *(lazy.segment for lazy in self._lazy())):
            if segment is not None:
                segment.set_prior(self._prior)

    @property
    def prior(self) -> Mapping[str, float]:
        """The priors by snippet id."""
        return self._prior

    def prior_of(self, snippet_id: str) -> float:
        """Return the prior of one snippet."""
        return self._prior.get(snippet_id, 0.0)

    def by_prior(self, limit: int) -> list[tuple[Snippet, float]]:
        """Return up to ``limit`` (snippet, prior) pairs, highest prior first, equal ones in library order."""
        known = {key: bonus for key, bonus in self._prior.items() if bonus and key in self._library}
        others = islice((key for key in self._library if key not in known), limit)
        ranked = sorted((*known, *others), key=lambda key: (-known.get(key, 0.0), self._order[key]))
        return [(self._library[key], known.get(key, 0.0)) for key in ranked[:limit]]

    def build_next(self) -> bool:
        """Build one segment that is not built yet; return False if there is none."""
        lazy = next((each for each in self._lazy() if each.segment is None), None)
        if lazy is not None:
            lazy.build(self._order, self._prior)
        return lazy is not None

    def built(self, is_cancelled: IsCancelled = lambda: False) -> Sequence[Segment]:
        """Return the segments that are not empty, building those that are not built yet.

        Raise SearchCancelledError when cancelled; segments built by then are kept for the next call.
        """
        found = [] if self._base is None else [self._base]
        for lazy in self._lazy():
            if lazy.segment is None and is_cancelled():
                raise SearchCancelledError
            found.append(lazy.build(self._order, self._prior))
        return found

    def _lazy(self) -> list[LazySegment]:
        return [lazy for lazy in (*self._middle, self._latest) if lazy.rows]

    def snapshot(self) -> Snapshot | None:
        """Return a snapshot if a new base index should be built, else None.

        A new base is due when the middle level is not empty or about a quarter of the base is dropped.
        """
        dropped = self._base.dropped_count if self._base else 0
        outside = sum(len(lazy.rows) for lazy in self._middle)
        is_due = outside > (SMALL_LIBRARY if self._base is None else 0)
        if not is_due and 4 * dropped <= len(self._library) + SMALL_LIBRARY:
            return None
        return Snapshot(tuple(self._library.values()), self.number)

    def adopt(self, arrays: IndexArrays, snapshot: Snapshot) -> bool:
        """Replace the base by an index built from ``snapshot``; later changes stay outside it.

        Return False and change nothing if the arrays do not fit the snapshot or have another version.
        """
        if arrays.version != version() or len(arrays) != len(snapshot.snippets):
            return False
        is_valid = [
            self._library.get(snippet.id) is not None and self._changed.get(snippet.id, 0) <= snapshot.number
            for snippet in snapshot.snippets
        ]
        self._set_base(arrays, snapshot.snippets, is_valid)
        self._changed = {key: at for key, at in self._changed.items() if at > snapshot.number}
        return True

    def changes_since(self, number: int) -> tuple[list[Snippet], list[str]]:
        """Return the snippets put, in library order, and the ids removed after change ``number``."""
        ids = [key for key, at in self._changed.items() if at > number]
        put = sorted((key for key in ids if key in self._library), key=self._order.__getitem__)
        return [self._library[key] for key in put], [key for key in ids if key not in self._library]

    def recognise(self, arrays: IndexArrays) -> int:
        """Use the rows of an index of unknown age that still equal a snippet; return their number.

        Rows are compared by digest, so a snippet is never found by its former text.
        """
        if arrays.version != version() or not len(arrays):
            return 0
        rows = _matching_rows(arrays, list(self._library.values()))
        count = sum(row is not None for row in rows)
        if count:
            gone = Snippet("", "", "")
            self._set_base(arrays, [row or gone for row in rows], [row is not None for row in rows])
        return count

    def _set_base(self, arrays: IndexArrays, snippets: Sequence[Snippet], is_valid: Sequence[bool]) -> None:
        order = np.array([self._order.get(snippet.id, 0) for snippet in snippets], np.int64)
        base = Segment(PositionalIndex(arrays), snippets, order, arrays.lengths)
        base.alive = np.array(is_valid, np.bool_)
        base.dropped_count = len(snippets) - int(base.alive.sum())
        base.set_prior(self._prior)
        inside = {snippet.id for snippet, is_in in zip(snippets, is_valid, strict=True) if is_in}
        self._base = base
        self._set_unindexed({key: snippet for key, snippet in self._library.items() if key not in inside})

    def _set_unindexed(self, outside: dict[str, Snippet]) -> None:
        self._middle, self._latest = [], LazySegment({})
        if len(outside) > MAX_LATEST:
            self._move_to_middle(outside)
        else:
            self._latest.put(outside)

    def _move_to_middle(self, rows: Mapping[str, Snippet]) -> None:
        """Add snippets to the middle level; of the existing segments only the last one is rebuilt."""
        left = iter(rows.items())
        if self._middle and len(self._middle[-1].rows) < CAPACITY:
            self._middle[-1].put(dict(islice(left, CAPACITY - len(self._middle[-1].rows))))
        while some := dict(islice(left, CAPACITY)):
            self._middle.append(LazySegment(some))

    def _remove(self, snippet_id: str) -> None:
        """Remove a snippet from the segment that contains it."""
        self._changed[snippet_id] = self.number
        segments = (self._latest, *self._middle)
        if not any(lazy.remove(snippet_id) for lazy in segments) and self._base is not None:
            self._base.drop(snippet_id)


def _matching_rows(arrays: IndexArrays, library: Sequence[Snippet]) -> list[Snippet | None]:
    """Return the snippet that equals each row of a base index, None where none does.

    Usually little has changed, so digests of BUNDLE rows are compared first, and single rows only in bundles
    that differ.
    """
    rows: list[Snippet | None] = [None] * len(arrays)
    others: list[Snippet] = []
    content, width = arrays.bundles.tobytes(), arrays.bundles.shape[1]
    for number, at in enumerate(range(0, len(library), BUNDLE)):
        bundle = library[at : at + BUNDLE]
        if bundle_stamp(bundle) == content[number * width : (number + 1) * width]:
            rows[at : at + len(bundle)] = bundle
        else:
            others += bundle
    known = {stamp(snippet): snippet for snippet in others}
    content = arrays.stamps.tobytes()
    for number, row in enumerate(rows) if known else ():
        if row is None:
            rows[number] = known.pop(content[number * width : (number + 1) * width], None)
    return rows
