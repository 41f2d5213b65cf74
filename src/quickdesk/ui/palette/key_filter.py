"""The keys that are pressed in the search box of the palette, sorted by what they are for."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent

from quickdesk.ui.key_names import KeyNames
from quickdesk.ui.palette.keys import HeldKeys, request_for
from quickdesk.ui.palette.panels import PalettePanels
from quickdesk.ui.palette.requests import PaletteAction, PendingRequests, commits
from quickdesk.ui.palette.search_box import SearchBox
from quickdesk.ui.paste_filter import FORWARDS_KEYS


class KeyFilter(QObject):
    """Takes the keys of the palette from its search box; those that follow a pending request wait behind it.

    During a composition all keys go to the input method.
    """

    requested = Signal(object)
    """A PaletteRequest."""
    typed_ahead = Signal(object)
    """A key press or a committed composition while keys are forwarded."""

    def __init__(self, box: SearchBox, panels: PalettePanels, pending: PendingRequests) -> None:
        super().__init__(box)
        self._box, self._panels, self._pending = box, panels, pending
        self._held_keys = HeldKeys()
        self._names = KeyNames(QGuiApplication.platformName())
        self._forwards_all = False
        box.installEventFilter(self)

    @property
    def forwards_all(self) -> bool:
        """Whether a reply was accepted: all that is typed is for the window that opens next."""
        return self._forwards_all

    def forward_all(self) -> None:
        """Forward all that is typed until :meth:`reset`."""
        self._forwards_all = True
        self._box.setProperty(FORWARDS_KEYS, True)

    def reset(self) -> None:
        """Handle keys again; those that are down now do not repeat."""
        self._forwards_all = False
        self._held_keys.reset()
        self._box.setProperty(FORWARDS_KEYS, False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Handle what is typed in the search box."""
        if watched is not self._box or not isinstance(event, QKeyEvent | QInputMethodEvent):
            return super().eventFilter(watched, event)
        if isinstance(event, QKeyEvent) and self._held_keys.is_old_repeat(event):
            return True
        if self._forwards_all:
            if event.type() == QEvent.Type.KeyPress or commits(event):
                self.typed_ahead.emit(event)
            return True
        if isinstance(event, QInputMethodEvent):
            self._held_keys.record_composition(event)
            return self._pending.filter_event(event)
        return (
            event.type() == QEvent.Type.KeyPress
            and not self._box.is_composing
            and self._handle_key_press(event)
        )

    def _handle_key_press(self, event: QKeyEvent) -> bool:
        """Handle a key press of the palette, or queue it behind a pending request; return whether it did."""
        request = request_for(event, self._names, is_at_end=self._box.is_at_end)
        if request is not PaletteAction.CLEAR_OR_CLOSE and self._pending.filter_event(event):
            return True
        if request is None:
            return self._panels.run_by_key(event)
        self.requested.emit(request)
        return True
