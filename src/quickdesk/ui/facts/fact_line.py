"""One line of the facts page: name, value, the last day of validity, how many replies use it, and remove."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QToolButton, QWidget

from quickdesk.replies.facts import Fact, fact_key
from quickdesk.replies.shop.contexts import doubled_unit, ends_with_unit, words_around
from quickdesk.replies.shop.uses import Entry
from quickdesk.ui import messages
from quickdesk.ui.facts.value_edit import ENTER_KEYS, ValueEdit, as_edited
from quickdesk.ui.icons import Icon, icon
from quickdesk.ui.language import follow_language
from quickdesk.ui.notice import Notice
from quickdesk.ui.qt_text import displayable, inline_text
from quickdesk.ui.theme import TextSize, Theme, elided, plain_tip, set_look
from quickdesk.ui.tokens import SIZES


@dataclass(frozen=True, slots=True)
class LineWidths:
    """The widths of the columns in design pixels; ``value`` is the least for it, and it has the rest."""

    name: int
    value: int
    day: int
    uses: int


WIDE: Final = LineWidths(140, 160, 112, 84)
NARROW: Final = LineWidths(92, 80, 96, 62)
_MOST_BEFORE, _MOST_AFTER, _GAP = 8, 10, "＿＿"
"""The characters shown of the words around a value, and what stands for the value."""


class FactLine(QWidget):
    """Edits one fact. A line with ``entry`` None is for a new one, whose name is typed."""

    saved = Signal(str, str, str)
    """Name, value and last day as they were typed: the line is left or finished, and something changed."""
    removed = Signal(str)
    finished = Signal()
    """Enter was pressed: on to the next line."""

    def __init__(self, entry: Entry | None, theme: Theme) -> None:
        super().__init__()
        self._entry = entry
        self._theme, self._widths = theme, WIDE
        self._sent: tuple[str, str, str] | None = None
        self._problem: Notice | None = None
        self._is_expired = False
        self._label, self._name = QLabel(), QLineEdit()
        self._value, self._day = ValueEdit(), QLineEdit()
        self._uses, self._remove, self._note = QLabel(), QToolButton(), QLabel()
        self._build()
        self._connect()
        if entry is not None:
            self._show_stored()
        follow_language(self, self._translate)
        self.set_theme(theme)

    @property
    def key(self) -> str:
        """The key of the fact's name; empty for a new one."""
        return "" if self._entry is None else fact_key(self._entry.name)

    @property
    def entry(self) -> Entry | None:
        """The entry that the line shows, None for a new one."""
        return self._entry

    @property
    def typed_name(self) -> str:
        """The name as it is typed."""
        return self._typed[0]

    @property
    def tab_stops(self) -> tuple[QWidget, ...]:
        """The boxes in the order in which Tab goes through them."""
        return (self._name, self._value, self._day) if self._entry is None else (self._value, self._day)

    @property
    def is_changed(self) -> bool:
        """Whether something is typed that is not stored."""
        name, value, day = self._stored
        return self._typed != (name, as_edited(value), day)

    def show_entry(self, entry: Entry, today: date) -> None:
        """Show the same fact as it is stored now; what is being typed stays."""
        was_changed = self.is_changed and self._typed != self._sent
        self._entry = entry
        self._is_expired = entry.fact is not None and not entry.fact.is_valid_on(today)
        if not was_changed:
            self._show_stored()
            self._problem = None
        self._translate()

    def show_problem(self, notice: Notice | None) -> None:
        """Show why the line could not be saved."""
        self._problem, self._sent = notice, None
        self._show_note()

    def clear(self) -> None:
        """Empty a line for a new fact, because it was saved."""
        for edit in (self._name, self._day):
            edit.clear()
        self._value.clear()
        self.show_problem(None)

    def save(self) -> None:
        """Emit ``saved`` if something changed, ``removed`` if the value is empty now."""
        typed = self._typed
        if not self.is_changed or typed == self._sent:
            return
        self._sent = typed
        name, value, day = typed
        if value.strip():
            self.saved.emit(name, value, day)
        elif self._entry is not None and self._entry.fact is not None:
            self.removed.emit(name)

    def start(self) -> None:
        """Focus the first box that can be edited."""
        first = self._name if self._entry is None else self._value
        first.setFocus(Qt.FocusReason.TabFocusReason)

    def set_theme(self, theme: Theme) -> None:
        """Set the theme."""
        self._theme = theme
        self.set_widths(self._widths)
        self._day.ensurePolished()
        self._value.set_least_height(self._day.sizeHint().height())
        size = theme.px(SIZES.icon)
        self._remove.setIcon(icon(Icon.REMOVE, theme))
        self._remove.setIconSize(QSize(size, size))
        self._remove.setFixedSize(theme.px(28), theme.px(28))
        self._grid.setHorizontalSpacing(theme.space(2))
        self._grid.setVerticalSpacing(theme.space(0.5))
        for label in (self._label, self._uses):
            label.setMinimumHeight(theme.px(30))

    def set_widths(self, widths: LineWidths) -> None:
        """Set the widths of the columns."""
        self._widths = widths
        px = self._theme.px
        for name in (self._label, self._name):
            name.setFixedWidth(px(widths.name))
        self._day.setFixedWidth(px(widths.day))
        self._uses.setFixedWidth(px(widths.uses))
        self._show_name()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """On Enter go on."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in ENTER_KEYS and not held:
            self._on_enter()
        else:
            super().keyPressEvent(event)

    @property
    def _typed(self) -> tuple[str, str, str]:
        name = self._name.text() if self._entry is None else self._entry.name
        return name.strip(), self._value.toPlainText().strip(), self._day.text().strip()

    @property
    def _stored(self) -> tuple[str, str, str]:
        fact = None if self._entry is None else self._entry.fact
        name = "" if self._entry is None else self._entry.name
        return name, "" if fact is None else fact.value, _day_text(fact)

    def _build(self) -> None:
        is_new = self._entry is None
        (self._label if is_new else self._name).hide()  # they have no place
        for label in (self._label, self._note):
            label.setTextFormat(Qt.TextFormat.PlainText)
        set_look(self._uses, "secondary")
        self._note.setWordWrap(True)
        self._note.hide()
        self._remove.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # emptying the value does the same
        size = self._remove.sizePolicy()
        size.setRetainSizeWhenHidden(True)
        self._remove.setSizePolicy(size)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        top = Qt.AlignmentFlag.AlignTop
        for column, widget in enumerate((self._name if is_new else self._label, self._value, self._day)):
            self._grid.addWidget(widget, 0, column, top)
        self._grid.addWidget(self._uses, 0, 3, top)
        self._grid.addWidget(self._remove, 0, 4, top)
        self._grid.addWidget(self._note, 1, 1, 1, 3)
        self._grid.setColumnStretch(1, 1)

    def _connect(self) -> None:
        self._value.entered.connect(self._on_enter)
        self._value.resized.connect(self._show_example)
        self._remove.clicked.connect(self._on_remove)

    def _show_stored(self) -> None:
        _, value, day = self._stored
        if self._value.toPlainText() != value:
            self._value.setPlainText(displayable(value))
        self._day.setText(day)
        self._sent = None

    def _show_name(self) -> None:
        if self._entry is None:
            return
        name, font = inline_text(self._entry.name), self._theme.font(TextSize.BODY)
        self._label.setText(elided(name, font, self._theme.px(self._widths.name)))
        self._label.setToolTip(plain_tip(name) if self._label.text() != name else "")

    def _translate(self) -> None:
        self._day.setPlaceholderText(self.tr("no limit"))
        self._name.setPlaceholderText(self.tr("Name of the field"))
        name = self.tr("New fact") if self._entry is None else self._entry.name
        self._name.setAccessibleName(self.tr("Name of the field"))
        self._value.setAccessibleName(name)
        self._day.setAccessibleName(self.tr("{name}: last day").replace("{name}", name))
        self._remove.setToolTip(self.tr("Remove"))
        self._remove.setAccessibleName(self.tr("Remove"))
        self._remove.setHidden(self._entry is None or self._entry.fact is None)
        if self._entry is None:
            self._uses.setText("")
        else:
            self._uses.setText(f"{len(self._entry.replies):,}")
            self._show_example()
        self._show_note()

    def _show_example(self) -> None:
        """Show in the empty box what replies offer, or else between which words the value will stand."""
        if self._entry is not None:
            text = " / ".join(map(inline_text, self._entry.choices)) or _sentence(self._entry)
            width = self._value.viewport().width() - self._theme.space(2)
            self._value.setPlaceholderText(elided(text, self._theme.font(), width))

    def _show_note(self) -> None:
        if self._problem is not None:
            text, look = self._problem.text or self._problem.headline, "danger"
        elif self._is_expired:
            text, look = self.tr("Expired: the forms ask again"), "warning"
        else:
            unit = "" if self._entry is None else _doubled_unit(self._entry)
            text, look = messages.doubled_unit(unit) if unit else "", "secondary"
        set_look(self._note, look)
        self._note.setText(text)
        self._note.setVisible(bool(text))
        self._value.setAccessibleDescription(text)

    def _on_enter(self) -> None:
        self.save()
        self.finished.emit()

    def _on_remove(self) -> None:
        if self._entry is not None and self._entry.fact is not None:
            self.removed.emit(self._entry.name)


def _day_text(fact: Fact | None) -> str:
    return "" if fact is None or fact.until is None else fact.until.isoformat()


def _sentence(entry: Entry) -> str:
    """Return the words around the value in the first reply that has some, empty if none has."""
    for reply in entry.replies:
        before, after = words_around(reply.body, entry.name)
        if before or after:
            return inline_text(before[-_MOST_BEFORE:] + _GAP + after[:_MOST_AFTER])
    return ""


def _doubled_unit(entry: Entry) -> str:
    """Return the unit of the stored value that a reply has after it too, empty if none has."""
    if entry.fact is None:
        return ""
    value = entry.fact.value
    units = (doubled_unit(value, words_around(reply.body, entry.name)[1]) for reply in entry.replies)
    return next(filter(None, units), "") if ends_with_unit(value) else ""
