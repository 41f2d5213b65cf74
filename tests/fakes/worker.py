"""A worker that does every job at once, where it is submitted."""

from quickdesk.storage.journal.background import Job


class WorkerAtOnce:
    def submit(self, job: Job) -> None:
        job()

    def submit_later(self, seconds: float, job: Job) -> None:
        job()

    def close(self) -> None:
        pass
