"""One field of the form that a fact has filled in: its name and value in one line, editable for this once."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from quickdesk.replies.facts import FactsOfDay
from quickdesk.replies.form import Box, fact_note
from quickdesk.replies.shop.contexts import doubled_unit
from quickdesk.ui import messages
from quickdesk.ui.form.inputs import FieldLine
from quickdesk.ui.language import follow_language
from quickdesk.ui.qt_text import displayable, inline_text
from quickdesk.ui.theme import TextSize, Theme, elided, set_look

_MAX_NAME_WIDTH = 120
"""The maximum width of the name, in design pixels; a longer one is elided and shown in the tool tip."""


class FactRow(QWidget):
    """The quiet counterpart of a FieldRow; ``entered`` carries the name when it gets the focus."""

    value_changed = Signal()
    entered = Signal(str)
    other_line_height = 0

    def __init__(self, box: Box, theme: Theme) -> None:
        super().__init__()
        self.name, self.box = box.name, box
        self._facts: FactsOfDay | None = None
        self._label, self._note = QLabel(), QLabel()
        self._line = FieldLine(displayable(box.value))
        self._line.setCursorPosition(0)  # the beginning of a long value says more than its end
        self._line.value_changed.connect(self.value_changed)
        self._line.entered.connect(self._on_entered)
        self._build()
        self.set_theme(theme)
        self.show_missing(is_missing=False)
        follow_language(self, self._translate)

    @property
    def value(self) -> str:
        """The current value."""
        return self._line.text()

    def set_value(self, value: str) -> None:
        """Replace the value."""
        self._line.set_value(value)

    def show_missing(self, *, is_missing: bool) -> None:
        """Show or hide the warning that the value is required; it takes the place of other notes."""
        note = None if self._facts is None else fact_note(self.box, self.value, self._facts)
        unit = doubled_unit(self.value, self.box.after)
        if is_missing:
            text = self.tr("required")
        elif unit:
            text = messages.doubled_unit(unit)
        elif note is not None and self._facts is not None:
            text = messages.fact_note(note, self._facts.named(self.name))
        else:
            text = ""
        self._is_missing = is_missing
        self._note.setText(text)
        self._note.setVisible(bool(text))
        self._line.setAccessibleDescription(text)

    def show_facts(self, facts: FactsOfDay) -> None:
        """Say what has become of the fact; the value stays."""
        self._facts = facts
        self.show_missing(is_missing=self._is_missing)

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Focus the value and select it, so that typing replaces it."""
        self._line.setFocus(reason)
        self._line.selectAll()

    def set_theme(self, theme: Theme) -> None:
        """Set the theme."""
        width, font = theme.px(_MAX_NAME_WIDTH), theme.font(TextSize.SMALL)
        name = inline_text(self.name)
        self._label.setText(elided(name, font, width))
        self._label.setToolTip(name if self._label.text() != name else "")
        self._label.setFixedWidth(width)
        self._grid.setHorizontalSpacing(theme.space(2))
        self._grid.setVerticalSpacing(theme.space(0.5))

    def _build(self) -> None:
        set_look(self._label, "secondary")
        set_look(self._note, "warning")
        set_look(self._line, "quiet")
        for label in (self._label, self._note):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._note.setWordWrap(True)
        self._line.setAccessibleName(self.name)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.addWidget(self._label, 0, 0)
        self._grid.addWidget(self._line, 0, 1)
        self._grid.addWidget(self._note, 1, 1)

    def _translate(self) -> None:
        self.show_missing(is_missing=self._is_missing)

    def _on_entered(self) -> None:
        self.entered.emit(self.name)
