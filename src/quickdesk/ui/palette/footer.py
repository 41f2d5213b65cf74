"""The footer of the palette: the available keys, or a notice in their place, such as for a slow search."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedLayout, QWidget

from quickdesk.ui.language import follow_language
from quickdesk.ui.notice import Notice, Tone, tone_picture
from quickdesk.ui.theme import TextSize, Theme, elided, plain_tip, set_look
from quickdesk.ui.tokens import SIZES

_OMISSION_ORDER: Final = (3, 2, 4, 5, 1, 6)
"""The order in which a narrow footer leaves out keys, by index; Enter is never left out."""


@dataclass(frozen=True, slots=True)
class PaletteState:
    """The state that determines the available keys.

    ``rows`` is the number of visible rows, ``has_text`` is True if there is text to clear, ``copies_only``
    if there is no target to paste into.
    """

    rows: int
    has_text: bool
    copies_only: bool = False


class PaletteFooter(QWidget):
    """A row of keys with their actions, or a notice."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = PaletteState(rows=0, has_text=False)
        self._notice: Notice | None = None
        self._hints: list[_KeyHint] = [_KeyHint(self) for _ in range(7)]
        self._keys, self._message = QWidget(self), QWidget(self)
        self._picture, self._headline, self._advice = (QLabel(self._message) for _ in range(3))
        self._pages = QStackedLayout(self)
        self._build()
        self.set_theme(theme)
        follow_language(self, self._translate)

    def _build(self) -> None:
        self._keys_row, self._message_row = QHBoxLayout(self._keys), QHBoxLayout(self._message)
        for hint in self._hints[:-1]:
            self._keys_row.addWidget(hint)
        self._keys_row.addStretch(1)
        self._keys_row.addWidget(self._hints[-1])
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
        self._keys_row.setSpacing(theme.space(4))
        self._message_row.setContentsMargins(theme.space(4), 0, theme.space(4), 0)
        self._message_row.setSpacing(theme.space(2))
        for hint in self._hints:
            hint.set_theme(theme)
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
        has_choice = state.rows > 0
        texts = (
            ("Enter", self.tr("Copy") if state.copies_only else self.tr("Paste"), has_choice),
            ("Ctrl+Enter", self.tr("Copy only"), has_choice and not state.copies_only),
            ("Alt+1" if state.rows == 1 else f"Alt+1…{state.rows}", self.tr("Pick"), has_choice),
            ("Ctrl+E", self.tr("Edit"), has_choice),
            ("Ctrl+N", self.tr("New"), True),
            ("Ctrl+G", self.tr("Suggest"), True),
            ("Esc", self.tr("Clear") if state.has_text else self.tr("Close"), True),
        )
        for hint, (keys, what, is_available) in zip(self._hints, texts, strict=True):
            hint.show_key(keys, what)
            hint.is_available = is_available
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many keys as fit."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Show the available keys; if they do not fit, leave out the least important, never elide."""
        shown = [hint for hint in self._hints if hint.is_available]
        for number in _OMISSION_ORDER:
            if self._width_of(shown) <= self.width():
                break
            if self._hints[number] in shown:
                shown.remove(self._hints[number])
        for hint in self._hints:
            hint.setVisible(hint in shown)

    def _width_of(self, hints: Sequence["_KeyHint"]) -> int:
        gaps = self._keys_row.spacing() * len(hints) + 2 * self._theme.space(4)
        return sum(hint.needed_width() for hint in hints) + gaps

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
        self._advice.setText(elided(notice.text, advice, width))
        for label, text in ((self._headline, notice.headline), (self._advice, notice.text)):
            label.setAccessibleName(text)
            label.setToolTip(plain_tip(text) if label.text() != text else "")
        self._pages.setCurrentWidget(self._message)


class _KeyHint(QWidget):
    """A key and its action."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._cap, self._what = QLabel(self), QLabel(self)
        set_look(self._cap, "key")
        set_look(self._what, "secondary")
        self._row = QHBoxLayout(self)
        self.is_available = False
        self._row.addWidget(self._cap)
        self._row.addWidget(self._what)

    def needed_width(self) -> int:
        """Return the width at which nothing is cut off."""
        for label in (self._cap, self._what):
            label.ensurePolished()
        return self._cap.sizeHint().width() + self._row.spacing() + self._what.sizeHint().width()

    def set_theme(self, theme: Theme) -> None:
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.space(1.5))
        self._cap.setFixedHeight(theme.space(5))

    def show_key(self, keys: str, what: str) -> None:
        self._cap.setText(keys)
        self._what.setText(what)
        self.setAccessibleName(f"{keys}: {what}")


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
