"""A value of a card in the dock: a click copies it, and it never takes the focus."""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QEnterEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from quickdesk.customers.customer import Note, Order
from quickdesk.ui.dock.dock_values import DockValue
from quickdesk.ui.icons import Icon, icon
from quickdesk.ui.language import follow_language
from quickdesk.ui.qt_text import inline_text
from quickdesk.ui.theme import Theme, set_look
from quickdesk.ui.tokens import SIZES, Role

_COPIED_MS: Final = 1500
_BUTTON: Final = 20
_MOST: Final = 300
"""The characters of a value that are laid out."""


class ValueRow(QWidget):
    """A name above a value; emits the whole value when it is clicked."""

    copied = Signal(str)
    button_clicked = Signal(object)
    """The note or the order of the line."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._value, self._is_hovered, self._is_pressed = theme, "", False, False
        self._name, self._text, self._done = QLabel(), QLabel(), QLabel()
        self._button = QToolButton()
        self._about: Note | Order | None = None
        self._timer = QTimer(self, singleShot=True, interval=_COPIED_MS)
        self._timer.timeout.connect(self._done.hide)
        self._column, self._head = QVBoxLayout(self), QHBoxLayout()
        self._head.addWidget(self._name, 1)
        self._head.addWidget(self._done)
        self._head.addWidget(self._button)
        self._column.addLayout(self._head)
        self._column.addWidget(self._text)
        for label in (self._name, self._text):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        self._text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        set_look(self._name, "secondary")
        set_look(self._done, "success")
        set_look(self._button, "small")
        self._done.hide()
        self._button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._button.clicked.connect(lambda: self.button_clicked.emit(self._about))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        follow_language(self, self._translate)
        self.set_theme(theme)

    @property
    def shown_text(self) -> str:
        """The value as it is shown, masked or not."""
        return self._text.text()

    def show_value(self, line: DockValue, *, is_masked: bool) -> None:
        """Show a line, with what stands for its value while it is masked."""
        name, value, shown = line.name, line.value, line.masked if is_masked else line.value
        if value != self._value:
            self._done.hide()
        self._value = value
        self._name.setText(name)
        self._name.setVisible(bool(name))
        text = inline_text(shown)
        self._text.setText(text if len(text) <= _MOST else f"{text[:_MOST]}…")
        self.setAccessibleName(f"{name}: {self._text.text()}")
        self._about = line.about
        self._show_button()

    def show_copied(self) -> None:
        """Say for a moment that the value is on the clipboard."""
        self._done.show()
        self._timer.start()

    def set_theme(self, theme: Theme) -> None:
        """Set the theme."""
        self._theme = theme
        self._column.setContentsMargins(theme.space(2), theme.space(1), theme.space(2), theme.space(1))
        self._column.setSpacing(0)
        side, size = theme.px(_BUTTON), theme.px(SIZES.icon)
        self._button.setFixedSize(side, side)
        self._button.setIconSize(QSize(size, size))
        self._show_button()
        self.update()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that it can be clicked."""
        super().enterEvent(event)
        self._is_hovered = True
        self.update()

    def leaveEvent(self, event: object) -> None:  # noqa: ARG002 - the signature of Qt
        """Show nothing of it any more."""
        self._is_hovered = False
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a click."""
        event.accept()
        self._is_pressed = event.button() == Qt.MouseButton.LeftButton

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Copy the value."""
        event.accept()
        if self._is_pressed and self.rect().contains(event.position().toPoint()):
            self.copied.emit(self._value)
        self._is_pressed = False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the background under the mouse."""
        if not self._is_hovered:
            return
        painter = QPainter(self)
        painter.setClipRect(event.rect())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color(Role.HOVER))
        corner = self._theme.space(1)
        painter.drawRoundedRect(QRectF(self.rect()), corner, corner)
        painter.end()

    def _show_button(self) -> None:
        """Show the button of a note or an order."""
        is_note = isinstance(self._about, Note)
        name = self.tr("Make a reply of the note") if is_note else self.tr("Open its page")
        self._button.setVisible(self._about is not None)
        self._button.setIcon(icon(Icon.REPLY if is_note else Icon.WINDOW, self._theme))
        self._button.setToolTip(name)
        self._button.setAccessibleName(name)

    def _translate(self) -> None:
        self._show_button()
        self._done.setText(self.tr("✓ Copied"))
        self.setToolTip(self.tr("Click to copy"))
