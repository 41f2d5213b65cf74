"""The right pane of the customer window: how satisfied the customer was, and the timeline."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout

from quickdesk.customers.timeline import Entry, Satisfaction
from quickdesk.ui.controls import PushButton
from quickdesk.ui.customers.keys import CUSTOMER_KEYS, CustomerAction
from quickdesk.ui.customers.timeline_view import TimelineView, TitleOf
from quickdesk.ui.customers.timeline_words import satisfaction_name
from quickdesk.ui.flow_layout import FlowLayout
from quickdesk.ui.language import follow_language
from quickdesk.ui.theme import Theme, set_look


class TimelinePane(QFrame):
    """Shows what happened with one customer."""

    satisfaction_clicked = Signal(object)
    case_opened = Signal(object)
    """The Case of an entry is to be shown."""
    new_case_wanted = Signal()

    def __init__(self, theme: Theme, title_of: TitleOf) -> None:
        super().__init__()
        self._heading, self._empty = QLabel(), QLabel()
        self._view = TimelineView(theme, title_of)
        self._buttons = {value: PushButton() for value in Satisfaction}
        for value, button in self._buttons.items():
            set_look(button, "tag")
            button.clicked.connect(lambda _checked=False, value=value: self.satisfaction_clicked.emit(value))
        self._new_case = PushButton()
        set_look(self._new_case, "link")
        self._new_case.clicked.connect(self.new_case_wanted)
        self._view.case_opened.connect(self.case_opened)
        set_look(self, "raised")
        set_look(self._heading, "group")
        set_look(self._empty, "secondary")
        self._empty.setWordWrap(True)
        self._column, self._top, self._row = QVBoxLayout(self), QVBoxLayout(), FlowLayout()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._top.addWidget(self._heading)
        self._top.addLayout(self._row)
        self._top.addWidget(self._new_case, 0, Qt.AlignmentFlag.AlignLeft)
        self._top.addWidget(self._empty)
        for button in self._buttons.values():
            self._row.addWidget(button)
        self._column.addLayout(self._top)
        self._column.addWidget(self._view, 1)
        follow_language(self, self._translate)
        self.set_theme(theme)

    def show_entries(self, entries: Sequence[Entry], now: datetime | None) -> None:
        """Show the entries of a customer, the newest first."""
        self._view.show_entries(entries, now)
        self._empty.setVisible(not entries)

    def set_enabled(self, *, is_enabled: bool) -> None:
        """Enable the buttons: there is a customer to be satisfied, or to have a case."""
        for button in (self._new_case, *self._buttons.values()):
            button.setEnabled(is_enabled)

    def open_case(self) -> bool:
        """Open the case of the entry with the focus; return whether the timeline has the focus."""
        if self._view.hasFocus():
            self._view.open_case(self._view.currentIndex())
        return self._view.hasFocus()

    def set_theme(self, theme: Theme) -> None:
        """Set the theme."""
        space = theme.space
        self._column.setSpacing(0)
        self._top.setContentsMargins(space(3), space(3), space(3), space(2))
        self._top.setSpacing(space(2))
        self._row.setSpacing(space(1))
        self._view.set_theme(theme)

    def _translate(self) -> None:
        self._heading.setText(self.tr("Timeline"))
        self._view.setAccessibleName(self.tr("Timeline"))
        self._empty.setText(self.tr("Nothing happened yet."))
        self._new_case.setText(self.tr("New case"))
        key = CUSTOMER_KEYS.of(CustomerAction.NEW_CASE).label
        self._new_case.setToolTip(f"{self._new_case.text()} ({key})")
        for number, (value, button) in enumerate(self._buttons.items(), start=1):
            name = satisfaction_name(value.value)
            button.setText(name)
            button.setAccessibleName(self.tr("How satisfied: {name}").replace("{name}", name))
            button.setToolTip(f"{name} (Alt+{number})")
