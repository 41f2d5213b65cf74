"""One field of the form: the name, below it a line edit or choices, and a warning while it is missing.

The current one offers to make its value a fact of the shop, if its name is known to be the shop's, or to keep
it on the card of the customer that the form is for.
"""

from typing import TypeAlias

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from quickdesk.replies.facts import FactsOfDay
from quickdesk.replies.form import Box, FactNote, fact_note
from quickdesk.replies.shop.contexts import doubled_unit
from quickdesk.text.folding import has_visible
from quickdesk.ui import messages
from quickdesk.ui.form.inputs import ChoiceBox, FieldLine
from quickdesk.ui.icons import Icon, pixmap
from quickdesk.ui.language import follow_language
from quickdesk.ui.qt_text import displayable, without_mnemonic
from quickdesk.ui.theme import Theme, set_look
from quickdesk.ui.tokens import Role

_Input: TypeAlias = FieldLine | ChoiceBox


class FieldRow(QWidget):
    """A box with its name; ``entered`` carries the name when it gets the focus."""

    value_changed = Signal()
    entered = Signal(str)
    fact_requested = Signal()
    """The button was clicked that makes the value a fact."""
    card_requested = Signal()
    """The button was clicked that keeps the value on the card."""

    def __init__(self, box: Box, theme: Theme) -> None:
        super().__init__()
        self.name, self.box = box.name, box
        self._facts: FactsOfDay | None = None
        self._kept = box.value if box.is_from_card else ""
        self._note, self._to_fact, self._to_card = QLabel(), QPushButton(), QPushButton()
        self._name = QLabel(without_mnemonic(displayable(box.name)))
        self._name.setTextFormat(Qt.TextFormat.PlainText)
        self._name.setWordWrap(True)
        self._sign = QLabel()
        self._required = QLabel()
        self._input: _Input = (
            ChoiceBox(box.choices, box.value, theme) if box.choices else FieldLine(displayable(box.value))
        )
        self._input.value_changed.connect(self._on_value_changed)
        self._to_fact.clicked.connect(self.fact_requested)
        self._to_card.clicked.connect(self.card_requested)
        self._input.entered.connect(self._on_entered)
        self._build()
        self.set_theme(theme)
        self.show_missing(is_missing=False)
        follow_language(self, self._translate)

    @property
    def value(self) -> str:
        """The current value."""
        return self._input.text() if isinstance(self._input, FieldLine) else self._input.value

    def set_value(self, value: str) -> None:
        """Replace the value."""
        self._input.set_value(value)

    @property
    def can_become_fact(self) -> bool:
        """Whether the current value may be made a fact of the shop."""
        if not self.box.can_be_fact or not has_visible(self.value):
            return False
        return self._facts is None or fact_note(self.box, self.value, self._facts) is not FactNote.SAVED

    @property
    def can_be_kept(self) -> bool:
        """Whether the current value may be kept on the card of the customer: it came not from there."""
        is_known = self.box.is_from_card and self.value in self.box.choices
        return self.box.can_be_kept and has_visible(self.value) and self.value != self._kept and not is_known

    def show_kept(self, value: str) -> None:
        """Say that a value is on the card of the customer now."""
        self._kept = value
        self._show_note()

    def show_facts(self, facts: FactsOfDay) -> None:
        """Say that the fact of this name is expired, changed or just set."""
        self._facts = facts
        self._show_note()

    def show_offer(self, *, is_current: bool) -> None:
        """Offer to keep the value, if that is possible and the box is the current one."""
        self._is_current = is_current
        self._to_fact.setVisible(is_current and self.can_become_fact)
        self._to_card.setVisible(is_current and self.can_be_kept and not self.can_become_fact)

    @property
    def other_line_height(self) -> int:
        """The additional height in pixels while a value other than a choice, or a doubled unit, is typed."""
        if isinstance(self._input, ChoiceBox):
            return self._input.other_line_height
        if not self.box.after:
            return 0
        self._note.ensurePolished()
        text = messages.doubled_unit(self.box.after[0])  # its fonts determine the height
        return self._note.fontMetrics().size(0, text).height() + self._column.spacing()

    def show_missing(self, *, is_missing: bool) -> None:
        """Show or hide the warning that the value is required."""
        self._sign.setVisible(is_missing)
        self._required.setVisible(is_missing)
        self._input.setAccessibleDescription(self._required.text() if is_missing else "")

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Focus the box and select its value, so that typing replaces it."""
        self._input.setFocus(reason)
        if isinstance(self._input, FieldLine):
            self._input.selectAll()  # the window may get the focus later

    def set_theme(self, theme: Theme) -> None:
        """Set the theme."""
        self._column.setSpacing(theme.space())
        self._head.setSpacing(theme.space())
        self._sign.setPixmap(pixmap(Icon.WARNING, theme, Role.WARNING, ratio=self.devicePixelRatioF()))
        if isinstance(self._input, ChoiceBox):
            self._input.set_theme(theme)

    def _build(self) -> None:
        set_look(self._required, "warning")
        for button, is_offered in (
            (self._to_fact, self.box.can_be_fact),
            (self._to_card, self.box.can_be_kept and not self.box.can_be_fact),
        ):
            set_look(button, "link")
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            size = button.sizePolicy()
            size.setRetainSizeWhenHidden(is_offered)  # nothing moves when it appears
            button.setSizePolicy(size)
        self._name.setBuddy(self._input)
        if isinstance(self._input, ChoiceBox):
            self._input.set_name(self.name)
        else:
            self._input.setAccessibleName(self.name)
        self._head = QHBoxLayout()
        self._head.addWidget(self._name, 1)
        self._head.addWidget(self._to_fact)
        self._head.addWidget(self._to_card)
        self._head.addWidget(self._sign)
        self._head.addWidget(self._required)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._head)
        self._column.addWidget(self._input)
        self._column.addWidget(self._note)
        self._note.setTextFormat(Qt.TextFormat.PlainText)
        self._note.setWordWrap(True)
        self._is_current = False

    def _translate(self) -> None:
        self._required.setText(self.tr("required"))
        self._to_fact.setText(self.tr("Fill in everywhere: Ctrl+S"))
        self._to_fact.setAccessibleName(self.tr("Make this value a fact of the shop"))
        self._to_fact.setToolTip(self.tr("From now on the shop's facts fill in this field in every reply"))
        self._to_card.setText(self.tr("Keep on the card: Alt+K"))
        self._to_card.setAccessibleName(self.tr("Keep this value on the customer's card"))
        self._to_card.setToolTip(
            self.tr("From now on the card fills in this field in every reply to this customer")
        )
        self._show_note()
        self.show_missing(is_missing=self._required.isVisibleTo(self))

    def _show_note(self) -> None:
        """Say that a unit would stand there twice, else what has become of the fact."""
        unit = doubled_unit(self.value, self.box.after)
        note = None if self._facts is None or unit else fact_note(self.box, self.value, self._facts)
        text = messages.doubled_unit(unit) if unit else ""
        if note is not None and self._facts is not None:
            text = messages.fact_note(note, self._facts.named(self.name))
        is_kept = not text and bool(self._kept) and self.value == self._kept and not self.box.is_from_card
        if is_kept:
            text = self.tr("Kept: it is on the customer's card")
        set_look(self._note, "success" if note is FactNote.SAVED or is_kept else "secondary")
        self._note.setText(text)
        self._note.setVisible(bool(text))
        self.show_offer(is_current=self._is_current)

    def _on_value_changed(self) -> None:
        self._show_note()
        self.value_changed.emit()

    def _on_entered(self) -> None:
        self.entered.emit(self.name)
