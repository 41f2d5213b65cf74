"""The search box: what it holds counts as the query even while an input method is still composing.

A line edit by itself is silent until a composition is committed, so that an agent who types pinyin
would see nothing; this one puts the composition where the cursor stands. It knows no results.
"""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from quickdesk.ui.utf16 import to_index

_SEPARATORS = str.maketrans("", "", " '’‘\u00a0\u2005\u3000")
"""What input methods put between the syllables of a composition: ``tui'kuan``, ``tui kuan``."""


class SearchBox(QLineEdit):
    """A line edit that reports the query, composition included."""

    query_changed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preedit = ""
        self._published = ""
        self.setFrame(False)
        self.textChanged.connect(self._publish)

    @property
    def query(self) -> str:
        """The text with the composition at the cursor, without the marks between its syllables."""
        text = self.text()
        at = to_index(text, self.cursorPosition())
        return text[:at] + self._preedit.translate(_SEPARATORS) + text[at:]

    @property
    def is_composing(self) -> bool:
        """Whether an input method holds text that is not committed yet."""
        return bool(self._preedit)

    def reset(self) -> None:
        """Drop the text and any composition; says so even when there was nothing to drop."""
        self.clear_silently()
        self.query_changed.emit("")

    def clear_silently(self) -> None:
        """Drop the text and any composition without a word."""
        if self._preedit:
            self._preedit = ""
            QGuiApplication.inputMethod().reset()
        with QSignalBlocker(self):
            self.clear()
        self._published = ""

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Take note of the composition first: a commit changes the text from within the event."""
        self._preedit = event.preeditString()
        super().inputMethodEvent(event)
        self._publish()

    def _publish(self) -> None:
        query = self.query
        if query != self._published:
            self._published = query
            self.query_changed.emit(query)
