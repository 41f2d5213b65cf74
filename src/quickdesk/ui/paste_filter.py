"""Pasting into our own windows without QClipboard.

While a reply is offered to a chat window the clipboard contains that reply, and reading it with QClipboard
would block the program; the paster knows what the agent copied. So keys, menu and middle button of all text
widgets are handled here, with functions that the caller passes to read the clipboard.
"""

from collections.abc import Callable
from typing import TypeAlias

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QContextMenuEvent, QKeyEvent, QKeySequence, QMouseEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QPlainTextEdit, QTextEdit, QWidget

FORWARDS_KEYS = "forwards-keys"
"""A property of a text widget that forwards its keys to another window: nothing is pasted into it then."""

ReadText: TypeAlias = Callable[[], str]
TextWidget: TypeAlias = QLineEdit | QPlainTextEdit | QTextEdit

_TEXT_WIDGETS = (QLineEdit, QPlainTextEdit, QTextEdit)
_SELECTION_KEYS = QKeySequence(
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier | Qt.Key.Key_Insert
)


class PasteFilter(QObject):
    """Handles pasting in each text widget, starting when it first gets the focus.

    ``clipboard`` and ``selection`` return the copied or selected text. An event filter on the application
    would be simpler, but would also be called for objects that are being destroyed.
    """

    def __init__(self, app: QApplication, clipboard: ReadText, selection: ReadText) -> None:
        super().__init__(app)
        self._app = app
        self._clipboard, self._selection = clipboard, selection
        app.focusChanged.connect(self._on_focus_changed)

    def watch(self, window: QWidget) -> None:
        """Watch the text widgets of a window that receives keys before it has the focus."""
        for widget in window.findChildren(QWidget):
            if isinstance(widget, QLineEdit | QPlainTextEdit | QTextEdit):
                self._watch(widget)

    def close(self) -> None:
        """Stop watching."""
        self._app.focusChanged.disconnect(self._on_focus_changed)
        self.deleteLater()

    def _on_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        if isinstance(now, QLineEdit | QPlainTextEdit | QTextEdit):
            self._watch(now)

    def _watch(self, widget: TextWidget) -> None:
        widget.installEventFilter(self)  # repeated calls only move it to the front
        if not isinstance(widget, QLineEdit):
            widget.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Handle the events that would make a text widget read the clipboard."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._on_key(watched, event)
        if event.type() == QEvent.Type.MouseButtonRelease and isinstance(event, QMouseEvent):
            return self._on_button(watched, event)
        if event.type() == QEvent.Type.ContextMenu and isinstance(event, QContextMenuEvent):
            return self._on_menu(watched, event)
        return False

    def _on_key(self, watched: QObject, event: QKeyEvent) -> bool:
        widget = _editable(watched)
        if (
            widget is None
            or not event.matches(QKeySequence.StandardKey.Paste)
            or widget.property(FORWARDS_KEYS)
        ):
            return False
        if not event.isAutoRepeat():  # one press, one paste
            from_selection = QKeySequence(event.keyCombination()) == _SELECTION_KEYS
            _insert(widget, self._selection() if from_selection else self._clipboard())
        return True

    def _on_button(self, watched: QObject, event: QMouseEvent) -> bool:
        widget = _editable(watched)
        if widget is None or event.button() != Qt.MouseButton.MiddleButton:
            return False
        position = event.position().toPoint()
        if isinstance(widget, QLineEdit):
            widget.setCursorPosition(widget.cursorPositionAt(position))
        else:
            widget.setTextCursor(QTextCursor(widget.cursorForPosition(position)))
        widget.setFocus(Qt.FocusReason.MouseFocusReason)
        _insert(widget, self._selection())
        return True

    def _on_menu(self, watched: QObject, event: QContextMenuEvent) -> bool:
        widget = _editable(watched)
        if widget is None or widget.contextMenuPolicy() != Qt.ContextMenuPolicy.DefaultContextMenu:
            return False
        menu = widget.findChild(TextMenu)
        if menu is None:
            menu = TextMenu(widget)
            menu.paste_chosen.connect(lambda: _insert(widget, self._clipboard()))
        menu.refresh()
        menu.popup(event.globalPos())
        return True


def _editable(watched: QObject) -> TextWidget | None:
    """Return the editable text widget of an event, None if there is none; mouse events go to viewports."""
    parent = watched.parent() if isinstance(watched, QWidget) else None
    widget = watched if isinstance(watched, _TEXT_WIDGETS) else parent
    if isinstance(widget, QLineEdit):
        is_itself = widget is watched and widget.echoMode() == QLineEdit.EchoMode.Normal
        return widget if is_itself and not widget.isReadOnly() else None
    if not isinstance(widget, QPlainTextEdit | QTextEdit) or widget.isReadOnly():
        return None
    return widget if watched in (widget, widget.viewport()) else None


def _insert(widget: TextWidget, text: str) -> None:
    if isinstance(widget, QLineEdit):
        widget.insert(text)
        return
    widget.insertPlainText(text)
    widget.ensureCursorVisible()


class TextMenu(QMenu):
    """The context menu of a text widget, which does not read the clipboard itself.

    ``paste_chosen`` is emitted for pasting.
    """

    paste_chosen = Signal()

    def __init__(self, widget: QLineEdit | QPlainTextEdit | QTextEdit) -> None:
        super().__init__(widget)
        self._widget = widget
        self.setAccessibleName(self.tr("Text"))
        keys = QKeySequence.StandardKey
        self._undo, self._redo = self._add(keys.Undo), self._add(keys.Redo)
        self.addSeparator()
        self._cut, self._copy, self._paste = self._add(keys.Cut), self._add(keys.Copy), self._add(keys.Paste)
        self.addSeparator()
        self._all = self._add(keys.SelectAll)
        self._undo.triggered.connect(widget.undo)
        self._redo.triggered.connect(widget.redo)
        self._cut.triggered.connect(widget.cut)
        self._copy.triggered.connect(widget.copy)
        self._paste.triggered.connect(self.paste_chosen)
        self._all.triggered.connect(widget.selectAll)

    def refresh(self) -> None:
        """Update the texts and the enabled state of the actions."""
        can_undo, can_redo = _history(self._widget)
        has_selection = _has_selection(self._widget)
        for action, label, is_enabled in (
            (self._undo, self.tr("Undo"), can_undo),
            (self._redo, self.tr("Redo"), can_redo),
            (self._cut, self.tr("Cut"), has_selection),
            (self._copy, self.tr("Copy"), has_selection),
            (self._paste, self.tr("Paste"), True),
            (self._all, self.tr("Select all"), True),
        ):
            action.setText(label)
            action.setEnabled(is_enabled)

    def _add(self, key: QKeySequence.StandardKey) -> QAction:
        action = self.addAction("")
        action.setShortcut(key)
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)  # only displayed
        return action


def _has_selection(widget: QLineEdit | QPlainTextEdit | QTextEdit) -> bool:
    return widget.hasSelectedText() if isinstance(widget, QLineEdit) else widget.textCursor().hasSelection()


def _history(widget: QLineEdit | QPlainTextEdit | QTextEdit) -> tuple[bool, bool]:
    if isinstance(widget, QLineEdit):
        return widget.isUndoAvailable(), widget.isRedoAvailable()
    return widget.document().isUndoAvailable(), widget.document().isRedoAvailable()
