"""The boxes of a form in a column, one per field; tracks the current box."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from PySide6.QtCore import QMargins, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from quickdesk.replies.form import Box
from quickdesk.ui.controls import MarginScrollArea
from quickdesk.ui.form.field_row import FieldRow
from quickdesk.ui.language import follow_language
from quickdesk.ui.theme import Theme

_LONG_VALUE = "国" * 12
"""The assumed value of an empty box."""


class BoxesPane(MarginScrollArea):
    """A scrollable column of boxes; ``entered`` carries the name of the box that got the focus."""

    value_changed = Signal()
    entered = Signal(str)

    def __init__(self, boxes: Sequence[Box], theme: Theme) -> None:
        column = QVBoxLayout()
        super().__init__(column)
        self._boxes, self._column = boxes, column
        self._rows = [FieldRow(box, theme) for box in boxes]
        self.current = boxes[0].name if boxes else ""
        for row in self._rows:
            self._column.addWidget(row)
            row.value_changed.connect(self.value_changed)
            row.entered.connect(self._on_row_entered)
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
        for row in self._rows:
            row.set_theme(theme)

    def _translate(self) -> None:
        self.setAccessibleName(self.tr("Fields"))

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

    def _go_to(self, row: FieldRow) -> None:
        row.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_row_entered(self, name: str) -> None:
        self.current = name
        row = next((row for row in self._rows if row.name == name), None)
        if row is not None:
            self.ensureWidgetVisible(row)
        self.entered.emit(name)
