"""The clipboard on X11: offered through a separate connection, restored through Qt.

``selections.py`` serves the offer, so that a frozen owner does not block the program and every reader is
known. Afterwards Qt owns the content again: our own windows can read it directly, and when the program ends
Qt passes it to the desktop's clipboard manager. During an offer nothing in this process may call
``QClipboard.text()`` from Python, which would wait for our thread while holding the GIL: use ``text()`` of
this module.
"""

from collections.abc import Callable
from concurrent.futures import Future

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from quickdesk.desktop.ports.clipboard import (
    ClipboardEvent,
    ClipboardState,
    Reader,
    Restored,
    Taker,
    TakerFound,
)
from quickdesk.desktop.x11.clipboard_restore import MODES, ClipboardRestore
from quickdesk.desktop.x11.selection_fetch import SavedSelection
from quickdesk.desktop.x11.selections import Selections

_TEXT_LIMIT_S = 0.4
_LATE_MS, _LATE_TRIES = 50, 46
"""How often, and how many times, an owner that has given nothing yet is waited for: 2.3 seconds."""


class X11Clipboard(QObject):
    """Implements Clipboard for X11; lives on the main thread."""

    _event_received = Signal(object)

    def __init__(self, display_name: str | None = None, parent: QObject | None = None) -> None:
        """Connect; raises X11UnavailableError."""
        super().__init__(parent)
        self._event_received.connect(self._on_event)
        self._listen: Callable[[ClipboardEvent], None] = _ignore
        self._saved: dict[str, SavedSelection] = {}
        self._names: tuple[str, ...] = ()
        self._selections = Selections(self._event_received.emit, display_name)

    def close(self) -> None:
        """Close the connection."""
        self._selections.stop()

    def offer(
        self, text: str, *, primary: bool, reader: Reader | None, listen: Callable[[ClipboardEvent], None]
    ) -> None:
        """See ``Clipboard.offer``."""
        self._listen = listen
        self._names = ("CLIPBOARD", "PRIMARY") if primary else ("CLIPBOARD",)
        self._selections.offer(text, self._names, self._on_saved, reader)

    def restore(self) -> None:
        """See ``Clipboard.restore``."""
        self._restore(_LATE_TRIES)

    def _restore(self, tries: int) -> None:
        saved = self._saved.get("CLIPBOARD")
        if tries and saved is not None and saved.is_late and not saved.formats:
            QTimer.singleShot(_LATE_MS, self, lambda: self._restore(tries - 1))
            return
        self._selections.cancel()
        self._restore_saved(self._names, self._on_restored)

    def set_text(self, text: str, *, may_be_read: bool = False) -> bool:
        """See ``Clipboard.set_text``."""
        names, self._names = self._names, ()
        self._listen = _ignore
        self._selections.cancel()
        clipboard = QGuiApplication.clipboard()
        clipboard.setText(text)
        if "PRIMARY" in names and not may_be_read:
            self._restore_saved(("PRIMARY",), _ignore)
        self._saved = {}
        return clipboard.ownsClipboard()

    def text(self, name: str = "CLIPBOARD") -> str:
        """See ``Clipboard.text``."""
        if name in self._names and name in self._saved:
            return self._saved[name].text() or ""
        clipboard = QGuiApplication.clipboard()
        if clipboard.ownsClipboard() if name == "CLIPBOARD" else clipboard.ownsSelection():
            return clipboard.text(MODES[name])
        answer: Future[str] = Future()
        self._selections.fetch_text(name, answer.set_result)
        try:
            return answer.result(_TEXT_LIMIT_S)
        except TimeoutError:
            return ""

    def _on_saved(self, saved: dict[str, SavedSelection]) -> None:
        # On the thread of the selections, before it reports the offer: nothing reads this meanwhile.
        self._saved = saved

    def _on_event(self, event: ClipboardEvent) -> None:
        if isinstance(event, TakerFound) and event.taker is Taker.AGENT:
            self._saved.pop(event.selection, None)  # the newly copied content stays
        self._listen(event)

    def _restore_saved(self, names: tuple[str, ...], done: Callable[[ClipboardState], None]) -> None:
        saved = {name: self._saved[name] for name in names if name in self._saved}
        restore = ClipboardRestore(self._selections, saved, self)
        restore.finished.connect(done)
        restore.finished.connect(restore.deleteLater)
        restore.start()

    def _on_restored(self, state: ClipboardState) -> None:
        listen, self._listen = self._listen, _ignore
        self._names, self._saved = (), {}
        listen(Restored(state))


def _ignore(_: object) -> None:
    """Ignore the event."""
