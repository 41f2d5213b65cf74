"""The search index of a large library, kept up with its changes while nobody types."""

import logging
from collections.abc import Sequence
from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject, Qt, QTimer

from quickdesk.app.process.work import Work
from quickdesk.app.searching.search_service import SearchDesk
from quickdesk.replies.snippet import Snippet
from quickdesk.search.finder import LibraryFinder
from quickdesk.search.index.arrays import IndexArrays
from quickdesk.search.segments import Snapshot

_log = logging.getLogger(__name__)
LOOK_MS = 3000
"""How long the library must have stood still; a look costs next to nothing."""


class Builder(Protocol):
    """Builds a base index in its own time."""

    def build(self, snippets: Sequence[Snippet]) -> IndexArrays | None:
        """Return an index of these snippets, or None where that went wrong; may take seconds."""
        ...

    def stop(self) -> None:
        """Give up what is being built; from any thread."""
        ...


class IndexFlow(QObject):
    """Joins the finder with a builder; until an index is built everything is found too, only slower."""

    def __init__(self, search: SearchDesk, builder: Builder, work: Work, every_ms: int = LOOK_MS) -> None:
        """``work`` is its own: it waits there for the builder."""
        super().__init__()
        self._search, self._builder, self._work = search, builder, work
        self._seen = -1
        self._tried = -1
        self._is_building = False
        self._is_closed = False
        self._timer = QTimer(self, interval=every_ms)
        self._timer.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Begin to look after it."""
        self._timer.start()

    def close(self) -> None:
        """Look after it no more; what is being built is given up."""
        self._is_closed = True
        self._timer.stop()
        self._builder.stop()
        self._work.close()

    def look(self) -> None:
        """Have an index built if one is due and the library has stood still since the last look."""
        self._search.do(_looked_at, self._on_looked)

    def _on_looked(self, seen: tuple[int, Snapshot | None]) -> None:
        changes, snapshot = seen
        is_still, self._seen = changes == self._seen, changes
        # What failed once is not tried again before there is something new.
        if not is_still or self._is_building or changes == self._tried or snapshot is None:
            return
        self._is_building, self._tried = True, changes
        self._work.do(partial(_indexed, self._builder, snapshot), partial(self._on_built, snapshot))

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
        self._search.do(partial(_go_on_with, outcome, snapshot), taken_over)

    def _on_taken_over(self, replies: int, changes: int) -> None:
        self._seen = changes
        _log.info("search index of %d replies", replies)
        self._search.prepare()


def _looked_at(finder: LibraryFinder) -> tuple[int, Snapshot | None]:
    return finder.changes, finder.snapshot()


def _go_on_with(built: LibraryFinder, snapshot: Snapshot, finder: LibraryFinder) -> int:
    finder.take_over(built, snapshot)
    return finder.changes


def _indexed(builder: Builder, snapshot: Snapshot) -> LibraryFinder | None:
    """Return a finder of the snapshot that is ready to use, or None where no index could be built."""
    arrays = builder.build(snapshot.snippets)
    if arrays is None:
        return None
    finder = LibraryFinder(snapshot.snippets)
    if not finder.adopt(arrays, Snapshot(snapshot.snippets, finder.changes)):
        return None
    while finder.prepare():
        pass
    return finder
