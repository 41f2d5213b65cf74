"""Offers a text on X11 selections and reports who reads it.

A program that pastes requests the list of formats and then one of them; only the second request is a read.
Large texts are sent in parts (INCR); the reader takes each part before the next one is sent.

Requests of programs that the text is not for wait: a clipboard manager that has the text takes the clipboard,
before the reader has asked or just after. They are refused at the end of the offer, or answered after a time.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Protocol

from Xlib import X, Xatom, display, error
from Xlib.protocol import event, rq
from Xlib.xobject.drawable import Window

PART_BYTES = 64 << 10
AT_ONCE_BYTES = 128 << 10
HOLD_MS = 1200.0
"""How long a request of another program waits; short enough if it reads on behalf of the reader after all."""
HOLD_READ_MS = 4000.0
"""The same once the reader has the text; toolkits wait for 5 seconds."""
# Tells clipboard histories not to store the text (KDE's Klipper and others that support it).
_PRIVATE = {"x-kde-passwordManagerHint": b"secret"}


class Offer:
    """A text, encoded in every format that a program may request."""

    def __init__(self, text: str) -> None:
        whole = text.encode("utf-8", "replace")
        self.formats = dict.fromkeys(("UTF8_STRING", "text/plain;charset=utf-8", "text/plain", "TEXT"), whole)
        try:
            latin = text.encode("latin-1")
        except UnicodeEncodeError:
            # No STRING rather than question marks; COMPOUND_TEXT can contain UTF-8.
            self.formats["COMPOUND_TEXT"] = b"\x1b%G" + whole + b"\x1b%@"
        else:
            self.formats |= {"STRING": latin, "COMPOUND_TEXT": latin}
        self.private = dict(_PRIVATE)


@dataclass(frozen=True, slots=True)
class _ActiveOffer:
    """An offer on a selection, the server time at which it was taken, and which windows it is for."""

    offer: Offer
    since: int
    is_for: Callable[[int], bool]


@dataclass(slots=True)
class _HeldRequest:
    """A request of a program that the text is not for, and when it came, in milliseconds."""

    request: rq.Event
    came: float
    hold_ms: float = HOLD_MS


class OnRead(Protocol):
    """Called for every read, with the reading window and whether it has the whole text."""

    def __call__(self, window: int, *, complete: bool) -> None:
        """Handle a read."""


class SelectionServer:
    """Answers requests for the offers on the selections."""

    def __init__(self, link: display.Display, on_read: OnRead) -> None:
        self._link = link
        self._on_read = on_read
        self._offered: dict[int, _ActiveOffer] = {}
        self._parts: dict[tuple[int, int], tuple[Window, int, list[bytes]]] = {}
        self._held: list[_HeldRequest] = []
        self._names: dict[int, str] = {}

    def begin(
        self, offer: Offer, since: int, selections: Iterable[int], is_for: Callable[[int], bool]
    ) -> None:
        """Offer ``offer`` on selections; ``since`` is the server time at which they were taken.

        ``is_for`` says of a window whether the offer is for its program.
        """
        self._offered |= dict.fromkeys(selections, _ActiveOffer(offer, since, is_for))

    def end(self, selection: int) -> None:
        """End the offer on a selection: refuse what waits; transfers in progress continue."""
        self._offered.pop(selection, None)
        waiting = [held for held in self._held if held.request.selection == selection]
        self._held = [held for held in self._held if held not in waiting]
        for held in waiting:
            self._respond(held.request)

    def on_request(self, request: rq.Event, now: float) -> None:
        """Answer one request, or let it wait; ``now`` is in milliseconds."""
        offered = self._offered.get(request.selection)
        if offered is None or not self._is_for_text(offered, request.target):
            self._respond(request)
        elif offered.is_for(request.requestor.id):
            self._respond(request)
            for held in self._held:
                held.hold_ms = HOLD_READ_MS
        else:
            self._held.append(_HeldRequest(request, now))

    def tick(self, now: float) -> bool:
        """Answer what has waited long enough; return whether anything still waits."""
        overdue = [held for held in self._held if now - held.came > held.hold_ms]
        self._held = [held for held in self._held if held not in overdue]
        for held in overdue:
            self._respond(held.request)
        return bool(self._held)

    def _is_for_text(self, offered: _ActiveOffer, target: int) -> bool:
        try:
            name = self._name(target)
        except error.XError:
            return False
        return name == "MULTIPLE" or name in offered.offer.formats

    def _name(self, atom: int) -> str:
        if atom not in self._names:
            self._names[atom] = self._link.get_atom_name(atom)
        return self._names[atom]

    def _respond(self, request: rq.Event) -> None:
        # Obsolete clients set no property; the target is used instead (ICCCM 2.2).
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
        """Send the next part when the reader has taken the previous one."""
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
        """End the transfers to a window that was destroyed."""
        for key in [key for key in self._parts if key[0] == window]:
            del self._parts[key]
            self._on_read(window, complete=True)

    def _answer(self, offered: _ActiveOffer, window: Window, target: int, prop: int) -> bool:
        name, offer = self._name(target), offered.offer
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
