"""The second phase of a paste: from the paste keys until no read can be outstanding.

The target is calm if for a while it has read nothing *and* answered every ping at once. A stalled program
(between its two reads, or during a large one) is waited for: a late read must still get the reply, never
the previous content of the clipboard.
"""

from collections.abc import Callable
from enum import Enum, auto

from quickdesk.desktop.paste.job import PasteJob, PasteTools
from quickdesk.desktop.ports.clipboard import ClipboardEvent, SelectionLost, TextRead


class ReadOutcome(Enum):
    """How the second phase ended."""

    CALM = auto()
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
        self._sent_at = self._calm_since = self._read_at = tools.timers.now()
        self._pinged_at = self._heard_at = self._sent_at
        self._is_pinging = self._is_carrying = self._is_over = self._is_hurried = False
        self._may_move_cursor = 0 < job.delivery.cursor_back <= tools.limits.cursor_steps

    @property
    def is_overtaken(self) -> bool:
        """Whether the clipboard was changed after the keys; the selection may still offer the reply."""
        return "CLIPBOARD" not in self._offered

    def start(self) -> None:
        """Start the phase."""
        self._later(self._wait_for_read, self._limits.poll)

    def hurry(self) -> None:
        """Wait no longer than ordinary programs need, because another reply is waiting."""
        self._is_hurried = True

    def conclude(self) -> None:
        """End now: CALM if a read was completed, else NOT_READ."""
        if not self._is_over:
            self._end(ReadOutcome.CALM if self._job.reads and not self._is_carrying else ReadOutcome.NOT_READ)

    def on_event(self, event: ClipboardEvent) -> None:
        """Handle a clipboard event."""
        match event:
            case SelectionLost():
                self._offered.discard(event.selection)
            case TextRead() if self._tools.readers.is_target(event, self._job.target):
                self._note_read(event)
            case TextRead():
                self._job.other_reads += 1

    def _note_read(self, read: TextRead) -> None:
        now = self._tools.timers.now()
        self._calm_since = self._heard_at = self._read_at = now
        self._is_carrying = not read.complete
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
        """Check whether the target is calm; if not, check again soon."""
        now = self._tools.timers.now()
        self._watch_pings(now)
        settled = not self._is_pinging and not self._is_carrying
        if settled and now - self._calm_since >= self._limits.cursor_quiet:
            self._move_cursor()
        if self._job.reads and not self._is_carrying and not self._may_move_cursor:
            self._arrived()
        is_calm = now - self._calm_since >= self._quiet_ms() or now - self._read_at >= self._limits.quiet_most
        if settled and is_calm:
            self._job.record_time("calm", now)
            self._end(ReadOutcome.CALM)
        elif now - self._heard_at > self._limits.stalled:
            self._end(ReadOutcome.NOT_READ)  # perhaps partly; the reply stays on the clipboard
        else:
            self._later(self._watch, self._limits.poll_quiet)

    def _quiet_ms(self) -> int:
        if not self._tools.readers.takes_time(self._job.target, self._job.reads):
            return self._limits.quiet
        # A modifier that is down belongs to the agent's next hotkey or own paste.
        if not (self._is_hurried or self._windows.modifiers_held()):
            return self._limits.quiet_browser
        self._is_hurried = True
        return self._limits.quiet if self._job.reads > 1 else self._limits.quiet_hurried

    def _watch_pings(self, now: float) -> None:
        if self._is_pinging:
            if not self._windows.answered(self._job.target):
                return
            self._is_pinging = False
            self._heard_at = now
            if now - self._pinged_at > self._limits.ping_late:
                self._calm_since = now
                self._job.record_time("stalled", now)
        elif now - self._pinged_at >= self._limits.ping_every:
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
