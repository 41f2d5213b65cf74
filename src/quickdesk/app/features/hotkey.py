"""A global hotkey, such as that of the palette: registered at the start, changed in the settings.

If it is refused for a reason that may pass (another program has it, the keyboard layout lacks it), it is
requested again every few seconds: no system reports that a key has become free.
"""

import logging

from PySide6.QtCore import QTimer, Signal

from quickdesk.app.feature import Feature
from quickdesk.desktop.ports.hotkeys import (
    HotkeyNotOnLayoutError,
    HotkeyRefusedError,
    Hotkeys,
    HotkeyTakenError,
    HotkeyUnsupportedError,
    UnsupportedReason,
)
from quickdesk.settings.hotkey import Hotkey, HotkeyError
from quickdesk.settings.settings import DEFAULT_HOTKEY
from quickdesk.ui import messages
from quickdesk.ui.notice import Notice

_log = logging.getLogger(__name__)
_PALETTE = "palette"
RETRY_MS = 3000
"""How often a refused hotkey is requested again; a request takes about a millisecond."""


class HotkeyFeature(Feature):
    """Connects a hotkey of the settings with the backend for this machine, under a name of its own."""

    pressed = Signal()
    changed = Signal()
    """``hotkey``, ``works`` or ``notice`` has changed."""
    came_back = Signal()
    """The hotkey works, after it did not; not emitted if the agent chose another one."""

    def __init__(
        self, hotkeys: Hotkeys, text: str, name: str = _PALETTE, default: str = DEFAULT_HOTKEY
    ) -> None:
        """``default`` is used if the text is no valid hotkey any more."""
        super().__init__()
        self._hotkeys, self._name = hotkeys, name
        self._hotkey = _parsed(text, default)
        self._refusal: HotkeyRefusedError | None = None
        self._retry = QTimer(self, interval=RETRY_MS)
        self._retry.timeout.connect(self.check)
        hotkeys.pressed.connect(self._on_pressed)
        hotkeys.lost.connect(self._on_lost)
        hotkeys.regained.connect(self._on_regained)

    @property
    def hotkey(self) -> Hotkey:
        """The registered hotkey, or the one that could not be registered."""
        return self._hotkey

    @property
    def works(self) -> bool:
        """Whether pressing it is signalled."""
        return self._refusal is None

    @property
    def problem(self) -> str:
        """Why it does not work: ``taken``, ``not-on-layout`` or an UnsupportedReason; empty if it works."""
        if isinstance(self._refusal, HotkeyTakenError):
            return "taken"
        if isinstance(self._refusal, HotkeyNotOnLayoutError):
            return "not-on-layout"
        return self._refusal.reason.value if isinstance(self._refusal, HotkeyUnsupportedError) else ""

    def start(self) -> None:
        """Register the hotkey; the program works without it if it is not available."""
        self._use(self._hotkey, self._register(self._hotkey))

    def check(self) -> None:
        """Request a refused hotkey again."""
        if self._refusal is None:
            return
        problem, refusal = self.problem, self._register(self._hotkey)
        if refusal is None:
            self._on_regained(self._name)
        else:
            self._refusal = refusal
            if self.problem != problem:
                self._use(self._hotkey, refusal)

    def close(self) -> None:
        """Request the hotkey no more."""
        self._retry.stop()

    def change(self, text: str) -> Notice:
        """Register another hotkey and return the notice about it; if it is refused, the present one stays.

        Raises HotkeyError if the text is no valid hotkey.
        """
        wanted = Hotkey.parse(text)
        refusal = self._register(wanted)
        if refusal is None:
            self._use(wanted, None)
        return notice_for(wanted, refusal)

    def follow(self, text: str) -> Notice | None:
        """Register the hotkey of changed settings; return a notice if it is refused."""
        notice = self.change(text)
        return None if str(self._hotkey) == text else notice

    def notice(self) -> Notice:
        """Return a notice about the hotkey that works, or why none does."""
        return notice_for(self._hotkey, self._refusal)

    def _use(self, hotkey: Hotkey, refusal: HotkeyRefusedError | None) -> None:
        self._hotkey, self._refusal = hotkey, refusal
        if _may_pass(refusal):
            self._retry.start()
        else:
            self._retry.stop()
        self.changed.emit()

    def _register(self, hotkey: Hotkey) -> HotkeyRefusedError | None:
        try:
            self._hotkeys.register(self._name, hotkey)
        except HotkeyRefusedError as error:
            if type(error) is not type(self._refusal):
                _log.info("hotkey refused: %s", type(error).__name__)
            return error
        return None

    def _on_pressed(self, name: str) -> None:
        if name == self._name:
            self.pressed.emit()

    def _on_lost(self, name: str, refusal: object) -> None:
        if name != self._name:
            return
        if isinstance(refusal, HotkeyUnsupportedError):
            # The display is gone, and Qt is about to end the program. A window that is changed now waits for
            # an answer of the display for ever.
            self._refusal = refusal
            return
        self._use(self._hotkey, refusal if isinstance(refusal, HotkeyRefusedError) else None)

    def _on_regained(self, name: str) -> None:
        if name == self._name and self._refusal is not None:
            self._use(self._hotkey, None)
            self.came_back.emit()


def _may_pass(refusal: HotkeyRefusedError | None) -> bool:
    if isinstance(refusal, HotkeyUnsupportedError):
        return refusal.reason is UnsupportedReason.NO_ANSWER
    return refusal is not None


def _parsed(text: str, default: str) -> Hotkey:
    """Return a stored hotkey, or the default if it is not valid any more."""
    try:
        return Hotkey.parse(text)
    except HotkeyError:
        return Hotkey.parse(default)


def notice_for(hotkey: Hotkey, refusal: HotkeyRefusedError | None) -> Notice:
    """Return a notice that a hotkey works, or why it does not."""
    if refusal is None:
        return messages.hotkey_works(hotkey.label)
    if isinstance(refusal, HotkeyTakenError):
        return messages.hotkey_taken(hotkey.label, refusal.holder)
    if isinstance(refusal, HotkeyNotOnLayoutError):
        return messages.hotkey_not_on_layout(hotkey.label)
    reason = refusal.reason.value if isinstance(refusal, HotkeyUnsupportedError) else ""
    return messages.hotkeys_missing(reason)
