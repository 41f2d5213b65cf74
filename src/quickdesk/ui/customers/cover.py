"""What covers a window until it is answered."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QFrame, QWidget

from quickdesk.ui.theme import set_look


class Cover(QFrame):
    """A hidden sheet over a window; it keeps the size of the window."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        set_look(self, "sheet")
        window.installEventFilter(self)
        self.hide()

    def cover(self) -> None:
        """Show the sheet over the whole window."""
        self._fit()
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Cover a window that is resized."""
        if event.type() == QEvent.Type.Resize and watched is self.parentWidget():
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        parent = self.parentWidget()
        if parent is not None:
            self.setGeometry(parent.rect())
