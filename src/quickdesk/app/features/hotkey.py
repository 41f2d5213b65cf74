"""The hotkey of the palette: registered at the start, changed in the settings."""

import logging

from PySide6.QtCore import Signal

from quickdesk.app.feature import Feature
from quickdesk.desktop.ports.hotkeys import (
    HotkeyNotOnLayoutError,
    HotkeyRefusedError,
    Hotkeys,
    HotkeyTakenError,
    HotkeyUnsupportedError,
)
from quickdesk.settings.hotkey import Hotkey, HotkeyError
from quickdesk.settings.settings import DEFAULT_HOTKEY
from quickdesk.ui import messages
from quickdesk.ui.notice import Notice

_log = logging.getLogger(__name__)
_PALETTE = "palette"


class HotkeyFeature(Feature):
    """Connects the hotkey of the settings with the backend for this machine."""

    pressed = Signal()
    changed = Signal()
    """``hotkey``, ``works`` or ``notice`` has changed."""

    def __init__(self, hotkeys: Hotkeys, text: str) -> None:
        super().__init__()
        self._hotkeys = hotkeys
        self._hotkey = _parsed(text)
        self._refusal: HotkeyRefusedError | None = None
        hotkeys.pressed.connect(self._on_pressed)
        hotkeys.lost.connect(self._on_lost)
        hotkeys.regained.connect(self._on_regained)

    @property
    def hotkey(self) -> Hotkey:
        """The registered hotkey, or the one that could not be registered."""
        return self._hotkey

    @property
    def works(self) -> bool:
        """Whether pressing it opens the palette."""
        return self._refusal is None

    def start(self) -> None:
        """Register the hotkey; the program works without it if it is not available."""
        self._refusal = self._register(self._hotkey)
        self.changed.emit()

    def change(self, text: str) -> Notice:
        """Register another hotkey and return the notice about it; if it is refused, the present one stays.

        Raises HotkeyError if the text is no valid hotkey.
        """
        wanted = Hotkey.parse(text)
        refusal = self._register(wanted)
        if refusal is None:
            self._hotkey, self._refusal = wanted, None
            self.changed.emit()
        return _notice_for(wanted, refusal)

    def notice(self) -> Notice:
        """Return a notice about the hotkey that works, or why none does."""
        return _notice_for(self._hotkey, self._refusal)

    def _register(self, hotkey: Hotkey) -> HotkeyRefusedError | None:
        try:
            self._hotkeys.register(_PALETTE, hotkey)
        except HotkeyRefusedError as error:
            _log.info("hotkey refused: %s", type(error).__name__)
            return error
        return None

    def _on_pressed(self, name: str) -> None:
        if name == _PALETTE:
            self.pressed.emit()

    def _on_lost(self, _name: str, refusal: object) -> None:
        self._refusal = refusal if isinstance(refusal, HotkeyRefusedError) else None
        self.changed.emit()

    def _on_regained(self, _name: str) -> None:
        self._refusal = None
        self.changed.emit()


def _parsed(text: str) -> Hotkey:
    """Return a stored hotkey, or the default if it is not valid any more."""
    try:
        return Hotkey.parse(text)
    except HotkeyError:
        return Hotkey.parse(DEFAULT_HOTKEY)


def _notice_for(hotkey: Hotkey, refusal: HotkeyRefusedError | None) -> Notice:
    if refusal is None:
        return messages.hotkey_works(hotkey.label)
    if isinstance(refusal, HotkeyTakenError):
        return messages.hotkey_taken(hotkey.label, refusal.holder)
    if isinstance(refusal, HotkeyNotOnLayoutError):
        return messages.hotkey_not_on_layout(hotkey.label)
    reason = refusal.reason.value if isinstance(refusal, HotkeyUnsupportedError) else ""
    return messages.hotkeys_missing(reason)
