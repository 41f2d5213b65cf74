"""Keeps an open window as large as its words when the text size changes under it."""

from PySide6.QtWidgets import QWidget

from quickdesk.ui.palette.placement import rescaled


def rescale(window: QWidget, before: int, after: int) -> None:
    """Give a window in sight the size for another scale (both in per cent), on the monitor it is on.

    A window that is maximised, or not in sight, stays as it is: the next opening places it anew.
    """
    if before == after or not window.isVisible() or window.isMaximized() or window.isFullScreen():
        return
    area = window.screen().availableGeometry()
    window.setGeometry(rescaled(window.geometry(), area, after / before, window.minimumSizeHint()))
