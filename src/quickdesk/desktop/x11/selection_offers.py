"""Keeping what is on the X11 selections, offering a reply in its place, and letting it go again.

Everything happens in the thread of ``selections.py``, one event of the server after the other; nothing
waits for another program.
"""

from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic

from Xlib import X, display
from Xlib.protocol import rq

from quickdesk.desktop.ports.clipboard import ClipboardEvent, Offered, OfferFailed, SelectionLost, TextRead
from quickdesk.desktop.x11.selection_fetch import TEXT_TARGETS, Fetch, SavedSelection
from quickdesk.desktop.x11.selection_owner import SelectionOwner
from quickdesk.desktop.x11.selection_serve import Offer, SelectionServer

_TAKE_TRIES = 5
_KEEP_TRIES = 3
"""How often the content is kept anew because somebody copied while it was being kept."""
_FETCHES = 6
"""How many late answers are still listened for."""


@dataclass(frozen=True, slots=True)
class _OfferRequest:
    """What was asked for: ``text`` on the selections ``names``; ``kept`` is told what was there."""

    number: int
    text: str
    names: tuple[str, ...]
    kept: Callable[[dict[str, SavedSelection]], None]


class SelectionOffers:
    """The offers of one connection; ``tell`` hears what becomes of them."""

    def __init__(
        self, link: display.Display, owner: SelectionOwner, tell: Callable[[ClipboardEvent], None]
    ) -> None:
        self._link, self._owner, self._notify = link, owner, tell
        self._server = SelectionServer(link, self._on_read)
        self._fetches: list[Fetch] = []
        self._owned: dict[int, str] = {}
        self._kept: dict[str, SavedSelection] = {}
        self._offer_number = 0

    def offer(
        self, text: str, names: tuple[str, ...], kept: Callable[[dict[str, SavedSelection]], None]
    ) -> None:
        """Keep the selections, then offer ``text`` on them; see ``Selections.offer``."""
        self._owner.programs.forget()
        self._offer_number += 1
        self._begin(_OfferRequest(self._offer_number, text, names, kept))

    def cancel(self) -> None:
        """End the request, also one that has not begun; what is offered now stays, and nothing is kept."""
        self._offer_number += 1
        self._kept.clear()

    def release(self, names: tuple[str, ...], done: Callable[[], None]) -> None:
        """Leave the selections named empty where they are still ours; ``done`` once the server knows."""
        for name in names:
            if self._owner.owns(name):
                self._forget(name)
                self._owner.let_go(name)
        self._link.sync()
        done()

    def fetch_text(self, name: str, done: Callable[[str], None]) -> None:
        """Ask for the text of a selection."""
        self._keep((name,), lambda found: done(found[name].kept.text() or ""), *TEXT_TARGETS)

    def on_event(self, happened: rq.Event) -> None:
        """Take in what the server tells."""
        if happened.type == X.SelectionRequest:
            self._server.on_request(happened)
        elif happened.type == X.SelectionNotify:
            any(fetch.on_answer(happened, _now_ms()) for fetch in list(self._fetches))
        elif happened.type == X.PropertyNotify and happened.window.id == self._owner.window.id:
            any(fetch.on_property(happened, _now_ms()) for fetch in list(self._fetches))
        elif happened.type == X.PropertyNotify:
            self._server.on_property(happened)
        elif happened.type == X.DestroyNotify:
            self._server.on_destroyed(happened.window.id)
        elif happened.type == X.SelectionClear:
            self._on_clear(happened)

    def tick(self) -> bool:
        """Give up answers that are overdue; returns whether some are still awaited."""
        waiting = any(not fetch.is_done for fetch in self._fetches)
        for fetch in list(self._fetches) if waiting else ():
            fetch.tick(_now_ms())
        return waiting

    def _on_clear(self, happened: rq.Event) -> None:
        name = self._owned.get(happened.atom)
        if name and not self._owner.owns(name):  # an old notice may come after we took it again
            was_offered = name in self._kept
            self._forget(name)
            if was_offered:  # else it is what an earlier offer left there
                self._notify(SelectionLost(name))

    def _on_read(self, window: int, *, complete: bool) -> None:
        programs = self._owner.programs
        self._notify(TextRead(programs.client(window), programs.process(window), complete))

    def _begin(self, request: _OfferRequest, tries: int = _KEEP_TRIES) -> None:
        ours = self._owner
        offered = {
            name: kept for name, kept in self._kept.items() if name in request.names and ours.owns(name)
        }

        def on_found(found: dict[str, Fetch]) -> None:
            if request.number != self._offer_number:
                return
            owners = {name: fetch.owner for name, fetch in found.items()} | dict.fromkeys(
                offered, ours.window.id
            )
            if all(ours.owner(name) == owner for name, owner in owners.items()):
                self._take(request, offered | {name: fetch.kept for name, fetch in found.items()})
            elif tries > 1:
                self._begin(request, tries - 1)  # somebody copied meanwhile: that is to be kept
            else:
                self._notify(OfferFailed())

        self._keep(tuple(name for name in request.names if name not in offered), on_found)

    def _keep(self, names: tuple[str, ...], done: Callable[[dict[str, Fetch]], None], *wanted: str) -> None:
        self._fetches = [fetch for fetch in self._fetches if fetch.is_waiting][-_FETCHES:]
        found: dict[str, Fetch] = {}

        def on_done() -> None:
            if len(found) == len(names) and all(fetch.is_done for fetch in found.values()):
                done(found)

        if not names:
            done(found)
        for name in names:
            found[name] = Fetch(self._link, self._owner.window, self._link.intern_atom(name), on_done)
            self._fetches.append(found[name])
        for fetch in list(found.values()):
            fetch.start(_now_ms(), *wanted)

    def _take(self, request: _OfferRequest, found: dict[str, SavedSelection]) -> None:
        request.kept(dict(found))
        atoms = {self._link.intern_atom(name): name for name in found}
        for _ in range(_TAKE_TRIES):
            since = self._owner.server_time()
            self._server.begin(Offer(request.text), since, atoms)
            for name in found:
                self._owner.take(name, since)
            if all(map(self._owner.owns, found)):
                self._owned |= atoms
                self._kept |= found
                self._notify(Offered())
                return
        self._notify(OfferFailed())

    def _forget(self, name: str) -> None:
        atom = self._link.intern_atom(name)
        self._owned.pop(atom, None)
        self._kept.pop(name, None)
        self._server.end(atom)


def _now_ms() -> float:
    return monotonic() * 1000
