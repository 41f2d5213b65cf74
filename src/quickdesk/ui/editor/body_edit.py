"""A text edit for the body of a reply, with fields tinted and flaws underlined and reported."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from quickdesk.replies.template import TemplateError, TemplateFlaw, survey
from quickdesk.ui import messages
from quickdesk.ui.editor.template_highlighter import TemplateHighlighter
from quickdesk.ui.notice import Notice, Tone
from quickdesk.ui.theme import Theme

_MAX_FLAWS_SHOWN = 3


class BodyEdit(QPlainTextEdit):
    """Edits plain text; Tab moves the focus, as in the other fields of the form."""

    flaws_changed = Signal()

    def __init__(self, body: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flaws: tuple[TemplateError, ...] = ()
        self._theme = theme
        self._highlighter = TemplateHighlighter(self.document(), theme)
        self.setTabChangesFocus(True)
        self.setPlainText(body)
        self._read()
        self.textChanged.connect(self._read)

    @property
    def flaws(self) -> tuple[TemplateError, ...]:
        """The flaws of the body, in order of position; empty if it is valid."""
        return self._flaws

    def line_of(self, flaw: TemplateError) -> int:
        """Return the line of a flaw, counted from 1."""
        return self.toPlainText().count("\n", 0, flaw.position) + 1

    def flaw_notice(self) -> Notice | None:
        """Return a notice about the first flaws of the body with their lines, None if there are none."""
        flaws = self._flaws
        if not flaws:
            return None
        if flaws[0].flaw is TemplateFlaw.TOO_LONG:  # the only flaw then, without a line
            return messages.too_long(flaws[0].position + flaws[0].length)
        if len(flaws) == 1:
            return Notice(Tone.WARNING, self._line_label(flaws[0]), messages.template_flaw(flaws[0].flaw))
        headline = self.tr("{count} places to fix").replace("{count}", str(len(flaws)))
        lines = [self._flaw_line(flaw) for flaw in flaws[:_MAX_FLAWS_SHOWN]]
        if len(flaws) > _MAX_FLAWS_SHOWN:
            more = self.tr("And {count} more.")
            lines.append(more.replace("{count}", str(len(flaws) - _MAX_FLAWS_SHOWN)))
        return Notice(Tone.WARNING, headline, "\n".join(lines))

    def _flaw_line(self, flaw: TemplateError) -> str:
        line = self.tr("{line}: {flaw}").replace("{line}", self._line_label(flaw))
        return line.replace("{flaw}", messages.template_flaw(flaw.flaw))

    def _line_label(self, flaw: TemplateError) -> str:
        return self.tr("Line {number}").replace("{number}", str(self.line_of(flaw)))

    def insert_field(self, field: str, start: int, length: int) -> None:
        """Insert a field at the cursor and select ``length`` characters of it, starting at ``start``."""
        cursor = self.textCursor()
        at = cursor.selectionStart()
        cursor.insertText(field)
        cursor.setPosition(at + start)
        cursor.setPosition(at + start + length, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.setFocus()

    def set_theme(self, theme: Theme) -> None:
        """Set the theme."""
        self._theme = theme
        self._highlighter.set_theme(theme)
        self._apply_script_font()

    def _apply_script_font(self) -> None:
        """Use the font for the script of the body, which may differ from the language of the windows."""
        font = self._theme.font_of(self.toPlainText())
        if font != self.font():
            self.setFont(font)

    def _read(self) -> None:
        self._flaws = survey(self.toPlainText()).flaws
        self._apply_script_font()
        self.flaws_changed.emit()
