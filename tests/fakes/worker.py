"""Workers for tests: one runs every job at once, one on request."""

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
    """Queues jobs in ``waiting`` until the test runs them."""

    def __init__(self) -> None:
        self.waiting: deque[Job] = deque()

    def submit(self, job: Job) -> None:
        self.waiting.append(job)

    def submit_later(self, seconds: float, job: Job) -> None:
        self.waiting.append(job)

    def do_next(self) -> None:
        """Run the oldest job."""
        self.waiting.popleft()()

    def close(self) -> None:
        while self.waiting:
            self.do_next()
