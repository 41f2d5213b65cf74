"""What the two halves of a paste share: the tools, the reply with its target, and the notes taken."""

from dataclasses import dataclass, field

from quickdesk.desktop.paste.readers import Readers
from quickdesk.desktop.paste.report import PasteLimits, PasteReport
from quickdesk.desktop.paste.timers import Timers
from quickdesk.desktop.ports.clipboard import Clipboard, ClipboardState
from quickdesk.desktop.ports.target import PasteKeys, Target, TargetWindows
from quickdesk.replies.delivery import Delivery, Outcome


@dataclass(frozen=True, slots=True)
class PasteTools:
    """What a paste works with."""

    windows: TargetWindows
    clipboard: Clipboard
    timers: Timers
    readers: Readers
    limits: PasteLimits = field(default_factory=PasteLimits)


@dataclass(slots=True)
class PasteJob:
    """One reply for one window, and what was noted on the way."""

    target: Target
    delivery: Delivery
    keys: PasteKeys
    began: float
    times: dict[str, float] = field(default_factory=dict)
    reads: int = 0
    other_reads: int = 0
    cursor_moved: bool = False

    def record_time(self, step: str, now: float) -> None:
        """Note when a step was reached."""
        self.times[step] = round(now - self.began, 1)

    def report(self, outcome: Outcome, clipboard: ClipboardState) -> PasteReport:
        """Return how it ended."""
        return PasteReport(
            outcome, clipboard, dict(self.times), self.reads, self.other_reads, self.cursor_moved
        )
