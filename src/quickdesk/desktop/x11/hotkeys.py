"""Global hotkeys on X11: XGrabKey over a separate connection, on its own thread.

Needs no privileges, works while lock keys are on, and follows the keyboard layout. Keys that another program
has grabbed are not available, and on Wayland events would arrive only while an X window has the focus.
"""

from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import QObject, Qt, Signal, Slot
from Xlib.display import Display

from quickdesk.desktop.ports.hotkeys import HotkeyRefusedError, HotkeyUnsupportedError, UnsupportedReason
from quickdesk.desktop.x11.hotkey_watch import HotkeyCallbacks, HotkeyWatch
from quickdesk.desktop.x11.request_thread import NoAnswerError, ThreadEndedError, X11Thread
from quickdesk.settings.hotkey import Hotkey


class X11Hotkeys(QObject):
    """Implements ``Hotkeys`` on X11."""

    pressed = Signal(str)
    lost = Signal(str, object)
    regained = Signal(str)
    # Emitted on the thread of the connection; queued, so that public signals are emitted on ours.
    _matched = Signal(str)
    _dropped = Signal(str, object)
    _returned = Signal(str)

    def __init__(self, display_name: str | None = None, parent: QObject | None = None) -> None:
        """Connect to ``display_name``, by default ``$DISPLAY``; raises HotkeysUnavailableError."""
        super().__init__(parent)
        self._hotkeys: dict[str, Hotkey] = {}
        self._is_suspended = False
        self._is_closed = False
        queued = Qt.ConnectionType.QueuedConnection
        self._matched.connect(self._on_matched, queued)
        self._dropped.connect(self._on_dropped, queued)
        self._returned.connect(self._on_returned, queued)
        callbacks = HotkeyCallbacks(self._matched.emit, self._dropped.emit, self._returned.emit)

        def make(display: Display) -> HotkeyWatch:
            return HotkeyWatch(display, callbacks)

        self._thread = X11Thread(display_name, make, self._on_connection_lost)

    def register(self, name: str, hotkey: Hotkey) -> None:
        """See ``Hotkeys.register``."""
        try:
            self._thread.call(lambda watch: watch.bind(name, hotkey))
        except ThreadEndedError as cause:
            reason = UnsupportedReason.CLOSED if self._is_closed else UnsupportedReason.DISPLAY_LOST
            raise HotkeyUnsupportedError(hotkey, reason) from cause
        except NoAnswerError as cause:
            self._undo(name)
            raise HotkeyUnsupportedError(hotkey, UnsupportedReason.NO_ANSWER) from cause
        self._hotkeys[name] = hotkey

    def unregister(self, name: str) -> None:
        """See ``Hotkeys.unregister``."""
        self._hotkeys.pop(name, None)
        self._call(lambda watch: watch.unbind(name))

    def suspend(self) -> None:
        """See ``Hotkeys.suspend``."""
        self._is_suspended = True
        self._call(lambda watch: watch.suspend())

    def resume(self) -> None:
        """See ``Hotkeys.resume``."""
        self._is_suspended = False
        self._call(lambda watch: watch.resume())

    def close(self) -> None:
        """See ``Hotkeys.close``."""
        self._is_closed = True
        self._hotkeys.clear()
        self._thread.stop()

    def _call(self, function: Callable[[HotkeyWatch], None]) -> None:
        # A broken connection has no grabs, and ``lost`` was emitted; a slow one does it later.
        with suppress(ThreadEndedError, NoAnswerError):
            self._thread.call(function)

    def _undo(self, name: str) -> None:
        before = self._hotkeys.get(name)
        if before is None:
            self._thread.post(lambda watch: watch.unbind(name))
        else:
            self._thread.post(lambda watch: watch.bind(name, before))

    def _on_connection_lost(self, watch: HotkeyWatch) -> None:
        for name, hotkey in watch.names():
            self._dropped.emit(name, HotkeyUnsupportedError(hotkey, UnsupportedReason.DISPLAY_LOST))

    @Slot(str)
    def _on_matched(self, name: str) -> None:
        # Queued: the name may have been unregistered since.
        if name in self._hotkeys and not self._is_suspended:
            self.pressed.emit(name)

    @Slot(str, object)
    def _on_dropped(self, name: str, reason: HotkeyRefusedError) -> None:
        if self._hotkeys.get(name) == reason.hotkey:
            self.lost.emit(name, reason)

    @Slot(str)
    def _on_returned(self, name: str) -> None:
        if name in self._hotkeys:
            self.regained.emit(name)
