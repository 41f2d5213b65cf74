"""The first phase of a paste: offers the reply on the clipboard, focuses the target, presses the paste keys.

The keys are pressed only when the reply is offered, the target has the focus and no modifier is down. The
phase is driven by timers and never blocks.

If another program takes the clipboard, the reply is offered again, at most twice. A clipboard manager that
insists serves the reply itself: then the keys are pressed all the same, and the reads are not seen.
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


class SendOutcome(Enum):
    """How the first phase ended."""

    SENT = auto()
    FOCUS_LOST = auto()
    TARGET_GONE = auto()
    NO_CLIPBOARD = auto()
    TAKEN = auto()
    """Another program takes the clipboard each time, and does not answer: nothing can be copied."""


class SendPhase:
    """Runs the first phase of one paste; calls ``done`` once."""

    def __init__(
        self,
        tools: PasteTools,
        job: PasteJob,
        listen: Callable[[ClipboardEvent], None],
        done: Callable[[SendOutcome], None],
    ) -> None:
        """``listen`` receives the clipboard events and passes them to ``on_event`` during the phase."""
        self._tools, self._job, self._listen, self._done = tools, job, listen, done
        self._windows, self._limits = tools.windows, tools.limits
        self._is_over = self._is_offered = False
        self._offer_tries = self._releases = self._unknown = 0
        self._takers: set[Taker] = set()
        self._offered_at = self._unfocused_since = self._activated_at = tools.timers.now()
        self._focused_since: float | None = None

    def start(self) -> None:
        """Start the phase."""
        if not self._windows.exists(self._job.target):
            self._end(SendOutcome.TARGET_GONE)
            return
        self._offer()
        self._windows.activate(self._job.target)
        self._poll()

    def finish_now(self) -> None:
        """End the phase now, without pressing a key."""
        self._end(SendOutcome.FOCUS_LOST)

    def on_event(self, event: ClipboardEvent) -> None:
        """Handle a clipboard event."""
        match event:
            case Offered():
                self._is_offered = True
                self._job.record_time("offered", self._tools.timers.now())
            case OfferFailed():
                self._end(SendOutcome.NO_CLIPBOARD)
            case SelectionLost():
                self._is_offered, self._offered_at = False, self._tools.timers.now()
                self._unknown += 1
            case TakerFound():
                self._takers.add(event.taker)
                self._unknown -= 1
                if self._unknown <= 0:
                    self._offer_again()
            case TextRead():
                self._job.other_reads += 1
                self._tools.readers.record_early_read(event, self._job.target)

    def _offer(self) -> None:
        self._is_offered = False
        self._offer_tries += 1
        self._unknown = 0
        self._takers.clear()
        self._offered_at = self._tools.timers.now()
        self._tools.offer(self._job, self._listen)

    def _offer_again(self) -> None:
        """Offer the reply again: what the agent has copied just now is saved first."""
        if self._offer_tries < self._limits.offer_tries:
            self._offer()
        elif self._takers == {Taker.MANAGER}:
            self._is_offered = self._job.is_managed = True
        else:
            self._end(SendOutcome.TAKEN if Taker.SILENT in self._takers else SendOutcome.NO_CLIPBOARD)

    def _poll(self) -> None:
        """Check whether the keys can be pressed; if not, check again soon."""
        if self._is_over:
            return
        now = self._tools.timers.now()
        if not self._windows.has_focus(self._job.target):
            self._wait_for_focus(now)
        elif not self._is_offered:
            self._wait_for_clipboard(now)
        elif self._windows.modifiers_held():
            self._wait_for_modifiers(now)
        else:
            self._record_focus(now)
            self._tools.timers.after(self._limits.settle, self._press)

    def _wait_for_focus(self, now: float) -> None:
        self._focused_since = None
        if not self._windows.exists(self._job.target):
            self._end(SendOutcome.TARGET_GONE)
            return
        if now - self._unfocused_since > self._limits.focus:
            self._end(SendOutcome.FOCUS_LOST)
            return
        if now - self._activated_at > self._limits.activate_again:
            self._activated_at = now
            self._windows.activate(self._job.target)
        self._poll_later()

    def _wait_for_clipboard(self, now: float) -> None:
        self._record_focus(now)
        if now - self._offered_at > self._limits.offer:
            self._end(SendOutcome.NO_CLIPBOARD)
        else:
            self._poll_later()

    def _wait_for_modifiers(self, now: float) -> None:
        if self._releases >= self._limits.release_tries:
            self._end(SendOutcome.FOCUS_LOST)  # modifiers that stay down would change the paste keys
            return
        if now - self._record_focus(now) > self._limits.modifiers:
            self._releases += 1
            self._windows.release_modifiers()
            self._job.record_time("released", now)
            self._focused_since = now
        self._poll_later()

    def _record_focus(self, now: float) -> float:
        """Record since when the target has the focus, and return that time."""
        if self._focused_since is None:
            self._focused_since = now
            self._job.record_time("focused", now)
        self._unfocused_since = now
        return self._focused_since

    def _press(self) -> None:
        """Press the keys if the conditions still hold, after the target had time to process the focus."""
        if self._is_over:
            return
        if self._is_offered and self._windows.press(self._job.target, self._job.keys):
            self._job.record_time("sent", self._tools.timers.now())
            self._end(SendOutcome.SENT)
        else:
            self._poll()

    def _poll_later(self) -> None:
        self._tools.timers.after(self._limits.poll, self._poll)

    def _end(self, how: SendOutcome) -> None:
        if not self._is_over:
            self._is_over = True
            self._done(how)
