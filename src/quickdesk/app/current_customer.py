"""The current customer, and those that are open beside it, as the windows see them.

Cards are read from the store whenever they are wanted, so that a change of a card shows at once. While the
store cannot be read, as when the data is locked, there is no current customer; those that are open stay open.
"""

import logging
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from quickdesk.customers.customer import Customer, Note
from quickdesk.customers.open_customers import OpenCustomers
from quickdesk.customers.reply_fields import GuessCarrier, card_of
from quickdesk.customers.store import CustomerStore
from quickdesk.replies.card import NO_CARD, Card
from quickdesk.replies.store import StoreError

_log = logging.getLogger(__name__)


class CurrentCustomer(QObject):
    """Which customers are open, and which of them the next reply is for."""

    changed = Signal()
    """Who is open or current has changed, or what their cards say."""

    def __init__(self, store: Callable[[], CustomerStore], guess: GuessCarrier) -> None:
        """``store`` returns the store; it is called when a card is wanted."""
        super().__init__()
        self._store, self._guess = store, guess
        self._open = OpenCustomers()

    @property
    def open_customers(self) -> OpenCustomers:
        """The open customers by their ids."""
        return self._open

    @property
    def customer(self) -> Customer | None:
        """The card of the current customer; None if there is none, or if it cannot be read."""
        return self.get(self._open.current) if self._open.current else None

    @property
    def card(self) -> Card:
        """The values of the current customer for the fields of a reply."""
        customer = self.customer
        return NO_CARD if customer is None else card_of(customer, self._guess)

    def get(self, customer_id: str) -> Customer | None:
        """Return a card; None if it is unknown or cannot be read."""
        try:
            return self._store().get(customer_id)
        except StoreError as error:
            _log.info("a card cannot be read: %s", error.problem.name)
            return None

    def pinned_note(self) -> Note | None:
        """Return the pinned note of the current customer that was written last."""
        if not self._open.current:
            return None
        try:
            notes = self._store().notes(self._open.current)
        except StoreError:
            return None
        return next((each for each in reversed(notes) if each.is_pinned), None)

    def open(self, customer_id: str) -> bool:
        """Open a customer and make it the current one; return False if there is no such card."""
        if self.get(customer_id) is None:
            return False
        self._set(self._open.opened(customer_id))
        return True

    def switch(self, digit: int) -> None:
        """Make the open customer with this digit the current one; nothing happens if there is none."""
        self._set(self._open.switched(digit))

    def close_customer(self, customer_id: str) -> None:
        """Close a customer; if it was the current one, none is."""
        self._set(self._open.closed(customer_id))

    def use_none(self) -> None:
        """Have no current customer; those that are open stay open."""
        self._set(self._open.without_current())

    def refresh(self) -> None:
        """Close customers that are in the trash or gone, and have the others shown again."""
        try:
            store = self._store()
            gone = [each for each in self._open.recent if store.get(each) is None]
        except StoreError:
            gone = []
        for each in gone:
            self._open = self._open.closed(each)
        if self._open.recent or gone:
            self.changed.emit()

    def _set(self, customers: OpenCustomers) -> None:
        if customers != self._open:
            self._open = customers
            self.changed.emit()
