"""Saves the content of X11 selections, offers a reply instead, and ends the offer.

Everything runs on the thread of ``selections.py``, one event of the server after the other; nothing waits
for another program.
"""

import os
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from time import monotonic

from Xlib import X, display
from Xlib.protocol import rq

from quickdesk.desktop.ports.clipboard import (
    ClipboardEvent,
    Offered,
    OfferFailed,
    Reader,
    SelectionLost,
    Taker,
    TakerFound,
    TextRead,
)
from quickdesk.desktop.x11.selection_fetch import TEXT_TARGETS, Fetch, SavedSelection
from quickdesk.desktop.x11.selection_owner import SelectionOwner
from quickdesk.desktop.x11.selection_serve import Offer, SelectionServer

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
    reader: Reader | None
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
        self._unknown: set[str] = set()
        """Selections that another program took, and it is not known yet which."""
        self._text, self._reader = "", Reader(0, 0)
        self._offer_number = 0

    def offer(
        self,
        text: str,
        names: tuple[str, ...],
        on_saved: Callable[[dict[str, SavedSelection]], None],
        reader: Reader | None = None,
    ) -> None:
        """Save the selections, then offer ``text`` on them; see ``Selections.offer``."""
        self._owner.programs.clear_cache()
        self._offer_number += 1
        self._text, self._reader = text, reader or Reader(0, 0)
        self._begin(_OfferRequest(self._offer_number, text, names, reader, on_saved))

    def cancel(self) -> None:
        """Cancel a pending request and drop the saved content; a current offer stays."""
        self._offer_number += 1
        self._saved.clear()
        self._unknown.clear()

    def find_replaceable(self, names: tuple[str, ...], done: Callable[[frozenset[str]], None]) -> None:
        """Find which of the selections are ours or in the hands of a clipboard manager."""
        takers: dict[str, Taker] = {}

        def on_taker(name: str, taker: Taker) -> None:
            takers[name] = taker
            if len(takers) == len(names):
                done(frozenset(each for each, found in takers.items() if found is not Taker.AGENT))

        if not names:
            done(frozenset())
        for name in names:
            if self._owner.owns(name):
                on_taker(name, Taker.MANAGER)
            else:
                self._find_taker(name, partial(on_taker, name))

    def release(self, names: tuple[str, ...], done: Callable[[], None]) -> None:
        """Clear the given selections that are still ours; call ``done`` once the server has processed it."""
        for name in names:
            if self._owner.owns(name):
                self._saved.pop(name, None)
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
            self._server.on_request(event, _now_ms())
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
        """Stop waiting for overdue answers, and give overdue ones; return whether there were any."""
        waiting = any(not fetch.is_done for fetch in self._fetches)
        for fetch in list(self._fetches) if waiting else ():
            fetch.tick(_now_ms())
        return self._server.tick(_now_ms()) or waiting

    def _on_clear(self, event: rq.Event) -> None:
        name = self._owned.get(event.atom)
        if name and not self._owner.owns(name):  # an old event may arrive after we took the selection again
            self._on_lost(name)

    def _on_lost(self, name: str) -> None:
        self._forget(name)
        if name in self._saved:  # else the text of an earlier offer
            self._unknown.add(name)
            self._notify(SelectionLost(name))
            self._find_taker(name, partial(self._on_taker, self._offer_number, name))

    def _on_taker(self, number: int, name: str, taker: Taker) -> None:
        if number != self._offer_number:
            return
        self._unknown.discard(name)
        if taker is Taker.AGENT:
            self._saved.pop(name, None)
        self._notify(TakerFound(taker, name))

    def _find_taker(self, name: str, done: Callable[[Taker], None]) -> None:
        def on_text(found: dict[str, Fetch]) -> None:
            saved, owner = found[name].saved, found[name].owner
            text = saved.text()
            if text is None and saved.is_whole and saved.has_owner:
                self._save((name,), on_content)  # perhaps it is a picture
            elif text is None:
                done(Taker.SILENT)
            elif is_alike(text, self._text) and not self._reader.is_same(*self._program(owner)):
                done(Taker.MANAGER)
            else:
                done(Taker.AGENT)

        def on_content(found: dict[str, Fetch]) -> None:
            done(Taker.AGENT if found[name].saved.formats else Taker.SILENT)

        self._save((name,), on_text, *TEXT_TARGETS)

    def _program(self, window: int) -> tuple[int, int]:
        programs = self._owner.programs
        return programs.client(window), programs.process(window)

    def _is_for(self, reader: Reader | None, window: int) -> bool:
        if reader is None:
            return True
        if reader.is_same(self._owner.programs.client(window), 0):
            return True  # it waits for no question to the server
        client, process = self._program(window)
        return reader.is_same(client, process) or process == os.getpid()

    def _on_read(self, window: int, *, complete: bool) -> None:
        self._notify(TextRead(*self._program(window), complete))

    def _begin(self, request: _OfferRequest, tries: int = _SAVE_TRIES) -> None:
        ours = self._owner
        known = self._saved.keys() - self._unknown
        offered = {name: self._saved[name] for name in request.names if name in known}

        def on_found(found: dict[str, Fetch]) -> None:
            if request.number != self._offer_number:
                return
            since = ours.server_time()  # the server refuses us what is copied from now on
            if all(ours.owner(name) == fetch.owner for name, fetch in found.items()):
                self._take(request, offered | {name: fetch.saved for name, fetch in found.items()}, since)
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

    def _take(self, request: _OfferRequest, found: dict[str, SavedSelection], since: int) -> None:
        request.on_saved(dict(found))
        atoms = {self._link.intern_atom(name): name for name in found}
        self._server.begin(Offer(request.text), since, atoms, partial(self._is_for, request.reader))
        for name in found:
            self._owner.take(name, since)
        self._owned |= atoms
        self._saved |= found
        self._unknown.clear()
        self._notify(Offered())
        for name in found:
            if not self._owner.owns(name):
                self._on_lost(name)  # another program was quicker

    def _forget(self, name: str) -> None:
        atom = self._link.intern_atom(name)
        self._owned.pop(atom, None)
        self._server.end(atom)


def is_alike(text: str, other: str) -> bool:
    """Return whether two texts differ in spaces and line breaks at most: clipboard managers trim them."""
    return text.split() == other.split()


def _now_ms() -> float:
    return monotonic() * 1000
