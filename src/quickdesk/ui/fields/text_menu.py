"""The menu of a text widget under the right mouse button; it asks nobody what is on the clipboard."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QLineEdit, QMenu, QPlainTextEdit, QTextEdit


class TextMenu(QMenu):
    """Does with the text what the keys do; only pasting is left to whoever opened it."""

    paste_chosen = Signal()

    def __init__(self, widget: QLineEdit | QPlainTextEdit | QTextEdit) -> None:
        super().__init__(widget)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(self.tr("Text"))
        keys = QKeySequence.StandardKey
        marks = _has_marked(widget)
        can_undo, can_redo = _history(widget)
        self._add(self.tr("Undo"), keys.Undo, is_enabled=can_undo).triggered.connect(widget.undo)
        self._add(self.tr("Redo"), keys.Redo, is_enabled=can_redo).triggered.connect(widget.redo)
        self.addSeparator()
        self._add(self.tr("Cut"), keys.Cut, is_enabled=marks).triggered.connect(widget.cut)
        self._add(self.tr("Copy"), keys.Copy, is_enabled=marks).triggered.connect(widget.copy)
        self._add(self.tr("Paste"), keys.Paste).triggered.connect(self.paste_chosen)
        self.addSeparator()
        self._add(self.tr("Select all"), keys.SelectAll).triggered.connect(widget.selectAll)

    def _add(self, label: str, key: QKeySequence.StandardKey, *, is_enabled: bool = True) -> QAction:
        action = self.addAction(label)
        action.setShortcut(key)
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)  # it only names the key
        action.setEnabled(is_enabled)
        return action


def _has_marked(widget: QLineEdit | QPlainTextEdit | QTextEdit) -> bool:
    return widget.hasSelectedText() if isinstance(widget, QLineEdit) else widget.textCursor().hasSelection()


def _history(widget: QLineEdit | QPlainTextEdit | QTextEdit) -> tuple[bool, bool]:
    if isinstance(widget, QLineEdit):
        return widget.isUndoAvailable(), widget.isRedoAvailable()
    return widget.document().isUndoAvailable(), widget.document().isRedoAvailable()
