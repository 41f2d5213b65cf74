"""Where the palette stands on a monitor. Pure geometry in logical pixels."""

from PySide6.QtCore import QRect, QSize

_ABOVE = 3
"""One part of the free height stands above the palette, the others below it."""


def place(area: QRect, size: QSize) -> QRect:
    """Return where a window of this size goes: centred, in the upper third, inside the work area.

    A window larger than the area is cut down to it.
    """
    fitting = size.boundedTo(area.size())
    free = area.size() - fitting
    left = area.left() + free.width() // 2
    top = area.top() + free.height() // _ABOVE
    return QRect(left, top, fitting.width(), fitting.height())
