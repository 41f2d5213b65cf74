"""A combo box that paints an arrow of the icon set."""

from collections.abc import Callable, Iterable
from typing import Any

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

from quickdesk.ui.controls import is_shortcut
from quickdesk.ui.icons import Icon, pixmap
from quickdesk.ui.language import follow_language
from quickdesk.ui.theme import Theme
from quickdesk.ui.tokens import SIZES, Role


class DropDown(QComboBox):
    """A combo box of named values; the mouse wheel scrolls the page and never changes the value."""

    chosen = Signal(object)
    """Emitted with the value when the user chooses an entry."""

    def __init__(
        self,
        values: Iterable[Any],
        name_of: Callable[[Any], str],
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        """``name_of`` returns the name of a value in the current language; no value is selected at first."""
        super().__init__(parent)
        self._theme, self._name_of = theme, name_of
        self._values = tuple(values)  # itemData would return a StrEnum as a str
        for value in self._values:
            self.addItem(name_of(value), value)
        self.setCurrentIndex(-1)
        self.activated.connect(self._on_activated)
        follow_language(self, self._translate)

    def set_value(self, value: object) -> None:
        """Select the entry with this value, none if it is unknown."""
        self.setCurrentIndex(self.findData(value))

    def _translate(self) -> None:
        for index, value in enumerate(self._values):
            name = self._name_of(value)
            if name != self.itemText(index):  # setting it again would overwrite typed text in an editable box
                self.setItemText(index, name)

    def _on_activated(self, index: int) -> None:
        self.chosen.emit(self._values[index])

    def set_theme(self, theme: Theme) -> None:
        """Set the theme."""
        self._theme = theme
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave shortcuts to the window."""
        if is_shortcut(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the arrow over the styled combo box."""
        super().paintEvent(event)
        side = self._theme.px(SIZES.icon)
        position = QPoint(self.width() - side - self._theme.space(2), (self.height() - side) // 2)
        painter = QPainter(self)
        arrow = pixmap(Icon.CHEVRON_DOWN, self._theme, Role.SECONDARY, ratio=self.devicePixelRatioF())
        painter.drawPixmap(position, arrow)
        painter.end()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ignore the wheel, so that the page scrolls."""
        event.ignore()
