"""Building a base index in a separate process, because it takes seconds for 100,000 replies.

The replies are sent in small parts, because pickling a large one blocks all other threads. The index comes
back through the files of the cache, or array by array if these cannot be written.
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
"""The process has a low priority, so that typing is not slowed down."""
_BROKEN = (OSError, EOFError)
READY = "ready"
"""The first message of the other process; from then on the pipe breaks when it ends."""


class IndexBuilder:
    """Maintains the base index of a data folder; one build at a time, in the thread that calls it.

    It ends whenever the other process does, for whatever reason.
    """

    def __init__(
        self,
        folder: Path,
        may_keep: Callable[[], bool] = lambda: True,
        *,
        context: SpawnContext | None = None,
    ) -> None:
        """``may_keep`` tells before each build whether the folder may be written; it may block.

        ``context`` creates the other process and the pipe to it.
        """
        self._folder, self._may_keep = folder, may_keep
        # A new interpreter: a fork would have the locks of the threads without the threads.
        self._context = context or get_context("spawn")
        self._process: BaseProcess | None = None
        self._is_stopped = False

    def kept(self) -> IndexArrays | None:
        """Return the newest stored index, of any age, or None."""
        return SearchCache(self._folder, LocalDisk()).load()

    def build(self, snippets: Sequence[Snippet]) -> IndexArrays | None:
        """Return an index of these snippets, or None if it failed or was stopped."""
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
        """Abort the build, and do not build any more; may be called from any thread."""
        self._is_stopped = True
        process = self._process
        with suppress(ValueError):  # it has just ended
            if process is not None:
                process.kill()

    def _asked(self, there: Connection, ended: int, snippets: Sequence[Snippet]) -> IndexArrays | None:
        # Windows keeps the other end open here until the process has taken it: if it ends before,
        # there is no reader, and no error either.
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
        process.kill()  # it may continue with a broken pipe
        process.join()
        _log.warning("search index: its process ended with code %s", process.exitcode)


def _build_there(here: Connection, folder: Path | None) -> None:
    """Run in the other process; without a folder nothing is stored."""
    if hasattr(os, "nice"):
        os.nice(_NICENESS)
    with suppress(*_BROKEN):  # the caller has gone
        here.send(READY)
        snippets = [snippet for part in iter(here.recv, ()) for snippet in part]
        arrays = build(snippets)
        kept = SaveResult.NOT_WRITABLE if folder is None else SearchCache(folder, LocalDisk()).keep(arrays)
        here.send(kept)
        if kept is not SaveResult.DONE:
            for pair in to_mapping(arrays).items():
                here.send(pair)
            here.send(None)
