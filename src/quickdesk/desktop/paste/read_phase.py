"""The second phase of a paste: from the paste keys until no read can be outstanding.

The target is idle if for a while it has read nothing *and* answered every ping at once. A stalled program
(between its two reads, or during a large one) is waited for: a late read must still get the reply, never
the previous content of the clipboard.

A clipboard manager may take the reply and serve it in our place. As long as no read was seen the reply is
offered again, at most twice; after that the target is only waited for, and what it read is unknown (UNSEEN).
"""

from collections.abc import Callable
from enum import Enum, auto

from quickdesk.desktop.paste.job import PasteJob, PasteTools
from quickdesk.desktop.ports.clipboard import (
    ClipboardEvent,
    Offered,
    OfferFailed,
    SelectionLost,
    Taker,
    TakerFound,
    TextRead,
)


class ReadOutcome(Enum):
    """How the second phase ended."""

    IDLE = auto()
    NOT_READ = auto()
    COPIED_MEANWHILE = auto()
    """The clipboard was changed before the target read it; the reply is no longer offered."""
    UNSEEN = auto()
    """No read was seen, but a clipboard manager served the reply."""
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
        listen: Callable[[ClipboardEvent], None],
        arrived: Callable[[], None],
        done: Callable[[ReadOutcome], None],
    ) -> None:
        """``listen`` receives the clipboard events and passes them to ``on_event``."""
        self._listen = listen
        self._tools, self._job, self._arrived, self._done = tools, job, arrived, done
        self._windows, self._limits = tools.windows, tools.limits
        self._names = frozenset({"CLIPBOARD", "PRIMARY"} if job.keys.may_read_primary else {"CLIPBOARD"})
        self._offered = set(() if job.is_managed else self._names)
        self._replaced: set[str] = set()
        self._unknown = 0
        self._is_offering = False
        self._tries_left = tools.limits.offer_tries - 1
        self._sent_at = self._idle_since = self._read_at = tools.timers.now()
        self._pinged_at = self._last_response_at = self._sent_at
        self._is_pinging = self._is_transferring = self._is_over = self._is_shortened = False
        self._may_move_cursor = 0 < job.delivery.cursor_back <= tools.limits.cursor_steps

    @property
    def is_clipboard_replaced(self) -> bool:
        """Whether the clipboard was changed after the keys; the selection may still offer the reply."""
        return "CLIPBOARD" in self._replaced

    def start(self) -> None:
        """Start the phase."""
        self._later(self._wait_for_read, self._limits.poll)

    def finish_early(self) -> None:
        """Wait only as long as most programs need, because another reply is waiting."""
        self._is_shortened = True

    def finish_now(self) -> None:
        """End now: IDLE if a read was completed, else NOT_READ."""
        if not self._is_over:
            self._end(ReadOutcome.IDLE if self._job.reads and not self._is_transferring else self._not_read())

    def on_event(self, event: ClipboardEvent) -> None:
        """Handle a clipboard event."""
        if self._is_over:
            return
        match event:
            case SelectionLost():
                self._offered.discard(event.selection)
                self._unknown += 1
            case TakerFound():
                self._on_taker(event)
            case Offered():
                self._is_offering = False
                self._offered |= self._names - self._replaced
            case OfferFailed():
                self._is_offering = False
            case TextRead() if self._tools.readers.is_target(event, self._job.target):
                self._record_read(event)
            case TextRead():
                self._job.other_reads += 1

    def _on_taker(self, found: TakerFound) -> None:
        self._unknown -= 1
        if found.taker is Taker.AGENT:
            self._replaced.add(found.selection)
            return
        self._job.is_managed = True
        if "read" not in self._job.times and not self._replaced and not self._unknown and self._tries_left:
            self._tries_left -= 1
            self._is_offering = True
            self._tools.offer(self._job, self._listen)

    def _not_read(self) -> ReadOutcome:
        return ReadOutcome.UNSEEN if self._job.is_managed else ReadOutcome.NOT_READ

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
        is_lost = not (self._offered or self._is_offering or self._unknown > 0)
        if "read" in self._job.times:
            self._watch()
        elif is_lost and self._replaced >= self._names:
            self._end(ReadOutcome.UNSEEN if self._job.is_managed else ReadOutcome.COPIED_MEANWHILE)
        elif not self._windows.exists(self._job.target):
            self._end(ReadOutcome.TARGET_GONE)
        elif is_lost:
            self._watch_unseen(now)
        elif now - self._sent_at > self._limits.read:
            if self._is_pinging and now - self._pinged_at > self._limits.late_ping:
                self._job.record_time("hung", now)  # it may still paste
            self._end(self._not_read())
        else:
            if now - self._sent_at > self._limits.unread_ping:
                self._watch_pings(now)
            self._later(self._wait_for_read, self._limits.poll)

    def _watch_unseen(self, now: float) -> None:
        """Check whether the target is idle, whose reads cannot be seen; if not, check again soon."""
        self._watch_pings(now)
        is_idle = not self._is_pinging and now - self._idle_since >= self._quiet_ms()
        if is_idle or now - self._last_response_at > self._limits.stalled:
            self._end(ReadOutcome.UNSEEN)
        else:
            self._later(self._wait_for_read, self._limits.poll_quiet)

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
