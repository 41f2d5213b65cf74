"""A list to choose one value from, with the arrow of our own icon set."""

from collections.abc import Mapping
from typing import TypeVar

from PySide6.QtCore import QPoint
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

from quickdesk.ui.icons import Icon, pixmap
from quickdesk.ui.theme import Theme
from quickdesk.ui.tokens import SIZES, Role

Value = TypeVar("Value")


class DropDown(QComboBox):
    """Each entry has a value behind its name; the wheel scrolls the page, never the value."""

    def __init__(self, names: Mapping[Value, str], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        for value, name in names.items():
            self.addItem(name, value)

    def set_value(self, value: object) -> None:
        """Choose the entry with this value; an unknown one leaves nothing chosen."""
        self.setCurrentIndex(self.findData(value))

    def set_theme(self, theme: Theme) -> None:
        """Wear another theme."""
        self._theme = theme
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the arrow over what the style sheet paints."""
        super().paintEvent(event)
        side = self._theme.px(SIZES.icon)
        at = QPoint(self.width() - side - self._theme.space(2), (self.height() - side) // 2)
        painter = QPainter(self)
        arrow = pixmap(Icon.CHEVRON_DOWN, self._theme, Role.SECONDARY, ratio=self.devicePixelRatioF())
        painter.drawPixmap(at, arrow)
        painter.end()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()
