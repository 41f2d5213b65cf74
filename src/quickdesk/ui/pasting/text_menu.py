"""The context menu of a text widget, which does not read the clipboard."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QLineEdit, QMenu, QPlainTextEdit, QTextEdit


class TextMenu(QMenu):
    """The standard edit actions of one widget; ``paste_chosen`` is emitted for pasting."""

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
