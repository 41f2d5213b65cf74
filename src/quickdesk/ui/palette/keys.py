"""The keys of the palette: their table, and ignored repeats.

All other keys go to the search box.
"""

from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent

from quickdesk.ui.key_names import KeyNames
from quickdesk.ui.keys.key_sheet import HELP_KEY, help_text
from quickdesk.ui.keys.key_table import Binding, KeyTable
from quickdesk.ui.palette.requests import PaletteAction, PaletteRequest, Pick

_COMMAND: Final = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


translate: Final = QCoreApplication.translate  # lupdate recognises this name

PALETTE_KEYS: Final = KeyTable(
    Binding(
        PaletteAction.ACCEPT,
        ("Enter",),
        lambda: translate("words", "Paste the reply"),
        lambda: translate("words", "Paste"),
    ),
    Binding(
        PaletteAction.FILL_IN, ("Shift+Enter",), lambda: translate("words", "Fill in the form, then paste")
    ),
    Binding(
        PaletteAction.COPY,
        ("Ctrl+Enter",),
        lambda: translate("words", "Only copy the reply"),
        lambda: translate("words", "Copy only"),
    ),
    Binding(
        PaletteAction.PICK,
        ("Alt+1…9",),
        lambda: translate("words", "Paste the reply with this number"),
        lambda: translate("words", "Pick"),
    ),
    Binding(
        PaletteAction.EDIT,
        ("Ctrl+E",),
        lambda: translate("words", "Edit the reply"),
        lambda: translate("words", "Edit"),
    ),
    Binding(PaletteAction.DUPLICATE, ("Ctrl+D",), lambda: translate("words", "Duplicate the reply")),
    Binding(
        PaletteAction.REMOVE, ("Ctrl+Delete",), lambda: translate("words", "Delete the reply (to the trash)")
    ),
    Binding(
        PaletteAction.PIN, ("Ctrl+P",), lambda: translate("words", "Pin the reply to the top / unpin it")
    ),
    Binding(PaletteAction.NOTE, ("Alt+N",), lambda: translate("words", "Make a note of the reply's text")),
    Binding(
        PaletteAction.CREATE,
        ("Ctrl+N",),
        lambda: translate("words", "New reply"),
        lambda: translate("words", "New"),
    ),
    Binding(
        PaletteAction.SUGGEST,
        ("Ctrl+G",),
        lambda: translate("words", "Suggest for the copied message"),
        lambda: translate("words", "Suggest"),
    ),
    Binding(
        PaletteAction.CUSTOMERS,
        ("@",),
        lambda: translate("words", "Search customers (typed first)"),
        lambda: translate("words", "Customers"),
        is_typed=True,
    ),
    Binding(
        PaletteAction.REMEMBER,
        ("Alt+M",),
        lambda: translate("words", "Remember the last search (if offered)"),
    ),
    Binding(
        PaletteAction.ACTIONS,
        ("Ctrl+K", "→"),
        lambda: translate("words", "All actions"),
        lambda: translate("words", "More"),
    ),
    Binding(PaletteAction.HELP, (HELP_KEY,), help_text),
    Binding(PaletteAction.UP, ("↑",), lambda: translate("words", "Previous reply"), repeats=True),
    Binding(PaletteAction.DOWN, ("↓",), lambda: translate("words", "Next reply"), repeats=True),
    Binding(PaletteAction.PAGE_UP, ("PgUp",), lambda: translate("words", "One page up"), repeats=True),
    Binding(PaletteAction.PAGE_DOWN, ("PgDn",), lambda: translate("words", "One page down"), repeats=True),
    Binding(
        PaletteAction.PREVIEW_UP,
        ("Shift+PgUp",),
        lambda: translate("words", "Scroll the preview up"),
        repeats=True,
    ),
    Binding(
        PaletteAction.PREVIEW_DOWN,
        ("Shift+PgDn",),
        lambda: translate("words", "Scroll the preview down"),
        repeats=True,
    ),
    Binding(
        PaletteAction.CLEAR_OR_CLOSE, ("Esc",), lambda: translate("words", "Clear the search box, then close")
    ),
)
"""The keys of the palette, in the order of its key sheet."""
_AT_THE_END: Final = (Qt.Key.Key_Right, Qt.Key.Key_Delete)
"""Keys that belong to the search box unless the cursor is at the end of the query."""


def request_for(event: QKeyEvent, names: KeyNames, *, is_at_end: bool = True) -> PaletteRequest | None:
    """Return the request of a key event, None if it goes to the search box.

    ``is_at_end`` is whether the cursor is behind the query, with nothing selected.
    Auto-repeat repeats movements, but never an action that answers: one press, one reply.
    """
    if event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab) and not event.modifiers() & _COMMAND:
        return PaletteAction.IGNORE
    found = PALETTE_KEYS.find(event, names)
    if found is None or (event.key() in _AT_THE_END and not is_at_end):
        return None
    if event.isAutoRepeat() and not found.binding.repeats:
        return PaletteAction.IGNORE
    return Pick(found.digit) if found.digit else found.binding.action


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
