"""Saves the content of a selection of another program, in all formats, without blocking.

A fetch is driven by events: it requests the list of formats from the owner, then one format after the other.
If the owner does not answer in time (frozen, or busy), the common formats are requested without a list: the
requests stay in its queue, and it answers them first when it continues, even if it has lost the selection
meanwhile.
"""

from array import array
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from Xlib import X, display
from Xlib.protocol import rq
from Xlib.xobject.drawable import Window

STALL_MS = 300.0
"""The time without an answer after which an owner is no longer waited for."""
TOTAL_MS = 1000.0
"""The time after which formats that have not arrived are left out."""
LIMIT_BYTES = 64 << 20
_MAX_UNITS = 0x7FFFFFF
_PROPERTIES = 48
_number = count()

TEXT_TARGETS = ("UTF8_STRING", "text/plain;charset=utf-8", "text/plain", "STRING")
_COMMON = (*TEXT_TARGETS[:1], "text/html", "image/png", "text/uri-list")
# Targets that are metadata, actions, or a pointer into the memory of the owner.
_NO_CONTENT = frozenset(
    {"TARGETS", "MULTIPLE", "TIMESTAMP", "SAVE_TARGETS", "DELETE", "INSERT_SELECTION", "INSERT_PROPERTY"}
    | {"GTK_TEXT_BUFFER_CONTENTS", "COMPOUND_TEXT", "TEXT"}
)
_LAST = ("image/bmp", "image/tiff", "image/x-", "image/jpeg", "image/ico", "application/x-openoffice")


@dataclass(slots=True)
class SavedSelection:
    """The content of one selection; late answers may still be added.

    ``has_owner`` is False if the selection was empty. ``is_whole`` is True if all formats arrived;
    ``is_late`` while an owner that did not answer in time may still answer.
    """

    has_owner: bool = False
    is_whole: bool = True
    is_late: bool = False
    formats: dict[str, bytes] = field(default_factory=dict)

    def text(self) -> str | None:
        """Return the text, None if there is none."""
        for name in TEXT_TARGETS:
            if name in self.formats:
                coding = "latin-1" if name == "STRING" else "utf-8"
                return self.formats[name].rstrip(b"\0").decode(coding, "replace")
        return None


class Fetch:
    """Fetches one selection into ``saved``; calls ``done`` once, when it stops waiting."""

    def __init__(
        self, link: display.Display, window: Window, selection: int, done: Callable[[], None]
    ) -> None:
        """``window`` receives the answers and must report property changes."""
        self.saved = SavedSelection()
        self.is_done = False
        self.owner = 0
        """The window that owns the selection; 0 for none."""
        self._link = link
        self._window = window
        self._selection = selection
        self._done = done
        self._requested: dict[int, str] = {}
        self._incremental: dict[int, bytearray] = {}
        self._remaining: Iterator[str] = iter(())
        self._started = self._last_answer = 0.0

    @property
    def is_waiting(self) -> bool:
        """Whether an answer, even a late one, may still come."""
        return not self.is_done or bool(self._requested)

    def start(self, now: float, *wanted: str) -> None:
        """Start at ``now`` (milliseconds); ``wanted`` limits it to the first available of these formats."""
        self._started = self._last_answer = now
        owner: Any = self._link.get_selection_owner(self._selection)  # a window or X.NONE
        self.saved.has_owner = owner != X.NONE
        self.owner = 0 if owner == X.NONE else int(owner.id)
        if owner == X.NONE:
            self._finish()
        elif wanted:
            self._remaining = self._first_of(wanted)
            self._request_next()
        else:
            self._request("TARGETS")

    def tick(self, now: float) -> None:
        """Check the time limits; must be called regularly until done, with the time in milliseconds."""
        if self.is_done:
            return
        if now - self._last_answer > STALL_MS:
            self._give_up(without_list=True)
        elif now - self._started > TOTAL_MS:
            self._give_up(without_list=False)

    def on_answer(self, answer: rq.Event, now: float) -> bool:
        """Process an answer of the owner; return False if it belongs to another fetch."""
        if answer.selection != self._selection:
            return False
        if answer.property == X.NONE:
            name = self._link.get_atom_name(answer.target)
            known = [atom for atom, asked in self._requested.items() if asked == name]
            for atom in known[:1]:
                self._last_answer = now
                self._receive(atom, b"")
            return bool(known)
        if answer.property not in self._requested:
            return False
        self._last_answer = now
        self._read(answer.property)
        return True

    def on_property(self, change: rq.Event, now: float) -> bool:
        """Process the next part of a large answer; return False if it belongs to another fetch."""
        if change.atom not in self._incremental or change.state != X.PropertyNewValue:
            return False
        self._last_answer = now
        part = self._window.get_property(change.atom, X.AnyPropertyType, 0, _MAX_UNITS, delete=True)
        data = _bytes(part.value) if part is not None else b""
        whole = self._incremental[change.atom]
        whole += data
        if not data or len(whole) > LIMIT_BYTES:
            del self._incremental[change.atom]
            self._receive(change.atom, bytes(whole) if not data else b"")
        return True

    def _read(self, prop: int) -> None:
        found = self._window.get_property(prop, X.AnyPropertyType, 0, _MAX_UNITS, delete=True)
        if found is None:
            self._receive(prop, b"")
        elif found.property_type == self._link.intern_atom("INCR"):
            self._incremental[prop] = bytearray()
        elif self._requested[prop] == "TARGETS":
            del self._requested[prop]
            if not self.is_done:  # a late list is useless: further requests would come to ourselves
                self._request_formats(found.value)
            elif not self._requested:
                self.saved.is_late = False
        else:
            self._receive(prop, _bytes(found.value))

    def _request_formats(self, atoms: object) -> None:
        numbers = atoms if isinstance(atoms, array) else ()  # anything else is not a list of formats
        names = [self._link.get_atom_name(int(number)) for number in numbers if number]
        names = [name for name in dict.fromkeys(names) if name not in _NO_CONTENT]
        # The most important formats first; large additional formats of a picture last.
        self._remaining = iter(sorted(names, key=lambda name: (name.startswith(_LAST), name not in _COMMON)))
        self._request_next()

    def _first_of(self, names: tuple[str, ...]) -> Iterator[str]:
        for name in names:
            yield name
            if self.saved.formats:
                return

    def _receive(self, prop: int, data: bytes) -> None:
        name = self._requested.pop(prop)
        if data:
            self.saved.formats[name] = data
        if self._requested:
            return
        if self.is_done:
            self.saved.is_late = False
        else:
            self._request_next()

    def _request_next(self) -> None:
        full = sum(map(len, self.saved.formats.values())) > LIMIT_BYTES
        name = next(self._remaining, None)
        if name is None or full:
            self.saved.is_whole = not full
            self._finish()
        else:
            self._request(name)

    def _request(self, name: str) -> None:
        prop = self._link.intern_atom(f"QUICKDESK_{next(_number) % _PROPERTIES}")
        self._requested[prop] = name
        target = self._link.intern_atom(name)
        self._window.convert_selection(self._selection, target, prop, X.CurrentTime)
        self._link.flush()

    def _give_up(self, *, without_list: bool) -> None:
        self.saved.is_whole = False
        for name in _COMMON if without_list else ():
            if name not in self.saved.formats and name not in self._requested.values():
                self._request(name)
        self.saved.is_late = bool(self._requested)
        self._finish()

    def _finish(self) -> None:
        self.is_done = True
        self._done()


def _bytes(value: object) -> bytes:
    """Return the value of a property as bytes, for any unit."""
    if isinstance(value, str):
        return value.encode("latin-1", "replace")
    return value if isinstance(value, bytes) else value.tobytes() if hasattr(value, "tobytes") else b""
