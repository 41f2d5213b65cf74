"""Where the palette stands on a monitor. Pure geometry in logical pixels."""

from PySide6.QtCore import QMargins, QRect, QSize

_ABOVE = 3
"""One part of the free height stands above the palette, the others below it."""


_FRAME = QMargins(8, 40, 8, 8)
"""Room for the title bar and borders that the system puts around a window."""


def place_framed(area: QRect, size: QSize) -> QRect:
    """Return where a window with a native frame goes, so that its title bar stays on the monitor."""
    return place(area.marginsRemoved(_FRAME), size)


def place(area: QRect, size: QSize) -> QRect:
    """Return where a window of this size goes: centred, in the upper third, inside the work area.

    A window larger than the area is cut down to it.
    """
    fitting = size.boundedTo(area.size())
    free = area.size() - fitting
    left = area.left() + free.width() // 2
    top = area.top() + free.height() // _ABOVE
    return QRect(left, top, fitting.width(), fitting.height())
