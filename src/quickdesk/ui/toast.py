"""A short notice at the edge of the monitor in use; it never takes the focus from the chat window."""

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QEnterEvent, QMouseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from quickdesk.ui.notice import Notice
from quickdesk.ui.notice_bar import NoticeBar
from quickdesk.ui.palette.frame import rounded
from quickdesk.ui.theme import Theme

_WIDTH = 360
_SHOWN_MS = 6000
_SHOWN_MS_PER_CHARACTER = 40


def corner(area: QRect, size: QSize, avoid: QRect | None, margin: int) -> QPoint:
    """Return where a toast of this size goes inside the work area.

    The lower right corner, unless that covers ``avoid`` (the chat window) and another corner does not.
    """
    left, right = area.left() + margin, area.right() + 1 - margin - size.width()
    top, bottom = area.top() + margin, area.bottom() + 1 - margin - size.height()
    corners = [QPoint(right, bottom), QPoint(right, top), QPoint(left, bottom), QPoint(left, top)]
    if avoid is None:
        return corners[0]
    return next((at for at in corners if not QRect(at, size).intersects(avoid)), corners[0])


class Toast(QWidget):
    """One notice at a time; a new one takes the place of the old.

    ``timer`` ends the showing; it stands still while the mouse is over the toast. Without a compositor
    the corners are cut out, because there is no transparency.
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
        """What is shown, None while the toast is hidden."""
        return self._bar.notice if self.isVisible() else None

    def show_notice(self, notice: Notice, area: QRect, avoid: QRect | None = None) -> None:
        """Show a notice in the work area of a monitor (logical pixels), beside ``avoid`` where possible."""
        self._bar.show_notice(notice)
        self.setAccessibleName(notice.headline)
        self.setWindowTitle(notice.headline)  # else it would be listed by the program's name
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
        self._timer.start(_SHOWN_MS + _SHOWN_MS_PER_CHARACTER * len(notice.headline + notice.text))

    def set_theme(self, theme: Theme) -> None:
        """Wear another theme from the next notice on."""
        self._theme = theme
        self._bar.set_theme(theme)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Stay while somebody reads with the mouse on it."""
        self._timer.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Go some seconds after the mouse went."""
        super().leaveEvent(event)
        if self.isVisible():
            self._timer.start(_SHOWN_MS)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click sends it away."""
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
