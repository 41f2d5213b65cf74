"""A message to the agent as a value, and the bar that shows it inside a window.

A tone is never shown by colour alone: its icon is shown beside the text.
"""

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from quickdesk.ui.icons import Icon, pixmap
from quickdesk.ui.theme import TextSize, Theme, set_look
from quickdesk.ui.tokens import SIZES, Role


class Tone(Enum):
    """The severity of a notice."""

    DONE = "done"
    """It succeeded."""
    INFO = "info"
    """Nothing is wrong; the agent may have to act."""
    WARNING = "warning"
    """It did not succeed; nothing is lost."""
    PROBLEM = "problem"
    """Something is wrong until it is fixed."""


@dataclass(frozen=True, slots=True)
class Notice:
    """A message: the headline states what happened, the text what is safe and what to do."""

    tone: Tone
    headline: str
    text: str = ""


_PICTURES = {
    Tone.DONE: (Icon.CIRCLE_CHECK, Role.SUCCESS),
    Tone.INFO: (Icon.INFO, Role.ACCENT),
    Tone.WARNING: (Icon.WARNING, Role.WARNING),
    Tone.PROBLEM: (Icon.PROBLEM, Role.DANGER),
}


def tone_picture(tone: Tone, theme: Theme, ratio: float, size: int = SIZES.icon) -> QPixmap:
    """Return the icon of a tone in its colour; ``ratio`` is the device pixel ratio."""
    name, role = _PICTURES[tone]
    return pixmap(name, theme, role, size, ratio)


class NoticeBar(QFrame):
    """Shows one notice; hidden without one."""

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, look: str = "notice") -> None:
        super().__init__(parent)
        self._theme = theme
        self._notice: Notice | None = None
        self._icon = QLabel()
        self._headline = QLabel()
        self._text = QLabel()
        for label in (self._headline, self._text):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        set_look(self, look)
        self._lay_out()
        self.set_theme(theme)
        self.show_notice(None)

    @property
    def notice(self) -> Notice | None:
        """The current notice."""
        return self._notice

    def show_notice(self, notice: Notice | None) -> None:
        """Show a notice instead of the previous one, None to hide it."""
        self._notice = notice
        self.setVisible(notice is not None)
        if notice is None:
            return
        self._headline.setText(notice.headline)
        self._text.setText(notice.text)
        self._text.setVisible(bool(notice.text))
        self.setAccessibleName(notice.headline)
        self.setAccessibleDescription(notice.text)
        self._paint_icon()
        # Nested layouts cache the height of the previous text.
        self._text_column.invalidate()
        self._row.invalidate()
        self.updateGeometry()

    def set_theme(self, theme: Theme) -> None:
        """Set the theme."""
        self._theme = theme
        self._headline.setFont(theme.font(TextSize.BODY, semibold=True))
        self._text.setFont(theme.font(TextSize.BODY))
        self._row.setContentsMargins(theme.space(3), theme.space(2), theme.space(3), theme.space(2))
        self._row.setSpacing(theme.space(2))
        self._text_column.setSpacing(theme.space(0.5))
        self._icon.setContentsMargins(0, theme.px(2), 0, 0)
        self._paint_icon()

    def _lay_out(self) -> None:
        self._row = QHBoxLayout(self)
        self._text_column = QVBoxLayout()
        self._row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addLayout(self._text_column, 1)
        self._text_column.addWidget(self._headline)
        self._text_column.addWidget(self._text)

    def _paint_icon(self) -> None:
        if self._notice is not None:
            self._icon.setPixmap(tone_picture(self._notice.tone, self._theme, self.devicePixelRatioF()))
