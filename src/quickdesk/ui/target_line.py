"""One line with an icon that says where a reply goes: to a program, or to the clipboard."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from quickdesk.ui.icons import Icon, pixmap
from quickdesk.ui.theme import TextSize, Theme, elided, set_look
from quickdesk.ui.tokens import Role
from quickdesk.ui.translated import follow_language
from quickdesk.ui.utf16 import in_a_sentence

_LONGEST = 380
"""The width of a program's name, in pixels of the 100 % design; what is longer is cut."""
_LONGEST_TITLE = 300
"""The width of a window's title beside it."""
_LONGEST_BESIDE = 160
"""The width of the program's name where a title stands beside it."""


class TargetLine(QWidget):
    """Names the program and, where the window has a title, the window: two chats may be of one program."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._program: str | None = None
        self._title = ""
        self._picture, self._words = QLabel(self), QLabel(self)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        set_look(self._words, "secondary")
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._picture)
        self._row.addWidget(self._words, 1)
        self.set_theme(theme)
        follow_language(self, self._translate)

    @property
    def text(self) -> str:
        """What stands there."""
        return self._words.text()

    def set_theme(self, theme: Theme) -> None:
        """Wear another theme."""
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
        """Name the program and its window; empty is what has no name, and None the clipboard."""
        self._program, self._title = program, title
        if program is None:
            words = self.tr("Copies to the clipboard")
        elif not program:
            words = self.tr("Pastes into the window you came from")
        else:
            words = self.tr("Pastes into {program}").replace("{program}", self._name(program, title))
        if program not in (None, title) and (shown := self._cut(title, _LONGEST_TITLE)):
            words = f"{words}  ·  {shown}"
        self._words.setText(words)
        self._picture.setPixmap(self._copy if program is None else self._reply)
        self.setAccessibleName(words)
        self._words.setAccessibleName(words)
        self._picture.setAccessibleName(self.tr("Where the reply goes"))

    def _name(self, program: str, title: str) -> str:
        return self._cut(program, _LONGEST_BESIDE if title else _LONGEST)

    def _cut(self, text: str, longest: int) -> str:
        return elided(in_a_sentence(text), self._theme.font(TextSize.SMALL), self._theme.px(longest))
