"""The second phase of a paste: from the paste keys until no read can be outstanding.

The target is idle if for a while it has read nothing *and* answered every ping at once. A stalled program
(between its two reads, or during a large one) is waited for: a late read must still get the reply, never
the previous content of the clipboard.
"""

from collections.abc import Callable
from enum import Enum, auto

from quickdesk.desktop.paste.job import PasteJob, PasteTools
from quickdesk.desktop.ports.clipboard import ClipboardEvent, SelectionLost, TextRead


class ReadOutcome(Enum):
    """How the second phase ended."""

    IDLE = auto()
    NOT_READ = auto()
    COPIED_MEANWHILE = auto()
    """The clipboard was changed before the target read it; the reply is no longer offered."""
    TARGET_GONE = auto()


class ReadPhase:
    """Watches the reads after the keys were pressed.

    Calls ``arrived`` when the target has the reply and the cursor is in position, possibly more than once;
    calls ``done`` once, at the end.
    """

    def __init__(
        self,
        tools: PasteTools,
        job: PasteJob,
        arrived: Callable[[], None],
        done: Callable[[ReadOutcome], None],
    ) -> None:
        self._tools, self._job, self._arrived, self._done = tools, job, arrived, done
        self._windows, self._limits = tools.windows, tools.limits
        self._offered = {"CLIPBOARD", "PRIMARY"} if job.keys.may_read_primary else {"CLIPBOARD"}
        self._sent_at = self._idle_since = self._read_at = tools.timers.now()
        self._pinged_at = self._last_response_at = self._sent_at
        self._is_pinging = self._is_transferring = self._is_over = self._is_shortened = False
        self._may_move_cursor = 0 < job.delivery.cursor_back <= tools.limits.cursor_steps

    @property
    def is_clipboard_replaced(self) -> bool:
        """Whether the clipboard was changed after the keys; the selection may still offer the reply."""
        return "CLIPBOARD" not in self._offered

    def start(self) -> None:
        """Start the phase."""
        self._later(self._wait_for_read, self._limits.poll)

    def finish_early(self) -> None:
        """Wait only as long as most programs need, because another reply is waiting."""
        self._is_shortened = True

    def finish_now(self) -> None:
        """End now: IDLE if a read was completed, else NOT_READ."""
        if not self._is_over:
            self._end(
                ReadOutcome.IDLE if self._job.reads and not self._is_transferring else ReadOutcome.NOT_READ
            )

    def on_event(self, event: ClipboardEvent) -> None:
        """Handle a clipboard event."""
        match event:
            case SelectionLost():
                self._offered.discard(event.selection)
            case TextRead() if self._tools.readers.is_target(event, self._job.target):
                self._record_read(event)
            case TextRead():
                self._job.other_reads += 1

    def _record_read(self, read: TextRead) -> None:
        now = self._tools.timers.now()
        self._idle_since = self._last_response_at = self._read_at = now
        self._is_transferring = not read.complete
        if read.complete:
            self._job.reads += 1
        if "read" not in self._job.times:
            self._job.record_time("read", now)

    def _wait_for_read(self) -> None:
        now = self._tools.timers.now()
        if "read" in self._job.times:
            self._watch()
        elif not self._offered:
            self._end(ReadOutcome.COPIED_MEANWHILE)
        elif not self._windows.exists(self._job.target):
            self._end(ReadOutcome.TARGET_GONE)
        elif now - self._sent_at > self._limits.read:
            self._end(ReadOutcome.NOT_READ)
        else:
            self._later(self._wait_for_read, self._limits.poll)

    def _watch(self) -> None:
        """Check whether the target is idle; if not, check again soon."""
        now = self._tools.timers.now()
        self._watch_pings(now)
        settled = not self._is_pinging and not self._is_transferring
        if settled and now - self._idle_since >= self._limits.cursor_quiet:
            self._move_cursor()
        if self._job.reads and not self._is_transferring and not self._may_move_cursor:
            self._arrived()
        is_idle = now - self._idle_since >= self._quiet_ms() or now - self._read_at >= self._limits.max_quiet
        if settled and is_idle:
            self._job.record_time("idle", now)
            self._end(ReadOutcome.IDLE)
        elif now - self._last_response_at > self._limits.stalled:
            self._end(ReadOutcome.NOT_READ)  # perhaps partly; the reply stays on the clipboard
        else:
            self._later(self._watch, self._limits.poll_quiet)

    def _quiet_ms(self) -> int:
        if not self._tools.readers.may_read_again(self._job.target, self._job.reads):
            return self._limits.quiet
        # A modifier that is down belongs to the agent's next hotkey or own paste.
        if not (self._is_shortened or self._windows.modifiers_held()):
            return self._limits.quiet_browser
        self._is_shortened = True
        return self._limits.quiet if self._job.reads > 1 else self._limits.quiet_browser_short

    def _watch_pings(self, now: float) -> None:
        if self._is_pinging:
            if not self._windows.answered(self._job.target):
                return
            self._is_pinging = False
            self._last_response_at = now
            if now - self._pinged_at > self._limits.late_ping:
                self._idle_since = now
                self._job.record_time("stalled", now)
        elif now - self._pinged_at >= self._limits.ping_interval:
            self._is_pinging, self._pinged_at = True, now
            self._windows.ping(self._job.target)

    def _move_cursor(self) -> None:
        if not self._may_move_cursor or self._windows.modifiers_held():
            return
        self._may_move_cursor = False
        steps = self._job.delivery.cursor_back
        self._job.cursor_moved = self._windows.press_left(self._job.target, steps)

    def _later(self, call: Callable[[], None], delay_ms: int) -> None:
        self._tools.timers.after(delay_ms, lambda: None if self._is_over else call())

    def _end(self, how: ReadOutcome) -> None:
        self._is_over = True
        self._done(how)
