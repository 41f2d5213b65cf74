"""The sentence model in a process of its own: its memory and its time are not those of the program.

The process has the vectors of the replies, keeps them in a file beside the search index, and answers between
the steps of making them. If it ends or is late, suggestions go by words alone.
"""

import io
import logging
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnContext
from multiprocessing.process import BaseProcess
from pathlib import Path

import numpy as np

from quickdesk.search.suggest.meaning import Encoder, KeptVectors, ReplyText, ReplyVectors
from quickdesk.storage.disk import Disk, LocalDisk
from quickdesk.storage.journal.background import Guard

_log = logging.getLogger(__name__)
PATIENCE = 0.2
"""Seconds to wait for an answer; it usually takes a few milliseconds."""
_NICENESS = 5
_THREADS = "OPENBLAS_NUM_THREADS"
_FILE = "meaning.npz"
_BROKEN = (OSError, EOFError, ValueError)
_UNUSABLE = (OSError, ValueError, KeyError, TypeError, EOFError, RuntimeError)


class MeaningProcess:
    """The Meanings of a model in another process, which is started when there are replies; thread-safe."""

    def __init__(
        self,
        folder: Path,
        load: Callable[[], Encoder],
        may_keep: Callable[[], bool] = lambda: True,
        *,
        context: SpawnContext | None = None,
    ) -> None:
        """``load`` returns the model; it is called in the other process. Vectors are kept in ``folder``."""
        self._folder, self._load, self._may_keep = folder, load, may_keep
        self._context = context or get_context("spawn")
        self._guard = Guard()
        self._process: BaseProcess | None = None
        self._there: Connection | None = None
        self._number = 0
        self._is_closed = False

    def use(self, texts: Sequence[ReplyText]) -> None:
        """Compare messages with these texts from now on; may take as long as the process takes to start."""
        with self._guard, suppress(*_BROKEN):
            if self._is_closed or not texts:
                return
            self._start()
            if self._there is not None:
                self._there.send(tuple(texts))

    def likeness(self, message: str, patience: float = PATIENCE) -> Mapping[str, float]:
        """Return the likeness of replies by id; empty if there is no answer within ``patience`` seconds."""
        if not self._guard.acquire(timeout=patience):
            return {}
        try:
            return self._asked(message, patience)
        except _BROKEN:
            return {}
        finally:
            self._guard.release()

    def close(self) -> None:
        """End the process."""
        self._is_closed = True
        process = self._process
        if process is not None:
            process.kill()
        with self._guard:
            if process is not None:
                process.join()
                self._process = None
            if self._there is not None:
                self._there.close()
                self._there = None

    def _asked(self, message: str, patience: float) -> Mapping[str, float]:
        there = self._there
        if there is None:
            return {}
        self._number += 1
        there.send((self._number, message))
        while there.poll(patience):
            number, found = there.recv()
            if number == self._number:  # others come too late for their messages
                return dict(found)
        return {}

    def _start(self) -> None:
        """Start the process if it is not running; one that ended is started again with the next replies."""
        if self._process is not None and self._process.is_alive():
            return
        here, there = self._context.Pipe()
        folder = self._folder if self._may_keep() else None
        process = self._context.Process(target=_answer_there, args=(here, folder, self._load), daemon=True)
        with _one_thread_for_numpy():
            process.start()
        here.close()
        self._process, self._there = process, there


@contextmanager
def _one_thread_for_numpy() -> Iterator[None]:
    """Have processes that are started meanwhile compute on one thread.

    Several threads wait for each other: a short text costs fifteen times the time of a processor.
    """
    before = os.environ.get(_THREADS)
    os.environ[_THREADS] = "1"
    try:
        yield
    finally:
        if before is None:
            del os.environ[_THREADS]
        else:
            os.environ[_THREADS] = before


def _answer_there(here: Connection, folder: Path | None, load: Callable[[], Encoder]) -> None:
    """Run in the other process until the pipe breaks; without a folder nothing is kept."""
    if hasattr(os, "nice"):
        os.nice(_NICENESS)
    disk = LocalDisk()
    encoder = load()
    vectors = ReplyVectors(encoder, kept_vectors(disk, folder, encoder.name) if folder is not None else None)
    has_work = False
    with suppress(*_BROKEN):
        while True:
            if has_work and not here.poll():
                has_work = vectors.step()
                if not has_work and folder is not None:
                    keep_vectors(disk, folder, encoder.name, vectors.kept())
                continue
            asked = here.recv()
            if asked and isinstance(asked[0], ReplyText):
                vectors.use(asked)
                has_work = True
            else:
                number, message = asked
                here.send((number, vectors.likeness(message)))


def kept_vectors(disk: Disk, folder: Path, name: str) -> KeptVectors | None:
    """Return the vectors of a model that were kept, None if there are none that can be used."""
    import zlib
    from zipfile import BadZipFile

    unusable = (*_UNUSABLE, BadZipFile, zlib.error)
    with suppress(*unusable), np.load(io.BytesIO(disk.read(folder / _FILE)), allow_pickle=False) as kept:
        digests, vectors = kept["digests"], kept["vectors"]
        is_whole = digests.ndim == vectors.ndim == 2 and len(digests) == len(vectors)
        if str(kept["name"]) == name and is_whole and np.isfinite(vectors).all():
            return KeptVectors(digests.astype(np.uint8), vectors.astype(np.float16))
    return None


def keep_vectors(disk: Disk, folder: Path, name: str, vectors: KeptVectors) -> None:
    """Keep the vectors of a model; if that fails they are made again next time."""
    content = io.BytesIO()
    np.savez(content, name=np.array(name), digests=vectors.digests, vectors=vectors.vectors)
    unfinished = folder / f"{_FILE}.new"
    if not folder.parent.is_dir():  # a deleted data folder is not created again
        return
    try:
        disk.make_folder(folder)
        disk.write(unfinished, content.getvalue())
        disk.replace(unfinished, folder / _FILE)
    except OSError as error:
        _log.info("meanings not kept: %s", error.strerror)
