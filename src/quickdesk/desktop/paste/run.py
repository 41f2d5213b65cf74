"""One paste from beginning to end: approach, reading, and what becomes of the clipboard.

Only a reply that was read and left in calm gives the clipboard back; after everything else the reply
stays on it, unless somebody copied meanwhile.
"""

from collections.abc import Callable

from quickdesk.desktop.paste.approach import Approach, Approaching
from quickdesk.desktop.paste.job import PasteJob, PasteTools
from quickdesk.desktop.paste.reading import Reading, WatchingReads
from quickdesk.desktop.paste.report import PasteReport
from quickdesk.desktop.ports.clipboard import ClipboardEvent, ClipboardState, Returned
from quickdesk.replies.delivery import Outcome

_FAILED_APPROACH = {
    Approach.FOCUS_LOST: Outcome.FOCUS_LOST,
    Approach.TARGET_GONE: Outcome.TARGET_GONE,
    Approach.NO_CLIPBOARD: Outcome.COPIED_ONLY,
}
_FAILED_READING = {Reading.NOT_READ: Outcome.NOT_READ, Reading.TARGET_GONE: Outcome.TARGET_GONE}


class PasteRun:
    """Carries one reply into one window; ``arrived`` is called once, then ``done`` gets the report, once."""

    def __init__(
        self,
        tools: PasteTools,
        job: PasteJob,
        arrived: Callable[[], None],
        done: Callable[[PasteReport], None],
    ) -> None:
        self._tools, self._job, self._arrived, self._done = tools, job, arrived, done
        self._is_over = self._has_arrived = self._is_hurried = False
        self._approaching = Approaching(tools, job, self._on_event, self._on_approached)
        self._reading: WatchingReads | None = None

    def start(self) -> None:
        """Begin."""
        self._approaching.start()

    def hurry(self) -> None:
        """Another reply waits for the clipboard."""
        self._is_hurried = True
        if self._reading is not None:
            self._reading.hurry()

    def conclude(self) -> None:
        """End it now as well as can be: a reply that was read gives the clipboard back."""
        if self._reading is not None:
            self._reading.conclude()
        else:
            self._approaching.conclude()

    def _on_event(self, event: ClipboardEvent) -> None:
        if self._is_over:
            return
        if isinstance(event, Returned):
            self._end(Outcome.PASTED, event.state)
        else:
            (self._reading or self._approaching).on_event(event)

    def _on_approached(self, how: Approach) -> None:
        if how is not Approach.SENT:
            self._leave(_FAILED_APPROACH[how])
            return
        self._reading = WatchingReads(self._tools, self._job, self._on_arrived, self._on_read)
        if self._is_hurried:
            self._reading.hurry()
        self._reading.start()

    def _on_arrived(self) -> None:
        if not self._has_arrived:
            self._has_arrived = True
            self._arrived()

    def _on_read(self, how: Reading) -> None:
        if how is Reading.CALM:
            self._tools.clipboard.give_back()
            self._tools.timers.after(self._tools.limits.give_back, self._on_not_returned)
        elif how is Reading.COPIED_MEANWHILE:
            self._end(Outcome.NOT_READ, ClipboardState.COPIED_MEANWHILE)
        else:
            self._leave(_FAILED_READING[how])

    def _on_not_returned(self) -> None:
        if not self._is_over:
            self._end(Outcome.PASTED, ClipboardState.FAILED)

    def _leave(self, outcome: Outcome) -> None:
        if self._reading is not None and self._reading.is_overtaken:  # what was copied is not touched
            self._end(outcome, ClipboardState.COPIED_MEANWHILE)
            return
        left = self._tools.clipboard.leave(self._job.delivery.text, may_be_read=self._reading is not None)
        self._end(outcome, ClipboardState.REPLY if left else ClipboardState.FAILED)

    def _end(self, outcome: Outcome, clipboard: ClipboardState) -> None:
        self._is_over = True
        self._job.mark("end", self._tools.timers.now())
        self._on_arrived()
        self._done(self._job.report(outcome, clipboard))
