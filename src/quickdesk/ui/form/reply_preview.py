"""The reply as it would read now: filled values on a tint, open fields in their braces and underlined."""

import math

from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextEdit

from quickdesk.replies.render import FieldSpan, Rendered
from quickdesk.ui.theme import Theme, set_look
from quickdesk.ui.tokens import Role
from quickdesk.ui.translated import follow_language
from quickdesk.ui.utf16 import displayable

_LINE_HEIGHT_PERCENT = 150.0


class ReplyPreview(QTextEdit):
    """Read-only; keeps the field at work in sight."""

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
        """Show a rendering; where ``current_field`` stands stays in sight."""
        self._rendered = rendered
        self.clear()
        self.ensurePolished()  # else the style sheet puts its own font in the place of this one
        self.setFont(self._theme.font_of(rendered.text))
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._write(cursor, rendered, current_field))
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def height_of(self, rendered: Rendered, width: int) -> int:
        """Return how many pixels high a rendering is in a preview ``width`` pixels wide."""
        document = QTextDocument()
        document.setDefaultFont(self._theme.font_of(rendered.text))
        self._write(QTextCursor(document), rendered)
        document.setTextWidth(width)
        return math.ceil(document.size().height())

    def set_theme(self, theme: Theme) -> None:
        """Wear another theme."""
        self._theme = theme
        if self._rendered is not None:
            self.show_rendered(self._rendered)

    def _write(self, cursor: QTextCursor, rendered: Rendered, current_field: str = "") -> int:
        """Write a rendering into an empty document; return where the field at work begins."""
        cursor.setBlockFormat(_spaced())
        done, in_sight = 0, 0
        for field in rendered.field_spans:
            cursor.insertText(displayable(rendered.text[done : field.start]), self._plain())
            in_sight = cursor.position() if field.name == current_field and not in_sight else in_sight
            cursor.insertText(displayable(rendered.text[field.start : field.end]), self._look_of(field))
            done = field.end
        cursor.insertText(displayable(rendered.text[done:]), self._plain())
        return in_sight

    def _plain(self) -> QTextCharFormat:
        look = QTextCharFormat()
        look.setForeground(self._theme.color(Role.TEXT))
        return look

    def _look_of(self, field: FieldSpan) -> QTextCharFormat:
        look = self._plain()
        if field.is_filled:
            look.setBackground(self._theme.color(Role.TINT))
        else:
            look.setForeground(self._theme.color(Role.WARNING))
            look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DashUnderline)
        return look


def _spaced() -> QTextBlockFormat:
    spacing = QTextBlockFormat()
    spacing.setLineHeight(_LINE_HEIGHT_PERCENT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    return spacing
