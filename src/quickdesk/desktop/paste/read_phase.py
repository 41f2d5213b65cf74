"""The second half of a paste: from the pressed keys to the moment when no read can be outstanding.

Calm is when for a while the target read nothing *and* answered every ping at once. A program that is
stalled (between its two reads, or in the middle of a large one) is waited for: what it reads late must
still be the reply, never what was on the clipboard before.
"""

from collections.abc import Callable
from enum import Enum, auto

from quickdesk.desktop.paste.job import PasteJob, PasteTools
from quickdesk.desktop.ports.clipboard import ClipboardEvent, SelectionLost, TextRead


class ReadOutcome(Enum):
    """How the second half ended."""

    CALM = auto()
    NOT_READ = auto()
    COPIED_MEANWHILE = auto()
    """Somebody copied before the target read; the reply is offered no more."""
    TARGET_GONE = auto()


class ReadPhase:
    """Watches the reads after the keys were pressed.

    ``arrived`` is called when the target has the reply, and the cursor where the reply wants it (more than
    once perhaps); ``done`` once, at the end.
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
        """Whether somebody copied since the keys were pressed; the selection may still offer the reply."""
        return "CLIPBOARD" not in self._offered

    def start(self) -> None:
        """Begin."""
        self._later(self._wait_for_read, self._limits.poll)

    def hurry(self) -> None:
        """Another reply waits: keep the clipboard no longer than an ordinary page needs."""
        self._is_hurried = True

    def conclude(self) -> None:
        """End now: calm where a read was completed, else not read."""
        if not self._is_over:
            self._end(ReadOutcome.CALM if self._job.reads and not self._is_carrying else ReadOutcome.NOT_READ)

    def on_event(self, event: ClipboardEvent) -> None:
        """Take in what happens to the clipboard."""
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
        """Look whether it is calm; look again soon where it is not yet."""
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
            self._end(ReadOutcome.NOT_READ)  # half of it perhaps; the reply stays where it can be read
        else:
            self._later(self._watch, self._limits.poll_quiet)

    def _quiet_ms(self) -> int:
        if not self._tools.readers.takes_time(self._job.target, self._job.reads):
            return self._limits.quiet
        # A modifier that goes down is the agent's next hotkey, or the agent's own paste.
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
