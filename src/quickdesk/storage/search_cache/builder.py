"""Builds a base index in a process of its own, so that nobody waits for it: seconds for 100,000 replies.

The replies go there in small parts, for a large one would hold up every other thread while it is packed.
What was built comes back through the files of the cache or, where those cannot be written, array by array.
"""

import logging
import os
from collections.abc import Sequence
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection
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


class IndexBuilder:
    """Keeps the base index of a data folder; one build at a time, in whatever thread asks for it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._process: BaseProcess | None = None
        self._is_stopped = False

    def kept(self) -> IndexArrays | None:
        """Return the newest index that was built here, of any age; None where there is none."""
        return SearchCache(self._folder, LocalDisk()).load()

    def build(self, snippets: Sequence[Snippet]) -> IndexArrays | None:
        """Return an index of these snippets when it is built; None where that went wrong or was stopped."""
        # A fresh interpreter: a copy of this process would have its threads' locks without the threads.
        context = get_context("spawn")
        here, there = context.Pipe()
        self._process = context.Process(target=_build_there, args=(there, self._folder), daemon=True)
        with here:
            self._process.start()
            there.close()
            if self._is_stopped:
                self._process.terminate()
            try:
                return self._asked(here, snippets)
            except _BROKEN:
                return None
            finally:
                self._process.terminate()
                self._process.join()
                self._process.close()
                self._process = None

    def stop(self) -> None:
        """Give up what is being built, and build nothing any more; from any thread."""
        self._is_stopped = True
        process = self._process
        with suppress(ValueError):  # it has just ended by itself
            if process is not None and process.pid is not None:
                process.terminate()

    def _asked(self, there: Connection, snippets: Sequence[Snippet]) -> IndexArrays | None:
        for start in range(0, len(snippets), _AT_A_TIME):
            there.send(snippets[start : start + _AT_A_TIME])
        there.send(())
        kept = there.recv()
        if kept is SaveResult.DONE:
            return self.kept()
        _log.info("search index not kept: %s", kept.name)
        return from_mapping(dict(iter(there.recv, None)), version())


def _build_there(here: Connection, folder: Path) -> None:
    """What the other process does."""
    if hasattr(os, "nice"):
        os.nice(_NICENESS)
    with suppress(*_BROKEN):  # nobody waits any more
        snippets = [snippet for part in iter(here.recv, ()) for snippet in part]
        arrays = build(snippets)
        kept = SearchCache(folder, LocalDisk()).keep(arrays)
        here.send(kept)
        if kept is not SaveResult.DONE:
            for pair in to_mapping(arrays).items():
                here.send(pair)
            here.send(None)
