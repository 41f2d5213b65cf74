"""The place of our own windows: on the monitor in use, and not in task bars.

The monitor in use is the one with the focused window, else with the pointer, else the primary one. Rectangles
of foreign windows are in device pixels; those of ``QScreen`` are in logical pixels.
"""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QCursor, QGuiApplication, QScreen, QWindow

from quickdesk.desktop.ports.target import Target


def monitor_of(window: QRect | None) -> QScreen:
    """Return the monitor to show a window on; ``window`` is the focused window, None if unknown.

    Needs a QGuiApplication.
    """
    screens = QGuiApplication.screens()
    if window is not None:
        return screens[best_monitor(window, [in_device_pixels(screen) for screen in screens])]
    return QGuiApplication.screenAt(QCursor.pos()) or QGuiApplication.primaryScreen()


def screen_of(target: Target | None) -> QScreen:
    """Return the monitor of a target window, else the one with the pointer."""
    geometry = target.geometry if target is not None else None
    return monitor_of(None if geometry is None else QRect(*geometry))


def best_monitor(window: QRect, monitors: Sequence[QRect]) -> int:
    """Return the index of the monitor that shows most of the window, else of the nearest one."""

    def distance(number: int) -> tuple[int, int]:
        shown = monitors[number].intersected(window)
        offset = monitors[number].center() - window.center()
        return (-shown.width() * shown.height() if shown.isValid() else 0, offset.manhattanLength())

    return min(range(len(monitors)), key=distance)


def in_device_pixels(screen: QScreen) -> QRect:
    """Return the geometry of a monitor in device pixels: Qt scales its size, but not its position."""
    area, ratio = screen.geometry(), screen.devicePixelRatio()
    return QRect(QPoint(area.topLeft()), QSize(round(area.width() * ratio), round(area.height() * ratio)))


def in_logical_pixels(window: QRect, screen: QScreen) -> QRect:
    """Return the geometry of a window, given in device pixels, in the logical pixels of this monitor."""
    return scaled_down(window, screen.geometry().topLeft(), screen.devicePixelRatio())


def scaled_down(window: QRect, corner: QPoint, ratio: float) -> QRect:
    """Convert device pixels to logical ones; ``corner`` is the monitor's upper left, the same in both."""
    away = window.topLeft() - corner
    size = QSize(round(window.width() / ratio), round(window.height() / ratio))
    return QRect(corner + QPoint(round(away.x() / ratio), round(away.y() / ratio)), size)


def keep_off_taskbar(window: QWindow, display_name: str | None = None) -> None:
    """Keep ``window`` out of task bars from the next time it is shown; does nothing except on X11."""
    if QGuiApplication.platformName() == "xcb":
        # python-xlib is installed on Linux only.
        from quickdesk.desktop.x11.skip_taskbar import SkipTaskbar, SkipTaskbarFilter

        SkipTaskbarFilter(window, SkipTaskbar(display_name))
