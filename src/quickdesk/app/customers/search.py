"""Customers in the palette: ``@`` searches them, Enter makes one the current one, or makes a card."""

import logging
from collections.abc import Callable, Sequence
from functools import partial

from quickdesk.app.feature import Feature
from quickdesk.app.searching.customer_search import FoundCustomers
from quickdesk.app.services import Services
from quickdesk.customers.customer import Customer, Nickname, Note
from quickdesk.customers.search.hit import CustomerHit
from quickdesk.customers.store import CustomerChange
from quickdesk.desktop.screen_capture import hide_from_capture
from quickdesk.replies.history import ActionType
from quickdesk.replies.store import StoreError
from quickdesk.search.sounds import sounds_of
from quickdesk.settings.settings import Settings
from quickdesk.text.folding import fold
from quickdesk.ui import data_notices
from quickdesk.ui.notice import Notice
from quickdesk.ui.palette.customer_rows import customer_row, new_card_row, still_reading
from quickdesk.ui.palette.window import Palette

_log = logging.getLogger(__name__)
MAX_LISTED = 30
_SAME_FRAME_MS = 8
"""How long a letter may wait for its list, as in the search for replies."""


class CustomerSearchFeature(Feature):
    """Connects the palette with the search for customers."""

    def __init__(self, services: Services, notify: Callable[[Notice], None], palette: Palette) -> None:
        super().__init__()
        self._services, self._notify = services, notify
        self._current = services.current_customer
        self._search, self._palette, self._window = services.customer_search, palette.customers, palette
        self._query: str | None = None
        palette.customers.requested.connect(self._on_requested)
        palette.query_changed.connect(self._on_replies_searched)
        palette.ended.connect(self._end)
        palette.customers.chosen.connect(self._current.open)
        palette.customers.card_requested.connect(self._add)
        self._search.progressed.connect(self._on_progressed)
        services.events.customers_changed.connect(self._on_customers_changed)
        services.settings.changed.connect(self._on_settings_changed)

    def _on_requested(self, query: str) -> None:
        if self._query is None:
            hide_from_capture(int(self._window.winId()))
        self._query = query
        self._search.search(query, MAX_LISTED, partial(self._on_found, query), _SAME_FRAME_MS)

    def _on_replies_searched(self, _query: str) -> None:
        self._end()

    def _end(self) -> None:
        if self._query is not None:
            self._query = None
            self._search.cancel()

    def _on_found(self, query: str, found: FoundCustomers) -> None:
        if found.error is not None:
            why = data_notices.store_problem(found.error.problem, found.error.path)
            self._palette.show(query, (), why)
            return
        hits = found.hits if query else self._with_open_first(found.hits)
        rows = [customer_row(hit, self._notes) for hit in hits]
        if query and not found.waiting and not any(_has_nickname(hit, query) for hit in hits):
            rows.append(new_card_row(query))
        notice = still_reading(found.waiting) if found.waiting else None
        self._palette.show(query, rows, notice)

    def _with_open_first(self, hits: Sequence[CustomerHit]) -> Sequence[CustomerHit]:
        """Return the open customers, the one that was current last first, and then those who were found."""
        customers = (self._current.get(key) for key in self._current.open_customers.recent)
        first = [CustomerHit(each, 0.0, tuple) for each in customers if each is not None]
        known = {hit.customer.id for hit in first}
        return [*first, *(hit for hit in hits if hit.customer.id not in known)][:MAX_LISTED]

    def _notes(self, customer_id: str) -> Sequence[Note]:
        try:
            return self._services.commands.customers.notes(customer_id)
        except StoreError as error:
            _log.info("notes cannot be read: %s", error.problem.name)
            return ()

    def _again(self) -> None:
        if self._query is not None:
            self._on_requested(self._query)

    def _on_progressed(self, _waiting: int) -> None:
        self._again()

    def _on_customers_changed(self) -> None:
        if self._query is None:
            self._search.follow()
        else:
            self._again()

    def _on_settings_changed(self, before: Settings, after: Settings) -> None:
        if after.similar_sounds != before.similar_sounds:
            self._search.set_sounds(sounds_of(after))

    def _add(self, nickname: str) -> None:
        """Make a card for a nickname; the customer is chosen when it is saved."""
        services = self._services.commands
        now = services.clock.now()
        customer = Customer(services.new_id(), (Nickname(nickname),), created=now, updated=now)
        job = partial(services.cards.apply, CustomerChange((customer,)), ActionType.ADD_CUSTOMER)
        self._services.work.changes.submit(job, partial(self._on_added, customer.id))

    def _on_added(self, customer_id: str, outcome: Exception | None) -> None:
        if isinstance(outcome, StoreError):
            self._notify(data_notices.store_problem(outcome.problem, outcome.path))
        elif outcome is not None:
            raise outcome
        else:
            self._services.events.customers_changed.emit()
            self._current.open(customer_id)


def _has_nickname(hit: CustomerHit, query: str) -> bool:
    return any(fold(each.text.strip()) == fold(query) for each in hit.customer.nicknames)
