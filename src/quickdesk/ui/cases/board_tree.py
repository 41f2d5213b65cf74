"""The list of the board: cases in groups by urgency, one row each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from PySide6.QtCore import QModelIndex, QSize, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem

from quickdesk.customers.case import Case
from quickdesk.customers.case_rules import ANGRIEST, BoardGroup, Urgency
from quickdesk.customers.masking import masked_number
from quickdesk.ui.cases.words import escalated, state_name, translate, type_name, urgency_name
from quickdesk.ui.icons import Icon, icon
from quickdesk.ui.language import follow_language
from quickdesk.ui.qt_text import inline_text
from quickdesk.ui.theme import TextSize, Theme, plain_tip, set_look
from quickdesk.ui.tokens import Role

_CASE_ROLE: Final = Qt.ItemDataRole.UserRole
_ROW: Final = 32
_WIDTHS: Final = (150, 96, 156, 220, 92, 84, 130)
"""The widths of the columns in design pixels; that of what the customer wants stretches."""
_WANTS: Final = 3
_UPWARDS: Final = (
    QAbstractItemView.CursorAction.MoveUp,
    QAbstractItemView.CursorAction.MovePrevious,
    QAbstractItemView.CursorAction.MoveLeft,
    QAbstractItemView.CursorAction.MovePageUp,
)
_MAX_TEXT: Final = 200
"""The characters of a text that are laid out."""
_ANGRY: Final = 4
"""From this emotion on a sign stands beside it."""


@dataclass(frozen=True, slots=True)
class BoardContent:
    """What the board shows; ``labels`` are the names of customers by id."""

    groups: Sequence[BoardGroup]
    labels: Mapping[str, str]
    today: date
    is_revealed: bool = False
    """Whether order numbers are shown in full."""


class BoardTree(QTreeWidget):
    """Shows groups; the selection stays with its case when they change."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._content: BoardContent | None = None
        self.setColumnCount(len(_WIDTHS))
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setIndentation(0)
        set_look(self, "board")
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.header().setStretchLastSection(False)
        self.header().setSectionsMovable(False)
        self.header().setSectionResizeMode(_WANTS, QHeaderView.ResizeMode.Stretch)
        follow_language(self, self._translate)

    @property
    def current_case(self) -> Case | None:
        """The selected case."""
        item = self.currentItem()
        case = item.data(0, _CASE_ROLE) if item is not None else None
        return case if isinstance(case, Case) else None

    @property
    def rows(self) -> tuple[tuple[str, ...], ...]:
        """The texts of all rows; a heading has one."""
        return tuple(self._texts(item) for group in self._tops() for item in (group, *self._children(group)))

    def show_content(self, content: BoardContent) -> None:
        """Show other cases; select the same case as before, else the one in its place."""
        before = self.current_case
        at = self._position(before)
        self._content = content
        self.clear()
        for group in content.groups:
            self._add_group(group, content)
        self.expandAll()
        items = [item for group in self._tops() for item in self._children(group)]
        same = (each for each in items if before is not None and each.data(0, _CASE_ROLE).id == before.id)
        if items:
            self.setCurrentItem(next(same, items[min(at, len(items) - 1)]))

    def select(self, case_id: str) -> None:
        """Select a case, if it is shown."""
        for group in self._tops():
            for item in self._children(group):
                if item.data(0, _CASE_ROLE).id == case_id:
                    self.setCurrentItem(item)

    def set_theme(self, theme: Theme) -> None:
        """Set the theme."""
        self._theme = theme
        for column, width in enumerate(_WIDTHS):
            if column != _WANTS:
                self.setColumnWidth(column, theme.px(width))
        self.setIconSize(QSize(theme.px(16), theme.px(16)))
        if self._content is not None:
            self.show_content(self._content)

    def moveCursor(self, action: QAbstractItemView.CursorAction, held: Qt.KeyboardModifier) -> QModelIndex:
        """Skip the headings."""
        index = super().moveCursor(action, held)
        step = self.indexAbove if action in _UPWARDS else self.indexBelow
        if index.isValid() and not index.parent().isValid():
            index = step(index)
        return index if index.parent().isValid() else self.currentIndex()

    def _add_group(self, group: BoardGroup, content: BoardContent) -> None:
        heading = QTreeWidgetItem(self, [f"{urgency_name(group.urgency)}  ·  {len(group.cases)}"])
        heading.setFirstColumnSpanned(True)
        heading.setFlags(Qt.ItemFlag.ItemIsEnabled)
        heading.setFont(0, self._theme.font(TextSize.ROW, semibold=True))
        heading.setSizeHint(0, QSize(0, self._theme.px(_ROW)))
        if group.urgency in (Urgency.OVERDUE, Urgency.NO_DATE):
            heading.setIcon(0, self._sign(Icon.PROBLEM, Role.DANGER))
            heading.setForeground(0, self._theme.color(Role.DANGER))
        for case in group.cases:
            self._add_case(heading, case, content)

    def _add_case(self, heading: QTreeWidgetItem, case: Case, content: BoardContent) -> None:
        state = state_name(case.state)
        if case.is_escalated:
            state = f"{state} · {escalated()}"
        wants = inline_text(case.request[:_MAX_TEXT])
        number = case.order_number if content.is_revealed else masked_number(case.order_number)
        emotion = f"{case.emotion}/{ANGRIEST}" if case.emotion else ""
        label = inline_text(content.labels.get(case.customer_id, "")[:_MAX_TEXT])
        day = _day_text(case.next_date, content.today)
        row = [label, type_name(case.type), state, wants, day, emotion, inline_text(number)]
        item = QTreeWidgetItem(heading, row)
        item.setData(0, _CASE_ROLE, case)
        item.setToolTip(_WANTS, plain_tip(wants) if wants else "")
        item.setSizeHint(0, QSize(0, self._theme.px(_ROW)))
        for column, text in enumerate(row):
            item.setFont(column, self._theme.font_of(text))
        if case.emotion >= _ANGRY:
            item.setIcon(5, self._sign(Icon.WARNING, Role.DANGER))

    def _sign(self, name: Icon, role: Role) -> QIcon:
        return icon(name, self._theme, role)

    def _tops(self) -> list[QTreeWidgetItem]:
        return [item for at in range(self.topLevelItemCount()) if (item := self.topLevelItem(at)) is not None]

    def _children(self, item: QTreeWidgetItem) -> list[QTreeWidgetItem]:
        return [child for at in range(item.childCount()) if (child := item.child(at)) is not None]

    def _texts(self, item: QTreeWidgetItem) -> tuple[str, ...]:
        if item.parent() is None:
            return (item.text(0),)
        return tuple(item.text(column) for column in range(self.columnCount()))

    def _position(self, case: Case | None) -> int:
        items = [item for group in self._tops() for item in self._children(group)]
        ids = [item.data(0, _CASE_ROLE).id for item in items]
        return ids.index(case.id) if case is not None and case.id in ids else 0

    def _translate(self) -> None:
        self.setAccessibleName(self.tr("Cases"))
        self.setHeaderLabels(
            [
                self.tr("Customer"),
                self.tr("Type"),
                self.tr("State"),
                self.tr("Wants"),
                self.tr("Next date"),
                self.tr("Emotion"),
                self.tr("Order"),
            ]
        )
        if self._content is not None:
            self.show_content(self._content)


def _day_text(day: date | None, today: date) -> str:
    if day is None:
        return ""
    names = {
        -1: translate("words", "yesterday", "next date"),
        0: translate("words", "today", "next date"),
        1: translate("words", "tomorrow", "next date"),
    }
    written = f"{day:%m-%d}" if day.year == today.year else day.isoformat()
    return names.get((day - today).days, written)
