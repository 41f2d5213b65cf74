"""Builds a base index in a process of its own, so that nobody waits for it: seconds for 100,000 replies.

The replies go there in small parts, for a large one would hold up every other thread while it is packed.
What was built comes back through the files of the cache or, where those cannot be written, array by array.
"""

import logging
import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnContext
from multiprocessing.process import BaseProcess
from pathlib import Path

from quickdesk.replies.snippet import Snippet
from quickdesk.search.index.arrays import IndexArrays, SaveResult, build, from_mapping, to_mapping, version
from quickdesk.storage.disk import LocalDisk
from quickdesk.storage.search_cache.cache import SearchCache

_log = logging.getLogger(__name__)
_AT_A_TIME = 256
_NICENESS = 5
"""Whoever types comes first."""
_BROKEN = (OSError, EOFError)
READY = "ready"
"""The first that the other process says: from then on the pipe breaks where it ends."""


class IndexBuilder:
    """Keeps the base index of a data folder; one build at a time, in whatever thread asks for it.

    It comes to an end whenever the other process does, however that happens.
    """

    def __init__(
        self,
        folder: Path,
        may_keep: Callable[[], bool] = lambda: True,
        *,
        context: SpawnContext | None = None,
    ) -> None:
        """``may_keep`` is asked before each build whether the folder may be written; it may take long.

        ``context`` makes the other process and the pipe to it.
        """
        self._folder, self._may_keep = folder, may_keep
        # A fresh interpreter: a copy of this process would have its threads' locks without the threads.
        self._context = context or get_context("spawn")
        self._process: BaseProcess | None = None
        self._is_stopped = False

    def kept(self) -> IndexArrays | None:
        """Return the newest index that was built here, of any age; None where there is none."""
        return SearchCache(self._folder, LocalDisk()).load()

    def build(self, snippets: Sequence[Snippet]) -> IndexArrays | None:
        """Return an index of these snippets when it is built; None where that went wrong or was stopped."""
        here, there = self._context.Pipe()
        folder = self._folder if self._may_keep() else None
        process = self._context.Process(target=_build_there, args=(there, folder), daemon=True)
        with here:
            try:
                with there:
                    process.start()
            except OSError as error:
                _log.warning("search index: no process (%s)", error.strerror)
                return None
            self._process = process
            if self._is_stopped:
                process.kill()
            try:
                return self._asked(here, process.sentinel, snippets)
            except _BROKEN:
                self._say_that_it_ended(process)
                return None
            finally:
                self._process = None
                process.kill()
                process.join()
                process.close()

    def stop(self) -> None:
        """Give up what is being built, and build nothing any more; from any thread."""
        self._is_stopped = True
        process = self._process
        with suppress(ValueError):  # it has just ended by itself
            if process is not None:
                process.kill()

    def _asked(self, there: Connection, ended: int, snippets: Sequence[Snippet]) -> IndexArrays | None:
        # Windows keeps the other end open here until the process has fetched it: one that ends before
        # that leaves nobody who reads, and no error either.
        if there not in wait([there, ended]):
            raise EOFError
        there.recv()
        for start in range(0, len(snippets), _AT_A_TIME):
            there.send(snippets[start : start + _AT_A_TIME])
        there.send(())
        kept = there.recv()
        if kept is SaveResult.DONE:
            return self.kept()
        _log.info("search index not kept: %s", kept.name)
        return from_mapping(dict(iter(there.recv, None)), version())

    def _say_that_it_ended(self, process: BaseProcess) -> None:
        if self._is_stopped:
            _log.info("search index: stopped")
            return
        process.kill()  # it may go on with a broken pipe
        process.join()
        _log.warning("search index: its process ended with code %s", process.exitcode)


def _build_there(here: Connection, folder: Path | None) -> None:
    """What the other process does; without a folder it keeps nothing."""
    if hasattr(os, "nice"):
        os.nice(_NICENESS)
    with suppress(*_BROKEN):  # nobody waits any more
        here.send(READY)
        snippets = [snippet for part in iter(here.recv, ()) for snippet in part]
        arrays = build(snippets)
        kept = SaveResult.NOT_WRITABLE if folder is None else SearchCache(folder, LocalDisk()).keep(arrays)
        here.send(kept)
        if kept is not SaveResult.DONE:
            for pair in to_mapping(arrays).items():
                here.send(pair)
            here.send(None)
