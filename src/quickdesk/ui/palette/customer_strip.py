"""The strip of the palette that shows the current customer; hidden while there is none."""

from dataclasses import dataclass, field

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from quickdesk.ui.icons import Icon, pixmap
from quickdesk.ui.language import follow_language
from quickdesk.ui.qt_text import inline_text
from quickdesk.ui.theme import TextSize, Theme, elided, plain_tip, set_look
from quickdesk.ui.tokens import Role

_MAX_NAME_WIDTH = 200
_MAX_ABOUT_WIDTH = 240
_MAX_OTHERS_WIDTH = 280
_MAX_OTHER_WIDTH = 72
"""The maximum widths of the names, in design pixels; longer ones are elided."""
_MAX_TAGS = 4


@dataclass(frozen=True, slots=True)
class OtherCustomer:
    """A customer that is open beside the current one, and the digit that switches to it."""

    digit: int
    name: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class ShownCustomer:
    """What the strip shows. ``note`` is the pinned note written last, with personal numbers masked.

    ``unknown`` is a nickname from the title of the chat window without a card; there is no customer then.
    ``switch_keys`` are the keys held with the digit, for display; empty if there are none.
    """

    name: str = field(default="", repr=False)
    platform: str = ""
    tags: tuple[str, ...] = ()
    note: str = field(default="", repr=False)
    is_do_not_contact: bool = False
    reason: str = field(default="", repr=False)
    digit: int = 0
    others: tuple[OtherCustomer, ...] = ()
    switch_keys: str = ""
    unknown: str = field(default="", repr=False)


class CustomerStrip(QWidget):
    """One line: the name, what is known at a glance, and the digits of the customers that are open."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: ShownCustomer | None = None
        self._sign = QLabel(self)
        self._name, self._about, self._note = QLabel(self), QLabel(self), QLabel(self)
        self._others = QLabel(self)
        self._row = QHBoxLayout(self)
        for label in (self._sign, self._name, self._about, self._note, self._others):
            label.setTextFormat(Qt.TextFormat.PlainText)
            self._row.addWidget(label)
        for label in (self._about, self._others):
            set_look(label, "secondary")
        self._row.setStretchFactor(self._note, 1)
        self._note.setMinimumWidth(1)
        self.hide()
        self.set_theme(theme)
        follow_language(self, self._show_texts)

    @property
    def text(self) -> str:
        """What the strip says, for a screen reader."""
        return self.accessibleName()

    def show_customer(self, shown: ShownCustomer | None) -> None:
        """Show the current customer; None hides the strip."""
        self._shown = shown
        self.setVisible(shown is not None)
        self._show_texts()

    def set_theme(self, theme: Theme) -> None:
        """Set the theme."""
        self._theme = theme
        self._row.setContentsMargins(theme.space(4), 0, theme.space(4), 0)
        self._row.setSpacing(theme.space(2))
        self._show_texts()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten the note to the room that is left."""
        super().resizeEvent(event)
        self._show_note()

    def _show_texts(self) -> None:
        shown, theme = self._shown, self._theme
        if shown is None:
            return
        is_warning = shown.is_do_not_contact or bool(shown.unknown)
        icon, role = (Icon.WARNING, Role.WARNING) if is_warning else (Icon.CUSTOMER, Role.ACCENT)
        self._sign.setPixmap(pixmap(icon, theme, role, ratio=self.devicePixelRatioF()))
        font = theme.font(TextSize.BODY, semibold=True)
        name = inline_text(shown.name) if shown.name else self._without_name(shown)
        self._name.setFont(font)
        self._name.setText(elided(name, font, theme.px(_MAX_NAME_WIDTH)))
        set_look(self._name, "warning" if is_warning else "")
        texts = filter(None, (shown.platform, *shown.tags[:_MAX_TAGS]))
        about = "  ·  ".join(map(inline_text, texts))
        self._about.setText(elided(about, theme.font(TextSize.SMALL), theme.px(_MAX_ABOUT_WIDTH)))
        self._about.setVisible(bool(self._about.text()))
        self._others.setText(self._others_text(shown))
        self._others.setVisible(bool(self._others.text()))
        self.setAccessibleName("; ".join(filter(None, (name, about, self._words(), self._others.text()))))
        self._show_note()

    def _show_note(self) -> None:
        words = self._words()
        is_warning = self._shown is not None and self._shown.is_do_not_contact
        set_look(self._note, "warning" if is_warning else "secondary")
        self._note.ensurePolished()
        self._note.setText(elided(words, self._note.font(), max(self._note.width(), 0)))
        self._note.setToolTip(plain_tip(words) if self._note.text() != words else "")

    def _words(self) -> str:
        """Return the warning of a customer who is not to be contacted, else the pinned note."""
        shown = self._shown
        if shown is None:
            return ""
        if shown.is_do_not_contact:
            text = self.tr("Do not contact: {reason}") if shown.reason else self.tr("Do not contact")
            return text.replace("{reason}", inline_text(shown.reason))
        return inline_text(shown.note)

    def _without_name(self, shown: ShownCustomer) -> str:
        if shown.unknown:
            return self.tr("No card for {nickname}").replace("{nickname}", inline_text(shown.unknown))
        return self.tr("No current customer")

    def _others_text(self, shown: ShownCustomer) -> str:
        """Return the digits with the names of the others, as far as there is room, and how many are open."""
        if not shown.others:
            return ""
        count = len(shown.others) + bool(shown.name)
        head = self.tr("{count} open").replace("{count}", str(count))
        if not shown.switch_keys:
            return head
        font = self._theme.font(TextSize.SMALL)
        names, left = f"{head}  ·  {shown.switch_keys}+", self._theme.px(_MAX_OTHERS_WIDTH)
        for at, other in enumerate(shown.others):
            name = elided(inline_text(other.name), font, self._theme.px(_MAX_OTHER_WIDTH))
            longer = f"{names}{'  ' if at else ''}{other.digit} {name}"
            if QFontMetrics(font).horizontalAdvance(longer) > left:
                return f"{names} …"
            names = longer
        return names
