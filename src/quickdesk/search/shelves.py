"""The library in up to three segments: a base built elsewhere, what changed since, and the last changes.

What is edited or removed is dropped where it lay, and lies anew in the smallest segment, which is laid out
in an instant. When that has grown, it joins the middle one; the base takes up everything the next time it
is built. No row is ever in two segments alive.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from quickdesk.replies.snippet import Snippet
from quickdesk.search.index.arrays import IndexArrays, stamp, version
from quickdesk.search.index.positional import PositionalIndex
from quickdesk.search.index.scan import ScanIndex
from quickdesk.search.index.units import row_of
from quickdesk.search.segment import Segment

MOST_LATEST = 256
"""So many changes are laid out anew with each one."""
SMALL = 1024
"""A library of so few rows needs no base."""
_NO_PRIOR: Mapping[str, float] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The library as it was after so many changes: what a base is built of."""

    snippets: tuple[Snippet, ...]
    number: int


class Shelves:
    """Keeps every snippet in one segment."""

    def __init__(self) -> None:
        self._library: dict[str, Snippet] = {}
        self._order: dict[str, int] = {}
        self._changed: dict[str, int] = {}
        self.number = 0
        """How many changes were taken up."""
        self._given = 0
        self._prior = _NO_PRIOR
        self._base: Segment | None = None
        self._middle: Segment | None = None
        self._middle_rows: dict[str, Snippet] = {}
        self._latest: Segment | None = None
        self._latest_rows: dict[str, Snippet] = {}

    def __len__(self) -> int:
        return len(self._library)

    def get(self, snippet_id: str) -> Snippet | None:
        """Return the snippet of this id, if it is here."""
        return self._library.get(snippet_id)

    def snippets(self) -> Iterable[Snippet]:
        """Return all snippets in their order."""
        return self._library.values()

    def clear(self) -> None:
        """Forget everything but the priors."""
        prior, number = self._prior, self.number
        Shelves.__init__(self)
        self._prior, self.number = prior, number + 1

    def update(self, put: Iterable[Snippet], remove: Iterable[str]) -> None:
        """Take up new and changed snippets and drop removed ones; the cost is that of the change."""
        self.number += 1
        for snippet_id in remove:
            if self._library.pop(snippet_id, None) is not None:
                del self._order[snippet_id]
                self._take_away(snippet_id)
        for snippet in put:
            self._take_away(snippet.id)
            if snippet.id not in self._order:
                self._given += 1
                self._order[snippet.id] = self._given
            self._library[snippet.id] = snippet
            self._latest_rows[snippet.id] = snippet
        self._latest = None
        if len(self._latest_rows) > MOST_LATEST:
            self._middle_rows |= self._latest_rows
            self._latest_rows = {}
            self._middle = None

    def set_prior(self, prior: Mapping[str, float]) -> None:
        """Give snippets a bonus by id; all others have none."""
        self._prior = dict(prior)
        for segment in (self._base, self._middle, self._latest):
            if segment is not None:
                segment.set_prior(self._prior)

    @property
    def prior(self) -> Mapping[str, float]:
        """The bonuses by id."""
        return self._prior

    def prior_of(self, snippet_id: str) -> float:
        """Return the bonus of one snippet."""
        return self._prior.get(snippet_id, 0.0)

    def segments(self) -> Sequence[Segment]:
        """Return the segments that hold anything, laid out."""
        if self._middle is None and self._middle_rows:
            self._middle = self._laid_out(self._middle_rows.values())
        if self._latest is None and self._latest_rows:
            self._latest = self._laid_out(self._latest_rows.values())
        return [each for each in (self._base, self._middle, self._latest) if each is not None]

    def snapshot(self) -> Snapshot | None:
        """Return what a new base is to be built of, or None while the present one does.

        It is due when more than the latest changes lie outside the base, or a quarter of it is gone.
        """
        dropped = self._base.dropped if self._base else 0
        is_due = len(self._middle_rows) > (SMALL if self._base is None else 0)
        if not is_due and 4 * dropped <= len(self._library) + SMALL:
            return None
        return Snapshot(tuple(self._library.values()), self.number)

    def adopt(self, arrays: IndexArrays, snapshot: Snapshot) -> bool:
        """Take up a base that was built of a snapshot; what changed since then stays outside it.

        Returns False, and changes nothing, where the arrays are not those of the snapshot or were made
        by other rules.
        """
        if arrays.version != version() or len(arrays) != len(snapshot.snippets):
            return False
        taken = [
            self._library.get(snippet.id) is not None and self._changed.get(snippet.id, 0) <= snapshot.number
            for snippet in snapshot.snippets
        ]
        self._take_base(arrays, snapshot.snippets, taken)
        self._changed = {key: at for key, at in self._changed.items() if at > snapshot.number}
        return True

    def changes_since(self, number: int) -> tuple[list[Snippet], list[str]]:
        """Return what was put, in library order, and what was removed after so many changes."""
        ids = [key for key, at in self._changed.items() if at > number]
        put = sorted((key for key in ids if key in self._library), key=self._order.__getitem__)
        return [self._library[key] for key in put], [key for key in ids if key not in self._library]

    def recognise(self, arrays: IndexArrays) -> int:
        """Take up a base of unknown age as far as its rows are those of the library; return how many are.

        Rows are told by their stamps, so nothing can be found by what a snippet once said.
        """
        if arrays.version != version() or not len(arrays):
            return 0
        known = {stamp(snippet): snippet for snippet in self._library.values()}
        content, width = arrays.stamps.tobytes(), arrays.stamps.shape[1]
        rows = [known.pop(content[at : at + width], None) for at in range(0, len(content), width)]
        count = sum(row is not None for row in rows)
        if count:
            gone = Snippet("", "", "")
            self._take_base(arrays, [row or gone for row in rows], [row is not None for row in rows])
        return count

    def _take_base(self, arrays: IndexArrays, snippets: Sequence[Snippet], taken: Sequence[bool]) -> None:
        order = np.array([self._order.get(snippet.id, 0) for snippet in snippets], np.int64)
        base = Segment(PositionalIndex(arrays), snippets, order)
        base.alive = np.array(taken, np.bool_)
        base.dropped = len(snippets) - int(base.alive.sum())
        base.set_prior(self._prior)
        inside = {snippet.id for snippet, is_in in zip(snippets, taken, strict=True) if is_in}
        outside = {key: snippet for key, snippet in self._library.items() if key not in inside}
        self._base, self._middle, self._latest = base, None, None
        is_small = len(outside) <= MOST_LATEST
        self._latest_rows, self._middle_rows = (outside, {}) if is_small else ({}, outside)

    def _take_away(self, snippet_id: str) -> None:
        """Let it be found no more wherever it lies."""
        self._changed[snippet_id] = self.number
        if self._latest_rows.pop(snippet_id, None) is None:
            if self._middle_rows.pop(snippet_id, None) is not None and self._middle is not None:
                self._middle.drop(snippet_id)
            elif self._base is not None:
                self._base.drop(snippet_id)

    def _laid_out(self, rows: Iterable[Snippet]) -> Segment:
        snippets = sorted(rows, key=lambda snippet: self._order[snippet.id])
        order = np.array([self._order[snippet.id] for snippet in snippets], np.int64)
        segment = Segment(ScanIndex([row_of(snippet) for snippet in snippets]), snippets, order)
        segment.set_prior(self._prior)
        return segment


def by_order(shelves: Shelves, limit: int) -> Iterator[tuple[Snippet, float]]:
    """Return the snippets with the highest prior, then the others in library order, with their priors."""
    ranked = [
        (-float(segment.prior[row]), int(segment.order[row]), segment.snippets[row])
        for segment in shelves.segments()
        for row in _first_rows(segment, limit)
    ]
    for prior, _, snippet in sorted(ranked, key=lambda each: each[:2])[:limit]:
        yield snippet, -prior


def _first_rows(segment: Segment, limit: int) -> list[int]:
    rows = np.flatnonzero(segment.alive)
    order = np.lexsort((segment.order[rows], -segment.prior[rows]))
    return [int(row) for row in rows[order[:limit]]]
