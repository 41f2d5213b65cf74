"""The preview of a merge: both cards, and the card that they become; it covers the window until an answer."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from quickdesk.customers.customer import Customer
from quickdesk.customers.views.editing import CardField, Value, value_of
from quickdesk.ui.card.field_words import field_name, value_text
from quickdesk.ui.controls import MarginScrollArea, PushButton
from quickdesk.ui.customers.cover import Cover
from quickdesk.ui.language import follow_language
from quickdesk.ui.qt_text import inline_text
from quickdesk.ui.theme import Theme, set_look

_NAME_WIDTH, _MOST = 88, 60
"""The width of the names in design pixels, and the characters of a label that are shown."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class MergeSheet(Cover):
    """Enter merges, Esc leaves both as they are, and a button changes which card stays."""

    accepted = Signal(str, str)
    """The id of the card that stays, and of the one that goes to the trash."""
    swapped = Signal(str, str)
    """The same for the preview that is wanted instead."""
    cancelled = Signal()

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._ids = ("", "")
        self._cells: list[QLabel] = []
        self._heading, self._text = QLabel(), QLabel()
        self._merge, self._swap, self._cancel = PushButton(), PushButton(), PushButton()
        self._grid = QGridLayout()
        self._area = MarginScrollArea(self._grid)
        self._column, self._buttons = QVBoxLayout(self), QHBoxLayout()
        self._build()
        follow_language(self, self._translate)
        self.set_theme(theme)

    def open(self, kept: Customer, other: Customer, result: Customer) -> None:
        """Show two cards and what they become; the focus is on the button that merges."""
        self._ids = (kept.id, other.id)
        self._fill(kept, other, result)
        self.cover()
        self._merge.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_theme(self, theme: Theme) -> None:
        """Set the theme."""
        self._theme = theme
        space = theme.space
        self._column.setContentsMargins(space(6), space(5), space(6), space(5))
        self._column.setSpacing(space(3))
        self._buttons.setSpacing(space(2))
        self._grid.setHorizontalSpacing(space(4))
        self._grid.setVerticalSpacing(space(2))
        self._grid.setColumnMinimumWidth(0, theme.px(_NAME_WIDTH))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Merge or cancel."""
        if event.key() == Qt.Key.Key_Escape:
            self._on_cancel()
        elif event.key() in _ENTER:
            self._on_merge()
        event.accept()

    def _build(self) -> None:
        set_look(self._heading, "heading")
        set_look(self._text, "secondary")
        set_look(self._merge, "primary")
        self._text.setWordWrap(True)
        for column in (1, 2, 3):
            self._grid.setColumnStretch(column, 1)
        self._buttons.addWidget(self._swap)
        self._buttons.addStretch(1)
        self._buttons.addWidget(self._cancel)
        self._buttons.addWidget(self._merge)
        self._column.addWidget(self._heading)
        self._column.addWidget(self._text)
        self._column.addWidget(self._area, 1)
        self._column.addLayout(self._buttons)
        self._merge.clicked.connect(self._on_merge)
        self._swap.clicked.connect(self._on_swap)
        self._cancel.clicked.connect(self._on_cancel)

    def _fill(self, kept: Customer, other: Customer, result: Customer) -> None:
        for cell in self._cells:
            self._grid.removeWidget(cell)
            cell.hide()
            cell.deleteLater()
        self._cells = []
        heads = (
            self.tr("Stays: {label}"),
            self.tr("Goes to the trash: {label}"),
            self.tr("Becomes: {label}"),
        )
        for column, (head, card) in enumerate(zip(heads, (kept, other, result), strict=True), start=1):
            self._add(0, column, head.replace("{label}", inline_text(card.label[:_MOST])), "group")
        row = 1
        for field in CardField:
            values = [value_of(card, field) for card in (kept, other, result)]
            if any(map(_has_value, values)):
                self._add_field(row, field, values)
                row += 1
        self._grid.setRowStretch(row, 1)

    def _add_field(self, row: int, field: CardField, values: Sequence[Value]) -> None:
        self._add(row, 0, field_name(field), "secondary")
        for column, value in enumerate(values, start=1):
            is_changed = column == 3 and value != values[0]
            text = value_text(field, value, is_masked=True) if _has_value(value) else "—"
            self._add(row, column, text, "success" if is_changed else "")

    def _add(self, row: int, column: int, text: str, look: str) -> None:
        label = QLabel(text)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        set_look(label, look)
        self._grid.addWidget(label, row, column)
        self._cells.append(label)

    def _on_merge(self) -> None:
        self.hide()
        self.accepted.emit(*self._ids)

    def _on_swap(self) -> None:
        self.swapped.emit(self._ids[1], self._ids[0])

    def _on_cancel(self) -> None:
        self.hide()
        self.cancelled.emit()

    def _translate(self) -> None:
        self._heading.setText(self.tr("Merge two customers"))
        self._text.setText(
            self.tr("Notes, orders and cases of both are kept on the card that stays. Ctrl+Z undoes it.")
        )
        self._merge.setText(self.tr("Merge"))
        self._swap.setText(self.tr("Keep the other card"))
        self._cancel.setText(self.tr("Cancel"))
        self.setAccessibleName(self._heading.text())


def _has_value(value: Value) -> bool:
    return (
        bool(value[0]) if isinstance(value, tuple) and value and isinstance(value[0], bool) else bool(value)
    )
