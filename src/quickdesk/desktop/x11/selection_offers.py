"""Saves the content of X11 selections, offers a reply instead, and ends the offer.

Everything runs on the thread of ``selections.py``, one event of the server after the other; nothing waits
for another program.
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
_SAVE_TRIES = 3
"""The maximum number of attempts to save the content, if it changes meanwhile."""
_MAX_FETCHES = 6
"""The maximum number of earlier fetches that may still receive late answers."""


@dataclass(frozen=True, slots=True)
class _OfferRequest:
    """A request to offer ``text`` on the selections ``names``; ``on_saved`` is called with the content."""

    number: int
    text: str
    names: tuple[str, ...]
    on_saved: Callable[[dict[str, SavedSelection]], None]


class SelectionOffers:
    """The offers of one connection; ``notify`` is called for every event."""

    def __init__(
        self, link: display.Display, owner: SelectionOwner, notify: Callable[[ClipboardEvent], None]
    ) -> None:
        self._link, self._owner, self._notify = link, owner, notify
        self._server = SelectionServer(link, self._on_read)
        self._fetches: list[Fetch] = []
        self._owned: dict[int, str] = {}
        self._saved: dict[str, SavedSelection] = {}
        self._offer_number = 0

    def offer(
        self, text: str, names: tuple[str, ...], on_saved: Callable[[dict[str, SavedSelection]], None]
    ) -> None:
        """Save the selections, then offer ``text`` on them; see ``Selections.offer``."""
        self._owner.programs.clear_cache()
        self._offer_number += 1
        self._begin(_OfferRequest(self._offer_number, text, names, on_saved))

    def cancel(self) -> None:
        """Cancel a pending request and drop the saved content; a current offer stays."""
        self._offer_number += 1
        self._saved.clear()

    def release(self, names: tuple[str, ...], done: Callable[[], None]) -> None:
        """Clear the given selections that are still ours; call ``done`` once the server has processed it."""
        for name in names:
            if self._owner.owns(name):
                self._forget(name)
                self._owner.release(name)
        self._link.sync()
        done()

    def fetch_text(self, name: str, done: Callable[[str], None]) -> None:
        """Fetch the text of a selection."""
        self._save((name,), lambda found: done(found[name].saved.text() or ""), *TEXT_TARGETS)

    def on_event(self, event: rq.Event) -> None:
        """Handle an event of the server."""
        if event.type == X.SelectionRequest:
            self._server.on_request(event)
        elif event.type == X.SelectionNotify:
            any(fetch.on_answer(event, _now_ms()) for fetch in list(self._fetches))
        elif event.type == X.PropertyNotify and event.window.id == self._owner.window.id:
            any(fetch.on_property(event, _now_ms()) for fetch in list(self._fetches))
        elif event.type == X.PropertyNotify:
            self._server.on_property(event)
        elif event.type == X.DestroyNotify:
            self._server.on_destroyed(event.window.id)
        elif event.type == X.SelectionClear:
            self._on_clear(event)

    def tick(self) -> bool:
        """Stop waiting for overdue answers; return whether there were any."""
        waiting = any(not fetch.is_done for fetch in self._fetches)
        for fetch in list(self._fetches) if waiting else ():
            fetch.tick(_now_ms())
        return waiting

    def _on_clear(self, event: rq.Event) -> None:
        name = self._owned.get(event.atom)
        if name and not self._owner.owns(name):  # an old event may arrive after we took the selection again
            was_offered = name in self._saved
            self._forget(name)
            if was_offered:  # else the text of an earlier offer
                self._notify(SelectionLost(name))

    def _on_read(self, window: int, *, complete: bool) -> None:
        programs = self._owner.programs
        self._notify(TextRead(programs.client(window), programs.process(window), complete))

    def _begin(self, request: _OfferRequest, tries: int = _SAVE_TRIES) -> None:
        ours = self._owner
        offered = {
            name: saved for name, saved in self._saved.items() if name in request.names and ours.owns(name)
        }

        def on_found(found: dict[str, Fetch]) -> None:
            if request.number != self._offer_number:
                return
            owners = {name: fetch.owner for name, fetch in found.items()} | dict.fromkeys(
                offered, ours.window.id
            )
            if all(ours.owner(name) == owner for name, owner in owners.items()):
                self._take(request, offered | {name: fetch.saved for name, fetch in found.items()})
            elif tries > 1:
                self._begin(request, tries - 1)  # the content changed meanwhile: save it again
            else:
                self._notify(OfferFailed())

        self._save(tuple(name for name in request.names if name not in offered), on_found)

    def _save(self, names: tuple[str, ...], done: Callable[[dict[str, Fetch]], None], *wanted: str) -> None:
        self._fetches = [fetch for fetch in self._fetches if fetch.is_waiting][-_MAX_FETCHES:]
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
        request.on_saved(dict(found))
        atoms = {self._link.intern_atom(name): name for name in found}
        for _ in range(_TAKE_TRIES):
            since = self._owner.server_time()
            self._server.begin(Offer(request.text), since, atoms)
            for name in found:
                self._owner.take(name, since)
            if all(map(self._owner.owns, found)):
                self._owned |= atoms
                self._saved |= found
                self._notify(Offered())
                return
        self._notify(OfferFailed())

    def _forget(self, name: str) -> None:
        atom = self._link.intern_atom(name)
        self._owned.pop(atom, None)
        self._saved.pop(name, None)
        self._server.end(atom)


def _now_ms() -> float:
    return monotonic() * 1000
