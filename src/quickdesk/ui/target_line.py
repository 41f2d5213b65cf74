"""A line with an icon that shows the target of a reply: a program or the clipboard."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from quickdesk.ui.icons import Icon, pixmap
from quickdesk.ui.language import follow_language
from quickdesk.ui.qt_text import inline_text
from quickdesk.ui.theme import TextSize, Theme, elided, set_look
from quickdesk.ui.tokens import Role

_MAX_PROGRAM_WIDTH = 380
"""The maximum width of a program name, in design pixels; longer names are elided."""
_MAX_TITLE_WIDTH = 300
"""The maximum width of a window title beside it."""
_MAX_PROGRAM_WIDTH_BESIDE_TITLE = 160
"""The maximum width of a program name beside a title."""


class TargetLine(QWidget):
    """Shows the program and the window title, because two chats may be in one program."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._program: str | None = None
        self._title = ""
        self._picture, self._label = QLabel(self), QLabel(self)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        set_look(self._label, "secondary")
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._picture)
        self._row.addWidget(self._label, 1)
        self.set_theme(theme)
        follow_language(self, self._translate)

    @property
    def text(self) -> str:
        """The text of the line."""
        return self._label.text()

    def set_theme(self, theme: Theme) -> None:
        """Set the theme."""
        self._theme = theme
        self._row.setContentsMargins(theme.space(4), 0, theme.space(4), 0)
        self._row.setSpacing(theme.space(1.5))
        ratio = self.devicePixelRatioF()
        self._reply = pixmap(Icon.REPLY, theme, Role.SECONDARY, ratio=ratio)
        self._copy = pixmap(Icon.COPY, theme, Role.SECONDARY, ratio=ratio)
        self.show_target(self._program, self._title)

    def _translate(self) -> None:
        self.show_target(self._program, self._title)

    def show_target(self, program: str | None, title: str = "") -> None:
        """Show the program and its window title; empty if unknown, ``program`` None for the clipboard."""
        self._program, self._title = program, title
        if program is None:
            text = self.tr("Copies to the clipboard")
        elif not program:
            text = self.tr("Pastes into the window you came from")
        else:
            text = self.tr("Pastes into {program}").replace("{program}", self._name(program, title))
        if program not in (None, title) and (shown := self._elided(title, _MAX_TITLE_WIDTH)):
            text = f"{text}  ·  {shown}"
        self._label.setText(text)
        self._picture.setPixmap(self._copy if program is None else self._reply)
        self.setAccessibleName(text)
        self._label.setAccessibleName(text)
        self._picture.setAccessibleName(self.tr("Where the reply goes"))

    def _name(self, program: str, title: str) -> str:
        return self._elided(program, _MAX_PROGRAM_WIDTH_BESIDE_TITLE if title else _MAX_PROGRAM_WIDTH)

    def _elided(self, text: str, max_width: int) -> str:
        return elided(inline_text(text), self._theme.font(TextSize.SMALL), self._theme.px(max_width))
