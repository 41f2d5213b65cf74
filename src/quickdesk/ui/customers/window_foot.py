"""The foot of the customer window: what was done last with a button to undo it, else the keys."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QStackedLayout, QWidget

from quickdesk.ui.controls import PushButton
from quickdesk.ui.customers.keys import CUSTOMER_KEYS, CustomerAction
from quickdesk.ui.keys.key_hints import KeyHint, KeyHints
from quickdesk.ui.language import follow_language
from quickdesk.ui.notice import Notice, tone_picture
from quickdesk.ui.theme import Theme, set_look

_RANKS: Final = {
    CustomerAction.SEARCH: 4,
    CustomerAction.OPEN: 6,
    CustomerAction.NEW: 1,
    CustomerAction.NEW_CASE: 8,
    CustomerAction.ADD_NOTE: 2,
    CustomerAction.REVEAL: 5,
    CustomerAction.REMOVE: 7,
    CustomerAction.UNDO: 3,
    CustomerAction.CLOSE: 1,
    CustomerAction.HELP: 0,
}
"""The shown keys from left to right; a narrow foot leaves out the highest first, that with 0 never."""
LOCKED_KEYS: Final = (CustomerAction.CLOSE, CustomerAction.HELP)
"""The keys that do something while the customers are locked."""


class WindowFoot(QFrame):
    """Shows a notice until the next one or ``show_keys``."""

    undo_clicked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._notice: Notice | None = None
        self._is_locked = False
        self._keys, self._message = KeyHints(theme), QWidget()
        self._icon, self._text, self._undo = QLabel(), QLabel(), PushButton()
        set_look(self, "raised")
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._row, self._stack = QHBoxLayout(self._message), QStackedLayout()
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self._icon)
        self._row.addWidget(self._text, 1)
        self._row.addWidget(self._undo)
        self._stack.addWidget(self._keys)
        self._stack.addWidget(self._message)
        self._margins = QHBoxLayout(self)
        self._margins.addLayout(self._stack)
        self._undo.clicked.connect(self.undo_clicked)
        follow_language(self, self._translate)
        self.set_theme(theme)

    @property
    def notice(self) -> Notice | None:
        """The notice that is shown."""
        return self._notice

    def show_notice(self, notice: Notice, *, can_undo: bool) -> None:
        """Show what was done or refused, with a button to undo it."""
        self._notice = notice
        text = f"{notice.headline}  {notice.text}" if notice.text else notice.headline
        self._text.setText(text)
        self._text.setAccessibleName(text)
        self._undo.setVisible(can_undo)
        self._show_icon()
        self._stack.setCurrentWidget(self._message)

    def show_keys(self) -> None:
        """Show the keys instead of a notice."""
        self._notice = None
        self._stack.setCurrentWidget(self._keys)

    def show_locked(self, *, is_locked: bool) -> None:
        """Show only the keys that help while the customers are locked, or all."""
        self._is_locked = is_locked
        self._translate()

    def set_theme(self, theme: Theme) -> None:
        """Set the theme."""
        self._theme = theme
        space = theme.space
        self._margins.setContentsMargins(space(4), space(2), space(4), space(2))
        self._row.setSpacing(space(2))
        self.setFixedHeight(theme.px(48))
        self._keys.set_theme(theme)
        self._show_icon()

    def _show_icon(self) -> None:
        if self._notice is not None:
            self._icon.setPixmap(tone_picture(self._notice.tone, self._theme, self.devicePixelRatioF()))

    def _translate(self) -> None:
        self._undo.setText(self.tr("Undo (Ctrl+Z)"))
        hints = []
        for action, rank in _RANKS.items():
            if self._is_locked and action not in LOCKED_KEYS:
                continue
            binding = CUSTOMER_KEYS.of(action)
            hints.append(KeyHint(binding.label, binding.short_text, rank))
        self._keys.show_hints(hints, at_end=2)
