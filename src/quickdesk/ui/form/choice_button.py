"""One choice of a field: its text behind a disc with the digit that selects it, filled if it is selected."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QIcon, QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import QSizePolicy, QToolButton

from quickdesk.ui.controls import is_shortcut
from quickdesk.ui.icons import Icon, pixmap
from quickdesk.ui.theme import TextSize, Theme, set_look
from quickdesk.ui.tokens import SIZES, Role

_DISC = SIZES.icon + 2
"""The diameter of the disc, in design pixels."""


class ChoiceButton(QToolButton):
    """A checkable button; the box that contains it handles the keys.

    ``digit`` is in the disc, empty for none; None draws a pencil instead of the disc, for another value.
    """

    entered = Signal()

    def __init__(self, digit: str | None) -> None:
        super().__init__()
        self._digit = digit
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        set_look(self, "choice")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Handle the space bar; leave all other keys to the box, so that arrows work the same everywhere."""
        if event.key() == Qt.Key.Key_Space and not is_shortcut(event):
            super().keyPressEvent(event)
        else:
            event.ignore()

    def minimumSizeHint(self) -> QSize:
        """Return the height, and the width of the disc: the box shortens a text that has no room."""
        return QSize(self.iconSize().width(), super().minimumSizeHint().height())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Emit ``entered``."""
        super().focusInEvent(event)
        self.entered.emit()

    def draw_icon(self, theme: Theme) -> None:
        """Draw the disc or the pencil as the button is checked now; its width is always the same."""
        side, ratio = theme.px(_DISC), self.devicePixelRatioF()
        size = QSize(side + theme.space(0.5), side)
        picture = QPixmap(size * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._digit is None:
            role = Role.ACCENT if self.isChecked() else Role.SECONDARY
            margin = theme.px(1)
            painter.drawPixmap(margin, margin, pixmap(Icon.EDIT, theme, role, ratio=ratio))
        else:
            self._draw_disc(painter, QRectF(0.5, 0.5, side - 1, side - 1), theme)
        painter.end()
        self.setIconSize(size)
        self.setIcon(QIcon(picture))

    def _draw_disc(self, painter: QPainter, disc: QRectF, theme: Theme) -> None:
        is_checked = self.isChecked()
        painter.setPen(theme.color(Role.ACCENT if is_checked else Role.BORDER))
        painter.setBrush(theme.color(Role.ACCENT) if is_checked else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(disc)
        painter.setFont(theme.font(TextSize.SMALL, semibold=is_checked))
        painter.setPen(theme.color(Role.ON_ACCENT if is_checked else Role.SECONDARY))
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, self._digit or "")
