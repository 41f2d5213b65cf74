"""Restores saved selections through Qt, verifies the result, and retries.

What the agent copied meanwhile stays. A clipboard manager that took the reply gives way, and may take the
restored text in its turn.
"""

from PySide6.QtCore import QMimeData, QObject, QTimer, Signal
from PySide6.QtGui import QClipboard, QGuiApplication

from quickdesk.desktop.ports.clipboard import ClipboardState
from quickdesk.desktop.x11.selection_fetch import TEXT_TARGETS, SavedSelection
from quickdesk.desktop.x11.selection_offers import is_alike
from quickdesk.desktop.x11.selections import Selections

MODES = {"CLIPBOARD": QClipboard.Mode.Clipboard, "PRIMARY": QClipboard.Mode.Selection}
_TRIES = 5
_RETRY_MS = 100


class ClipboardRestore(QObject):
    """Restores the saved selections once; ``finished`` carries the ClipboardState of the clipboard."""

    finished = Signal(object)
    _owned = Signal(object)
    _released = Signal()
    _read = Signal(str)

    def __init__(self, selections: Selections, saved: dict[str, SavedSelection], parent: QObject) -> None:
        """``saved`` may still receive late answers until :meth:`start`."""
        super().__init__(parent)
        self._selections = selections
        self._saved = saved
        self._tries = 0
        self._text, self._is_owned = "", False
        self._owned.connect(self._on_owned)
        self._released.connect(self._on_released)
        self._read.connect(self._on_read)

    def start(self) -> None:
        """Start, or retry: find which selections may be replaced."""
        self._tries += 1
        self._selections.find_replaceable(tuple(self._saved), self._owned.emit)

    def _on_owned(self, ours: frozenset[str]) -> None:
        is_owned_by_qt = self._tries > 1 and QGuiApplication.clipboard().ownsClipboard()
        if "CLIPBOARD" not in ours and not is_owned_by_qt:
            self._saved = {name: saved for name, saved in self._saved.items() if name != "CLIPBOARD"}
        if "CLIPBOARD" in ours:
            # A snapshot: answers that come later cannot be added.
            saved = self._saved["CLIPBOARD"]
            self._text, self._is_owned = saved.text() or "", bool(saved.formats)
        empty = tuple(name for name in ours if not self._saved[name].formats)
        for name in ours.difference(empty):
            QGuiApplication.clipboard().setMimeData(_mime(self._saved[name]), MODES[name])
        self._selections.release(empty, self._released.emit)

    def _on_released(self) -> None:
        self._selections.fetch_text("CLIPBOARD", self._read.emit)

    def _on_read(self, text: str) -> None:
        saved = self._saved.get("CLIPBOARD")
        if saved is None:
            self.finished.emit(ClipboardState.COPIED_MEANWHILE)
        elif is_alike(text, self._text) and (
            text or QGuiApplication.clipboard().ownsClipboard() == self._is_owned
        ):
            self.finished.emit(_state(saved))
        elif self._tries < _TRIES:
            QTimer.singleShot(_RETRY_MS, self, self.start)
        else:
            self.finished.emit(ClipboardState.FAILED)


def _state(saved: SavedSelection) -> ClipboardState:
    if saved.is_whole:
        return ClipboardState.AS_BEFORE
    return ClipboardState.PARTLY if saved.formats else ClipboardState.UNREADABLE


def _mime(saved: SavedSelection) -> QMimeData:
    """Return the saved formats by name; Qt adds the X11 names of plain text itself."""
    mime = QMimeData()
    formats = dict(saved.formats)  # late answers may still be added on the other thread
    text = saved.text()
    if text is not None:
        mime.setText(text)
    for name, data in formats.items():
        if name not in TEXT_TARGETS:
            mime.setData(name, data)
    return mime
