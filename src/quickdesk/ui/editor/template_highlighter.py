"""Tints the fields in a body while it is written and underlines where it cannot be understood.

A field never goes over the end of a line, so each line is read on its own; limits that hold for the
whole body are told by whoever reads the whole body.
"""

from PySide6.QtGui import QSyntaxHighlighter, QTextCharFormat, QTextDocument

from quickdesk.replies.template import Text, survey
from quickdesk.ui.theme import Theme
from quickdesk.ui.tokens import Role
from quickdesk.ui.utf16 import to_units


class TemplateHighlighter(QSyntaxHighlighter):
    """Works on one document; shows nothing but what the parser says."""

    def __init__(self, document: QTextDocument, theme: Theme) -> None:
        super().__init__(document)
        self._field = QTextCharFormat()
        self._flaw = QTextCharFormat()
        self._set_formats(theme)

    def set_theme(self, theme: Theme) -> None:
        """Wear another theme."""
        self._set_formats(theme)
        self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        """Mark one line."""
        found = survey(text)
        for flaw in found.flaws:
            self._mark(text, flaw.position, flaw.position + max(flaw.length, 1), self._flaw)
        for part in found.parts:
            if not isinstance(part, Text):
                self._mark(text, part.start, part.end, self._field)

    def _mark(self, text: str, start: int, end: int, look: QTextCharFormat) -> None:
        first = to_units(text, start)
        self.setFormat(first, to_units(text, end) - first, look)

    def _set_formats(self, theme: Theme) -> None:
        self._field.setForeground(theme.color(Role.ACCENT))
        self._field.setBackground(theme.color(Role.TINT))
        self._flaw.setForeground(theme.color(Role.DANGER))
        self._flaw.setUnderlineColor(theme.color(Role.DANGER))
        self._flaw.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
