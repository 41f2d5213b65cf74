"""Why changes cannot be written, and notifying listeners when that begins and ends."""

from types import TracebackType

from quickdesk.replies.store import StoreError
from quickdesk.storage.journal.background import Job
from quickdesk.storage.journal.writer import Writer


class WriteFailure:
    """The last failure of a writer; operations on the disk run within ``with failure:``, one at a time."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer
        self._last: StoreError | None = None
        self._before: StoreError | None = None
        self._listeners: list[Job] = []

    @property
    def reason(self) -> StoreError | None:
        """Why the last change could not be written, or none can be any more; None if there is no failure."""
        return self._writer.refusal or self._last

    def on_changed(self, listener: Job) -> None:
        """Call ``listener`` when :attr:`reason` comes or goes."""
        self._listeners.append(listener)

    def __enter__(self) -> None:
        self._before = self._writer.refusal or self._last

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None:
        if error is None:
            self._last = None
        elif isinstance(error, StoreError):
            self._last = error
        before, refusal = self._before, self._writer.refusal
        if (before is None) != ((refusal or self._last) is None) or refusal not in (None, before):
            for listener in self._listeners:
                listener()
