"""The text box of a quick note: keys of the panel are passed on, all others type."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

from quickdesk.ui.key_names import KeyNames
from quickdesk.ui.notes.keys import NOTE_KEYS
from quickdesk.ui.palette.keys import HeldKeys
from quickdesk.ui.qt_text import displayable

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class NoteEdit(QPlainTextEdit):
    """A text of several lines; Enter belongs to the panel, Shift+Enter begins a line."""

    pressed = Signal(object)
    """A NoteAction."""

    def __init__(self) -> None:
        super().__init__()
        self._preedit = ""
        self._held = HeldKeys()
        self._key_names = KeyNames(QGuiApplication.platformName())
        self.setTabChangesFocus(True)

    def begin(self, text: str) -> None:
        """Show a text with the cursor at its end; keys that are down now are not typed."""
        self._preedit = ""
        self._held.reset()
        self.setPlainText(displayable(text))
        self.moveCursor(QTextCursor.MoveOperation.End)
        self.document().setModified(False)

    def event(self, event: QEvent) -> bool:
        """Handle keys before Qt takes them for shortcuts of the box."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if NOTE_KEYS.find(event, self._key_names) is not None:
                event.accept()
                return True
        elif event.type() == QEvent.Type.KeyRelease and isinstance(event, QKeyEvent):
            self._held.is_old_repeat(event)
        return super().event(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Track the composition, to which Enter and Esc belong."""
        self._preedit = event.preeditString()
        self._held.record_composition(event)
        super().inputMethodEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pass the keys of the panel on, each press once."""
        if self._held.is_old_repeat(event):
            return
        found = None if self._preedit else NOTE_KEYS.find(event, self._key_names)
        if found is not None:
            if not event.isAutoRepeat():
                self.pressed.emit(found.binding.action)
        elif event.key() in _ENTER and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            if not self._preedit:
                self.insertPlainText(
                    "\n"
                )  # Qt would insert a line separator, which is no line break in texts
                self.ensureCursorVisible()
        else:
            super().keyPressEvent(event)
