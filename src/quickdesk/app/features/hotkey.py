"""The palette's hotkey: registered at start, changed in Settings, and told about when it does not work."""

import logging

from PySide6.QtCore import QObject, Signal

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


class HotkeyFlow(QObject):
    """Joins the settings' hotkey with the backend that was chosen for this machine."""

    pressed = Signal()
    changed = Signal()
    """Whether and which hotkey works is another now: see ``works`` and ``notice``."""

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
        """The hotkey in force, or the one that should be."""
        return self._hotkey

    @property
    def works(self) -> bool:
        """Whether pressing it opens the palette."""
        return self._refusal is None

    def start(self) -> None:
        """Register the hotkey; the program goes on without it where it cannot be had."""
        self._refusal = self._register(self._hotkey)
        self.changed.emit()

    def change(self, text: str) -> Notice:
        """Take another hotkey and tell what came of it; where it cannot be had the old one stays.

        Raises HotkeyError for what cannot be a hotkey.
        """
        wanted = Hotkey.parse(text)
        refusal = self._register(wanted)
        if refusal is None:
            self._hotkey, self._refusal = wanted, None
            self.changed.emit()
        return _words_for(wanted, refusal)

    def notice(self) -> Notice:
        """Return in words which hotkey works, or why none does."""
        return _words_for(self._hotkey, self._refusal)

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
    """A stored hotkey that breaks the rules of today gives way to the default."""
    try:
        return Hotkey.parse(text)
    except HotkeyError:
        return Hotkey.parse(DEFAULT_HOTKEY)


def _words_for(hotkey: Hotkey, refusal: HotkeyRefusedError | None) -> Notice:
    if refusal is None:
        return messages.hotkey_works(hotkey.label)
    if isinstance(refusal, HotkeyTakenError):
        return messages.hotkey_taken(hotkey.label, refusal.holder)
    if isinstance(refusal, HotkeyNotOnLayoutError):
        return messages.hotkey_not_on_layout(hotkey.label)
    lack = refusal.lack.value if isinstance(refusal, HotkeyUnsupportedError) else ""
    return messages.hotkeys_missing(lack)
