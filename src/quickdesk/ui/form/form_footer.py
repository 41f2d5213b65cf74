"""The foot of a form: the obstacle or the available keys, and the two buttons."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel

from quickdesk.ui.controls import PushButton
from quickdesk.ui.form.keys import FORM_KEYS, MAX_DIGITS, FormAction
from quickdesk.ui.icons import Icon, pixmap
from quickdesk.ui.keys.key_hints import KeyHint, KeyHints
from quickdesk.ui.language import follow_language
from quickdesk.ui.theme import Theme, set_look
from quickdesk.ui.tokens import Role

_RANKS: Final = {
    FormAction.ENTER: 0,
    FormAction.COPY: 2,
    FormAction.NEXT: 4,
    FormAction.RETURN: 1,
    FormAction.HELP: 3,
}
"""The shown keys from left to right; a narrow footer leaves out the highest first, those with 0 never."""


@dataclass(frozen=True, slots=True)
class FooterState:
    """The state that determines the available keys.

    ``is_missing`` is True if a box is empty, ``has_next`` if it is another than the current one,
    ``is_alone`` if there is one box; ``choices`` is the number of choices of the current one, 0 if one is
    chosen.
    """

    is_missing: bool = True
    has_next: bool = False
    choices: int = 0
    is_alone: bool = False


class FormFooter(QFrame):
    """A line of keys or text and the buttons; with ``copy_only`` there is no paste button."""

    copy_clicked = Signal()
    paste_clicked = Signal()

    def __init__(self, theme: Theme, *, copy_only: bool) -> None:
        super().__init__()
        self._copy_only = copy_only
        self._state = FooterState()
        self._keys = KeyHints(theme)
        self._sign, self._label = QLabel(), QLabel()
        self._copy = PushButton()
        self._paste = PushButton()
        self._paste.setObjectName("paste")
        self._label.setWordWrap(True)
        self._label.setTextFormat(Qt.TextFormat.PlainText)  # it contains field names
        self._paste.setVisible(not copy_only)
        set_look(self, "raised")
        set_look(self._label, "warning")
        set_look(self._copy if copy_only else self._paste, "primary")
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._sign)
        self._row.addWidget(self._label, 1)
        self._row.addWidget(self._keys, 1)
        for button in (self._copy, self._paste):
            self._row.addWidget(button)
        self._copy.clicked.connect(self.copy_clicked)
        self._paste.clicked.connect(self.paste_clicked)
        follow_language(self, self._translate)

    def show_obstacle(self, obstacle: str) -> None:
        """Show why the reply cannot be sent."""
        self._label.setText(obstacle)
        self._show(has_obstacle=True)

    def show_keys(self, state: FooterState) -> None:
        """Show the keys that are available in this state."""
        self._state = state
        self._keys.show_hints([*self._hints()])
        self._show(has_obstacle=False)

    def _hints(self) -> Iterator[KeyHint]:
        state = self._state
        left_out = {FormAction.COPY, FormAction.NEXT} if state.is_missing else set()
        if self._copy_only:
            left_out.add(FormAction.COPY)
        if state.is_alone:
            left_out.add(FormAction.NEXT)
        if state.choices:
            last = min(state.choices, MAX_DIGITS)
            yield KeyHint("1" if last == 1 else f"1…{last}", self.tr("Choose"), 0)
        for action, rank in _RANKS.items():
            if action in left_out:
                continue
            text = FORM_KEYS.of(action).short_text
            if action is FormAction.ENTER and not state.has_next:
                text = self.tr("Copy") if self._copy_only else self.tr("Paste")
            yield KeyHint(FORM_KEYS.of(action).label, text, rank)

    def set_theme(self, theme: Theme) -> None:
        """Set the theme."""
        edge = theme.space(4)
        self._row.setContentsMargins(edge, theme.space(2), edge, theme.space(2))
        self._row.setSpacing(theme.space(2))
        self._keys.set_theme(theme)
        self._sign.setPixmap(pixmap(Icon.WARNING, theme, Role.WARNING, ratio=self.devicePixelRatioF()))

    def _translate(self) -> None:
        self._copy.setText(self.tr("Copy reply"))
        self._paste.setText(self.tr("Paste reply"))
        for button in (self._copy, self._paste):
            button.setAccessibleName(button.text())
        self._keys.show_hints([*self._hints()])

    def _show(self, *, has_obstacle: bool) -> None:
        self._sign.setVisible(has_obstacle)
        self._label.setVisible(has_obstacle)
        self._keys.setVisible(not has_obstacle)
