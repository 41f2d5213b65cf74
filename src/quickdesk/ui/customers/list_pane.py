"""The left pane of the customer window: search box, sort order, list, and the way to the trash."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QItemSelectionRange, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QVBoxLayout,
)

from quickdesk.customers.customer import Customer
from quickdesk.customers.views.overview import Overview, SortOrder
from quickdesk.ui.controls import PushButton
from quickdesk.ui.customers.list_model import CustomerModel
from quickdesk.ui.customers.row_delegate import RowDelegate
from quickdesk.ui.language import follow_language
from quickdesk.ui.theme import Theme, set_look

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -10, Qt.Key.Key_PageDown: 10}


class ListPane(QFrame):
    """Shows an overview, of all customers or of the trash."""

    query_changed = Signal(str)
    sort_clicked = Signal()
    trash_clicked = Signal()
    selected = Signal(object)
    """The current Customer, None for none."""
    selection_changed = Signal(int)
    """The number of selected customers."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._order, self._is_trash, self._removed = SortOrder.LAST_CONTACT, False, 0
        self._total = 0
        self.box, self.view = SearchLine(), QListView()
        self._model = CustomerModel(self)
        self._delegate = RowDelegate(self._model, theme)
        self._sort, self._count, self._trash, self._empty = PushButton(), QLabel(), PushButton(), QLabel()
        self._set_up_view()
        self._build()
        self.box.textChanged.connect(self.query_changed)
        self.box.moved.connect(self.move_by)
        self.box.extended.connect(self.extend_by)
        self._sort.clicked.connect(self.sort_clicked)
        self._trash.clicked.connect(self.trash_clicked)
        self.view.selectionModel().currentChanged.connect(self._on_current)
        self.view.selectionModel().selectionChanged.connect(self._on_selection)
        follow_language(self, self._translate)
        self.set_theme(theme)

    @property
    def current(self) -> Customer | None:
        """The current customer."""
        return self._model.customer(self.view.currentIndex().row())

    @property
    def selection(self) -> Sequence[Customer]:
        """The selected customers, from the top."""
        ranges = sorted((each.top(), each.bottom()) for each in self._ranges())
        rows = (row for top, bottom in ranges for row in range(top, bottom + 1))
        return [each for row in rows if (each := self._model.customer(row)) is not None]

    def show_overview(
        self, overview: Overview, now: datetime | None, *, keep: str = "", holds: bool = False
    ) -> None:
        """Show customers; the selection stays, or is that with the id ``keep``, else one near it.

        With ``holds`` nothing is selected if that customer is not there: its card stays as it is.
        """
        kept = [each.id for each in self.selection]
        wanted = keep or (self.current.id if self.current is not None else "")
        row_before = self.view.currentIndex().row()
        blocked = self.view.selectionModel().blockSignals(True)
        self._model.show(overview, now)
        self.view.selectionModel().blockSignals(blocked)
        row = self._model.row_of(wanted) if wanted else None
        self._show_empty(is_empty=not overview.customers)
        if row is None and holds:
            self._on_selection()
            return
        if row is None and overview.customers:
            row = 0 if self.box.text() else min(max(row_before, 0), len(overview.customers) - 1)
        self._select(row, set(kept) if len(kept) > 1 else set())

    def show_counts(self, total: int, removed: int) -> None:
        """Show how many customers there are, and how many in the trash."""
        self._total, self._removed = total, removed
        self._translate()

    def show_mode(self, order: SortOrder, *, is_trash: bool) -> None:
        """Name the buttons by what they do now."""
        self._order, self._is_trash = order, is_trash
        self._translate()

    def move_by(self, rows: int) -> None:
        """Make the customer ``rows`` below the current one the current one; it stops at the ends."""
        last = self._model.rowCount() - 1
        if last >= 0:
            self._select(min(max(self.view.currentIndex().row() + rows, 0), last), set())

    def extend_by(self, rows: int) -> None:
        """Select up to the customer ``rows`` below the current one too, or give up the current one again."""
        index = self.view.currentIndex()
        row = index.row() + rows
        if index.isValid() and 0 <= row < self._model.rowCount():
            selection = self.view.selectionModel()
            following = self._model.index(row)
            goes_back = selection.isSelected(following)
            if goes_back:
                selection.select(index, QItemSelectionModel.SelectionFlag.Deselect)
            selection.setCurrentIndex(following, QItemSelectionModel.SelectionFlag.Select)
            self.view.scrollTo(following)

    def set_theme(self, theme: Theme) -> None:
        """Set the theme."""
        space = theme.space
        self._column.setSpacing(0)
        self._top.setContentsMargins(space(3), space(3), space(3), space(2))
        self._top.setSpacing(space(2))
        self._foot.setContentsMargins(space(2), space(1), space(2), space(1))
        self._empty.setContentsMargins(space(4), space(6), space(4), 0)
        self._delegate.set_theme(theme)
        self.view.doItemsLayout()

    def _set_up_view(self) -> None:
        view = self.view
        view.setModel(self._model)
        view.setItemDelegate(self._delegate)
        view.setUniformItemSizes(True)
        view.setMouseTracking(True)
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        set_look(view, "bare")

    def _build(self) -> None:
        set_look(self, "raised")
        set_look(self._count, "secondary")
        set_look(self._empty, "secondary")
        set_look(self._sort, "link")
        set_look(self._trash, "quiet")
        self._empty.setWordWrap(True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._empty.hide()
        self._column, self._top, self._foot = QVBoxLayout(self), QVBoxLayout(), QHBoxLayout()
        self._column.setContentsMargins(0, 0, 0, 0)
        line = QHBoxLayout()
        line.addWidget(self._count, 1)
        line.addWidget(self._sort)
        self._top.addWidget(self.box)
        self._top.addLayout(line)
        self._column.addLayout(self._top)
        self._column.addWidget(self._empty)
        self._column.addWidget(self.view, 1)
        self._foot.addWidget(self._trash)
        self._foot.addStretch(1)
        self._column.addLayout(self._foot)

    def _select(self, row: int | None, ids: set[str]) -> None:
        """Select a row, with the others that were selected before; ``ids`` are those of all."""
        model, selection = self._model, self.view.selectionModel()
        if row is None:
            self.view.setCurrentIndex(QModelIndex())
            self.selected.emit(None)
            return
        index = model.index(row)
        if len(ids) > 1:
            also = QItemSelection()
            for first, last in model.ranges_of(ids):
                also.select(model.index(first), model.index(last))
            selection.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
            selection.select(also, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        else:
            self.view.setCurrentIndex(index)
        self.view.scrollTo(index)

    def _show_empty(self, *, is_empty: bool) -> None:
        self._empty.setVisible(is_empty)
        self._translate()

    def _on_current(self, current: QModelIndex) -> None:
        self.selected.emit(self._model.customer(current.row()))

    def _on_selection(self) -> None:
        self.selection_changed.emit(sum(each.bottom() - each.top() + 1 for each in self._ranges()))

    def _ranges(self) -> Sequence[QItemSelectionRange]:
        selection = self.view.selectionModel().selection()
        return [selection.at(number) for number in range(selection.count())]

    def _translate(self) -> None:
        self.box.setPlaceholderText(self.tr("Nickname, tag, note, number"))
        self.box.setAccessibleName(self.tr("Search for customers"))
        self.view.setAccessibleName(self.tr("Trash") if self._is_trash else self.tr("Customers"))
        count = self._removed if self._is_trash else self._total
        words = self.tr("In the trash: {count}") if self._is_trash else self.tr("Customers: {count}")
        self._count.setText(words.replace("{count}", f"{count:,}"))
        by_contact = self._order is SortOrder.LAST_CONTACT
        self._sort.setText(self.tr("By last contact") if by_contact else self.tr("By name"))
        self._sort.setVisible(not self._is_trash)
        back, trash = self.tr("← All customers"), self.tr("Trash ({count})")
        self._trash.setText(back if self._is_trash else trash.replace("{count}", f"{self._removed:,}"))
        self._empty.setText(self._empty_text())

    def _empty_text(self) -> str:
        if self._is_trash:
            return self.tr("The trash is empty.")
        if self.box.text():
            return self.tr("No customer found. Ctrl+N makes a card with this nickname.")
        return self.tr("No customers yet. Ctrl+N makes the first card.")


class SearchLine(QLineEdit):
    """The search box; the arrow keys move in the list, with Shift they select more of it."""

    moved = Signal(int)
    extended = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Emit ``moved`` or ``extended``; Delete in the empty box is a key of the window."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None and not held:
            self.moved.emit(step)
        elif step in (-1, 1) and held == Qt.KeyboardModifier.ShiftModifier:
            self.extended.emit(step)
        elif event.key() == Qt.Key.Key_Delete and not self.text():
            event.ignore()
        else:
            super().keyPressEvent(event)
