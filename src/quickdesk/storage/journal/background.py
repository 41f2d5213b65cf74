"""The one place of this room for threads: a worker that does one job after another, away from the windows.

Waiting for the disk takes a window's frame or many; nobody but the worker's thread does it where nobody asked
to wait. Locks come from here as well, so that nothing else in the room knows of threads.
"""

import sys
import threading  # noqa: TID251 - writes to the disk happen off the thread of the windows, in this one place
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic
from typing import Protocol, TypeAlias

Job: TypeAlias = Callable[[], None]

Guard = threading.RLock
"""A lock that its holder may take again."""


class Worker(Protocol):
    """Does jobs later, in the order in which they came."""

    def submit(self, job: Job) -> None:
        """Do a job soon; a job that stands in the queue already is not added again."""
        ...

    def submit_later(self, seconds: float, job: Job) -> None:
        """Do a job after so many seconds, or never when the worker is closed before."""
        ...

    def close(self) -> None:
        """Return when all jobs submitted are done; later ones are not taken."""
        ...


@dataclass(frozen=True, slots=True)
class Workers:
    """Who writes what nobody waits for, and who writes snapshots meanwhile."""

    writing: Worker
    compacting: Worker


class NoWorker:
    """Does nothing by itself: whoever waits for a change writes it. For short commands and for tests."""

    def submit(self, job: Job) -> None:
        """Leave it to whoever waits."""

    def submit_later(self, seconds: float, job: Job) -> None:
        """Leave it to whoever closes."""

    def close(self) -> None:
        """Nothing is left to do."""


class ThreadWorker:
    """A thread of its own, started with the first job. It never keeps the program from ending."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._changed = threading.Condition()
        self._jobs: deque[Job] = deque()
        self._later: list[tuple[float, Job]] = []
        self._thread: threading.Thread | None = None
        self._is_closed = False

    def submit(self, job: Job) -> None:
        """Do a job soon."""
        with self._changed:
            if not self._is_closed and job not in self._jobs:
                self._jobs.append(job)
                self._wake()

    def submit_later(self, seconds: float, job: Job) -> None:
        """Do a job after so many seconds."""
        with self._changed:
            if not self._is_closed:
                self._later.append((monotonic() + seconds, job))
                self._wake()

    def close(self) -> None:
        """Do what was submitted and end the thread."""
        with self._changed:
            self._is_closed = True
            self._later.clear()
            self._changed.notify_all()
        if self._thread is not None and self._thread is not threading.current_thread():
            self._thread.join()

    def _wake(self) -> None:
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name=self._name, daemon=True)
            self._thread.start()
        self._changed.notify_all()

    def _run(self) -> None:
        while (job := self._next_job()) is not None:
            try:
                job()
            except Exception:  # noqa: BLE001 - a bug in one job goes to the program's barrier and stops no other
                threading.excepthook(threading.ExceptHookArgs((*sys.exc_info(), self._thread)))

    def _next_job(self) -> Job | None:
        with self._changed:
            while True:
                now = monotonic()
                due = [each for each in self._later if each[0] <= now]
                self._later = [each for each in self._later if each[0] > now]
                self._jobs.extend(job for _, job in due if job not in self._jobs)
                if self._jobs:
                    return self._jobs.popleft()
                if self._is_closed:
                    return None
                first = min((moment for moment, _ in self._later), default=None)
                self._changed.wait(None if first is None else first - now)
