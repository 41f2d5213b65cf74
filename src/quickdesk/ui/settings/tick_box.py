"""A check box in the colours of the theme, with the outline of a text box."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QWidget

from quickdesk.ui.controls import is_shortcut
from quickdesk.ui.icons import Icon, pixmap
from quickdesk.ui.theme import Theme
from quickdesk.ui.tokens import SIZES, Role


class TickBox(QCheckBox):
    """A check box that paints itself; as the control of a setting its value is a bool."""

    chosen = Signal(bool)
    """Emitted with the new state when the user ticks or clears the box."""

    def __init__(self, theme: Theme, text: str = "", parent: QWidget | None = None) -> None:
        """``text`` is not needed in a row of a PageGrid, which has a name."""
        super().__init__(text, parent)
        self.setAccessibleName(text)
        self.clicked.connect(self.chosen)
        self.set_theme(theme)

    def set_value(self, value: object) -> None:
        """Tick the box if ``value`` is true, else clear it."""
        self.setChecked(bool(value))

    def set_theme(self, theme: Theme) -> None:
        """Set the theme."""
        self._theme = theme
        self._side = theme.px(SIZES.icon)
        self._tick = pixmap(Icon.CHECK, theme, Role.ON_ACCENT, ratio=self.devicePixelRatioF())
        self.setMinimumHeight(theme.space(7))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size of box and text."""
        text = self.fontMetrics().horizontalAdvance(self.text())
        return QSize(self._side + self._theme.space(3) + text, self._theme.space(7))

    def hitButton(self, position: object) -> bool:  # noqa: ARG002 - the signature of Qt; the whole widget is clickable
        """Return True: the whole widget is clickable."""
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave shortcuts to the window."""
        if is_shortcut(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint box, tick and text."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(event.rect())
        box = QRectF(0, (self.height() - self._side) / 2, self._side, self._side)
        is_strong = self.isChecked() or self.hasFocus()
        edge = self._theme.color(Role.ACCENT if is_strong else Role.BORDER)
        width = 2 if self.hasFocus() else 1
        painter.setPen(QPen(edge, width))
        painter.setBrush(self._theme.color(Role.ACCENT if self.isChecked() else Role.WINDOW))
        inset = width / 2
        painter.drawRoundedRect(
            box.adjusted(inset, inset, -inset, -inset), self._theme.space(0.75), self._theme.space(0.75)
        )
        if self.isChecked():
            painter.drawPixmap(box.toRect(), self._tick)
        painter.setPen(self._theme.color(Role.TEXT))
        text_rect = QRectF(self.rect()).adjusted(self._side + self._theme.space(2), 0, 0, 0)
        painter.drawText(text_rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())
        painter.end()
