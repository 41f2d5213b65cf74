"""The thread that keeps, lends and watches the X11 selections, on a connection of its own.

So a clipboard owner that does not answer never holds up the windows, and every read is seen with the
name of who reads. Requests come in as functions through a queue, a pipe wakes the loop; everything
that happens goes out through ``tell``, called in this thread. It knows no Qt.
"""

import logging
import os
import select
import threading  # noqa: TID251 - a desktop backend with an event loop of its own: the X connection's
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from time import monotonic
from typing import Any

from Xlib import X, Xatom, error
from Xlib.protocol import request, rq

from quickdesk.desktop.paste.clipboard import ClipboardEvent, Lent, Lost, NotLent, TextRead
from quickdesk.desktop.x11.fetch import TEXT_TARGETS, Fetch, Kept
from quickdesk.desktop.x11.link import Owners, connect
from quickdesk.desktop.x11.serve import Offer, Serving

_TICK_S = 0.02
_STOP_LIMIT_S = 2.0
_TAKE_TRIES = 5
_KEEP_TRIES = 3
"""How often the content is kept anew because somebody copied while it was being kept."""
_FETCHES = 6
"""How many late answers are still listened for."""
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Loan:
    """What was asked for: ``text`` on the selections ``names``; ``kept`` is told what was there."""

    number: int
    text: str
    names: tuple[str, ...]
    kept: Callable[[dict[str, Kept]], None]


class Selections:
    """Selections by name: ``CLIPBOARD``, ``PRIMARY``. All methods return at once."""

    def __init__(self, tell: Callable[[ClipboardEvent], None], display_name: str | None = None) -> None:
        """Connect and start; raises X11UnavailableError."""
        self._tell = tell
        self._link = connect(display_name)
        self._owners = Owners(self._link)
        root = self._link.screen().root
        self._window = root.create_window(0, 0, 1, 1, 0, X.CopyFromParent, event_mask=X.PropertyChangeMask)
        self._clock = self._link.intern_atom("QUICKDESK_CLOCK")
        self._serving = Serving(self._link, self._on_read)
        self._fetches: list[Fetch] = []
        self._owned: dict[int, str] = {}
        self._kept: dict[str, Kept] = {}
        self._loan = 0
        self._later: list[rq.Event] = []
        self._jobs: SimpleQueue[Callable[[], None]] = SimpleQueue()
        self._wake_end, self._waker = os.pipe()
        self._is_stopping = False
        self._thread = threading.Thread(target=self._run, name="x11-selections", daemon=True)
        self._thread.start()

    def lend(self, text: str, names: tuple[str, ...], kept: Callable[[dict[str, Kept]], None]) -> None:
        """Keep the selections, then offer ``text`` on them; ``kept`` is told what was there, before Lent.

        Of selections that are on loan already, what was kept then stays kept.
        """

        def begin() -> None:
            self._owners.forget()
            self._loan += 1
            self._begin(_Loan(self._loan, text, names, kept))

        self._post(begin)

    def cancel(self) -> None:
        """End the loan, also one that has not begun; what is offered now stays, and nothing is kept."""

        def forget() -> None:
            self._loan += 1
            self._kept.clear()

        self._post(forget)

    def release(self, names: tuple[str, ...], done: Callable[[], None]) -> None:
        """Stop offering; the selections named are left empty where they are still ours."""
        self._post(lambda: self._let_go(names, done))

    def fetch_text(self, name: str, done: Callable[[str], None]) -> None:
        """Ask for the text of a selection."""
        self._post(
            lambda: self._keep((name,), lambda found: done(found[name].kept.text() or ""), *TEXT_TARGETS)
        )

    def owner_is_ours(self, names: tuple[str, ...], done: Callable[[frozenset[str]], None]) -> None:
        """Ask the server which of the selections this connection still owns."""
        self._post(lambda: done(frozenset(name for name in names if self._owns(name))))

    def stop(self) -> None:
        """End the thread and the connection; what it offered goes with it."""
        if self._is_stopping:
            return
        self._is_stopping = True
        self._wake()
        self._thread.join(_STOP_LIMIT_S)
        if not self._thread.is_alive():
            os.close(self._wake_end)
            os.close(self._waker)

    def _post(self, job: Callable[[], None]) -> None:
        self._jobs.put(job)
        self._wake()

    def _wake(self) -> None:
        with suppress(OSError):
            os.write(self._waker, b".")

    def _run(self) -> None:
        try:
            while not self._is_stopping:
                self._turn()
        except (error.ConnectionClosedError, OSError):
            _log.warning("the connection to the X server broke")
        finally:
            if not self._is_stopping:
                self._tell(NotLent())
            with suppress(error.ConnectionClosedError, OSError):
                self._link.close()

    def _turn(self) -> None:
        with suppress(Empty):
            while True:
                self._jobs.get_nowait()()
        while self._later or self._link.pending_events():
            with suppress(error.XError):  # the window it is about went meanwhile
                self._on_event(self._later.pop(0) if self._later else self._link.next_event())
        waiting = any(not fetch.is_done for fetch in self._fetches)
        for fetch in list(self._fetches) if waiting else ():
            fetch.tick(_now_ms())
        self._link.flush()
        # Sending receives as well, and what came with it no socket tells of any more.
        if self._jobs.empty() and not self._later and not self._link.pending_events():
            ready, _, _ = select.select(
                [self._link.fileno(), self._wake_end], [], [], _TICK_S if waiting else None
            )
            if self._wake_end in ready:
                os.read(self._wake_end, 4096)

    def _on_event(self, happened: rq.Event) -> None:
        if happened.type == X.SelectionRequest:
            self._serving.on_request(happened)
        elif happened.type == X.SelectionNotify:
            any(fetch.on_answer(happened, _now_ms()) for fetch in list(self._fetches))
        elif happened.type == X.PropertyNotify and happened.window.id == self._window.id:
            any(fetch.on_property(happened, _now_ms()) for fetch in list(self._fetches))
        elif happened.type == X.PropertyNotify:
            self._serving.on_property(happened)
        elif happened.type == X.DestroyNotify:
            self._serving.on_destroyed(happened.window.id)
        elif happened.type == X.SelectionClear:
            self._on_clear(happened)

    def _on_clear(self, happened: rq.Event) -> None:
        name = self._owned.get(happened.atom)
        if name and not self._owns(name):  # an old notice may come after we took it again
            was_lent = name in self._kept
            self._forget(name)
            if was_lent:  # else it is what an earlier loan left there
                self._tell(Lost(name))

    def _on_read(self, window: int, *, complete: bool) -> None:
        client, process = self._owners.client(window), self._owners.process(window)
        self._tell(TextRead(client, process, complete))

    def _begin(self, loan: _Loan, tries: int = _KEEP_TRIES) -> None:
        lent = {name: kept for name, kept in self._kept.items() if name in loan.names and self._owns(name)}

        def on_found(found: dict[str, Fetch]) -> None:
            if loan.number != self._loan:
                return
            asked = {name: fetch.owner for name, fetch in found.items()} | dict.fromkeys(
                lent, self._window.id
            )
            if all(self._owner(name) == owner for name, owner in asked.items()):
                self._take(loan, lent | {name: fetch.kept for name, fetch in found.items()})
            elif tries > 1:
                self._begin(loan, tries - 1)  # somebody copied meanwhile: that is to be kept
            else:
                self._tell(NotLent())

        self._keep(tuple(name for name in loan.names if name not in lent), on_found)

    def _keep(self, names: tuple[str, ...], done: Callable[[dict[str, Fetch]], None], *wanted: str) -> None:
        self._fetches = [fetch for fetch in self._fetches if fetch.is_waiting][-_FETCHES:]
        found: dict[str, Fetch] = {}

        def on_done() -> None:
            if len(found) == len(names) and all(fetch.is_done for fetch in found.values()):
                done(found)

        if not names:
            done(found)
        for name in names:
            found[name] = Fetch(self._link, self._window, self._link.intern_atom(name), on_done)
            self._fetches.append(found[name])
        for fetch in list(found.values()):
            fetch.start(_now_ms(), *wanted)

    def _take(self, loan: _Loan, found: dict[str, Kept]) -> None:
        loan.kept(dict(found))
        atoms = {self._link.intern_atom(name): name for name in found}
        for _ in range(_TAKE_TRIES):
            since = self._server_time()
            self._serving.begin(Offer(loan.text), since, atoms)
            for atom in atoms:
                self._window.set_selection_owner(atom, since)
            if all(self._owns(name) for name in found):
                self._owned |= atoms
                self._kept |= found
                self._tell(Lent())
                return
        self._tell(NotLent())

    def _let_go(self, names: tuple[str, ...], done: Callable[[], None]) -> None:
        for name in names:
            if self._owns(name):
                self._forget(name)
                request.SetSelectionOwner(
                    display=self._link.display,
                    window=X.NONE,
                    selection=self._link.intern_atom(name),
                    time=self._server_time(),
                )
        self._link.sync()
        done()

    def _forget(self, name: str) -> None:
        atom = self._link.intern_atom(name)
        self._owned.pop(atom, None)
        self._kept.pop(name, None)
        self._serving.end(atom)

    def _owns(self, name: str) -> bool:
        return bool(self._owner(name) == self._window.id)

    def _owner(self, name: str) -> int:
        owner: Any = self._link.get_selection_owner(self._link.intern_atom(name))  # a window or X.NONE
        return 0 if owner == X.NONE else int(owner.id)

    def _server_time(self) -> int:
        """Return the server's time, which selections are taken with (ICCCM 2.1)."""
        self._window.change_property(self._clock, Xatom.INTEGER, 32, [0])
        while True:
            happened = self._link.next_event()
            if happened.type == X.PropertyNotify and happened.atom == self._clock:
                return int(happened.time)
            self._later.append(happened)


def _now_ms() -> float:
    return monotonic() * 1000
