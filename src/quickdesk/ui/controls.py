"""Controls of Qt as the windows need them: they leave shortcuts to their window."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton

_PRESSING = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Select)
_COMMAND = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)


def is_shortcut(event: QKeyEvent) -> bool:
    """Return whether Ctrl, Alt or Meta is held with a key that presses a control, such as Ctrl+Enter.

    Qt's controls ignore the modifiers: with the focus on Cancel, Ctrl+Enter would cancel instead of saving,
    and a hotkey like Ctrl+Alt+Space would press whatever has the focus.
    """
    return event.key() in _PRESSING and bool(event.modifiers() & _COMMAND)


class PushButton(QPushButton):
    """A button that Enter and the space bar press; shortcuts go to its window."""

    def __init__(self) -> None:
        super().__init__()
        self.setAutoDefault(True)  # else Enter presses it in dialogs only

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave shortcuts to the window."""
        if is_shortcut(event):
            event.ignore()
        else:
            super().keyPressEvent(event)
