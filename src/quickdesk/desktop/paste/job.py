"""The data that both phases of a paste share: the tools, and the reply with its target and timings."""

from dataclasses import dataclass, field

from quickdesk.desktop.paste.readers import Readers
from quickdesk.desktop.paste.report import PasteLimits, PasteReport
from quickdesk.desktop.paste.timers import Timers
from quickdesk.desktop.ports.clipboard import Clipboard, ClipboardState
from quickdesk.desktop.ports.target import PasteKeys, Target, TargetWindows
from quickdesk.replies.delivery import Delivery, Outcome


@dataclass(frozen=True, slots=True)
class PasteTools:
    """The services that a paste uses."""

    windows: TargetWindows
    clipboard: Clipboard
    timers: Timers
    readers: Readers
    limits: PasteLimits = field(default_factory=PasteLimits)


@dataclass(slots=True)
class PasteJob:
    """One reply for one window, with timings and counts; ``began`` is in milliseconds of the timers."""

    target: Target
    delivery: Delivery
    keys: PasteKeys
    began: float
    times: dict[str, float] = field(default_factory=dict)
    reads: int = 0
    other_reads: int = 0
    cursor_moved: bool = False

    def record_time(self, step: str, now: float) -> None:
        """Record the time of a step, in milliseconds since the start."""
        self.times[step] = round(now - self.began, 1)

    def report(self, outcome: Outcome, clipboard: ClipboardState) -> PasteReport:
        """Return the report for this job."""
        return PasteReport(
            outcome, clipboard, dict(self.times), self.reads, self.other_reads, self.cursor_moved
        )
