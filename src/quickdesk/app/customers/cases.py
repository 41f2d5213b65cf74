"""Cases: the board with all of them, the form of one, and the texts for colleagues."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from quickdesk.app.appearance import Appearance
from quickdesk.app.customers.case_changes import CaseChanges
from quickdesk.app.customers.saved_texts import CaseCopies
from quickdesk.app.drafts.case_drafts import CaseDrafts
from quickdesk.app.feature import Feature, Veto
from quickdesk.app.features.undo import RunCommand, result_notice
from quickdesk.app.services import Services
from quickdesk.commands.answer import Answer, Request
from quickdesk.customers.case import Case, CaseState, CaseType
from quickdesk.customers.case_rules import BoardGroup, CaseIncompleteError, board, is_open
from quickdesk.customers.customer import Customer
from quickdesk.customers.store import CustomerStore
from quickdesk.desktop.own_windows import screen_of
from quickdesk.desktop.screen_capture import hide_from_capture
from quickdesk.replies.store import StoreError
from quickdesk.ui import data_notices
from quickdesk.ui.cases import notices
from quickdesk.ui.icons import Icon
from quickdesk.ui.notice import Notice
from quickdesk.ui.theme import Theme
from quickdesk.ui.tray import menu_entry
from quickdesk.ui.tray.menu_entry import MenuEntry, Section

if TYPE_CHECKING:
    from quickdesk.ui.cases.board_window import CaseBoard
    from quickdesk.ui.cases.case_form import CaseDraft, CaseForm
    from quickdesk.ui.cases.keys import BoardAction

_WEEK = 7


class CasesFeature(Feature):
    """Opens the board and the form, at most one of each, and saves what is changed there."""

    def __init__(
        self,
        services: Services,
        appearance: Appearance,
        notify: Callable[[Notice], None],
        run_command: RunCommand,
        current: Callable[[], Customer | None],
    ) -> None:
        """``current`` returns the customer that a new case is opened for."""
        super().__init__()
        self._services, self._appearance, self._notify = services, appearance, notify
        self._run_command, self._current = run_command, current
        self._cards = services.commands.cards
        self._changes = CaseChanges(self._cards, services.commands.new_id)
        self._copies = CaseCopies(services, self._changes, self._show)
        self._drafts = CaseDrafts(services.sealed_drafts, self._cards.clock)
        self._board: CaseBoard | None = None
        self._form: CaseForm | None = None
        self._is_put_away = False
        """Whether an open form is hidden because the customers are locked."""
        self._entries = (
            MenuEntry(Section.WINDOWS, menu_entry.cases, self.open, icon=Icon.FILE),
            MenuEntry(
                Section.WINDOWS,
                menu_entry.new_case,
                self._on_create_chosen,
                icon=Icon.NEW,
                has_button=False,
                is_in_tray=False,
            ),
        )
        services.events.customers_changed.connect(self._on_changed)

    @property
    def entries(self) -> Sequence[MenuEntry]:
        """The entry that opens the board, and that of a new case."""
        return self._entries

    def open(self) -> None:
        """Show the board, or bring it to the front."""
        if self._board is None:
            self._board = self._make_board()
            hide_from_capture(int(self._board.winId()))
        self._board.open_on(screen_of(None))
        self._read()

    def create(self, request: str = "", customer: Customer | None = None) -> None:
        """Open the form of a new case; ``request`` is what the customer wants.

        It is for the current customer, unless another one is given.
        """
        customer = customer or self._current()
        if customer is None:
            self._show(notices.no_customer())
            return
        order = customer.orders[-1].number if customer.orders else ""
        now = self._cards.clock.now()
        new = Case("", customer.id, CaseType.AFTER_SALES, now, order_number=order, request=request.strip())
        self._open_form(new, customer)

    def open_case(self, case: Case) -> None:
        """Open the form of a case; say so if its customer is not there any more."""
        try:
            customer = self._cards.store.get(case.customer_id)
        except StoreError as error:
            self._show_failure(error)
            return
        if customer is None:
            self._show(notices.gone())
        else:
            self._open_form(case, customer)

    def preload(self) -> None:
        """Import the windows."""
        import quickdesk.ui.cases.board_window
        import quickdesk.ui.cases.case_form  # noqa: F401

    def set_theme(self, theme: Theme) -> None:
        """Set the theme of open windows."""
        for window in (self._board, self._form):
            if window is not None:
                window.set_theme(theme)

    def before_quit(self) -> Veto | None:
        """Close an unchanged form; a changed one is brought to the front, where it asks what to do."""
        if self._form is None or not self._form.is_changed:
            self._close_form()
            return None
        if self._is_put_away:
            return Veto("unsaved-case", notices.unsaved_while_locked())
        self._form.bring_to_front()
        self._form.close()  # it asks
        return Veto("unsaved-case")

    def put_away(self) -> None:
        """Hide an open form, because the customers are locked; what is typed stays in memory."""
        if self._form is not None and self._form.isVisible():
            self._is_put_away = True
            self._form.hide()

    def bring_back(self) -> None:
        """Show the form again that was hidden."""
        if self._form is not None and self._is_put_away:
            self._form.bring_to_front()
        self._is_put_away = False

    def close(self) -> None:
        """Close the windows."""
        self._close_form()
        if self._board is not None:
            self._board.hide()
            self._board.deleteLater()
            self._board = None

    # The board.

    def _make_board(self) -> "CaseBoard":
        from quickdesk.ui.cases.board_window import CaseBoard

        window = CaseBoard(self._appearance.theme)
        window.chosen.connect(self._on_chosen)
        window.state_chosen.connect(self._on_state_chosen)
        window.create_requested.connect(self._on_create_chosen)
        window.undo_requested.connect(self._on_undo)
        window.shown_otherwise.connect(self._read)
        return window

    def _on_changed(self) -> None:
        if self._board is not None and self._board.isVisible():
            self._read()

    def _read(self) -> None:
        if self._board is not None:
            today, shows_closed = self._cards.clock.now().date(), self._board.shows_closed
            job = partial(_read_board, self._cards.store, today, shows_closed=shows_closed)
            self._services.work.reading.submit(job, partial(self._on_read, today), patience_ms=8)

    def _on_read(
        self, today: date, outcome: tuple[Sequence[BoardGroup], Mapping[str, str]] | Exception
    ) -> None:
        from quickdesk.ui.cases.board_tree import BoardContent

        if self._board is None:
            return
        if isinstance(outcome, Exception):
            self._board.show_content(BoardContent((), {}, today))
            self._show_failure(outcome)
        else:
            self._board.show_content(BoardContent(*outcome, today, self._board.is_revealed))

    def _on_chosen(self, action: "BoardAction", case: Case) -> None:
        from quickdesk.ui.cases.keys import BoardAction

        today = self._cards.clock.now().date()
        jobs: Mapping[BoardAction, Callable[[], object]] = {
            BoardAction.OPEN: partial(self.open_case, case),
            BoardAction.TOMORROW: partial(self._set_next, case, today + timedelta(days=1)),
            BoardAction.NEXT_WEEK: partial(self._set_next, case, today + timedelta(days=_WEEK)),
            BoardAction.REMOVE: partial(self._remove, case),
            BoardAction.ESCALATE: partial(self._copies.copy_escalation, case.id),
            BoardAction.ASK: partial(self._copies.copy_question, case.id),
            BoardAction.SAVE_ESCALATION: partial(self._copies.save_escalation, case.id),
            BoardAction.SAVE_ASK: partial(self._copies.save_question, case.id),
        }
        jobs[action]()

    def _on_state_chosen(self, case: Case, state: CaseState) -> None:
        self._change(partial(self._changes.set_state, case.id, state), partial(self._on_incomplete, case))

    def _on_create_chosen(self) -> None:
        self.create()

    def _set_next(self, case: Case, day: date) -> None:
        self._change(partial(self._changes.set_next_date, case.id, day))

    def _remove(self, case: Case) -> None:
        job = partial(self._changes.remove, case.id)
        self._services.work.changes.submit(job, self._on_removed)

    def _on_removed(self, outcome: Case | Exception | None) -> None:
        if isinstance(outcome, Exception):
            self._show_failure(outcome)
            return
        self._show(notices.gone() if outcome is None else notices.removed())
        self._services.events.customers_changed.emit()

    def _on_undo(self) -> None:
        self._run_command(Request("undo").to_json(), self._on_undone)

    def _on_undone(self, answer: dict[str, Any]) -> None:
        notice = result_notice(Answer.from_json(answer))
        if notice is not None:
            self._show(notice)

    def _change(
        self,
        job: Callable[[], Case | None],
        incomplete: Callable[[CaseIncompleteError], None] | None = None,
        then: Callable[[], None] | None = None,
    ) -> None:
        def on_done(outcome: Case | Exception | None) -> None:
            if isinstance(outcome, CaseIncompleteError) and incomplete is not None:
                incomplete(outcome)
            elif isinstance(outcome, Exception):
                self._show_failure(outcome)
            else:
                if then is not None:
                    then()
                is_on_board = self._board is not None and self._board.isVisible()
                changed = None if outcome is None else notices.changed(outcome, is_on_board=is_on_board)
                self._show(changed or notices.gone())
                self._services.events.customers_changed.emit()

        self._services.work.changes.submit(job, on_done)

    def _on_incomplete(self, case: Case, error: CaseIncompleteError) -> None:
        """Open the form where what is missing is filled in."""
        self.open_case(case)
        if self._form is not None:
            self._form.show_missing(error.missing)

    # The form.

    def _open_form(self, case: Case, customer: Customer) -> None:
        if self._form is not None and self._form.is_changed:
            if not self._is_put_away:
                self._form.bring_to_front()
            return
        self._close_form()
        from quickdesk.ui.cases.case_form import CaseForm

        orders = [each.number for each in customer.orders]
        now = self._cards.clock.now()
        self._form = form = CaseForm(case, customer.label, orders, now, self._appearance.theme)
        self._drafts.begin(form, case)
        form.saved.connect(self._on_saved)
        form.cancelled.connect(self._drop_form)
        hide_from_capture(int(form.winId()))
        form.open_on(screen_of(None))

    def _on_saved(self, draft: "CaseDraft") -> None:
        job = partial(self._changes.save, draft.base, draft.case, draft.state)
        self._change(job, self._show_missing, self._close_saved)

    def _show_missing(self, error: CaseIncompleteError) -> None:
        if self._form is not None:
            self._form.show_missing(error.missing)

    def _close_saved(self) -> None:
        self._drafts.delete()
        self._close_form()

    def _close_form(self) -> None:
        self._drafts.leave()  # before it has nothing unsaved any more
        if self._form is not None:
            self._form.finish()
            self._drop_form()

    def _drop_form(self) -> None:
        self._drafts.leave()
        if self._form is not None:
            self._form.deleteLater()
            self._form = None

    # Notices.

    def _show_failure(self, error: Exception) -> None:
        if not isinstance(error, StoreError):
            raise error
        notice = data_notices.store_problem(error.problem, str(Path(error.path)))
        if self._form is not None and self._form.isVisible():
            self._form.show_problem(notice)
        else:
            self._show(notice)

    def _show(self, notice: Notice) -> None:
        if self._board is not None and self._board.isVisible():
            self._board.show_notice(notice)
        else:
            self._notify(notice)


def _read_board(
    store: CustomerStore, today: date, *, shows_closed: bool
) -> tuple[Sequence[BoardGroup], Mapping[str, str]]:
    cases = [case for case in store.cases() if shows_closed or is_open(case)]
    labels = {case.customer_id: _label(store, case.customer_id) for case in cases}
    return board(cases, today), labels


def _label(store: CustomerStore, customer_id: str) -> str:
    customer = store.get(customer_id)
    return "" if customer is None else customer.label
