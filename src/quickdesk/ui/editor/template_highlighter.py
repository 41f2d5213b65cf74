"""Highlights the fields of a body and underlines its flaws.

A field never spans lines, so each line is parsed separately; limits for the whole body are checked elsewhere.
"""

from PySide6.QtGui import QSyntaxHighlighter, QTextCharFormat, QTextDocument

from quickdesk.replies.template import Text, survey
from quickdesk.ui.theme import Theme
from quickdesk.ui.tokens import Role
from quickdesk.ui.utf16 import to_units


class TemplateHighlighter(QSyntaxHighlighter):
    """Highlights one document with the results of the parser."""

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
        found = survey(text)
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
