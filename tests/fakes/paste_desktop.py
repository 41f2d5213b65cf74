"""A fake desktop for pasting: a simulated clock, windows and keys, a clipboard.

``Program`` is the chat client: it reads at given moments after the paste keys, may be stalled, close
itself or refuse the focus, and keeps what it read. The clipboard keeps what the agent copied.
"""

import heapq
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count

from quickdesk.desktop.ports.clipboard import (
    ClipboardEvent,
    ClipboardState,
    Offered,
    OfferFailed,
    Reader,
    Restored,
    SelectionLost,
    Taker,
    TakerFound,
    TextRead,
)
from quickdesk.desktop.ports.target import SHIFT_INSERT, PasteKeys, Target

CHAT = Target(window=7, program="chat", geometry=(0, 0, 400, 300), client=70, process=700)
HISTORY = TextRead(client=90, process=900, complete=True)


class FakeTimers:
    """Timers with a simulated clock."""

    def __init__(self) -> None:
        self._now = 0.0
        self._number = count()
        self._calls: list[tuple[float, int, Callable[[], None]]] = []

    def now(self) -> float:
        return self._now

    def after(self, delay_ms: int, call: Callable[[], None]) -> None:
        heapq.heappush(self._calls, (self._now + delay_ms, next(self._number), call))

    def advance(self, ms: float) -> None:
        """Advance the clock and run the calls that are due."""
        end = self._now + ms
        while self._calls and self._calls[0][0] <= end:
            self._now, _, call = heapq.heappop(self._calls)
            call()
        self._now = end


class FakeClipboard:
    """A clipboard with one text; during an offer ``kept`` is the saved text."""

    def __init__(self, timers: FakeTimers) -> None:
        self._timers = timers
        self.content = "before"
        self.marked = "marked"
        self.kept: str | None = None
        self.primary = False
        self.offer_delay_ms: int | None = 4
        self.refuses = False
        self.returns = True
        self.reader: Reader | None = None
        self.offers = 0
        self.manager_ms: int | None = None
        """After how long a clipboard manager takes each offer."""
        self.is_managed = self.is_silent = False
        self._listen: Callable[[ClipboardEvent], None] = lambda _: None

    def offer(
        self, text: str, *, primary: bool, reader: Reader | None, listen: Callable[[ClipboardEvent], None]
    ) -> None:
        self._listen, self.primary, self.reader = listen, primary, reader
        self.offers += 1
        if self.offer_delay_ms is not None:
            self._timers.after(self.offer_delay_ms, lambda: self._begin(text))

    def restore(self) -> None:
        if self.returns:
            self._timers.after(2, self._return)

    def set_text(self, text: str, *, may_be_read: bool = False) -> bool:
        self._listen = lambda _: None
        self.kept = None
        if not self.refuses:
            self.content = text
        return not self.refuses

    def text(self, name: str = "CLIPBOARD") -> str:
        if name == "PRIMARY":
            return self.marked
        return self.content if self.kept is None else self.kept

    def copy_from_another_program(self, text: str) -> None:
        """Another program takes the clipboard."""
        self.content, self.kept = text, None
        self._lose(Taker.AGENT)

    def take_by_manager(self) -> None:
        """A clipboard manager takes the offer and serves its text; if it ``is_silent``, nothing."""
        if self.kept is not None and not self.is_managed:
            self.is_managed = True
            self._lose(Taker.SILENT if self.is_silent else Taker.MANAGER)

    def _lose(self, taker: Taker) -> None:
        listen = self._listen
        listen(SelectionLost("CLIPBOARD"))
        self._timers.after(1, lambda: listen(TakerFound(taker)))

    def read_from_another_program(self, read: TextRead) -> str:
        """Another program reads; return the text it gets."""
        if self.is_managed:
            return "" if self.is_silent else self.content
        self._listen(read)
        return self.content

    def _begin(self, text: str) -> None:
        if self.refuses:
            self._listen(OfferFailed())
            return
        if self.kept is None:
            self.kept = self.content
        self.content, self.is_managed = text, False
        self._listen(Offered())
        if self.manager_ms is not None:
            self._timers.after(self.manager_ms, self.take_by_manager)

    def _return(self) -> None:
        state = ClipboardState.AS_BEFORE if self.kept is not None else ClipboardState.COPIED_MEANWHILE
        if self.kept is not None:
            self.content, self.kept = self.kept, None
        self.is_managed = False
        self._listen(Restored(state))


@dataclass
class Program:
    """The behaviour of the chat client. Times are milliseconds after the paste keys."""

    reads_at: tuple[float, ...] = (5,)
    stalled: tuple[float, float] | None = None
    """Start and end of a stall; events due meanwhile happen afterwards."""
    answers_after: float = 0
    """The delay of every answer to a ping, in milliseconds."""
    takes_focus_after: int | None = 10
    loses_focus_once: bool = False
    read: list[str] = field(default_factory=list)


class FakeWindows:
    """One window of one program."""

    def __init__(self, timers: FakeTimers, clipboard: FakeClipboard, program: Program) -> None:
        self._timers, self._clipboard, self.program = timers, clipboard, program
        self.is_there = True
        self.is_focused = False
        self.held_until = 0.0
        self.sticky = False
        self.pressed: list[str] = []
        self.lefts: list[int] = []
        self.activations = self.releases = self.key_releases = 0
        self.has_letters = True
        self.target = CHAT
        self._keys_at: float | None = None
        self._pinged_at = 0.0

    def capture(self) -> Target | None:
        return self.target if self.is_there else None

    def title(self, target: Target) -> str:
        return target.title

    def exists(self, target: Target) -> bool:
        return self.is_there

    def activate(self, target: Target) -> None:
        self.activations += 1
        delay = self.program.takes_focus_after
        if self.program.loses_focus_once:
            self.program.loses_focus_once = False
        elif delay is not None:
            self._timers.after(delay, lambda: setattr(self, "is_focused", True))

    def has_focus(self, target: Target) -> bool:
        return self.is_there and self.is_focused

    def keyboard_is_held(self) -> bool:
        return False

    def modifiers_held(self) -> bool:
        return self.sticky or self._timers.now() < self.held_until

    def release_modifiers(self) -> None:
        self.releases += 1
        self.held_until = 0.0

    def release_keys(self) -> None:
        self.key_releases += 1

    def available_keys(self, keys: PasteKeys) -> PasteKeys:
        return keys if self.has_letters else SHIFT_INSERT

    def press(self, target: Target, keys: PasteKeys) -> bool:
        if not self.has_focus(target) or self.modifiers_held():
            return False
        self.pressed.append(str(keys))
        self._keys_at = self._timers.now()
        for delay in self.program.reads_at:
            self._timers.after(int(self._awake(delay)), self._read)
        return True

    def press_left(self, target: Target, times: int) -> bool:
        if self.has_focus(target):
            self.lefts.append(times)
        return self.has_focus(target)

    def ping(self, target: Target) -> None:
        self._pinged_at = self._timers.now()

    def answered(self, target: Target) -> bool:
        assert self._keys_at is not None
        since = self._pinged_at - self._keys_at + self.program.answers_after
        return self._timers.now() - self._keys_at >= self._awake(since)

    def _awake(self, time: float) -> float:
        """Return when the program processes what is due at ``time``."""
        if self.program.stalled is None:
            return time
        begin, end = self.program.stalled
        return end + (time - begin) if begin <= time < end else time

    def _read(self) -> None:
        if self.is_there:
            read = TextRead(self.target.client, self.target.process, complete=True)
            self.program.read.append(self._clipboard.read_from_another_program(read))
