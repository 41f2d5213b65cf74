"""The search box, whose query includes the open composition of an input method.

A plain line edit does not change until a composition is committed, so an agent who types pinyin would see no
results; this one inserts the composition at the cursor.
"""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from quickdesk.ui.qt_text import to_index

_SEPARATORS = str.maketrans("", "", " '’‘\u00a0\u2005\u3000")
"""Characters that input methods insert between syllables of a composition: ``tui'kuan``, ``tui kuan``."""


class SearchBox(QLineEdit):
    """A line edit that reports the query, including an open composition."""

    query_changed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preedit = ""
        self._published = ""
        self.setFrame(False)
        self.textChanged.connect(self._publish)

    @property
    def query(self) -> str:
        """The text with the composition at the cursor, without the separators between its syllables."""
        text = self.text()
        at = to_index(text, self.cursorPosition())
        return text[:at] + self._preedit.translate(_SEPARATORS) + text[at:]

    @property
    def is_composing(self) -> bool:
        """Whether an input method holds text that is not committed yet."""
        return bool(self._preedit)

    @property
    def is_at_end(self) -> bool:
        """Whether nothing is selected and the cursor is behind the text."""
        return (
            not self.hasSelectedText() and self.cursorPosition() == len(self.text().encode("utf-16-le")) // 2
        )

    def reset(self, query: str = "") -> None:
        """Replace the text and any composition; emits ``query_changed`` even if it was the same."""
        self.clear_silently()
        with QSignalBlocker(self):
            self.setText(query)
        self._published = query
        self.query_changed.emit(query)

    def clear_silently(self) -> None:
        """Clear the text and any composition without a signal."""
        if self._preedit:
            self._preedit = ""
            QGuiApplication.inputMethod().reset()
        with QSignalBlocker(self):
            self.clear()
        self._published = ""

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Update the composition first: a commit changes the text during the event."""
        self._preedit = event.preeditString()
        super().inputMethodEvent(event)
        self._publish()

    def _publish(self) -> None:
        query = self.query
        if query != self._published:
            self._published = query
            self.query_changed.emit(query)
