"""An edge of the dock, which makes it wider or narrower when it is pulled."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget


class DockEdge(QWidget):
    """Emits how far it is pulled outwards, in pixels since it was taken hold of."""

    taken = Signal()
    pulled = Signal(int)
    released = Signal()

    def __init__(self, parent: QWidget, *, is_left: bool) -> None:
        super().__init__(parent)
        self._outwards = -1 if is_left else 1
        self._from: int | None = None
        self.setCursor(Qt.CursorShape.SizeHorCursor)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of it."""
        event.accept()
        if event.button() == Qt.MouseButton.LeftButton:
            self._from = event.globalPosition().toPoint().x()
            self.taken.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Pull it."""
        event.accept()
        if self._from is not None:
            self.pulled.emit(self._outwards * (event.globalPosition().toPoint().x() - self._from))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        event.accept()
        if self._from is not None:
            self._from = None
            self.released.emit()
