"""The footer of the palette: the available keys, or a notice in their place, such as for a slow search."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedLayout, QWidget

from quickdesk.ui.keys.key_hints import KeyHint, KeyHints
from quickdesk.ui.language import follow_language
from quickdesk.ui.notice import Notice, Tone, tone_picture
from quickdesk.ui.palette.keys import PALETTE_KEYS
from quickdesk.ui.palette.requests import PaletteAction
from quickdesk.ui.qt_text import inline_text
from quickdesk.ui.theme import TextSize, Theme, elided, plain_tip, set_look
from quickdesk.ui.tokens import SIZES

_RANKS: Final = {
    PaletteAction.ACCEPT: 0,
    PaletteAction.COPY: 3,
    PaletteAction.PICK: 2,
    PaletteAction.EDIT: 6,
    PaletteAction.CREATE: 5,
    PaletteAction.SUGGEST: 4,
    PaletteAction.CUSTOMERS: 3,
    PaletteAction.ACTIONS: 0,
    PaletteAction.CLEAR_OR_CLOSE: 1,
}
"""The shown keys from left to right; a narrow footer leaves out the highest first, those with 0 never.

The menu of all actions lists what is left out, except to pick by number.
"""
_AT_END: Final = 2


@dataclass(frozen=True, slots=True)
class PaletteState:
    """The state that determines the available keys.

    ``rows`` is the number of visible rows, ``has_text`` is True if there is text to clear, ``copies_only``
    if there is no target to paste into, ``is_covered`` if the menu of actions or the key sheet is open,
    ``has_action`` if an action of the menu is selected, ``has_choice`` if a row is, ``needs_form`` if its
    reply has to be filled in, ``lists_customers`` if the rows are customers, ``makes_card``
    if the selected one makes a card.
    """

    rows: int
    has_text: bool
    copies_only: bool = False
    is_covered: bool = False
    has_action: bool = False
    has_choice: bool = True
    needs_form: bool = False
    lists_customers: bool = False
    makes_card: bool = False


class PaletteFooter(QWidget):
    """A row of keys with their actions, or a notice."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = PaletteState(rows=0, has_text=False)
        self._notice: Notice | None = None
        self._keys, self._message = QWidget(self), QWidget(self)
        self._hints = KeyHints(theme, self._keys)
        self._picture, self._headline, self._advice = (QLabel(self._message) for _ in range(3))
        self._pages = QStackedLayout(self)
        self._build()
        self.set_theme(theme)
        follow_language(self, self._translate)

    def _build(self) -> None:
        self._keys_row, self._message_row = QHBoxLayout(self._keys), QHBoxLayout(self._message)
        self._keys_row.addWidget(self._hints)
        self._message_row.addWidget(self._picture)
        for label in (self._headline, self._advice):
            label.setTextFormat(Qt.TextFormat.PlainText)
            self._message_row.addWidget(label)
        self._message_row.setStretchFactor(self._advice, 1)
        set_look(self._advice, "secondary")
        self._pages.addWidget(self._keys)
        self._pages.addWidget(self._message)

    def set_theme(self, theme: Theme) -> None:
        """Set the theme."""
        self._theme = theme
        self.setFixedHeight(theme.px(SIZES.footer))
        self._keys_row.setContentsMargins(theme.space(4), 0, theme.space(4), 0)
        self._message_row.setContentsMargins(theme.space(4), 0, theme.space(4), 0)
        self._message_row.setSpacing(theme.space(2))
        self._hints.set_theme(theme)
        self._show_all()

    def _translate(self) -> None:
        self.setAccessibleName(self.tr("Keys"))
        self._keys.setAccessibleName(self.tr("Keys you can use now"))
        self._message.setAccessibleName(self.tr("Message"))
        self._picture.setAccessibleName(self.tr("Type of message"))
        self._show_all()

    def _show_all(self) -> None:
        self._update_keys(self._state)
        self.show_notice(self._notice)

    def show_keys(self, state: PaletteState) -> None:
        """Show the keys that are available in this state."""
        if state != self._state:
            self._state = state
            self._update_keys(state)

    def _update_keys(self, state: PaletteState) -> None:
        if state.is_covered:
            enter = [KeyHint("Enter", self.tr("Choose"))] if state.has_action else []
            self._hints.show_hints([*enter, KeyHint("Esc", self.tr("Back"))], at_end=1)
            return
        texts = {PaletteAction.CLEAR_OR_CLOSE: self.tr("Clear") if state.has_text else self.tr("Close")}
        labels = {PaletteAction.ACTIONS: PALETTE_KEYS.of(PaletteAction.ACTIONS).keys[0]}
        left_out = set()
        if not state.rows or not state.has_choice:
            left_out |= {PaletteAction.ACCEPT, PaletteAction.COPY, PaletteAction.EDIT}
        if not state.rows:
            left_out.add(PaletteAction.PICK)
        else:
            labels[PaletteAction.PICK] = "Alt+1" if state.rows == 1 else f"Alt+1…{state.rows}"
        if state.copies_only:
            texts[PaletteAction.ACCEPT] = self.tr("Copy")
            left_out.add(PaletteAction.COPY)
        if state.needs_form:
            texts[PaletteAction.ACCEPT] = self.tr("Fill in")
        if state.lists_customers:
            new_card = self.tr("New card")
            texts[PaletteAction.ACCEPT] = new_card if state.makes_card else self.tr("Choose the customer")
            texts[PaletteAction.CREATE] = new_card
            if state.makes_card:
                left_out.add(PaletteAction.CREATE)
            left_out |= {
                PaletteAction.COPY,
                PaletteAction.EDIT,
                PaletteAction.SUGGEST,
                PaletteAction.CUSTOMERS,
            }
        bindings = [
            (PALETTE_KEYS.of(action), rank) for action, rank in _RANKS.items() if action not in left_out
        ]
        self._hints.show_hints(
            [
                KeyHint(labels.get(each.action, each.label), texts.get(each.action, each.short_text), rank)
                for each, rank in bindings
            ],
            _AT_END,
        )

    def show_notice(self, notice: Notice | None) -> None:
        """Show a notice in place of the keys, None for the keys."""
        self._notice = notice
        if notice is None:
            self._pages.setCurrentWidget(self._keys)
            return
        self._picture.setPixmap(tone_picture(notice.tone, self._theme, self.devicePixelRatioF()))
        width = self._theme.px(SIZES.palette_width) - self._theme.space(16)
        headline, advice = self._theme.font(semibold=True), self._theme.font(TextSize.SMALL)
        self._headline.setFont(headline)
        self._headline.setText(elided(notice.headline, headline, width))
        width -= self._headline.sizeHint().width()
        self._advice.setText(elided(inline_text(notice.text), advice, width))
        for label, text in ((self._headline, notice.headline), (self._advice, inline_text(notice.text))):
            label.setAccessibleName(text)
            label.setToolTip(plain_tip(text) if label.text() != text else "")
        self._pages.setCurrentWidget(self._message)


translate: Final = QCoreApplication.translate  # lupdate recognises this name
SLOW_MS: Final = 300
"""The delay before the indicator is shown; most lists arrive within a frame."""


class SearchIndicator(QObject):
    """Shows in the footer that a search is slow: the visible rows do not belong to the current query."""

    def __init__(self, footer: PaletteFooter, slow_ms: int = SLOW_MS) -> None:
        super().__init__(footer)
        self._footer = footer
        self._is_shown = False
        self._slow = QTimer(self, singleShot=True, interval=slow_ms)
        self._slow.timeout.connect(self._show)

    def begin(self) -> None:
        """Start waiting for a list."""
        self.end()
        self._slow.start()

    @property
    def is_waiting(self) -> bool:
        """Whether a list is awaited."""
        return self._slow.isActive() or self._is_shown

    def end(self) -> None:
        """Stop waiting, because the list has arrived or is no longer needed."""
        self._slow.stop()
        if self._is_shown:
            self._is_shown = False
            self._footer.show_notice(None)

    def _show(self) -> None:
        self._is_shown = True
        headline, text = translate("words", "Searching…"), translate("words", "Enter takes what is found.")
        self._footer.show_notice(Notice(Tone.INFO, headline, text))
