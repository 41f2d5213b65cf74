"""The key sheet of a window: all its keys and what they do, generated from its key tables."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from quickdesk.ui.keys.key_hints import KeyCap
from quickdesk.ui.keys.key_table import Binding, KeyTable
from quickdesk.ui.theme import Theme, set_look

translate: Final = QCoreApplication.translate  # lupdate recognises this name

HELP_KEY: Final = "F1"
_COLUMN_WIDTH: Final = 340
"""The width of a column of keys, in design pixels."""
_CLOSING: Final[frozenset[int]] = frozenset(
    {Qt.Key.Key_Escape, Qt.Key.Key_F1, Qt.Key.Key_Return, Qt.Key.Key_Enter}
)
_STEPS: Final[Mapping[int, int]] = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_PAGES: Final[Mapping[int, int]] = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}


def help_text() -> str:
    """Return the text of the key that shows the sheet."""
    return translate("words", "Keys of this window")


class KeySheet(QFrame):
    """Lists bindings in columns; it has the keyboard focus until Esc, F1, Enter or a click closes it."""

    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._bindings: Sequence[Binding[Any]] = ()
        self._heading = QLabel()
        self._area, self._content = QScrollArea(), QWidget()
        self._grid = QGridLayout(self._content)
        set_look(self, "sheet")
        set_look(self._heading, "group")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._area.setWidget(self._content)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._heading)
        self._column.addWidget(self._area, 1)
        self.hide()

    def show_bindings(self, bindings: Sequence[Binding[Any]], theme: Theme) -> None:
        """Show bindings in as many columns as fit, and take the focus."""
        self._bindings, self._theme = bindings, theme
        self._heading.setText(help_text())
        self.setAccessibleName(help_text())
        self._column.setContentsMargins(theme.space(4), theme.space(3), theme.space(2), theme.space(2))
        self._column.setSpacing(theme.space(2))
        self._fill()
        self.setAccessibleDescription("\n".join(f"{binding.label}: {binding.text()}" for binding in bindings))
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close or scroll; no other key does anything."""
        bar = self._area.verticalScrollBar()
        key = event.key()
        if key in _CLOSING and not event.isAutoRepeat():
            self.closed.emit()
        elif key in _STEPS:
            bar.setValue(bar.value() + _STEPS[key] * self._theme.space(7))
        elif key in _PAGES:
            bar.setValue(bar.value() + _PAGES[key] * bar.pageStep())
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Close on a click."""
        event.accept()
        self.closed.emit()

    def _fill(self) -> None:
        theme = self._theme
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._grid.setContentsMargins(0, 0, theme.space(2), 0)
        self._grid.setHorizontalSpacing(theme.space(3))
        self._grid.setVerticalSpacing(theme.space(2))
        columns = 2 if self.width() >= 2 * theme.px(_COLUMN_WIDTH) else 1
        rows = -(-len(self._bindings) // columns)
        for number, binding in enumerate(self._bindings):
            column, row = divmod(number, rows)
            cap, text = KeyCap(), QLabel(binding.text())
            cap.setText(binding.label)
            cap.set_theme(theme)
            text.setWordWrap(True)
            self._grid.addWidget(cap, row, 2 * column, Qt.AlignmentFlag.AlignRight)
            self._grid.addWidget(text, row, 2 * column + 1)
            self._grid.setColumnStretch(2 * column + 1, 1)
        self._grid.setRowStretch(rows, 1)
        self._area.verticalScrollBar().setValue(0)


class CoveringSheet(QObject):
    """Shows a key sheet over the content of a window, and gives the focus back when it closes."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._sheet: KeySheet | None = None
        self._focused: QWidget | None = None

    def open(self, theme: Theme, *tables: KeyTable[Any]) -> None:
        """Show the bindings of these tables."""
        if self._sheet is None:
            self._sheet = KeySheet(theme, self._window)
            self._sheet.closed.connect(self._on_closed)
            self._window.installEventFilter(self)
        self._focused = self._window.focusWidget()
        self._sheet.setGeometry(self._window.rect())
        self._sheet.show_bindings([binding for table in tables for binding in table.bindings], theme)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Cover a window that is resized."""
        if event.type() == QEvent.Type.Resize and self._sheet is not None:
            self._sheet.setGeometry(self._window.rect())
        return super().eventFilter(watched, event)

    def _on_closed(self) -> None:
        if self._sheet is not None:
            self._sheet.hide()
        if self._focused is not None:
            self._focused.setFocus(Qt.FocusReason.ActiveWindowFocusReason)
