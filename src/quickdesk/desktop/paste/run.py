"""One paste from start to end: the send phase, the read phase, and the final state of the clipboard.

The clipboard is restored only if the target read the reply, or may have, and is idle; otherwise the reply
stays on the clipboard, unless something else was copied meanwhile.
"""

from collections.abc import Callable

from quickdesk.desktop.paste.job import PasteJob, PasteReport, PasteTools
from quickdesk.desktop.paste.read_phase import ReadOutcome, ReadPhase
from quickdesk.desktop.paste.send_phase import SendOutcome, SendPhase
from quickdesk.desktop.ports.clipboard import ClipboardEvent, ClipboardState, Restored
from quickdesk.replies.delivery import Outcome

_SEND_FAILURES = {
    SendOutcome.FOCUS_LOST: Outcome.FOCUS_LOST,
    SendOutcome.TARGET_GONE: Outcome.TARGET_GONE,
    SendOutcome.NO_CLIPBOARD: Outcome.COPIED_ONLY,
}
_READ_FAILURES = {ReadOutcome.NOT_READ: Outcome.NOT_READ, ReadOutcome.TARGET_GONE: Outcome.TARGET_GONE}


class PasteRun:
    """Pastes one reply into one window; calls ``arrived`` once, then ``done`` once with the report."""

    def __init__(
        self,
        tools: PasteTools,
        job: PasteJob,
        arrived: Callable[[], None],
        done: Callable[[PasteReport], None],
    ) -> None:
        self._tools, self._job, self._arrived, self._done = tools, job, arrived, done
        self._is_over = self._has_arrived = self._is_shortened = False
        self._send_phase = SendPhase(tools, job, self._on_event, self._on_sent)
        self._read_phase: ReadPhase | None = None
        self._outcome = Outcome.PASTED

    def start(self) -> None:
        """Start the paste."""
        self._send_phase.start()

    def finish_early(self) -> None:
        """Finish as early as possible, because another reply is waiting."""
        self._is_shortened = True
        if self._read_phase is not None:
            self._read_phase.finish_early()

    def finish_now(self) -> None:
        """End now; the clipboard is restored if the target has read the reply."""
        if self._read_phase is not None:
            self._read_phase.finish_now()
        else:
            self._send_phase.finish_now()

    def _on_event(self, event: ClipboardEvent) -> None:
        if self._is_over:
            return
        if isinstance(event, Restored):
            is_taken = self._outcome is Outcome.COPIED_ONLY
            self._end(self._outcome, ClipboardState.FAILED if is_taken else event.state)
        else:
            (self._read_phase or self._send_phase).on_event(event)

    def _on_sent(self, how: SendOutcome) -> None:
        if how is SendOutcome.TAKEN:
            self._restore(Outcome.COPIED_ONLY)
            return
        if how is not SendOutcome.SENT:
            self._leave_reply(_SEND_FAILURES[how])
            return
        self._read_phase = ReadPhase(self._tools, self._job, self._on_event, self._on_arrived, self._on_read)
        if self._is_shortened:
            self._read_phase.finish_early()
        self._read_phase.start()

    def _on_arrived(self) -> None:
        if not self._has_arrived:
            self._has_arrived = True
            self._arrived()

    def _on_read(self, how: ReadOutcome) -> None:
        if how is ReadOutcome.IDLE:
            self._restore(Outcome.PASTED)
        elif how is ReadOutcome.UNSEEN:
            self._restore(Outcome.UNSEEN)
        elif how is ReadOutcome.COPIED_MEANWHILE:
            self._end(Outcome.NOT_READ, ClipboardState.COPIED_MEANWHILE)
        else:
            self._leave_reply(_READ_FAILURES[how])

    def _restore(self, outcome: Outcome) -> None:
        """Restore the clipboard, then end with ``outcome``."""
        self._outcome = outcome
        self._tools.clipboard.restore()
        self._tools.timers.after(self._tools.limits.restore, self._on_not_returned)

    def _on_not_returned(self) -> None:
        if not self._is_over:
            self._end(self._outcome, ClipboardState.FAILED)

    def _leave_reply(self, outcome: Outcome) -> None:
        if self._read_phase is not None and self._read_phase.is_clipboard_replaced:
            # The newly copied content stays.
            self._end(outcome, ClipboardState.COPIED_MEANWHILE)
            return
        left = self._tools.clipboard.set_text(
            self._job.delivery.text, may_be_read=self._read_phase is not None
        )
        self._end(outcome, ClipboardState.REPLY if left else ClipboardState.FAILED)

    def _end(self, outcome: Outcome, clipboard: ClipboardState) -> None:
        self._is_over = True
        self._job.record_time("end", self._tools.timers.now())
        self._on_arrived()
        self._done(self._job.report(outcome, clipboard))
