"""The window of the dock: above all others, moved by its head, and never with the focus.

The window system is told that it takes no input focus, and no widget in it does; a click copies, folds up or
switches while the chat window keeps the keyboard.
"""

from typing import Final

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QMouseEvent

from quickdesk.ui.dock.dock_view import DockView
from quickdesk.ui.language import follow_language
from quickdesk.ui.palette.floating_window import FloatingWindow
from quickdesk.ui.theme import Theme

_WIDTH, _HEIGHT, _FOLDED, _MARGIN = 300, 560, 44, 12
_NARROWEST: Final = 0.75
"""Of the height of the monitor, the most that the dock takes."""


class DockWindow(FloatingWindow):
    """Shows a DockView."""

    def __init__(self, theme: Theme, *, is_composited: bool) -> None:
        super().__init__(theme, QSize(_WIDTH, _HEIGHT), is_composited=is_composited)
        self.setWindowFlags(self.windowFlags() | Qt.WindowType.WindowDoesNotAcceptFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._is_collapsed = False
        self._grip: QPoint | None = None
        self._was_moved = False
        self.view = DockView(theme, self)
        self.set_content(self.view)
        self.view.collapse_clicked.connect(self._on_collapse)
        follow_language(self, self._translate)

    def place_beside(self, area: QRect, target: QRect | None) -> None:
        """Place the dock beside the chat window, or at the right edge; not if it was moved."""
        if self._was_moved:
            return
        size, gap = self._panel_size(), self._theme.px(_MARGIN)
        self.setGeometry(QRect(dock_corner(area, target, size, gap), size).marginsAdded(self._frame.margins))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the head."""
        in_view = self.view.mapFrom(self, event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and self.view.head_contains(in_view.y()):
            self._grip = event.globalPosition().toPoint() - self.pos()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move the dock."""
        if self._grip is not None:
            self.move(event.globalPosition().toPoint() - self._grip)
            self._was_moved = True

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        event.accept()
        self._grip = None

    def _panel_size(self) -> QSize:
        width = self._theme.px(_WIDTH)
        if self._is_collapsed:
            return QSize(width, self._theme.px(_FOLDED))
        most = round(self.screen().availableGeometry().height() * _NARROWEST)
        return QSize(width, min(self._theme.px(_HEIGHT), most))

    def _on_collapse(self) -> None:
        self._is_collapsed = not self._is_collapsed
        self.view.set_collapsed(is_collapsed=self._is_collapsed)
        self.resize(self._panel_size().grownBy(self._frame.margins))
        self.update()

    def _translate(self) -> None:
        self.setWindowTitle(self.tr("Customer dock"))
        self.setAccessibleName(self.windowTitle())


def dock_corner(area: QRect, target: QRect | None, size: QSize, gap: int) -> QPoint:
    """Return where the dock stands: right of the target window, else left of it, else at the right edge.

    It stays inside the work area.
    """
    edge = area.right() + 1 - size.width() - gap
    top = area.top() + (area.height() - size.height()) // 3
    if target is None:
        return QPoint(edge, top)
    top = min(max(target.top(), area.top()), area.bottom() + 1 - size.height())
    right, left = target.right() + 1 + gap, target.left() - gap - size.width()
    if right <= edge:
        return QPoint(right, top)
    return QPoint(left, top) if left >= area.left() else QPoint(edge, top)
