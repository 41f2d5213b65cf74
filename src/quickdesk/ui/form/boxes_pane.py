"""The boxes of a form in a column, one per field, first those to fill in; tracks the current box."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from PySide6.QtCore import QMargins, Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout

from quickdesk.replies.facts import FactsOfDay
from quickdesk.replies.form import Box
from quickdesk.ui.controls import MarginScrollArea
from quickdesk.ui.form.fact_row import FactRow
from quickdesk.ui.form.field_row import FieldRow
from quickdesk.ui.language import follow_language
from quickdesk.ui.qt_text import inline_text
from quickdesk.ui.theme import Theme, set_look

_LONG_VALUE = "国" * 12
"""The assumed value of an empty box."""


class BoxesPane(MarginScrollArea):
    """A scrollable column of boxes; ``entered`` carries the name of the box that got the focus.

    What the card of the customer and facts of the shop have filled in stands below, quiet, editable for this
    once.
    """

    value_changed = Signal()
    entered = Signal(str)
    fact_requested = Signal(str, str)
    """Name and value of a box whose value is to be a fact of the shop."""
    card_requested = Signal(str, str)
    """Name and value of a box whose value is to be kept on the card of the customer."""

    def __init__(self, boxes: Sequence[Box], theme: Theme) -> None:
        column = QVBoxLayout()
        super().__init__(column)
        self._boxes, self._column = boxes, column
        self._asked = [FieldRow(box, theme) for box in boxes if not box.is_filled]
        self._from_card = [FactRow(box, theme) for box in boxes if box.is_filled and box.is_from_card]
        self._from_facts = [FactRow(box, theme) for box in boxes if box.is_filled and not box.is_from_card]
        self._rows: list[FieldRow | FactRow] = [*self._asked, *self._from_card, *self._from_facts]
        self._card_heading, self._facts_heading = QLabel(), QLabel()
        self._customer = ""
        for heading in (self._card_heading, self._facts_heading):
            set_look(heading, "secondary")
            heading.setTextFormat(Qt.TextFormat.PlainText)
            heading.setWordWrap(True)
        self.current = self._rows[0].name if self._rows else ""
        for row in self._rows:
            if row in self._from_card[:1]:
                self._column.addWidget(self._card_heading)
            if row in self._from_facts[:1]:
                self._column.addWidget(self._facts_heading)
            self._column.addWidget(row)
            row.value_changed.connect(self.value_changed)
            row.entered.connect(self._on_row_entered)
        for asked in self._asked:
            asked.fact_requested.connect(self.request_fact)
            asked.card_requested.connect(self.request_keeping)
        self._column.addStretch(1)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        follow_language(self, self._translate)

    @property
    def values(self) -> Mapping[str, str]:
        """The current values, by name."""
        return MappingProxyType({row.name: row.value for row in self._rows})

    def fill(self, values: Mapping[str, str]) -> None:
        """Replace the values of the boxes that ``values`` names."""
        for row in self._rows:
            if row.name in values:
                row.set_value(values[row.name])

    @property
    def longest_values(self) -> Mapping[str, str]:
        """The longest expected values, by name: the longest choice, else a typical length."""
        return {box.name: max((*box.choices, box.value, _LONG_VALUE), key=len) for box in self._boxes}

    def height_for(self, width: int) -> int:
        """Return the height at which all boxes fit without scrolling, even while one shows its extra line."""
        return self._column.heightForWidth(width) + max(
            (row.other_line_height for row in self._rows), default=0
        )

    def set_theme(self, theme: Theme) -> None:
        """Set the theme."""
        self.set_margins(QMargins(0, 0, theme.space(3), 0))
        self._column.setSpacing(theme.space(3))
        self._card_heading.setContentsMargins(0, theme.space(2) if self._asked else 0, 0, 0)
        has_others = len(self._rows) > len(self._from_facts)
        self._facts_heading.setContentsMargins(0, theme.space(2) if has_others else 0, 0, 0)
        for row in self._rows:
            row.set_theme(theme)

    def show_facts(self, facts: FactsOfDay) -> None:
        """Say at each box what has become of the fact of its name."""
        for row in self._rows:
            row.show_facts(facts)

    def show_customer(self, customer: str) -> None:
        """Name the customer whose card has filled boxes."""
        self._customer = customer
        self._translate()

    def show_kept(self, name: str, value: str) -> None:
        """Say at a box that its value is on the card now."""
        for row in self._asked:
            if row.name == name:
                row.show_kept(value)

    def choices_of(self, name: str) -> int:
        """Return the number of choices of a box."""
        return next((len(box.choices) for box in self._boxes if box.name == name), 0)

    def request_fact(self) -> None:
        """Emit ``fact_requested`` for the current box, if its value may be a fact."""
        row = next((each for each in self._asked if each.name == self.current), None)
        if row is not None and row.can_become_fact:
            self.fact_requested.emit(row.name, row.value)

    def request_keeping(self) -> None:
        """Emit ``card_requested`` for the current box, if its value may be kept on the card."""
        row = next((each for each in self._asked if each.name == self.current), None)
        if row is not None and row.can_be_kept:
            self.card_requested.emit(row.name, row.value)

    def _translate(self) -> None:
        self.setAccessibleName(self.tr("Fields"))
        text = self.tr("Filled in from the card of {customer}; changes are for this reply only")
        self._card_heading.setText(text.replace("{customer}", inline_text(self._customer)))
        self._facts_heading.setText(self.tr("Filled in by the shop's facts; changes are for this reply only"))

    def start(self) -> None:
        """Focus the first box."""
        if self._rows:
            self._go_to(self._rows[0])

    def go_to_next(self, missing: Sequence[str]) -> bool:
        """Focus the next missing box; return False if none is missing except the current one."""
        names = [row.name for row in self._rows]
        at = names.index(self.current) + 1 if self.current in names else 0
        following = next((row for row in (*self._rows[at:], *self._rows) if row.name in missing), None)
        if following is None or following.name == self.current:
            return False
        self._go_to(following)
        return True

    def show_missing(self, missing: Sequence[str]) -> None:
        """Flag the missing boxes and focus the first."""
        for row in self._rows:
            row.show_missing(is_missing=row.name in missing)
        first = next((row for row in self._rows if row.name in missing), None)
        if first is not None:
            self._go_to(first)

    def show_filled(self, missing: Sequence[str]) -> None:
        """Clear the flag of boxes that are no longer missing."""
        for row in self._rows:
            if row.name not in missing:
                row.show_missing(is_missing=False)

    def _go_to(self, row: FieldRow | FactRow) -> None:
        row.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_row_entered(self, name: str) -> None:
        self.current = name
        for asked in self._asked:
            asked.show_offer(is_current=asked.name == name)
        row = next((row for row in self._rows if row.name == name), None)
        if row is not None:
            self.ensureWidgetVisible(row, 0, 0)
            if row.height() > self.viewport().height():  # its name and its first choices come first
                self.verticalScrollBar().setValue(row.y())
            self.horizontalScrollBar().setValue(0)  # it is hidden, so there is no way to scroll back
        self.entered.emit(name)
