"""Processes in the place of the one that builds a search index: each gets to a point and ends or stays there.

They run in an interpreter of their own. One that stays says that it is there by opening the pipe ``reached``
in the folder.
"""

import os
import signal
from collections.abc import Callable
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnContext, SpawnProcess
from pathlib import Path
from typing import Any

from quickdesk.search.index.arrays import SaveResult
from quickdesk.storage.search_cache.builder import READY

Child = Callable[[Connection, Path], None]
CODE = 7
REACHED = "reached"


def _to_before_ready(here: Connection) -> None:
    pass


def _to_ready(here: Connection) -> None:
    here.send(READY)


def _to_half_a_question(here: Connection) -> None:
    here.send(READY)
    here.recv()


def _to_half_an_answer(here: Connection) -> None:
    here.send(READY)
    while here.recv():
        pass
    here.send(SaveResult.NOT_WRITABLE)
    here.send(("half", b"x"))
    os.write(here.fileno(), b"\0\0\1\0half of what was to come")


POINTS = (_to_before_ready, _to_ready, _to_half_a_question, _to_half_an_answer)


def ends(point: int, here: Connection, folder: Path) -> None:
    POINTS[point](here)
    os._exit(CODE)


def is_killed(point: int, here: Connection, folder: Path) -> None:
    POINTS[point](here)
    os.kill(os.getpid(), signal.SIGKILL)


def stays(point: int, here: Connection, folder: Path) -> None:
    POINTS[point](here)
    (folder / REACHED).write_text("")
    while True:
        signal.pause()


def is_suspended(point: int, here: Connection, folder: Path) -> None:
    POINTS[point](here)
    (folder / REACHED).write_text("")
    os.kill(os.getpid(), signal.SIGSTOP)


class NotedProcess(SpawnProcess):
    numbers: list[int]

    def start(self) -> None:
        super().start()
        assert self.pid is not None
        self.numbers.append(self.pid)


class OtherProcesses(SpawnContext):
    """Starts ``child`` instead. With ``keeps_end_open`` the child's end of the pipe stays open in this
    process too, as Windows keeps it until a process that was started has fetched it.
    """

    def __init__(self, child: Child, *, keeps_end_open: bool = False) -> None:
        super().__init__()
        self._child = child
        self._keeps_end_open = keeps_end_open
        self._kept_open: list[Connection] = []
        self.numbers: list[int] = []

    def Pipe(self, duplex: bool = True) -> tuple[Any, Any]:  # noqa: N802 - it is called so
        here, there = super().Pipe(duplex)
        if self._keeps_end_open:
            self._kept_open.append(Connection(os.dup(there.fileno())))
        return here, there

    def Process(self, *, args: tuple[Any, ...], **others: Any) -> Any:  # type: ignore[override]  # noqa: N802
        process = NotedProcess(target=self._child, args=args, daemon=True)
        process.numbers = self.numbers
        return process
