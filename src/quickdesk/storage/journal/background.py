"""Threads and locks of storage: a worker that does jobs in order, away from the thread of the windows.

A sync takes as long as many frames of a window, so it is done by the worker's thread or by a caller that
waits. All locks of storage are made here too, so that no other module needs threads.
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
"""A lock that its holder can acquire again."""


class Worker(Protocol):
    """Does jobs in the order in which they are submitted."""

    def submit(self, job: Job) -> None:
        """Do a job soon; a job that is already in the queue is not added again."""
        ...

    def submit_later(self, seconds: float, job: Job) -> None:
        """Do a job after this time, or never if the worker is closed before."""
        ...

    def close(self) -> None:
        """Return when all submitted jobs are done; later ones are ignored."""
        ...


@dataclass(frozen=True, slots=True)
class Workers:
    """The worker that writes changes for which no caller waits, and the one that writes snapshots."""

    writing: Worker
    compacting: Worker


class NoWorker:
    """Ignores all jobs: callers that wait write their changes. For short commands and for tests."""

    def submit(self, job: Job) -> None:
        """Do nothing; waiting or closing does it."""

    def submit_later(self, seconds: float, job: Job) -> None:
        """Do nothing; closing does it."""

    def close(self) -> None:
        """Do nothing."""


class ThreadWorker:
    """A worker with a thread of its own, started by the first job; it does not keep the program running."""

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
        """Do a job after this time."""
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
            except Exception:  # noqa: BLE001 - a bug in one job is reported and stops no other
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
