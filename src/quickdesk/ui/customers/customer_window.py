"""The customer window: the list at the left, the card in the middle, the timeline at the right.

The window knows neither store nor clock: it emits what the agent did, and is shown what is stored now.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QScreen
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from quickdesk.customers.customer import Customer, Note
from quickdesk.customers.timeline import Entry, Satisfaction
from quickdesk.customers.views.editing import CardField
from quickdesk.customers.views.overview import Overview, SortOrder
from quickdesk.ui.card.card_pane import CardPane
from quickdesk.ui.customers.box_keys import BoxKeys
from quickdesk.ui.customers.erase_sheet import EraseSheet
from quickdesk.ui.customers.keys import CUSTOMER_KEYS, CustomerAction
from quickdesk.ui.customers.list_pane import ListPane
from quickdesk.ui.customers.lock_page import LockPage
from quickdesk.ui.customers.merge_sheet import MergeSheet
from quickdesk.ui.customers.notices import two_to_merge
from quickdesk.ui.customers.selection_bar import SelectionBar
from quickdesk.ui.customers.timeline_pane import TimelinePane
from quickdesk.ui.customers.timeline_view import TitleOf
from quickdesk.ui.customers.window_foot import LOCKED_KEYS, WindowFoot
from quickdesk.ui.icons import app_icon
from quickdesk.ui.key_names import KeyNames
from quickdesk.ui.keys.key_sheet import CoveringSheet
from quickdesk.ui.language import follow_language
from quickdesk.ui.notice import Notice
from quickdesk.ui.placement import open_framed, rescale
from quickdesk.ui.theme import Theme

_WIDTH, _HEIGHT = 1120, 720
_LIST, _CARD, _TIMELINE = 280, 560, 280
"""The widths of the panes."""


class CustomerWindow(QWidget):
    """Shows customers. All signals carry ids and values; see the names."""

    query_changed = Signal(str)
    mode_changed = Signal()
    """``order`` or ``is_trash`` has changed: the list is to be shown again."""
    customer_selected = Signal(str)
    new_requested = Signal(str)
    """A new card with this nickname, empty for none."""
    removed = Signal(list)
    restored = Signal(list)
    tagged = Signal(list, str)
    merge_requested = Signal(str, str)
    """A preview of the merge of two cards is wanted, of which the first one stays."""
    merge_accepted = Signal(str, str)
    satisfaction_noted = Signal(str, object)
    export_requested = Signal()
    """A file with all that is known of the customer is wanted."""
    erase_requested = Signal()
    """The question of ``erase_sheet`` is wanted for the customer."""
    undo_requested = Signal()
    unlock_requested = Signal()

    def __init__(self, theme: Theme, title_of: TitleOf, guess: Callable[[str], str]) -> None:
        """``title_of`` returns the title of a reply, ``guess`` the carrier of a tracking number."""
        super().__init__(None, Qt.WindowType.Window)
        self._theme = theme
        self.order, self.is_trash = SortOrder.LAST_CONTACT, False
        self.setWindowIcon(app_icon())
        self.list, self.card = ListPane(theme), CardPane(theme, guess)
        self._selection, self.timeline = SelectionBar(theme), TimelinePane(theme, title_of)
        self._foot, self._lock = WindowFoot(theme), LockPage(theme)
        self._key_names = KeyNames(QGuiApplication.platformName())
        self._key_sheet = CoveringSheet(self)
        self._merge_sheet, self.erase_sheet = MergeSheet(theme, self), EraseSheet(theme, self)
        self._pages, self._panes = QStackedWidget(), QSplitter(Qt.Orientation.Horizontal)
        self._build()
        self._connect()
        self._actions = self._made_actions()
        BoxKeys(self, lambda event: CUSTOMER_KEYS.find(event, self._key_names) is not None, self.do_key)
        self.set_theme(theme)
        follow_language(self, self._translate)
        self.show_customer(None, (), (), None)

    @property
    def query(self) -> str:
        """What is typed in the search box."""
        return self.list.box.text()

    @property
    def is_locked(self) -> bool:
        """Whether the page of locked customers is shown."""
        return self._pages.currentWidget() is self._lock

    def open_on(self, screen: QScreen) -> None:
        """Show the window on a monitor, or bring it to the front."""
        if self.isHidden():
            self.list.box.setFocus()
        open_framed(self, screen, QSize(self._theme.px(_WIDTH), self._theme.px(_HEIGHT)))

    def show_list(self, overview: Overview, now: datetime, *, keep: str = "", holds: bool = False) -> None:
        """Show the customers of a query, or the trash; ``keep`` is the id of the one to select.

        With ``holds`` its card stays even if it is not in the list.
        """
        self.list.show_overview(overview, now, keep=keep, holds=holds)

    def show_all(self) -> None:
        """Leave the trash and the search, because a customer is to be shown."""
        self.is_trash = False
        self.list.box.clear()
        self.list.show_mode(self.order, is_trash=False)

    def show_customer(
        self,
        customer: Customer | None,
        notes: Sequence[Note],
        entries: Sequence[Entry],
        now: datetime | None,
    ) -> None:
        """Show a card with its timeline, None for none."""
        is_editable = customer is not None and not self.is_trash
        self.card.set_editable(is_editable=is_editable)
        self.timeline.set_enabled(is_enabled=is_editable)
        self.timeline.show_entries(entries, now)
        if customer is None or now is None:
            self.card.show_nothing()
        else:
            self.card.show_customer(customer, notes, now)

    def show_notice(self, notice: Notice, *, can_undo: bool = False) -> None:
        """Show what was done or refused."""
        self._foot.show_notice(notice, can_undo=can_undo)

    def show_merge(self, kept: Customer, other: Customer, result: Customer) -> None:
        """Show what two cards become, and ask."""
        self._merge_sheet.open(kept, other, result)

    def show_locked(self, *, is_locked: bool) -> None:
        """Show a sentence instead of all customers, or the customers again."""
        if is_locked and not self.is_locked:
            self._merge_sheet.hide()
            self.erase_sheet.finish()
            self.card.show_nothing()
            self.list.box.clear()
            self.list.show_overview(Overview(), None)
            self.list.show_counts(0, 0)
            self.timeline.show_entries((), None)
            self._foot.show_keys()
        self._pages.setCurrentWidget(self._lock if is_locked else self._panes)
        self._foot.show_locked(is_locked=is_locked)
        (self._lock.button if is_locked else self.list.box).setFocus()

    def set_theme(self, theme: Theme) -> None:
        """Set the theme."""
        before, self._theme = self._theme, theme
        for part in (
            self.list,
            self.card,
            self._selection,
            self.timeline,
            self._foot,
            self._lock,
            self._merge_sheet,
            self.erase_sheet,
        ):
            part.set_theme(theme)
        self._panes.setHandleWidth(1)
        for pane, width in ((self.list, 220), (self.card, 360), (self.timeline, 200)):
            pane.setMinimumWidth(theme.px(width))
        self._panes.setSizes([theme.px(width) for width in (_LIST, _CARD, _TIMELINE)])
        rescale(self, before.scale, theme.scale)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what a key means that no control has used."""
        if not self.do_key(event):
            super().keyPressEvent(event)

    def do_key(self, event: QKeyEvent) -> bool:
        """Do what a key means in this window, and return whether it means anything."""
        pressed = CUSTOMER_KEYS.find(event, self._key_names)
        if pressed is None or (event.isAutoRepeat() and not pressed.binding.repeats):
            return False
        if self.is_locked and pressed.binding.action not in LOCKED_KEYS:
            return False
        self._actions[pressed.binding.action]()
        return True

    def closeEvent(self, event: QCloseEvent) -> None:
        """Save what is being edited."""
        self.card.save()
        super().closeEvent(event)

    def _build(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.list, 1)
        column.addWidget(self._selection)
        for pane in (left, self.card, self.timeline):
            self._panes.addWidget(pane)
        self._panes.setChildrenCollapsible(False)
        self._panes.setStretchFactor(1, 1)
        self._pages.addWidget(self._panes)
        self._pages.addWidget(self._lock)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._pages, 1)
        whole.addWidget(self._foot)

    def _connect(self) -> None:
        self.list.query_changed.connect(self.query_changed)
        self.list.sort_clicked.connect(self._on_sort)
        self.list.trash_clicked.connect(self._on_trash)
        self.list.selected.connect(lambda each: self.customer_selected.emit("" if each is None else each.id))
        self.list.selection_changed.connect(self._on_selection)
        self._selection.tagged.connect(self._on_tagged)
        self._selection.tag_cancelled.connect(self.list.view.setFocus)
        self._selection.merge_clicked.connect(self._on_merge)
        self._selection.remove_clicked.connect(self._on_remove)
        self._selection.restore_clicked.connect(self._on_restore)
        self.timeline.satisfaction_clicked.connect(self._on_satisfaction)
        self._foot.undo_clicked.connect(self.undo_requested)
        self._lock.unlock_clicked.connect(self.unlock_requested)
        self._merge_sheet.swapped.connect(self.merge_requested)
        self._merge_sheet.accepted.connect(self.merge_accepted)
        for sheet in (self._merge_sheet, self.erase_sheet):
            sheet.cancelled.connect(self.list.view.setFocus)

    def _made_actions(self) -> Mapping[CustomerAction, Callable[[], None]]:
        return {
            CustomerAction.SEARCH: self._on_search,
            CustomerAction.NEXT: lambda: self.list.move_by(1),
            CustomerAction.PREVIOUS: lambda: self.list.move_by(-1),
            CustomerAction.OPEN: self._on_open,
            CustomerAction.NEW: self._on_new,
            CustomerAction.NEW_CASE: self.timeline.new_case_wanted.emit,
            CustomerAction.SAVE: self.card.save,
            CustomerAction.ADD_NOTE: self.card.add_note,
            CustomerAction.TO_REPLY: self.card.make_reply,
            CustomerAction.REVEAL: self.card.toggle_masked,
            CustomerAction.SATISFIED: lambda: self._on_satisfaction(Satisfaction.SATISFIED),
            CustomerAction.NEUTRAL: lambda: self._on_satisfaction(Satisfaction.NEUTRAL),
            CustomerAction.DISSATISFIED: lambda: self._on_satisfaction(Satisfaction.DISSATISFIED),
            CustomerAction.TAG: self._on_tag,
            CustomerAction.MERGE: self._on_merge,
            CustomerAction.REMOVE: self._on_remove,
            CustomerAction.UNDO: self.undo_requested.emit,
            CustomerAction.TRASH: self._on_trash,
            CustomerAction.RESTORE: self._on_restore,
            CustomerAction.SORT: self._on_sort,
            CustomerAction.EXPORT: self.export_requested.emit,
            CustomerAction.ERASE: self.erase_requested.emit,
            CustomerAction.CLOSE: self._on_close,
            CustomerAction.HELP: lambda: self._key_sheet.open(self._theme, CUSTOMER_KEYS),
        }

    def _on_selection(self, count: int) -> None:
        self._selection.show_selection(count, is_trash=self.is_trash)

    def _on_search(self) -> None:
        self.list.box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.list.box.selectAll()

    def _on_open(self) -> None:
        if self.timeline.open_case():
            return
        if self.card.customer is not None and not self.is_trash and self._is_in_list():
            self.card.start()

    def _on_new(self) -> None:
        self.card.save()
        nickname = self.query.strip() if not self.list.selection else ""
        if self.is_trash:
            self._on_trash()
        self.new_requested.emit(nickname)

    def _on_tag(self) -> None:
        if len(self.list.selection) > 1:
            self._selection.ask_for_tag()
        elif self.card.customer is not None and not self.is_trash:
            self.card.start(CardField.TAGS)

    def _on_tagged(self, tag: str) -> None:
        self.tagged.emit([each.id for each in self.list.selection], tag)
        self.list.view.setFocus()

    def _on_merge(self) -> None:
        if len(self.list.selection) != 2 or self.is_trash:
            self.show_notice(two_to_merge())
            return
        self.card.save()
        first, second = self.list.selection
        self.merge_requested.emit(first.id, second.id)

    def _on_remove(self) -> None:
        if self.list.selection and not self.is_trash:
            self.card.save()
            self.removed.emit([each.id for each in self.list.selection])

    def _on_restore(self) -> None:
        shown = self.card.customer
        if self.is_trash:
            self.restored.emit([each.id for each in self.list.selection])
        elif shown is not None:
            self.restored.emit([shown.id])

    def _on_satisfaction(self, value: Satisfaction) -> None:
        if self.card.customer is not None and not self.is_trash:
            self.satisfaction_noted.emit(self.card.customer.id, value)

    def _on_trash(self) -> None:
        self.card.save()
        self.is_trash = not self.is_trash
        self.list.box.clear()
        self._show_mode()

    def _on_sort(self) -> None:
        if not self.is_trash:
            by_name = self.order is SortOrder.LAST_CONTACT
            self.order = SortOrder.NAME if by_name else SortOrder.LAST_CONTACT
            self._show_mode()

    def _show_mode(self) -> None:
        self.list.show_mode(self.order, is_trash=self.is_trash)
        self.mode_changed.emit()

    def _is_in_list(self) -> bool:
        focused = self.focusWidget()
        return focused is None or self.list.isAncestorOf(focused)

    def _on_close(self) -> None:
        if self._is_in_list() or self.is_locked:
            self.close()
        else:
            self.card.save()
            self.list.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _translate(self) -> None:
        self.setWindowTitle(self.tr("Customers"))
        self.setAccessibleName(self.windowTitle())
