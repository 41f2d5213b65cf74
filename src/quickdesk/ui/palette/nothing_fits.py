"""The line above the nearest replies: nothing fits, and what is listed below are no matches."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from quickdesk.ui.language import follow_language
from quickdesk.ui.theme import Theme, set_look


class NothingFits(QWidget):
    """A headline, a sentence and a separator; hidden unless nothing fits.

    Where there is little room it is the headline only, so that more replies are in sight.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_brief = False
        self._headline, self._nearest, self._line = QLabel(self), QLabel(self), QFrame(self)
        for label in (self._headline, self._nearest):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        set_look(self._headline, "group")
        set_look(self._nearest, "secondary")
        set_look(self._line, "line")
        self._column, self._texts = QVBoxLayout(self), QVBoxLayout()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._texts.addWidget(self._headline)
        self._texts.addWidget(self._nearest)
        self._column.addLayout(self._texts)
        self._column.addWidget(self._line)
        self.set_theme(theme)
        follow_language(self, self._translate)
        self.hide()

    @property
    def text(self) -> str:
        """What it says, for screen readers."""
        return f"{self._headline.text()} {self._nearest.text()}"

    def set_brief(self, *, is_brief: bool) -> None:
        """Show the headline only, or all."""
        self._is_brief = is_brief
        self._translate()

    def set_theme(self, theme: Theme) -> None:
        """Set the theme."""
        self._texts.setContentsMargins(theme.space(4), theme.space(2), theme.space(4), theme.space(2))
        self._texts.setSpacing(theme.space(1))

    def _translate(self) -> None:
        brief, whole = self.tr("No reply fits. The nearest:"), self.tr("No reply fits")
        self._headline.setText(brief if self._is_brief else whole)
        self._nearest.setVisible(not self._is_brief)
        self._nearest.setText(
            self.tr("These are only the nearest. Choose one with Down, or Alt and a digit.")
        )
        for label in (self._headline, self._nearest):
            label.setAccessibleName(label.text())
