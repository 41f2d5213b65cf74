"""The content of the panel for a quick note: for whom it is, the text, what is wrong with it, the keys."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from quickdesk.text.payment_data import PaymentData, payment_data
from quickdesk.ui.icons import Icon, pixmap
from quickdesk.ui.keys.key_hints import KeyHint, KeyHints
from quickdesk.ui.language import follow_language
from quickdesk.ui.notes.keys import NOTE_KEYS, NoteAction
from quickdesk.ui.notes.note_edit import NoteEdit
from quickdesk.ui.notice import Notice
from quickdesk.ui.qt_text import inline_text
from quickdesk.ui.theme import TextSize, Theme, elided, set_look
from quickdesk.ui.tokens import SIZES, Role

_RANKS: Final = {
    NoteAction.SAVE: 0,
    NoteAction.SAVE_PINNED: 2,
    NoteAction.REMARK: 3,
    NoteAction.CASE: 5,
    NoteAction.CHOOSE: 6,
    NoteAction.DROP: 1,
    NoteAction.HELP: 4,
}
"""The shown keys from left to right; a narrow panel leaves out the highest first, that with 0 never."""
_MAX_CHECKED: Final = 20_000
"""The characters that are searched for payment data with every key."""
_STRIP: Final = SIZES.strip + 4


class NoteView(QWidget):
    """Shows one note for one customer, or says that no customer is chosen."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._customer: str | None = None
        self._place = ""
        self._problem: Notice | None = None
        self.edit = NoteEdit()
        self._picture, self._who = QLabel(), QLabel()
        self._sign, self._warning = QLabel(), QLabel()
        self._keys = KeyHints(theme)
        for label in (self._who, self._warning):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._who.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._warning.setWordWrap(True)
        set_look(self._warning, "warning")
        self._column = QVBoxLayout(self)
        self._head, self._middle = QHBoxLayout(), QVBoxLayout()
        self._warning_row, self._foot = QHBoxLayout(), QHBoxLayout()
        self._lay_out()
        self.edit.textChanged.connect(self._show_warning)
        follow_language(self, self._translate)

    @property
    def text(self) -> str:
        """The text of the note."""
        return self.edit.toPlainText()

    @property
    def warning(self) -> str:
        """What is wrong with the text, empty if nothing is."""
        return "" if self._warning.isHidden() else self._warning.text()

    @property
    def who(self) -> str:
        """For whom the note is."""
        return self._who.accessibleName()

    def show_customer(self, label: str | None, place: str = "") -> None:
        """Show for whom the note is; ``place`` is the platform. None means that no customer is chosen."""
        self._customer, self._place = label, place
        self._show_who()
        self._show_keys()

    def show_problem(self, problem: Notice | None) -> None:
        """Show why the note could not be saved."""
        self._problem = problem
        self._show_warning()

    def set_theme(self, theme: Theme) -> None:
        """Set the theme."""
        self._theme = theme
        edge, gap = theme.space(4), theme.space(2)
        self._head.setContentsMargins(edge, 0, edge, 0)
        self._head.setSpacing(theme.space(1.5))
        self._middle.setContentsMargins(edge, theme.space(3), edge, theme.space(3))
        self._middle.setSpacing(gap)
        self._warning_row.setSpacing(theme.space(1.5))
        self._foot.setContentsMargins(edge, 0, edge, 0)
        self._who.setFixedHeight(theme.px(_STRIP))
        self._keys.setFixedHeight(theme.px(SIZES.footer))
        self._who.setFont(theme.font(TextSize.BODY, semibold=True))
        self._warning.setFont(theme.font(TextSize.SMALL))
        self._sign.setPixmap(pixmap(Icon.WARNING, theme, Role.WARNING, ratio=self.devicePixelRatioF()))
        self._keys.set_theme(theme)
        self._show_who()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Elide the name at the new width."""
        super().resizeEvent(event)
        self._show_who()

    def raised_bands(self) -> Sequence[QRect]:
        """Return the strip above and the footer."""
        strip, footer = self._theme.px(_STRIP), self._theme.px(SIZES.footer)
        place = self.geometry()
        return (
            QRect(place.left(), place.top(), place.width(), strip),
            QRect(place.left(), place.bottom() + 1 - footer, place.width(), footer),
        )

    def _lay_out(self) -> None:
        for layout in (self._column, self._head, self._middle, self._warning_row, self._foot):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(0)
        self._head.addWidget(self._picture)
        self._head.addWidget(self._who, 1)
        self._warning_row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        self._warning_row.addWidget(self._warning, 1)
        self._middle.addWidget(self.edit, 1)
        self._middle.addLayout(self._warning_row)
        self._foot.addWidget(self._keys, 1)
        self._column.addLayout(self._head)
        self._column.addLayout(self._middle, 1)
        self._column.addLayout(self._foot)

    def _show_who(self) -> None:
        if self._customer is None:
            text, picture, role = self.tr("No customer is chosen yet"), Icon.WARNING, Role.WARNING
        else:
            text = self.tr("Note for: {customer}").replace("{customer}", inline_text(self._customer))
            picture, role = Icon.EDIT, Role.ACCENT
            if self._place:
                text = f"{text}  ·  {inline_text(self._place)}"
        room = self.width() - 2 * self._theme.space(4) - self._theme.px(SIZES.icon) - self._theme.space(2)
        self._who.setText(elided(text, self._theme.font(TextSize.BODY, semibold=True), max(room, 1)))
        self._who.setAccessibleName(text)
        self._picture.setPixmap(pixmap(picture, self._theme, role, ratio=self.devicePixelRatioF()))

    def _show_keys(self) -> None:
        hints = []
        for action, rank in _RANKS.items():
            binding = NOTE_KEYS.of(action)
            text = binding.short_text
            if self._customer is None:
                if action in (NoteAction.SAVE_PINNED, NoteAction.REMARK, NoteAction.CASE, NoteAction.CHOOSE):
                    continue
                if action is NoteAction.SAVE:
                    text = self.tr("Choose the customer")
            hints.append(KeyHint(binding.keys[0], text, rank))
        self._keys.show_hints(hints)

    def _show_warning(self) -> None:
        if self._problem is not None:
            text = f"{self._problem.headline} {self._problem.text}".strip()
        else:
            text = self._about(payment_data(self.text[:_MAX_CHECKED]))
        self._warning.setText(text)
        for widget in (self._sign, self._warning):
            widget.setVisible(bool(text))

    def _about(self, kinds: Sequence[PaymentData]) -> str:
        if not kinds:
            return ""
        names = {
            PaymentData.BANK_CARD: self.tr("a bank card number"),
            PaymentData.PASSWORD: self.tr("a password"),
            PaymentData.ONE_TIME_CODE: self.tr("a one-time code"),
            PaymentData.ID_CARD: self.tr("an identity card number"),
        }
        listed = self.tr(", ", "between the parts of a list").join(names[kind] for kind in kinds)
        return self.tr("This looks like {data}. It does not belong in a note.").replace("{data}", listed)

    def _translate(self) -> None:
        self.edit.setAccessibleName(self.tr("Text of the note"))
        self.edit.setPlaceholderText(self.tr("Nothing is selected or copied. Type the note."))
        self._show_who()
        self._show_keys()
        self._show_warning()
