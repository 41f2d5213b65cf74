"""A short notice in a corner of the current monitor, which never takes the focus."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QEnterEvent,
    QGuiApplication,
    QMouseEvent,
    QWindow,
)
from PySide6.QtWidgets import QAbstractButton, QApplication, QVBoxLayout, QWidget

from quickdesk.ui.notice import Notice, NoticeBar
from quickdesk.ui.palette.floating_window import rounded
from quickdesk.ui.theme import Theme

_WIDTH = 360
_DURATION_MS = 6000
_DURATION_MS_PER_CHARACTER = 40


@dataclass(frozen=True, slots=True)
class Obstacles:
    """What a toast should not cover, the most important first, in the coordinates of its monitor."""

    buttons: Sequence[QRect] = ()
    """Buttons of our visible windows."""
    chat: QRect | None = None
    """The window that replies go to."""
    windows: Sequence[QRect] = ()
    """Our visible windows."""


def corner(area: QRect, size: QSize, obstacles: Obstacles, margin: int) -> QPoint:
    """Return the position for a toast of this size inside the work area.

    It is the lower right corner, or another one that covers less of the obstacles.
    """
    left, right = area.left() + margin, area.right() + 1 - margin - size.width()
    top, bottom = area.top() + margin, area.bottom() + 1 - margin - size.height()
    corners = [QPoint(right, bottom), QPoint(right, top), QPoint(left, bottom), QPoint(left, top)]
    groups = (obstacles.buttons, [obstacles.chat] if obstacles.chat else [], obstacles.windows)

    def covered(at: QPoint) -> tuple[int, ...]:
        place = QRect(at, size)
        buttons = sum(place.intersects(each) for each in groups[0])
        return (buttons, *(any(map(place.intersects, group)) for group in groups[1:]))

    return min(corners, key=covered)


def obstacles_of_windows(chat: QRect | None = None) -> Obstacles:
    """Return our visible windows and their buttons as obstacles, with a chat window."""
    windows = [each for each in QApplication.topLevelWidgets() if _is_obstacle(each)]
    buttons = [
        QRect(button.mapToGlobal(QPoint()), button.size())
        for window in windows
        for button in window.findChildren(QAbstractButton)
        if button.isVisible()
    ]
    return Obstacles(buttons, chat, [window.frameGeometry() for window in windows])


def _is_obstacle(window: QWidget) -> bool:
    return window.isVisible() and not window.isMinimized() and not isinstance(window, Toast)


class Toast(QWidget):
    """Shows one notice at a time, until the next one comes or a window of ours opens.

    ``timer`` hides it, and is stopped while the mouse is over the toast. Without a compositor there is no
    transparency, and the window is masked.
    """

    dismissed = Signal()

    def __init__(
        self, theme: Theme, timer: QTimer, parent: QWidget | None = None, *, is_composited: bool = True
    ) -> None:
        super().__init__(parent, _FLAGS)
        self._is_composited = is_composited
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground, is_composited)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._bar = NoticeBar(theme, self, look="card")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._bar)
        self._timer = timer
        timer.setSingleShot(True)
        timer.timeout.connect(self._on_timeout)
        self._theme = theme
        self._open_windows: frozenset[QWindow] = frozenset()
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.connect(self._on_focus_window_changed)

    @property
    def notice(self) -> Notice | None:
        """The current notice, None if hidden."""
        return self._bar.notice if self.isVisible() else None

    def show_notice(self, notice: Notice, area: QRect, chat: QRect | None = None) -> None:
        """Show a notice in the work area of a monitor (logical pixels).

        It covers no button of ours, and neither the chat window nor a window of ours if possible.
        """
        self._bar.show_notice(notice)
        self.setAccessibleName(notice.headline)
        self.setWindowTitle(notice.headline)  # else window lists would show the program name
        self.setAccessibleDescription(notice.text)
        margin = self._theme.space(4)
        width = min(self._theme.px(_WIDTH), area.width() - 2 * margin)
        self.setFixedWidth(width)
        height = self._bar.heightForWidth(width)
        size = QSize(width, height if height > 0 else self.sizeHint().height())
        self.setFixedHeight(size.height())
        if not self._is_composited:
            self.setMask(rounded(size, self._theme.space(2)))
        self.move(corner(area, size, obstacles_of_windows(chat), margin))
        self.show()
        self.raise_()
        self._open_windows = _visible_windows()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
        self._timer.start(_DURATION_MS + _DURATION_MS_PER_CHARACTER * len(notice.headline + notice.text))

    def set_theme(self, theme: Theme) -> None:
        """Set the theme, which applies from the next notice on."""
        self._theme = theme
        self._bar.set_theme(theme)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Stop the timer while the mouse is over the toast."""
        self._timer.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Restart the timer."""
        super().leaveEvent(event)
        if self.isVisible():
            self._timer.start(_DURATION_MS)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Hide on a click."""
        event.accept()
        self._timer.stop()
        self._on_timeout()

    def _on_focus_window_changed(self, window: QWindow | None) -> None:
        """Hide when a window of ours was opened since the notice is shown: it is what the agent looks at."""
        if window is not None and self.isVisible() and window not in self._open_windows:
            self._timer.stop()
            self._on_timeout()

    def _on_timeout(self) -> None:
        self.hide()
        self.dismissed.emit()


def _visible_windows() -> frozenset[QWindow]:
    return frozenset(window for window in QGuiApplication.allWindows() if window.isVisible())


_FLAGS = (
    Qt.WindowType.Tool
    | Qt.WindowType.FramelessWindowHint
    | Qt.WindowType.WindowStaysOnTopHint
    | Qt.WindowType.WindowDoesNotAcceptFocus
    | Qt.WindowType.BypassWindowManagerHint
)
