"""The foot of the palette: the keys that work now, or a line of news in their place."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedLayout, QWidget

from quickdesk.ui.notice import Notice
from quickdesk.ui.notice_bar import tone_picture
from quickdesk.ui.theme import TextSize, Theme, elided, mark, plain_tip
from quickdesk.ui.tokens import SIZES


@dataclass(frozen=True, slots=True)
class Moment:
    """What decides which keys work: whether there is a row to choose, and text to clear."""

    has_choice: bool
    has_text: bool


class PaletteFooter(QWidget):
    """A row of key caps with what they do."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._moment = Moment(has_choice=False, has_text=False)
        self._notice: Notice | None = None
        self._hints: list[_KeyHint] = [_KeyHint(self) for _ in range(6)]
        self._keys, self._news = QWidget(self), QWidget(self)
        self._picture, self._headline, self._advice = (QLabel(self._news) for _ in range(3))
        self._pages = QStackedLayout(self)
        self._build()
        self.set_theme(theme)

    def _build(self) -> None:
        self._keys_row, self._news_row = QHBoxLayout(self._keys), QHBoxLayout(self._news)
        for hint in self._hints[:-1]:
            self._keys_row.addWidget(hint)
        self._keys_row.addStretch(1)
        self._keys_row.addWidget(self._hints[-1])
        self._news_row.addWidget(self._picture)
        for label in (self._headline, self._advice):
            label.setTextFormat(Qt.TextFormat.PlainText)
            self._news_row.addWidget(label)
        self._news_row.setStretchFactor(self._advice, 1)
        mark(self._advice, "secondary")
        self._pages.addWidget(self._keys)
        self._pages.addWidget(self._news)

    def set_theme(self, theme: Theme) -> None:
        """Wear another theme."""
        self._theme = theme
        self.setFixedHeight(theme.px(SIZES.footer))
        self._keys_row.setContentsMargins(theme.space(4), 0, theme.space(4), 0)
        self._keys_row.setSpacing(theme.space(4))
        self._news_row.setContentsMargins(theme.space(4), 0, theme.space(4), 0)
        self._news_row.setSpacing(theme.space(2))
        for hint in self._hints:
            hint.set_theme(theme)
        self.retranslate()

    def retranslate(self) -> None:
        """Speak the language that is installed now."""
        self.setAccessibleName(self.tr("Keys"))
        self._keys.setAccessibleName(self.tr("Keys that work now"))
        self._news.setAccessibleName(self.tr("News"))
        self._picture.setAccessibleName(self.tr("Kind of news"))
        self.show_keys(self._moment)
        self.show_notice(self._notice)

    def show_keys(self, moment: Moment) -> None:
        """Show the keys that work in this moment."""
        self._moment = moment
        texts = (
            ("Enter", self.tr("Paste"), moment.has_choice),
            ("Ctrl+Enter", self.tr("Copy only"), moment.has_choice),
            ("Alt+1…9", self.tr("Pick"), moment.has_choice),
            ("Ctrl+E", self.tr("Edit"), moment.has_choice),
            ("Ctrl+N", self.tr("New"), True),
            ("Esc", self.tr("Clear") if moment.has_text else self.tr("Close"), True),
        )
        for hint, (keys, what, works) in zip(self._hints, texts, strict=True):
            hint.show_key(keys, what)
            hint.setVisible(works)

    def show_notice(self, notice: Notice | None) -> None:
        """Show a line of news in place of the keys, or the keys again."""
        self._notice = notice
        if notice is None:
            self._pages.setCurrentWidget(self._keys)
            return
        self._picture.setPixmap(tone_picture(notice.tone, self._theme, self.devicePixelRatioF()))
        room = self._theme.px(SIZES.palette_width) - self._theme.space(16)
        headline, advice = self._theme.font(semibold=True), self._theme.font(TextSize.SMALL)
        self._headline.setFont(headline)
        self._headline.setText(elided(notice.headline, headline, room))
        room -= self._headline.sizeHint().width()
        self._advice.setText(elided(notice.text, advice, room))
        for label, text in ((self._headline, notice.headline), (self._advice, notice.text)):
            label.setAccessibleName(text)
            label.setToolTip(plain_tip(text) if label.text() != text else "")
        self._pages.setCurrentWidget(self._news)


class _KeyHint(QWidget):
    """One key cap and what the key does."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._cap, self._what = QLabel(self), QLabel(self)
        mark(self._cap, "key")
        mark(self._what, "secondary")
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._cap)
        self._row.addWidget(self._what)

    def set_theme(self, theme: Theme) -> None:
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.space(1.5))
        self._cap.setFixedHeight(theme.space(5))

    def show_key(self, keys: str, what: str) -> None:
        self._cap.setText(keys)
        self._what.setText(what)
        self.setAccessibleName(f"{keys}: {what}")
