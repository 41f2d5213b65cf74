"""The text of a reply while it is written: fields tinted, flaws underlined, the first flaw told."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from quickdesk.replies.template import TemplateError, parse
from quickdesk.ui.fields.template_highlighter import TemplateHighlighter
from quickdesk.ui.theme import Theme


class BodyEdit(QPlainTextEdit):
    """Plain text only; Tab leaves it, because a reply is a form's field like the others."""

    flaw_changed = Signal(object)

    def __init__(self, body: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flaw: TemplateError | None = None
        self._highlighter = TemplateHighlighter(self.document(), theme)
        self.setTabChangesFocus(True)
        self.setPlainText(body)
        self._read()
        self.textChanged.connect(self._read)

    @property
    def flaw(self) -> TemplateError | None:
        """What is wrong with the body, None where it can be understood."""
        return self._flaw

    @property
    def line_of_flaw(self) -> int:
        """The line of the flaw, the first being 1; 0 without a flaw."""
        return 0 if self._flaw is None else self.toPlainText().count("\n", 0, self._flaw.position) + 1

    def insert_field(self, field: str, start: int, length: int) -> None:
        """Write a field at the cursor and select ``length`` characters of it from ``start`` on."""
        cursor = self.textCursor()
        at = cursor.selectionStart()
        cursor.insertText(field)
        cursor.setPosition(at + start)
        cursor.setPosition(at + start + length, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.setFocus()

    def set_theme(self, theme: Theme) -> None:
        """Wear another theme."""
        self._highlighter.set_theme(theme)

    def _read(self) -> None:
        try:
            parse(self.toPlainText())
        except TemplateError as error:
            self._flaw = error
        else:
            self._flaw = None
        self.flaw_changed.emit(self._flaw)
