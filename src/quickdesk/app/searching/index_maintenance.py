"""Rebuilds the search index of a large library in the background, when its replies have changed."""

import logging
from collections.abc import Sequence
from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject, Qt, QTimer

from quickdesk.app.process.garbage import release_free_memory
from quickdesk.app.process.work import Work
from quickdesk.app.searching.search_service import SearchService
from quickdesk.replies.snippet import Snippet
from quickdesk.search.finder import LibraryFinder
from quickdesk.search.index.arrays import IndexArrays
from quickdesk.search.segments import Snapshot

_log = logging.getLogger(__name__)
LOOK_MS = 3000
"""How long nothing must have changed before a build; a look costs next to nothing."""


class Builder(Protocol):
    """Builds and saves a base index."""

    def kept(self) -> IndexArrays | None:
        """Return the index that was saved last, of any age; None if there is none."""
        ...

    def build(self, snippets: Sequence[Snippet]) -> IndexArrays | None:
        """Return an index of these snippets, None if that failed; may take seconds."""
        ...

    def stop(self) -> None:
        """Abandon the build; may be called in any thread."""
        ...


class IndexMaintenance(QObject):
    """Has an index built for the finder; until it is there everything is found all the same, but slower."""

    def __init__(self, search: SearchService, builder: Builder, work: Work, every_ms: int = LOOK_MS) -> None:
        """``work`` waits for the builder and does nothing else."""
        super().__init__()
        self._search, self._builder, self._work = search, builder, work
        self._seen = -1
        self._tried = -1
        self._is_building = False
        self._has_memory_to_release = False
        self._is_closed = False
        self._timer = QTimer(self, interval=every_ms)
        self._timer.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Start looking for changes."""
        self._timer.start()

    def close(self) -> None:
        """Stop, and abandon the build."""
        self._is_closed = True
        self._timer.stop()
        self._builder.stop()
        self._work.close()

    def look(self) -> None:
        """Have an index built if one is due and nothing has changed since the last look."""
        self._search.run(_looked_at, self._on_looked)

    def _on_looked(self, looked_at: tuple[int, Snapshot | None]) -> None:
        changes, snapshot = looked_at
        is_still, self._seen = changes == self._seen, changes
        if is_still and self._has_memory_to_release:
            # What the index before and the building of this one took: 10 MB with 5,000 replies.
            self._has_memory_to_release = False
            self._work.submit(release_free_memory, _raise)
        # A build that failed is not tried again before the next change.
        if not is_still or self._is_building or changes == self._tried or snapshot is None:
            return
        self._is_building, self._tried = True, changes
        self._work.submit(partial(_indexed, self._builder, snapshot), partial(self._on_built, snapshot))

    def _on_built(self, snapshot: Snapshot, outcome: LibraryFinder | Exception | None) -> None:
        self._is_building = False
        if isinstance(outcome, Exception):
            raise outcome
        if self._is_closed:
            return
        if outcome is None:
            _log.warning("no search index of %d replies", len(snapshot.snippets))
            return
        taken_over = partial(self._on_taken_over, len(snapshot.snippets))
        self._search.run(partial(_take_over, outcome, snapshot), taken_over)

    def _on_taken_over(self, replies: int, changes: int) -> None:
        self._seen = changes
        _log.info("search index of %d replies", replies)
        self._search.prepare()
        self._has_memory_to_release = True


def _raise(outcome: Exception | None) -> None:
    if outcome is not None:
        raise outcome


def _looked_at(finder: LibraryFinder) -> tuple[int, Snapshot | None]:
    return finder.changes, finder.snapshot()


def _take_over(built: LibraryFinder, snapshot: Snapshot, finder: LibraryFinder) -> int:
    finder.take_over(built, snapshot)
    return finder.changes


def _indexed(builder: Builder, snapshot: Snapshot) -> LibraryFinder | None:
    """Return a finder of the snapshot that is ready for use, None if no index could be built."""
    arrays = builder.build(snapshot.snippets)
    if arrays is None:
        return None
    finder = LibraryFinder(snapshot.snippets)
    if not finder.adopt(arrays, Snapshot(snapshot.snippets, finder.changes)):
        return None
    while finder.prepare():
        pass
    return finder
