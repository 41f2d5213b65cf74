"""A preview of a reply: filled values on a tint, missing fields in braces and underlined."""

import math

from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextEdit

from quickdesk.replies.render import FieldSpan, Rendered
from quickdesk.ui.language import follow_language
from quickdesk.ui.qt_text import displayable
from quickdesk.ui.theme import Theme, set_look
from quickdesk.ui.tokens import Role

_LINE_HEIGHT_PERCENT = 150.0


class ReplyPreview(QTextEdit):
    """Shows a rendering, read-only, and keeps the current field visible."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._rendered: Rendered | None = None
        self.setReadOnly(True)
        follow_language(self, self._translate)
        self.setTabChangesFocus(True)
        self.document().setUndoRedoEnabled(False)
        set_look(self, "bare")

    def _translate(self) -> None:
        self.setAccessibleName(self.tr("Preview"))

    def show_rendered(self, rendered: Rendered, current_field: str = "") -> None:
        """Show a rendering and scroll to the field ``current_field``."""
        self._rendered = rendered
        self.clear()
        self.ensurePolished()  # else the style sheet overrides the font
        self.setFont(self._theme.font_of(rendered.text))
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._write(cursor, rendered, current_field))
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def height_of(self, rendered: Rendered, width: int) -> int:
        """Return the height of a rendering at ``width``, both in pixels."""
        document = QTextDocument()
        document.setDefaultFont(self._theme.font_of(rendered.text))
        self._write(QTextCursor(document), rendered)
        document.setTextWidth(width)
        return math.ceil(document.size().height())

    def set_theme(self, theme: Theme) -> None:
        """Set the theme."""
        self._theme = theme
        if self._rendered is not None:
            self.show_rendered(self._rendered)

    def _write(self, cursor: QTextCursor, rendered: Rendered, current_field: str = "") -> int:
        """Insert a rendering into an empty document; return the position of the current field."""
        cursor.setBlockFormat(_spaced())
        done, position = 0, 0
        for field in rendered.field_spans:
            cursor.insertText(displayable(rendered.text[done : field.start]), self._plain())
            position = cursor.position() if field.name == current_field and not position else position
            cursor.insertText(displayable(rendered.text[field.start : field.end]), self._format_of(field))
            done = field.end
        cursor.insertText(displayable(rendered.text[done:]), self._plain())
        return position

    def _plain(self) -> QTextCharFormat:
        format_ = QTextCharFormat()
        format_.setForeground(self._theme.color(Role.TEXT))
        return format_

    def _format_of(self, field: FieldSpan) -> QTextCharFormat:
        format_ = self._plain()
        if field.is_filled:
            format_.setBackground(self._theme.color(Role.TINT))
        else:
            format_.setForeground(self._theme.color(Role.WARNING))
            format_.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DashUnderline)
        return format_


def _spaced() -> QTextBlockFormat:
    spacing = QTextBlockFormat()
    spacing.setLineHeight(_LINE_HEIGHT_PERCENT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    return spacing
