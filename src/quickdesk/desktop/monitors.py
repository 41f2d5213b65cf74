"""Which monitor the agent looks at: the one with the focused window, else with the pointer, else the first.

Windows are given in device pixels, as the system counts them; Qt's monitors in its own, scaled ones.
"""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QCursor, QGuiApplication, QScreen


def monitor_of(window: QRect | None) -> QScreen:
    """Return the monitor to show a window on; ``window`` is the focused one, None where that is not known.

    There must be a QGuiApplication.
    """
    screens = QGuiApplication.screens()
    if window is not None:
        return screens[best_monitor(window, [in_device_pixels(screen) for screen in screens])]
    return QGuiApplication.screenAt(QCursor.pos()) or QGuiApplication.primaryScreen()


def best_monitor(window: QRect, monitors: Sequence[QRect]) -> int:
    """Return the number of the monitor that shows most of the window, else of the nearest one."""

    def fit(number: int) -> tuple[int, int]:
        shown = monitors[number].intersected(window)
        way = monitors[number].center() - window.center()
        return (-shown.width() * shown.height() if shown.isValid() else 0, way.manhattanLength())

    return min(range(len(monitors)), key=fit)


def in_device_pixels(screen: QScreen) -> QRect:
    """Return a monitor's place in device pixels: Qt scales the size and leaves the corner as it is."""
    area, ratio = screen.geometry(), screen.devicePixelRatio()
    return QRect(QPoint(area.topLeft()), QSize(round(area.width() * ratio), round(area.height() * ratio)))


def in_logical_pixels(window: QRect, screen: QScreen) -> QRect:
    """Return where a window (in device pixels) lies as seen by windows of ours on this monitor."""
    return scaled_down(window, screen.geometry().topLeft(), screen.devicePixelRatio())


def scaled_down(window: QRect, corner: QPoint, ratio: float) -> QRect:
    """Return a place in device pixels in logical ones; ``corner`` is the monitor's, the same in both."""
    away = window.topLeft() - corner
    size = QSize(round(window.width() / ratio), round(window.height() / ratio))
    return QRect(corner + QPoint(round(away.x() / ratio), round(away.y() / ratio)), size)
