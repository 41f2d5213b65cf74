"""A text edit for the body of a reply: tinted fields, underlined flaws, and a menu that inserts fields."""

import re
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QSyntaxHighlighter, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QMenu, QPlainTextEdit, QWidget

from quickdesk.replies.template import TemplateError, TemplateFlaw, Text, parse_with_errors
from quickdesk.ui import messages
from quickdesk.ui.language import follow_language
from quickdesk.ui.notice import Notice, Tone
from quickdesk.ui.qt_text import to_units
from quickdesk.ui.theme import Theme
from quickdesk.ui.theme_sheet import TEXT_MARGIN
from quickdesk.ui.tokens import Role

_MAX_FLAWS_SHOWN = 3


class BodyEdit(QPlainTextEdit):
    """Edits plain text; Tab moves the focus, as in the other fields, and Ctrl+Tab types a tab."""

    flaws_changed = Signal()

    def __init__(self, body: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flaws: tuple[TemplateError, ...] = ()
        self._theme = theme
        self.document().setDocumentMargin(TEXT_MARGIN)
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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Type a tab on Ctrl+Tab."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() == Qt.Key.Key_Tab and held == Qt.KeyboardModifier.ControlModifier:
            self.insertPlainText("\t")
        else:
            super().keyPressEvent(event)

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
        self._flaws = parse_with_errors(self.toPlainText()).flaws
        self._apply_script_font()
        self.flaws_changed.emit()


class TemplateHighlighter(QSyntaxHighlighter):
    """Highlights the fields and flaws of one document.

    A field never spans lines, so each line is parsed separately; limits for the whole body are checked
    elsewhere.
    """

    def __init__(self, document: QTextDocument, theme: Theme) -> None:
        super().__init__(document)
        self._field = QTextCharFormat()
        self._flaw = QTextCharFormat()
        self._set_formats(theme)

    def set_theme(self, theme: Theme) -> None:
        """Set the theme."""
        self._set_formats(theme)
        self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        """Highlight one line."""
        found = parse_with_errors(text)
        for flaw in found.flaws:
            self._highlight(text, flaw.position, flaw.position + max(flaw.length, 1), self._flaw)
        for part in found.parts:
            if not isinstance(part, Text):
                self._highlight(text, part.start, part.end, self._field)

    def _highlight(self, text: str, start: int, end: int, format_: QTextCharFormat) -> None:
        first = to_units(text, start)
        self.setFormat(first, to_units(text, end) - first, format_)

    def _set_formats(self, theme: Theme) -> None:
        self._field.setForeground(theme.color(Role.ACCENT))
        self._field.setBackground(theme.color(Role.TINT))
        self._flaw.setForeground(theme.color(Role.DANGER))
        self._flaw.setUnderlineColor(theme.color(Role.DANGER))
        self._flaw.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)


class FieldMenu(QMenu):
    """Inserts a field, spelled in the language of the program.

    ``chosen(str, int, int)``: the text of a field, and start and length of the part to select.
    """

    chosen = Signal(str, int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        follow_language(self, self._translate)

    def _translate(self) -> None:
        self.clear()
        self.setAccessibleName(self.tr("Fields"))
        self._add_named(self.tr("Fill-in field"), self.tr("{name}", "field in a reply"))
        self._add_named(
            self.tr("Fill-in field with a default"), self.tr("{name:default}", "field in a reply")
        )
        self._add_named(
            self.tr("Choice, the first suggested"), self.tr("{name|first|second}", "field in a reply")
        )
        self._add_named(
            self.tr("Choice without a suggestion, for facts and promises"),
            self.tr("{name:|first|second}", "field in a reply"),
        )
        self.addSeparator()
        self._add_special(self.tr("Today's date"), self.tr("{date}", "field in a reply"))
        self._add_special(self.tr("Current time"), self.tr("{time}", "field in a reply"))
        self._add_special(self.tr("Clipboard text"), self.tr("{clipboard}", "field in a reply"))
        self._add_special(self.tr("Cursor position"), self.tr("{cursor}", "field in a reply"))

    def _add_named(self, label: str, field: str) -> None:
        name = re.split(r"[:|}]", field[1:], maxsplit=1)[0]
        self.addAction(label, partial(self.chosen.emit, field, 1, len(name)))

    def _add_special(self, label: str, field: str) -> None:
        self.addAction(label, partial(self.chosen.emit, field, len(field), 0))
