"""The first half of a paste: the clipboard offered, the focus back on the target, the keys pressed.

No paste key is pressed before the reply is offered, the target has the focus for certain and no modifier is
held. It is a chain of timers; nothing waits.
"""

from collections.abc import Callable
from enum import Enum, auto

from quickdesk.desktop.paste.job import PasteJob, PasteTools
from quickdesk.desktop.ports.clipboard import ClipboardEvent, Offered, OfferFailed, SelectionLost, TextRead


class SendOutcome(Enum):
    """How the first half ended."""

    SENT = auto()
    FOCUS_LOST = auto()
    TARGET_GONE = auto()
    NO_CLIPBOARD = auto()


class SendPhase:
    """Brings one paste to the moment after its keys; ``done`` is called once."""

    def __init__(
        self,
        tools: PasteTools,
        job: PasteJob,
        listen: Callable[[ClipboardEvent], None],
        done: Callable[[SendOutcome], None],
    ) -> None:
        """``listen`` gets the events of the offer, and hands them to ``on_event`` until it is done."""
        self._tools, self._job, self._listen, self._done = tools, job, listen, done
        self._windows, self._limits = tools.windows, tools.limits
        self._is_over = self._is_offered = False
        self._offer_tries = self._releases = 0
        self._offered_at = self._unfocused_since = self._activated_at = tools.timers.now()
        self._focused_since: float | None = None

    def start(self) -> None:
        """Begin."""
        if not self._windows.exists(self._job.target):
            self._end(SendOutcome.TARGET_GONE)
            return
        self._offer()
        self._windows.activate(self._job.target)
        self._poll()

    def conclude(self) -> None:
        """Give up: no key is pressed any more."""
        self._end(SendOutcome.FOCUS_LOST)

    def on_event(self, event: ClipboardEvent) -> None:
        """Take in what happens to the clipboard."""
        match event:
            case Offered():
                self._is_offered = True
                self._job.record_time("offered", self._tools.timers.now())
            case OfferFailed():
                self._end(SendOutcome.NO_CLIPBOARD)
            case SelectionLost() if self._is_offered:
                # Somebody copied just now: keep that instead, and offer the reply again.
                self._offer()
            case TextRead():
                self._job.other_reads += 1
                self._tools.readers.note_early_read(event, self._job.target)

    def _offer(self) -> None:
        self._is_offered = False
        self._offer_tries += 1
        if self._offer_tries > self._limits.offer_tries:
            self._end(SendOutcome.NO_CLIPBOARD)
            return
        self._offered_at = self._tools.timers.now()
        primary = self._job.keys.may_read_primary
        self._tools.clipboard.offer(self._job.delivery.text, primary=primary, listen=self._listen)

    def _poll(self) -> None:
        """Look whether the keys can be pressed; look again soon where they cannot yet."""
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
            self._note_focus(now)
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
        self._note_focus(now)
        if now - self._offered_at > self._limits.offer:
            self._end(SendOutcome.NO_CLIPBOARD)
        else:
            self._poll_later()

    def _wait_for_modifiers(self, now: float) -> None:
        if self._releases >= self._limits.release_tries:
            self._end(SendOutcome.FOCUS_LOST)  # keys that do not come up would change the paste keys
            return
        if now - self._note_focus(now) > self._limits.modifiers:
            self._releases += 1
            self._windows.release_modifiers()
            self._job.record_time("released", now)
            self._focused_since = now
        self._poll_later()

    def _note_focus(self, now: float) -> float:
        """Note since when the target has the focus, and return it."""
        if self._focused_since is None:
            self._focused_since = now
            self._job.record_time("focused", now)
        self._unfocused_since = now
        return self._focused_since

    def _press(self) -> None:
        """Press the keys if everything still holds after the target had a moment to take the focus in."""
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
