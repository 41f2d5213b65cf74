"""The keys of the palette: the requests they make, ignored repeats, and requests that wait for a list.

All other keys go to the search box.
"""

from dataclasses import dataclass
from enum import Enum, auto
from typing import Final, TypeAlias

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent

from quickdesk.ui.key_names import KeyNames


class PaletteAction(Enum):
    """The actions of the palette."""

    ACCEPT = auto()
    FILL_IN = auto()
    """Accept, but show the form also if nothing is left to fill in."""
    COPY = auto()
    UP = auto()
    DOWN = auto()
    PAGE_UP = auto()
    PAGE_DOWN = auto()
    PREVIEW_UP = auto()
    PREVIEW_DOWN = auto()
    CREATE = auto()
    EDIT = auto()
    SUGGEST = auto()
    CLEAR_OR_CLOSE = auto()
    IGNORE = auto()
    """Nothing, for keys whose default must not happen: Tab would move the focus."""


@dataclass(frozen=True, slots=True)
class Pick:
    """Accept the nth visible row, counted from 1."""

    number: int


PaletteRequest: TypeAlias = PaletteAction | Pick

NEEDING_NO_LIST: Final = frozenset(
    {PaletteAction.CREATE, PaletteAction.SUGGEST, PaletteAction.CLEAR_OR_CLOSE, PaletteAction.IGNORE}
)
"""Actions that can be performed before the list for the current query has arrived."""

_NONE: Final = Qt.KeyboardModifier.NoModifier
_CTRL: Final = Qt.KeyboardModifier.ControlModifier
_ALT: Final = Qt.KeyboardModifier.AltModifier
_SHIFT: Final = Qt.KeyboardModifier.ShiftModifier

_KEYS: Final = {
    (_NONE, Qt.Key.Key_Return): PaletteAction.ACCEPT,
    (_NONE, Qt.Key.Key_Enter): PaletteAction.ACCEPT,
    (_SHIFT, Qt.Key.Key_Return): PaletteAction.FILL_IN,
    (_SHIFT, Qt.Key.Key_Enter): PaletteAction.FILL_IN,
    (_CTRL, Qt.Key.Key_Return): PaletteAction.COPY,
    (_CTRL, Qt.Key.Key_Enter): PaletteAction.COPY,
    (_NONE, Qt.Key.Key_Up): PaletteAction.UP,
    (_NONE, Qt.Key.Key_Down): PaletteAction.DOWN,
    (_NONE, Qt.Key.Key_PageUp): PaletteAction.PAGE_UP,
    (_NONE, Qt.Key.Key_PageDown): PaletteAction.PAGE_DOWN,
    (_SHIFT, Qt.Key.Key_PageUp): PaletteAction.PREVIEW_UP,
    (_SHIFT, Qt.Key.Key_PageDown): PaletteAction.PREVIEW_DOWN,
    (_NONE, Qt.Key.Key_Escape): PaletteAction.CLEAR_OR_CLOSE,
    (_NONE, Qt.Key.Key_Tab): PaletteAction.IGNORE,
    (_SHIFT, Qt.Key.Key_Backtab): PaletteAction.IGNORE,
}
_LETTERS: Final = {"n": PaletteAction.CREATE, "e": PaletteAction.EDIT, "g": PaletteAction.SUGGEST}
_NEVER_REPEATED: Final = frozenset(
    {
        PaletteAction.ACCEPT,
        PaletteAction.FILL_IN,
        PaletteAction.COPY,
        PaletteAction.CREATE,
        PaletteAction.EDIT,
        PaletteAction.SUGGEST,
        PaletteAction.CLEAR_OR_CLOSE,
    }
)


def request_for(event: QKeyEvent, names: KeyNames) -> PaletteRequest | None:
    """Return the request of a key event, None if it goes to the search box.

    Auto-repeat repeats movements, but never an action that answers: one press, one reply.
    """
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    request = _KEYS.get((held, Qt.Key(event.key()))) or _by_name(held, names.key(event))
    if event.isAutoRepeat() and (request in _NEVER_REPEATED or isinstance(request, Pick)):
        return PaletteAction.IGNORE
    return request


def _by_name(held: Qt.KeyboardModifier, name: str | None) -> PaletteRequest | None:
    if not name:
        return None
    if held == _CTRL:
        return _LETTERS.get(name)
    if held == _ALT and name in "123456789":
        return Pick(int(name))
    return None


class HeldKeys:
    """Detects repeats of keys that were down before the palette got the focus: they belong to the hotkey."""

    def __init__(self) -> None:
        self._down: set[int] = set()
        self._old: set[int] = set()
        self._has_composed = False

    def reset(self) -> None:
        """Treat all keys that are down now as pressed before."""
        self._down.clear()
        self._old.clear()
        self._has_composed = False

    def record_composition(self, event: QInputMethodEvent) -> None:
        """Record that an input method handles keys: a key may have been pressed without an event here.

        Empty events are ignored: many input methods send one when they are activated.
        """
        self._has_composed |= bool(event.preeditString() or event.commitString())

    def is_old_repeat(self, event: QKeyEvent) -> bool:
        """Record a key event, and return whether it repeats a key that was down before the palette opened."""
        key = event.nativeScanCode() or event.key()
        if event.isAutoRepeat():
            if key not in self._down and not self._has_composed:
                self._old.add(key)
            return key in self._old
        if event.type() == QEvent.Type.KeyPress:
            self._down.add(key)
            self._old.discard(key)
        elif event.type() == QEvent.Type.KeyRelease:
            self._down.discard(key)
        return False


Typed: TypeAlias = QKeyEvent | QInputMethodEvent
_ACCEPTING = (PaletteAction.ACCEPT, PaletteAction.FILL_IN, PaletteAction.COPY)


class PendingRequests:
    """A queue of requests for a list that has not arrived yet.

    After a request that accepts a row, typed text is queued as well.
    """

    def __init__(self) -> None:
        self._requests: list[PaletteRequest] = []
        self._typed_ahead: list[Typed] = []

    def __bool__(self) -> bool:
        return bool(self._requests)

    @property
    def will_accept(self) -> bool:
        """Whether a queued request accepts a row."""
        return any(isinstance(each, Pick) or each in _ACCEPTING for each in self._requests)

    def add(self, request: PaletteRequest) -> None:
        """Queue a request."""
        self._requests.append(request)

    def filter_event(self, event: Typed) -> bool:
        """Queue an event that follows a request that accepts a row, and return whether it was consumed.

        Of input method events only commits are queued.
        """
        if self.will_accept and (isinstance(event, QKeyEvent) or event.commitString()):
            self._typed_ahead.append(event.clone())
        return self.will_accept

    def take_all(self) -> tuple[list[PaletteRequest], list[Typed]]:
        """Clear the queue and return its requests and the events typed after them."""
        requests, self._requests = self._requests, []
        typed_ahead, self._typed_ahead = self._typed_ahead, []
        return requests, typed_ahead
