"""How a paste ended, and how long its steps may take."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from quickdesk.desktop.ports.clipboard import ClipboardState
from quickdesk.replies.delivery import Outcome


@dataclass(frozen=True, slots=True)
class PasteReport:
    """What became of one reply.

    ``timings_ms`` counts from the start of the paste: ``offered`` (clipboard kept, reply offered),
    ``focused``, ``released`` (modifiers let go by us), ``sent``, ``read`` (first read by the target),
    ``stalled`` (last time the target was found stalled), ``calm`` (no read is outstanding), ``end``.
    ``reads`` counts the target's, ``other_reads`` those of other programs such as clipboard histories.
    ``cursor_moved`` says whether the cursor was moved to where the reply wants it.
    """

    outcome: Outcome
    clipboard: ClipboardState
    timings_ms: Mapping[str, float] = field(default_factory=dict)
    reads: int = 0
    other_reads: int = 0
    cursor_moved: bool = False


@dataclass(frozen=True, slots=True)
class PasteLimits:
    """How long the steps of a paste may take, in milliseconds."""

    focus: int = 600
    activate_again: int = 120
    modifiers: int = 350
    release_tries: int = 3
    settle: int = 15
    offer: int = 2500
    offer_tries: int = 3
    read: int = 3000
    quiet: int = 400
    """After the last read, for programs of one process that answer pings: second reads come up to 250 ms
    later, and a stall that no ping shows (shorter than ``ping_late``, begun between two) adds up to 140."""
    quiet_browser: int = 1500
    """The same for browsers, whose pages may work on a paste: one that does so for 700 ms lost it with 400,
    one of 300 ms did not (Chromium 150). Where the agent goes on meanwhile it is ``quiet`` there too ..."""
    quiet_hurried: int = 700
    """... or this, while the browser has read only once."""
    quiet_most: int = 6000
    """After the last read, for a program that answers all pings, but always late."""
    ping_every: int = 60
    ping_late: int = 80
    """A program that needs longer to answer was stalled, and the quiet begins anew."""
    stalled: int = 8000
    cursor_quiet: int = 120
    cursor_steps: int = 500
    restore: int = 3000
    poll: int = 5
    poll_quiet: int = 20
