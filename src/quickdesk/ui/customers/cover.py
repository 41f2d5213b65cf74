"""What covers a window until it is answered."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from quickdesk.ui.theme import set_look


class Cover(QFrame):
    """A hidden sheet over a window; it keeps the size of the window."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        set_look(self, "sheet")
        window.installEventFilter(self)
        self.hide()

    def cover(self) -> None:
        """Show the sheet over the whole window."""
        self._fit()
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Cover a window that is resized."""
        if event.type() == QEvent.Type.Resize and watched is self.parentWidget():
            self._fit()
        return super().eventFilter(watched, event)

    def focusNextPrevChild(self, is_next: bool) -> bool:  # noqa: FBT001 - of Qt
        """Move the focus between the buttons; what is covered cannot be used."""
        if self.isHidden():  # Qt moves the focus out of what it hides
            return super().focusNextPrevChild(is_next)
        focused, buttons = self.focusWidget(), self._buttons_to_press()
        if not buttons:
            return True
        step = 1 if is_next else -1
        place = buttons.index(focused) + step if focused in buttons else 0
        buttons[place % len(buttons)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _buttons_to_press(self) -> list[QWidget]:
        return [each for each in self.findChildren(QPushButton) if each.isVisible() and each.isEnabled()]

    def _fit(self) -> None:
        parent = self.parentWidget()
        if parent is not None:
            self.setGeometry(parent.rect())
