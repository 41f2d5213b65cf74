"""A bar at the top of an editor or a form that offers a draft; nothing is filled in without an answer."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from quickdesk.replies.drafts import CustomerDraft, Draft, ReplyDraft
from quickdesk.ui.controls import PushButton
from quickdesk.ui.icons import Icon, pixmap
from quickdesk.ui.keys.key_hints import KeyCap
from quickdesk.ui.language import follow_language
from quickdesk.ui.qt_text import inline_text
from quickdesk.ui.theme import Theme, set_look
from quickdesk.ui.tokens import Role

RESTORE_KEY = "Ctrl+R"
_MOST_CHARACTERS = 40
"""The most characters that are shown of a title."""


class DraftBar(QWidget):
    """Hidden until ``offer``, and after the answer; with the margins of a window on three sides."""

    restored = Signal()
    discarded = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft: Draft | None = None
        self._now: datetime | None = None
        self._icon, self._text = QLabel(), QLabel()
        self._restore, self._discard, self._key = PushButton(), PushButton(), KeyCap()
        self._key.setText(RESTORE_KEY)
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        frame = QFrame()
        set_look(frame, "notice")
        self._margins = QVBoxLayout(self)
        self._margins.addWidget(frame)
        self._row = QHBoxLayout(frame)
        self._row.addWidget(self._icon)
        self._row.addWidget(self._text, 1)
        self._row.addWidget(self._key)
        for button, answer in ((self._restore, self.restored), (self._discard, self.discarded)):
            self._row.addWidget(button)
            button.clicked.connect(self.hide)
            button.clicked.connect(answer)
        self.set_theme(theme)
        follow_language(self, self._translate)
        self.hide()

    def offer(self, draft: Draft, now: datetime) -> None:
        """Offer a draft; ``now`` decides whether its date is shown."""
        self._draft, self._now = draft, now
        self._translate()
        self.show()

    def restore(self) -> None:
        """Answer with the restoring of the draft, if one is offered."""
        if self.isVisible():
            self._restore.click()

    def set_theme(self, theme: Theme) -> None:
        """Set the theme."""
        self._margins.setContentsMargins(theme.space(4), theme.space(3), theme.space(4), 0)
        self._row.setContentsMargins(theme.space(3), theme.space(2), theme.space(2), theme.space(2))
        self._row.setSpacing(theme.space(2))
        self._key.set_theme(theme)
        self._icon.setPixmap(pixmap(Icon.INFO, theme, Role.ACCENT, ratio=self.devicePixelRatioF()))

    def _translate(self) -> None:
        self._text.setText(self._description())
        self.setAccessibleName(self._text.text())
        self._restore.setText(self.tr("Restore"))
        self._discard.setText(self.tr("Discard"))
        for button in (self._restore, self._discard):
            button.setAccessibleName(f"{button.text()}: {self._text.text()}")

    def _description(self) -> str:
        draft = self._draft
        if draft is None:
            return ""
        if isinstance(draft, ReplyDraft):
            title = draft.content.title
            text = self.tr("Unsaved draft ({time}): {title}") if title else self.tr("Unsaved draft ({time})")
        elif isinstance(draft, CustomerDraft):
            title = next((line for text in draft.texts.values() for line in text.splitlines() if line), "")
            text = self.tr("Typed at {time}, not saved: {title}")
        else:
            title = " · ".join(filter(None, (draft.program, draft.title)))
            text = self.tr("Filled in at {time}, not sent: {title}")
            text = text if title else self.tr("Filled in at {time}, not sent")
        return text.replace("{time}", self._time(draft)).replace("{title}", _short(title))

    def _time(self, draft: Draft) -> str:
        moment = draft.changed_at.astimezone(self._now.tzinfo if self._now is not None else None)
        is_today = self._now is not None and moment.date() == self._now.date()
        return f"{moment:%H:%M}" if is_today else f"{moment:%Y-%m-%d %H:%M}"


def _short(title: str) -> str:
    line = inline_text(title)
    return line if len(line) <= _MOST_CHARACTERS else f"{line[:_MOST_CHARACTERS].rstrip()}…"
