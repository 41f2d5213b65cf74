"""What the steps of a paste share: timers, time limits, services, the reply with its target, the report."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from time import monotonic
from typing import Protocol

from PySide6.QtCore import QTimer

from quickdesk.desktop.paste.programs import Readers
from quickdesk.desktop.ports.clipboard import Clipboard, ClipboardEvent, ClipboardState
from quickdesk.desktop.ports.target import PasteKeys, Target, TargetWindows
from quickdesk.replies.delivery import Delivery, Outcome


class Timers(Protocol):
    """A monotonic clock and delayed calls; never blocks."""

    def now(self) -> float:
        """Return a monotonic time in milliseconds."""
        ...

    def after(self, delay_ms: int, call: Callable[[], None]) -> None:
        """Call ``call`` once on this thread, after at least ``delay_ms`` milliseconds."""
        ...


class QtTimers:
    """Implements Timers with the Qt event loop."""

    def now(self) -> float:
        """Return a monotonic time in milliseconds."""
        return monotonic() * 1000

    def after(self, delay_ms: int, call: Callable[[], None]) -> None:
        """Call ``call`` from the event loop after ``delay_ms``."""
        QTimer.singleShot(delay_ms, call)


@dataclass(frozen=True, slots=True)
class PasteReport:
    """The result of one paste.

    ``timings_ms`` are milliseconds since the start: ``offered`` (clipboard saved, reply offered),
    ``focused``, ``released`` (modifiers released by us), ``sent``, ``read`` (first read by the target),
    ``stalled`` (last time the target was stalled), ``hung`` (it read nothing and does not respond),
    ``idle`` (no read is outstanding), ``end``.
    ``reads`` counts the reads of the target, ``other_reads`` those of other programs such as clipboard
    histories. ``cursor_moved`` is True if the cursor was moved to its position in the reply.
    """

    outcome: Outcome
    clipboard: ClipboardState
    timings_ms: Mapping[str, float] = field(default_factory=dict)
    reads: int = 0
    other_reads: int = 0
    cursor_moved: bool = False


@dataclass(frozen=True, slots=True)
class PasteLimits:
    """Time limits of the steps of a paste, in milliseconds."""

    focus: int = 600
    activate_again: int = 120
    modifiers: int = 350
    release_tries: int = 3
    settle: int = 15
    offer: int = 2500
    offer_tries: int = 3
    read: int = 3000
    unread_ping: int = 500
    """The time without any read after which the target is pinged."""
    quiet: int = 400
    """The time without a read after which the target is idle, for single-process programs that answer pings:
    second reads come up to 250 ms later; an unnoticed stall (shorter than ``late_ping``) adds up to 140."""
    quiet_browser: int = 1500
    """The same for browsers, whose pages may process a paste: with 400 ms, a page that does so for 700 ms
    lost the paste, one of 300 ms did not (Chromium 150)."""
    quiet_browser_short: int = 700
    """The same if the paste must finish early and the browser has read only once; else ``quiet`` applies."""
    max_quiet: int = 6000
    """The time without a read after which a program that answers all pings, but always late, is idle."""
    ping_interval: int = 60
    late_ping: int = 80
    """A program that takes longer to answer a ping was stalled, and the quiet time starts again."""
    stalled: int = 8000
    """The time without any reaction after which a program is no longer waited for."""
    cursor_quiet: int = 120
    cursor_steps: int = 500
    restore: int = 4500
    """The longest time for restoring, an owner that answers late included."""
    poll: int = 5
    poll_quiet: int = 20


@dataclass(frozen=True, slots=True)
class PasteTools:
    """The services that a paste uses."""

    windows: TargetWindows
    clipboard: Clipboard
    timers: Timers
    readers: Readers
    limits: PasteLimits = field(default_factory=PasteLimits)

    def offer(self, job: "PasteJob", listen: Callable[[ClipboardEvent], None]) -> None:
        """Offer the reply of a job to its target, for the first time or again."""
        reader, primary = self.readers.reader_of(job.target), job.keys.may_read_primary
        self.clipboard.offer(job.delivery.text, primary=primary, reader=reader, listen=listen)


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
    is_managed: bool = False
    """Whether a clipboard manager served the reply for a while: reads may have been missed."""

    def record_time(self, step: str, now: float) -> None:
        """Record the time of a step, in milliseconds since the start."""
        self.times[step] = round(now - self.began, 1)

    def report(self, outcome: Outcome, clipboard: ClipboardState) -> PasteReport:
        """Return the report for this job."""
        return PasteReport(
            outcome, clipboard, dict(self.times), self.reads, self.other_reads, self.cursor_moved
        )
