"""The geometry of windows on a monitor, in logical pixels: when they open, and when the scale changes."""

from PySide6.QtCore import QMargins, QPoint, QRect, QSize
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QWidget

_FREE_HEIGHT_PARTS = 3
"""The number of parts of the free height, of which one is above the window, the rest below it."""


_FRAME = QMargins(8, 40, 8, 8)
"""Room for the title bar and borders that the window manager adds."""


def place_framed(area: QRect, size: QSize) -> QRect:
    """Return the geometry of a window with a native frame, so that its title bar stays on the monitor."""
    return place(area.marginsRemoved(_FRAME), size)


def open_framed(window: QWidget, screen: QScreen, size: QSize) -> None:
    """Show a window with a native frame on a monitor, or bring it to the front where it is."""
    if window.isHidden():
        window.setScreen(screen)
        window.setGeometry(place_framed(screen.availableGeometry(), size))
    window.showNormal() if window.isMinimized() else window.show()
    window.raise_()
    window.activateWindow()


def rescaled(window: QRect, area: QRect, factor: float, minimum: QSize) -> QRect:
    """Return the geometry of a framed window when its content is scaled by ``factor``.

    It keeps its position as far as the work area allows, and is at least as large as ``minimum`` if possible.
    """
    available = area.marginsRemoved(_FRAME)
    wanted = QSize(round(window.width() * factor), round(window.height() * factor))
    size = wanted.expandedTo(minimum).boundedTo(available.size())
    left = max(available.left(), min(window.left(), available.right() + 1 - size.width()))
    top = max(available.top(), min(window.top(), available.bottom() + 1 - size.height()))
    return QRect(QPoint(left, top), size)


def place(area: QRect, size: QSize) -> QRect:
    """Return the geometry of a window of this size: centred, in the upper third of the work area.

    A window larger than the area is reduced to it.
    """
    fitting = size.boundedTo(area.size())
    free = area.size() - fitting
    left = area.left() + free.width() // 2
    top = area.top() + free.height() // _FREE_HEIGHT_PARTS
    return QRect(left, top, fitting.width(), fitting.height())


def rescale(window: QWidget, before: int, after: int) -> None:
    """Resize a visible window from one scale to another, both in per cent, on its monitor.

    A maximised or hidden window stays as it is: it is placed again when it opens.
    """
    if before == after or not window.isVisible() or window.isMaximized() or window.isFullScreen():
        return
    area = window.screen().availableGeometry()
    window.setGeometry(rescaled(window.geometry(), area, after / before, window.minimumSizeHint()))
