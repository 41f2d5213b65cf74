"""A short notice in a corner of the current monitor, which never takes the focus."""

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QEnterEvent, QMouseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quickdesk.ui.notice import Notice, NoticeBar
from quickdesk.ui.palette.floating_window import rounded
from quickdesk.ui.theme import Theme

_WIDTH = 360
_DURATION_MS = 6000
_DURATION_MS_PER_CHARACTER = 40


def corner(area: QRect, size: QSize, avoid: QRect | None, margin: int) -> QPoint:
    """Return the position for a toast of this size inside the work area.

    It is the lower right corner, unless that covers ``avoid`` (the chat window) and another corner does not.
    """
    left, right = area.left() + margin, area.right() + 1 - margin - size.width()
    top, bottom = area.top() + margin, area.bottom() + 1 - margin - size.height()
    corners = [QPoint(right, bottom), QPoint(right, top), QPoint(left, bottom), QPoint(left, top)]
    if avoid is None:
        return corners[0]
    return next((at for at in corners if not QRect(at, size).intersects(avoid)), corners[0])


class Toast(QWidget):
    """Shows one notice at a time; a new one replaces the previous one.

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

    @property
    def notice(self) -> Notice | None:
        """The current notice, None if hidden."""
        return self._bar.notice if self.isVisible() else None

    def show_notice(self, notice: Notice, area: QRect, avoid: QRect | None = None) -> None:
        """Show a notice in the work area of a monitor (logical pixels), not over ``avoid`` if possible."""
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
        self.move(corner(area, size, avoid, margin))
        self.show()
        self.raise_()
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

    def _on_timeout(self) -> None:
        self.hide()
        self.dismissed.emit()


_FLAGS = (
    Qt.WindowType.Tool
    | Qt.WindowType.FramelessWindowHint
    | Qt.WindowType.WindowStaysOnTopHint
    | Qt.WindowType.WindowDoesNotAcceptFocus
    | Qt.WindowType.BypassWindowManagerHint
)
