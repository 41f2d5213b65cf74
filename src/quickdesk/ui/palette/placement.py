"""Where windows stand on a monitor, in logical pixels: when they open, and when their words grow."""

from PySide6.QtCore import QMargins, QPoint, QRect, QSize
from PySide6.QtWidgets import QWidget

_ABOVE = 3
"""One part of the free height stands above the palette, the others below it."""


_FRAME = QMargins(8, 40, 8, 8)
"""Room for the title bar and borders that the system puts around a window."""


def place_framed(area: QRect, size: QSize) -> QRect:
    """Return where a window with a native frame goes, so that its title bar stays on the monitor."""
    return place(area.marginsRemoved(_FRAME), size)


def rescaled(window: QRect, area: QRect, factor: float, least: QSize) -> QRect:
    """Return where a framed window goes when everything in it grows or shrinks by ``factor``.

    It keeps its place as far as the work area lets it, and is no smaller than ``least`` where there is room.
    """
    room = area.marginsRemoved(_FRAME)
    wanted = QSize(round(window.width() * factor), round(window.height() * factor))
    size = wanted.expandedTo(least).boundedTo(room.size())
    left = max(room.left(), min(window.left(), room.right() + 1 - size.width()))
    top = max(room.top(), min(window.top(), room.bottom() + 1 - size.height()))
    return QRect(QPoint(left, top), size)


def place(area: QRect, size: QSize) -> QRect:
    """Return where a window of this size goes: centred, in the upper third, inside the work area.

    A window larger than the area is cut down to it.
    """
    fitting = size.boundedTo(area.size())
    free = area.size() - fitting
    left = area.left() + free.width() // 2
    top = area.top() + free.height() // _ABOVE
    return QRect(left, top, fitting.width(), fitting.height())


def rescale(window: QWidget, before: int, after: int) -> None:
    """Give a window in sight the size for another scale (both in per cent), on the monitor it is on.

    A window that is maximised, or not in sight, stays as it is: the next opening places it anew.
    """
    if before == after or not window.isVisible() or window.isMaximized() or window.isFullScreen():
        return
    area = window.screen().availableGeometry()
    window.setGeometry(rescaled(window.geometry(), area, after / before, window.minimumSizeHint()))
