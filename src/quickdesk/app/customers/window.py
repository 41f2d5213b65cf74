"""The customer window: it is opened, shows what is stored, and what is changed in it is saved at once."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QDesktopServices

from quickdesk.app.appearance import Appearance
from quickdesk.app.customers import card_changes
from quickdesk.app.customers.card_changes import Flawed, Gone, PlannedMerge
from quickdesk.app.customers.card_list import CardContent, ListContent, ListRequest, read_card, read_list
from quickdesk.app.customers.card_saving import CardSaving, refusal
from quickdesk.app.customers.erasing import CustomerErasing
from quickdesk.app.customers.saved_texts import CustomerExport
from quickdesk.app.drafts.card_drafts import CardDrafts
from quickdesk.app.feature import Feature, Veto
from quickdesk.app.features.undo import RunCommand, result_notice
from quickdesk.app.services import Services
from quickdesk.commands.answer import Answer, Exit, Request
from quickdesk.customers.card.carriers import guessed_carrier
from quickdesk.customers.customer import Customer, Nickname, Order
from quickdesk.customers.note_reply import reply_of_note
from quickdesk.customers.timeline import Satisfaction
from quickdesk.customers.views.editing import CardField, FieldEdit
from quickdesk.customers.views.overview import LastContacts
from quickdesk.desktop.own_windows import screen_of
from quickdesk.desktop.screen_capture import hide_from_capture
from quickdesk.replies.store import StoreError, StoreProblem
from quickdesk.ui import data_notices
from quickdesk.ui.customers import notices
from quickdesk.ui.icons import Icon
from quickdesk.ui.notice import Notice
from quickdesk.ui.theme import Theme
from quickdesk.ui.tray import menu_entry
from quickdesk.ui.tray.menu_entry import MenuEntry, Section

if TYPE_CHECKING:
    from quickdesk.ui.customers.customer_window import CustomerWindow

_MOST_FOUND = 500
_REFRESH_MS = 50
"""How long changes are collected before the list is read again."""


class CustomerWindowFeature(Feature):
    """Connects the window with the store of customers."""

    unlock_requested = Signal()
    """The agent wants to enter the passphrase."""
    reply_requested = Signal(object)
    """A Snippet made of a note, which is to be edited and saved."""
    case_opened = Signal(object)
    """A Case whose form is to be opened."""
    case_requested = Signal(str, object)
    """A new case is wanted: what the customer asks for, and the Customer."""

    def __init__(
        self,
        services: Services,
        appearance: Appearance,
        notify: Callable[[Notice], None],
        run_command: RunCommand,
        open_url: Callable[[str], object] = QDesktopServices.openUrl,
    ) -> None:
        super().__init__()
        self._open_url = open_url
        self._services, self._appearance, self._notify = services, appearance, notify
        self._cards, self._run_command = services.commands.cards, run_command
        self._window: CustomerWindow | None = None
        self._last_contacts = LastContacts()
        self._is_reading = self._is_outdated = False
        self._saving = CardSaving(services)
        self._saving.done.connect(self._show_done)
        self._saving.failed.connect(self._on_failed)
        self._saving.refused.connect(self._show_refused)
        self._export = CustomerExport(services, run_command, self._tell)
        self._erasing = CustomerErasing(run_command, self._tell)
        self._erasing.erased.connect(self._on_erased)
        self._drafts = CardDrafts(services.sealed_drafts, self._cards.clock, self._saving.is_new)
        self._wanted = ""
        """The id of the customer to show, empty for none."""
        self._entry = MenuEntry(Section.WINDOWS, menu_entry.customers, self.open, icon=Icon.CUSTOMERS)
        self._refresh = QTimer(self, singleShot=True, interval=_REFRESH_MS)
        self._refresh.timeout.connect(self._read_list)
        services.events.customers_changed.connect(self._on_changed)
        services.drafts.saving_now.connect(self._save_typed)

    @property
    def entries(self) -> Sequence[MenuEntry]:
        """The entry that opens the window."""
        return (self._entry,)

    def open(self, customer_id: str = "") -> None:
        """Show the window with a customer, or as it was; at first with the current one."""
        if self._window is None:
            self._window = self._make_window()
            customer_id = customer_id or self._services.current_customer.open_customers.current
        self._window.open_on(screen_of(None))
        hide_from_capture(int(self._window.winId()))
        if customer_id:
            self._wanted = customer_id
            self._window.show_all()
        self._on_changed()

    def preload(self) -> None:
        """Import the window."""
        import quickdesk.ui.customers.customer_window  # noqa: F401

    def set_theme(self, theme: Theme) -> None:
        """Set the theme of an open window."""
        if self._window is not None:
            self._window.set_theme(theme)

    def before_quit(self) -> Veto | None:
        """Save what is being typed."""
        self._save_typed()
        return None

    def close(self) -> None:
        """Close the window."""
        self._refresh.stop()
        self._drafts.stop()
        if self._window is not None:
            self._window.hide()
            self._window.deleteLater()
            self._window = None

    def _make_window(self) -> "CustomerWindow":
        from quickdesk.ui.customers.customer_window import CustomerWindow

        window = CustomerWindow(self._appearance.theme, self._reply_title, guessed_carrier)
        window.query_changed.connect(self._read_list)
        window.mode_changed.connect(self._read_list)
        window.customer_selected.connect(self._on_selected)
        window.new_requested.connect(self._on_new)
        window.removed.connect(self._saving.remove)
        window.restored.connect(self._saving.restore)
        window.tagged.connect(self._saving.tag)
        window.merge_requested.connect(self._on_merge_requested)
        window.merge_accepted.connect(self._saving.merge)
        window.satisfaction_noted.connect(self._on_satisfaction)
        window.export_requested.connect(lambda: self._export.ask(window.card))
        window.erase_requested.connect(lambda: self._erasing.ask(window.card, window.erase_sheet))
        window.undo_requested.connect(self._on_undo)
        window.unlock_requested.connect(self.unlock_requested)
        window.card.edited.connect(lambda edit: self._saving.save(edit, window.card))
        window.card.note_added.connect(lambda key, text: self._saving.add_note(key, text, window.card))
        window.card.note_changed.connect(self._saving.change_note)
        window.card.note_removed.connect(self._saving.remove_note)
        window.card.reply_requested.connect(self._on_reply_requested)
        window.card.page_requested.connect(lambda order: self.open_page(order, self._tell))
        window.timeline.case_opened.connect(self.case_opened)
        window.timeline.new_case_wanted.connect(self._on_new_case_wanted)
        self._drafts.follow(window.card)
        return window

    def _reply_title(self, reply_id: str) -> str:
        snippet = self._services.stores.snippets.get(reply_id)
        return "" if snippet is None else snippet.title

    # Reading.

    def _on_changed(self) -> None:
        """Read the list and the card again, because something may have changed."""
        if self._window is not None and self._window.isVisible():
            self._refresh.start()

    def _read_list(self) -> None:
        """Read the list, or once more after the reading that is under way."""
        window = self._window
        if window is None:
            return
        self._is_outdated = self._is_reading
        if self._is_reading:
            return
        self._is_reading = True
        request = ListRequest(window.query, window.order, window.is_trash)
        job = partial(read_list, self._cards.store, request, self._last_contacts, self._find)
        self._services.work.reading.submit(job, self._on_list)

    def _find(self, query: str) -> Sequence[Customer]:
        """Return the customers that a query finds, best first; runs on the thread for reading."""
        return [hit.customer for hit in self._services.customer_search.find(query, _MOST_FOUND)]

    def _on_list(self, outcome: ListContent | Exception) -> None:
        self._is_reading = False
        window = self._window
        if window is None:
            return
        if isinstance(outcome, Exception):
            self._on_failed(outcome)
            return
        if self._is_outdated:
            self._read_list()
        if window.is_locked:
            window.show_locked(is_locked=False)
        request = outcome.request
        if (request.query, request.order, request.is_trash) != (window.query, window.order, window.is_trash):
            return  # what is typed now is read next
        holds = self._saving.is_new(self._wanted) or (not request.is_trash and window.card.has_unsaved)
        now = self._cards.clock.now()
        window.show_list(outcome.overview, now, keep=self._wanted, holds=holds)
        window.list.show_counts(outcome.total, outcome.removed)
        window.card.set_known_tags(outcome.tags)
        self._read_card()

    def _on_selected(self, customer_id: str) -> None:
        is_unsaved_new = self._saving.is_new(self._wanted) and not customer_id
        if not is_unsaved_new and customer_id != self._wanted:
            self._wanted = customer_id
            self._read_card()

    def _read_card(self) -> None:
        if not self._wanted:
            if self._window is not None:
                self._window.show_customer(None, (), (), None)
            return
        job = partial(read_card, self._cards.store, self._wanted)
        self._services.work.reading.submit(job, partial(self._on_card, self._wanted), patience_ms=8)

    def _on_card(self, customer_id: str, outcome: CardContent | Exception) -> None:
        window = self._window
        if window is None or customer_id != self._wanted:
            return
        if isinstance(outcome, Exception):
            self._on_failed(outcome)
            return
        customer = outcome.customer
        if customer is None or (outcome.is_in_trash and not window.is_trash):
            if not self._saving.is_new(customer_id):
                window.card.show_notice(notices.in_trash() if outcome.is_in_trash else notices.is_gone())
            return
        if window.card.customer is None or window.card.customer.id != customer_id:
            self._drafts.resume(customer_id)
        window.show_customer(customer, outcome.notes, outcome.entries, self._cards.clock.now())
        window.card.show_notice(_card_notice(customer, is_in_trash=outcome.is_in_trash))

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, StoreError):
            raise error
        if error.problem is StoreProblem.LOCKED:
            if self._window is not None:
                self._window.show_locked(is_locked=True)
            return
        self._tell(data_notices.store_problem(error.problem, error.path))

    def _tell(self, notice: Notice) -> None:
        """Show a notice in the window, or as a notification if the window is closed."""
        if self._window is not None and self._window.isVisible():
            self._window.show_notice(notice)
        else:
            self._notify(notice)

    # Changing.

    def _show_done(self, notice: Notice) -> None:
        if self._window is not None and self._window.isVisible():
            self._window.show_notice(notice, can_undo=True)

    def _show_refused(self, notice: Notice) -> None:
        if self._window is not None and self._window.isVisible():
            self._window.show_notice(notice)

    def _on_new(self, nickname: str) -> None:
        window = self._window
        if window is None:
            return
        before = "" if nickname else self._drafts.resume_new()
        self._wanted = self._saving.continue_new(before) if before else self._saving.begin_new()
        window.show_customer(Customer(self._wanted), (), (), self._cards.clock.now())
        window.card.show_notice(None)
        window.card.start()
        if nickname:
            typed = (Nickname(nickname),)
            self._saving.save(FieldEdit(self._wanted, CardField.NICKNAMES, (), typed), window.card)

    def _on_merge_requested(self, kept_id: str, other_id: str) -> None:
        job = partial(card_changes.plan, self._cards, kept_id, other_id)
        self._services.work.reading.submit(job, self._on_merge_planned)

    def _on_merge_planned(self, outcome: PlannedMerge | Gone | Flawed | Exception) -> None:
        if isinstance(outcome, Exception):
            self._on_failed(outcome)
        elif isinstance(outcome, Gone | Flawed):
            self._show_refused(refusal(outcome))
        elif self._window is not None:
            self._window.show_merge(outcome.kept, outcome.other, outcome.plan.customer)

    def _on_satisfaction(self, customer_id: str, value: Satisfaction) -> None:
        from quickdesk.ui.customers.timeline_words import satisfaction_name

        self._saving.note_satisfaction(customer_id, value, satisfaction_name(value.value))

    def open_page(self, order: Order, show: Callable[[Notice], None]) -> None:
        """Open the page of an order in the browser, or say with ``show`` how its link is set."""
        from quickdesk.customers.card.platforms import link_of

        link = link_of(order, self._services.settings.current.order_links)
        if link is not None:
            self._open_url(link)
        else:
            show(notices.no_order_link(order.platform))

    def _on_reply_requested(self, text: str) -> None:
        if self._window is not None and self._window.card.customer is not None:
            self.reply_requested.emit(reply_of_note(text, self._window.card.customer))

    def _on_new_case_wanted(self) -> None:
        card = None if self._window is None else self._window.card
        if card is not None and card.customer is not None and card.is_editable:
            card.save()
            if not self._saving.is_new(card.customer.id):
                self.case_requested.emit("", card.customer)

    def _on_erased(self, customer_id: str) -> None:
        """Forget what is shown and typed of a customer who was erased."""
        self._wanted = "" if self._wanted == customer_id else self._wanted
        if self._window is not None:
            self._window.card.forget(customer_id)
            self._drafts.look()
            self._read_card()

    def _on_undo(self) -> None:
        if self._window is not None:
            self._window.card.save()
        self._run_command(Request("undo").to_json(), self._on_undone)

    def _on_undone(self, answer: dict[str, Any]) -> None:
        result = Answer.from_json(answer)
        notice = result_notice(result)
        if notice is not None and self._window is not None:
            self._window.show_notice(notice, can_undo=result.exit is Exit.DONE)

    def _save_typed(self) -> None:
        if self._window is not None:
            self._window.card.save()
            self._drafts.look()


def _card_notice(customer: Customer, *, is_in_trash: bool) -> Notice | None:
    if is_in_trash:
        return notices.in_trash()
    return notices.do_not_contact(customer.do_not_contact_reason) if customer.is_do_not_contact else None
