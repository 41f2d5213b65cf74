"""Workers for tests: one does every job at once, where it is submitted, one when it is told to."""

from collections import deque

from quickdesk.storage.journal.background import Job


class WorkerAtOnce:
    def submit(self, job: Job) -> None:
        job()

    def submit_later(self, seconds: float, job: Job) -> None:
        job()

    def close(self) -> None:
        pass


class WorkerOnDemand:
    """Does nothing until it is told to; ``waiting`` are the jobs to do."""

    def __init__(self) -> None:
        self.waiting: deque[Job] = deque()

    def submit(self, job: Job) -> None:
        self.waiting.append(job)

    def submit_later(self, seconds: float, job: Job) -> None:
        self.waiting.append(job)

    def do_next(self) -> None:
        """Do the job that has waited longest."""
        self.waiting.popleft()()

    def close(self) -> None:
        while self.waiting:
            self.do_next()
