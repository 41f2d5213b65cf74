"""Keeping what another program has on a selection, all formats, without ever waiting for it.

A fetch is driven by events: the owner is asked for its list of formats, then for one format after the
other. One that does not answer in time (frozen, or busy) is asked for the usual formats blindly: the
questions wait in its queue, and even when the selection has been taken from it meanwhile it answers
them first when it wakes up.
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
"""An owner that is silent for so long is not waited for any longer."""
TOTAL_MS = 1000.0
"""Formats that are not here by then are left out."""
LIMIT_BYTES = 64 << 20
_WHOLE = 0x7FFFFFF
_PROPERTIES = 48
_number = count()

TEXT_TARGETS = ("UTF8_STRING", "text/plain;charset=utf-8", "text/plain", "STRING")
_USUAL = (*TEXT_TARGETS[:1], "text/html", "image/png", "text/uri-list")
# Questions about the selection, requests to do something, and a pointer into the owner's own memory.
_NO_CONTENT = frozenset(
    {"TARGETS", "MULTIPLE", "TIMESTAMP", "SAVE_TARGETS", "DELETE", "INSERT_SELECTION", "INSERT_PROPERTY"}
    | {"GTK_TEXT_BUFFER_CONTENTS", "COMPOUND_TEXT", "TEXT"}
)
_LATE = ("image/bmp", "image/tiff", "image/x-", "image/jpeg", "image/ico", "application/x-openoffice")


@dataclass(slots=True)
class SavedSelection:
    """The content of one selection; grows while late answers come in.

    ``has_owner`` is False where there was nothing. ``is_whole`` says that all formats came.
    """

    has_owner: bool = False
    is_whole: bool = True
    formats: dict[str, bytes] = field(default_factory=dict)

    def text(self) -> str | None:
        """Return the text, None where there is none."""
        for name in TEXT_TARGETS:
            if name in self.formats:
                coding = "latin-1" if name == "STRING" else "utf-8"
                return self.formats[name].rstrip(b"\0").decode(coding, "replace")
        return None


class Fetch:
    """Fetches one selection into ``kept``; calls ``done`` once, when nothing more is waited for."""

    def __init__(
        self, link: display.Display, window: Window, selection: int, done: Callable[[], None]
    ) -> None:
        """``window`` takes the answers and must report property changes."""
        self.kept = SavedSelection()
        self.is_done = False
        self.owner = 0
        """The window that was asked; 0 for none."""
        self._link = link
        self._window = window
        self._selection = selection
        self._done = done
        self._asked: dict[int, str] = {}
        self._growing: dict[int, bytearray] = {}
        self._wanted: Iterator[str] = iter(())
        self._began = self._heard = 0.0

    @property
    def is_waiting(self) -> bool:
        """Whether an answer may still come, be it late."""
        return not self.is_done or bool(self._asked)

    def start(self, now: float, *wanted: str) -> None:
        """Begin, at ``now`` in milliseconds; ``wanted`` asks for the first of some formats that is there."""
        self._began = self._heard = now
        owner: Any = self._link.get_selection_owner(self._selection)  # a window or X.NONE
        self.kept.has_owner = owner != X.NONE
        self.owner = 0 if owner == X.NONE else int(owner.id)
        if owner == X.NONE:
            self._finish()
        elif wanted:
            self._wanted = self._first_of(wanted)
            self._ask_next()
        else:
            self._ask("TARGETS")

    def tick(self, now: float) -> None:
        """Look at the time, in milliseconds; to be called now and then until it is done."""
        if self.is_done:
            return
        if now - self._heard > STALL_MS:
            self._give_up(blindly=True)
        elif now - self._began > TOTAL_MS:
            self._give_up(blindly=False)

    def on_answer(self, answer: rq.Event, now: float) -> bool:
        """Take in the answer to a question; False where it was not ours."""
        if answer.selection != self._selection:
            return False
        if answer.property == X.NONE:
            name = self._link.get_atom_name(answer.target)
            known = [atom for atom, asked in self._asked.items() if asked == name]
            for atom in known[:1]:
                self._heard = now
                self._take(atom, b"")
            return bool(known)
        if answer.property not in self._asked:
            return False
        self._heard = now
        self._read(answer.property)
        return True

    def on_property(self, change: rq.Event, now: float) -> bool:
        """Take in the next part of a large answer; False where it was not ours."""
        if change.atom not in self._growing or change.state != X.PropertyNewValue:
            return False
        self._heard = now
        part = self._window.get_property(change.atom, X.AnyPropertyType, 0, _WHOLE, delete=True)
        data = _bytes(part.value) if part is not None else b""
        whole = self._growing[change.atom]
        whole += data
        if not data or len(whole) > LIMIT_BYTES:
            del self._growing[change.atom]
            self._take(change.atom, bytes(whole) if not data else b"")
        return True

    def _read(self, prop: int) -> None:
        found = self._window.get_property(prop, X.AnyPropertyType, 0, _WHOLE, delete=True)
        if found is None:
            self._take(prop, b"")
        elif found.property_type == self._link.intern_atom("INCR"):
            self._growing[prop] = bytearray()
        elif self._asked[prop] == "TARGETS":
            del self._asked[prop]
            if not self.is_done:  # a late list is of no use: further questions would come to us
                self._plan(found.value)
        else:
            self._take(prop, _bytes(found.value))

    def _plan(self, atoms: object) -> None:
        numbers = atoms if isinstance(atoms, array) else ()  # anything else is no list of formats
        names = [self._link.get_atom_name(int(number)) for number in numbers if number]
        names = [name for name in dict.fromkeys(names) if name not in _NO_CONTENT]
        # What people notice first; large second copies of a picture last.
        self._wanted = iter(sorted(names, key=lambda name: (name.startswith(_LATE), name not in _USUAL)))
        self._ask_next()

    def _first_of(self, names: tuple[str, ...]) -> Iterator[str]:
        for name in names:
            yield name
            if self.kept.formats:
                return

    def _take(self, prop: int, data: bytes) -> None:
        name = self._asked.pop(prop)
        if data:
            self.kept.formats[name] = data
        if not self.is_done and not self._asked:
            self._ask_next()

    def _ask_next(self) -> None:
        full = sum(map(len, self.kept.formats.values())) > LIMIT_BYTES
        name = next(self._wanted, None)
        if name is None or full:
            self.kept.is_whole = not full
            self._finish()
        else:
            self._ask(name)

    def _ask(self, name: str) -> None:
        prop = self._link.intern_atom(f"QUICKDESK_{next(_number) % _PROPERTIES}")
        self._asked[prop] = name
        target = self._link.intern_atom(name)
        self._window.convert_selection(self._selection, target, prop, X.CurrentTime)
        self._link.flush()

    def _give_up(self, *, blindly: bool) -> None:
        self.kept.is_whole = False
        for name in _USUAL if blindly else ():
            if name not in self.kept.formats and name not in self._asked.values():
                self._ask(name)
        self._finish()

    def _finish(self) -> None:
        self.is_done = True
        self._done()


def _bytes(value: object) -> bytes:
    """Return a property's value as bytes, whatever its unit was."""
    if isinstance(value, str):
        return value.encode("latin-1", "replace")
    return value if isinstance(value, bytes) else value.tobytes() if hasattr(value, "tobytes") else b""
