"""Offering a text on X11 selections and seeing who reads it.

A program that pastes asks first for the list of formats and then for one of them; only the second
is a read. Large texts go over in parts (INCR), each taken by the reader before the next is sent.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from Xlib import X, Xatom, display, error
from Xlib.protocol import event, rq
from Xlib.xobject.drawable import Window

PART_BYTES = 64 << 10
AT_ONCE_BYTES = 128 << 10
# What asks clipboard histories to look away (KDE's Klipper and those that follow it).
_PRIVATE = {"x-kde-passwordManagerHint": b"secret"}


class Offer:
    """A text as the bytes of every format a program may ask for."""

    def __init__(self, text: str) -> None:
        whole = text.encode("utf-8", "replace")
        self.formats = dict.fromkeys(("UTF8_STRING", "text/plain;charset=utf-8", "text/plain", "TEXT"), whole)
        try:
            latin = text.encode("latin-1")
        except UnicodeEncodeError:
            # Better nothing than question marks; X's own extended form can carry UTF-8 whole.
            self.formats["COMPOUND_TEXT"] = b"\x1b%G" + whole + b"\x1b%@"
        else:
            self.formats |= {"STRING": latin, "COMPOUND_TEXT": latin}
        self.private = dict(_PRIVATE)


@dataclass(frozen=True, slots=True)
class _ActiveOffer:
    """An offer on a selection, with the server time of taking it."""

    offer: Offer
    since: int


class OnRead(Protocol):
    """Is told of every read, with the window that reads and whether it has everything now."""

    def __call__(self, window: int, *, complete: bool) -> None:
        """Take it in."""


class SelectionServer:
    """Answers requests for what is offered on each selection."""

    def __init__(self, link: display.Display, on_read: OnRead) -> None:
        self._link = link
        self._on_read = on_read
        self._offered: dict[int, _ActiveOffer] = {}
        self._parts: dict[tuple[int, int], tuple[Window, int, list[bytes]]] = {}

    def begin(self, offer: Offer, since: int, selections: Iterable[int]) -> None:
        """Answer with ``offer`` from now on; ``since`` is the server time of taking the selections."""
        self._offered |= dict.fromkeys(selections, _ActiveOffer(offer, since))

    def end(self, selection: int) -> None:
        """Offer nothing on a selection any more; parts on their way are still delivered."""
        self._offered.pop(selection, None)

    def on_request(self, request: rq.Event) -> None:
        """Answer one request."""
        # Old clients name no property and mean the target's name.
        prop = request.property or request.target
        offered = self._offered.get(request.selection)
        try:
            done = offered is not None and self._answer(offered, request.requestor, request.target, prop)
        except error.XError:
            done = False
        answer = event.SelectionNotify(
            time=request.time,
            requestor=request.requestor,
            selection=request.selection,
            target=request.target,
            property=prop if done else X.NONE,
        )
        request.requestor.send_event(answer)
        self._link.flush()

    def on_property(self, change: rq.Event) -> None:
        """Send the next part when the reader has taken the one before."""
        key = (change.window.id, change.atom)
        if change.state != X.PropertyDelete or key not in self._parts:
            return
        window, kind, parts = self._parts[key]
        part = parts.pop(0) if parts else b""
        window.change_property(change.atom, kind, 8, part)
        self._link.flush()
        if not part:
            del self._parts[key]
        self._on_read(window.id, complete=not part)

    def on_destroyed(self, window: int) -> None:
        """Forget a reader that went in the middle."""
        for key in [key for key in self._parts if key[0] == window]:
            del self._parts[key]
            self._on_read(window, complete=True)

    def _answer(self, offered: _ActiveOffer, window: Window, target: int, prop: int) -> bool:
        name, offer = self._link.get_atom_name(target), offered.offer
        if name == "MULTIPLE":
            return self._answer_many(offered, window, prop)
        if name == "TARGETS":
            own = ("TARGETS", "MULTIPLE", "TIMESTAMP")
            names = (*own, *offer.formats, *offer.private)
            window.change_property(prop, Xatom.ATOM, 32, [self._link.intern_atom(each) for each in names])
        elif name == "TIMESTAMP":
            window.change_property(prop, Xatom.INTEGER, 32, [offered.since])
        elif name in offer.private:
            window.change_property(prop, target, 8, offer.private[name])
        elif name in offer.formats:
            self._hand_over(offer, window, name, prop)
        else:
            return False
        return True

    def _answer_many(self, offered: _ActiveOffer, window: Window, prop: int) -> bool:
        """Answer a list of (target, property) pairs; those refused get no property (ICCCM 2.6.2)."""
        found = window.get_full_property(prop, X.AnyPropertyType)
        if found is None or found.format != 32:
            return False
        pairs = list(found.value)
        for index in range(0, len(pairs) - 1, 2):
            if not self._answer(offered, window, pairs[index], pairs[index + 1]):
                pairs[index + 1] = X.NONE
        window.change_property(prop, self._link.intern_atom("ATOM_PAIR"), 32, pairs)
        return True

    def _hand_over(self, offer: Offer, window: Window, name: str, prop: int) -> None:
        data = offer.formats[name]
        kind = self._link.intern_atom("UTF8_STRING" if name == "TEXT" else name)
        if len(data) <= AT_ONCE_BYTES:
            window.change_property(prop, kind, 8, data)
            self._on_read(window.id, complete=True)
            return
        window.change_attributes(event_mask=X.PropertyChangeMask | X.StructureNotifyMask)
        window.change_property(prop, self._link.intern_atom("INCR"), 32, [len(data)])
        parts = [data[start : start + PART_BYTES] for start in range(0, len(data), PART_BYTES)]
        self._parts[window.id, prop] = (window, kind, parts)
        self._on_read(window.id, complete=False)
