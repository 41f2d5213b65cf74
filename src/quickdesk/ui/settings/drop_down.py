"""A combo box with the arrow of our icon set."""

from collections.abc import Callable, Iterable
from typing import Any

from PySide6.QtCore import QPoint
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

from quickdesk.ui.icons import Icon, pixmap
from quickdesk.ui.theme import Theme
from quickdesk.ui.tokens import SIZES, Role
from quickdesk.ui.translated import follow_language


class DropDown(QComboBox):
    """A combo box of named values; the mouse wheel scrolls the page, never the value."""

    def __init__(
        self,
        values: Iterable[Any],
        name_of: Callable[[Any], str],
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        """``name_of`` returns the name of a value in the current language."""
        super().__init__(parent)
        self._theme, self._name_of = theme, name_of
        self.set_values(values)
        follow_language(self, self._translate)

    def set_values(self, values: Iterable[Any]) -> None:
        """Replace the values; none is selected."""
        self.clear()
        for value in values:
            self.addItem(self._name_of(value), value)
        self.setCurrentIndex(-1)

    def set_value(self, value: object) -> None:
        """Select the entry with this value, none if it is unknown."""
        self.setCurrentIndex(self.findData(value))

    def _translate(self) -> None:
        for at in range(self.count()):
            name = self._name_of(self.itemData(at))
            if name != self.itemText(at):  # setting it again would overwrite typed text in an editable box
                self.setItemText(at, name)

    def set_theme(self, theme: Theme) -> None:
        """Set the theme."""
        self._theme = theme
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the arrow over the styled combo box."""
        super().paintEvent(event)
        side = self._theme.px(SIZES.icon)
        at = QPoint(self.width() - side - self._theme.space(2), (self.height() - side) // 2)
        painter = QPainter(self)
        arrow = pixmap(Icon.CHEVRON_DOWN, self._theme, Role.SECONDARY, ratio=self.devicePixelRatioF())
        painter.drawPixmap(at, arrow)
        painter.end()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ignore the wheel, so that the page scrolls."""
        event.ignore()
