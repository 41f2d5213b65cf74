"""The window of the dock: above all others, moved by its head, widened by its edges, never with the focus.

The window system is told that it takes no input focus, and no widget in it does; a click copies, folds up or
switches while the chat window keeps the keyboard.
"""

from typing import Final

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent

from quickdesk.ui.dock.dock_edge import DockEdge
from quickdesk.ui.dock.dock_view import DockView
from quickdesk.ui.language import follow_language
from quickdesk.ui.palette.floating_window import FloatingWindow
from quickdesk.ui.theme import Theme

_WIDTH, _HEIGHT, _FOLDED, _MARGIN = 300, 560, 44, 12
_NARROWEST, _WIDEST, _EDGE = 240, 520, 4
_HIGHEST: Final = 0.75
"""Of the height of the monitor, the most that the dock takes."""


class DockWindow(FloatingWindow):
    """Shows a DockView."""

    moved = Signal(tuple)
    """Left, top and width after it was moved or widened by hand; see ``Settings.dock_place``."""

    def __init__(self, theme: Theme, *, is_composited: bool) -> None:
        super().__init__(theme, QSize(_WIDTH, _HEIGHT), is_composited=is_composited)
        self.setWindowFlags(self.windowFlags() | Qt.WindowType.WindowDoesNotAcceptFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._is_collapsed = False
        self._grip: QPoint | None = None
        self._was_moved = False
        self._width, self._width_before = _WIDTH, _WIDTH
        self._edges = (DockEdge(self, is_left=True), DockEdge(self, is_left=False))
        self.view = DockView(theme, self)
        self.set_content(self.view)
        self.view.collapse_clicked.connect(self._on_collapse)
        for edge in self._edges:
            edge.raise_()
            edge.taken.connect(self._on_edge_taken)
            edge.pulled.connect(self._on_edge_pulled)
            edge.released.connect(self._emit_place)
        follow_language(self, self._translate)

    def place_at(self, area: QRect, place: tuple[int, ...]) -> None:
        """Place the dock where it was moved to, as far as that is inside a work area."""
        left, top, width = place
        self._width = min(max(width, _NARROWEST), _WIDEST)
        self._was_moved = True
        panel = QRect(QPoint(left, top), self._panel_size())
        panel.moveLeft(max(min(panel.left(), area.right() + 1 - panel.width()), area.left()))
        panel.moveTop(max(min(panel.top(), area.bottom() + 1 - panel.height()), area.top()))
        self.setGeometry(panel.marginsAdded(self._frame.margins))

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
        if self._grip is not None and self._was_moved:
            self._emit_place()
        self._grip = None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the edges at the sides."""
        super().resizeEvent(event)
        panel, width = self.rect().marginsRemoved(self._frame.margins), self._theme.px(_EDGE)
        left, right = self._edges
        left.setGeometry(panel.left(), panel.top(), width, panel.height())
        right.setGeometry(panel.right() + 1 - width, panel.top(), width, panel.height())

    def _on_edge_taken(self) -> None:
        self._width_before = self._width

    def _on_edge_pulled(self, by: int) -> None:
        right = self.geometry().right()
        wanted = self._width_before + round(by * 100 / self._theme.px(100))
        self._width = min(max(wanted, _NARROWEST), _WIDEST)
        self._was_moved = True
        size = self._panel_size().grownBy(self._frame.margins)
        is_left = self.sender() is self._edges[0]
        left = right + 1 - size.width() if is_left else self.geometry().left()
        self.setGeometry(QRect(QPoint(left, self.geometry().top()), size))

    def _emit_place(self) -> None:
        panel = self.geometry().marginsRemoved(self._frame.margins)
        self.moved.emit((panel.left(), panel.top(), self._width))

    def _panel_size(self) -> QSize:
        width = self._theme.px(self._width)
        if self._is_collapsed:
            return QSize(width, self._theme.px(_FOLDED))
        most = round(self.screen().availableGeometry().height() * _HIGHEST)
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
