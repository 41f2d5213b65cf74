"""The item model of the customers; a row is made into texts only when it is painted."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import datetime
from itertools import groupby
from typing import Final

from PySide6.QtCore import (
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QStringListModel,
    Qt,
)

from quickdesk.customers.customer import Customer
from quickdesk.customers.masking import masked_number
from quickdesk.customers.views.overview import Overview
from quickdesk.ui.card.moments import short_moment
from quickdesk.ui.qt_text import inline_text

translate: Final = QCoreApplication.translate  # lupdate recognises this name
CUSTOMER_ROLE: Final = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex
_SELECTABLE: Final = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_MAX_LABEL: Final = 80
"""The characters of a nickname that are laid out; it may have hundreds."""


class CustomerModel(QStringListModel):
    """One row for each customer of an overview.

    Qt calls ``rowCount`` twice for each row when it lays the list out: QStringListModel implements it in C++.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._customers: Sequence[Customer] = ()
        self._contacts: Mapping[str, datetime] = {}
        self._now: datetime | None = None

    def show(self, overview: Overview, now: datetime | None) -> None:
        """Replace all rows; ``now`` decides how much of a date is shown."""
        self._customers, self._contacts, self._now = overview.customers, overview.contacts, now
        self.setStringList([""] * len(self._customers))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the label, the accessible text or the customer."""
        customer = self.customer(index.row())
        if customer is None:
            return None
        if role == CUSTOMER_ROLE:
            return customer
        if role == Qt.ItemDataRole.DisplayRole:
            return label_text(customer)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            parts = (label_text(customer), details_text(customer), self.contact_text(customer))
            return ", ".join(filter(None, (*parts, phone_text(customer))))
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return the flags of a row: it can be selected, but not edited or dragged."""
        return _SELECTABLE if index.isValid() else Qt.ItemFlag.NoItemFlags

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Return False: the model is read-only."""
        del index, value, role
        return False

    def customer(self, row: int) -> Customer | None:
        """Return the customer of a row, None if there is no such row."""
        return self._customers[row] if 0 <= row < len(self._customers) else None

    def row_of(self, customer_id: str) -> int | None:
        """Return the row of a customer, None if it is not shown."""
        rows = (row for row, each in enumerate(self._customers) if each.id == customer_id)
        return next(rows, None)

    def ranges_of(self, customer_ids: Collection[str]) -> Iterator[tuple[int, int]]:
        """Yield the first and the last row of each run of these customers."""
        rows = [row for row, each in enumerate(self._customers) if each.id in customer_ids]
        for _, run in groupby(enumerate(rows), key=lambda pair: pair[1] - pair[0]):
            found = [row for _, row in run]
            yield found[0], found[-1]

    def contact_text(self, customer: Customer) -> str:
        """Return when the last contact was, empty if there was none."""
        at = self._contacts.get(customer.id)
        return "" if at is None or self._now is None else short_moment(at, self._now)


def label_text(customer: Customer) -> str:
    """Return the label of a customer on one line."""
    return inline_text(customer.label[:_MAX_LABEL])


def details_text(customer: Customer) -> str:
    """Return platforms and tags on one line, after a word if the customer is not to be contacted."""
    platforms = dict.fromkeys(each.platform for each in customer.nicknames if each.platform)
    off = (translate("words", "Do not contact"),) if customer.is_do_not_contact else ()
    return " · ".join(inline_text(each) for each in (*off, *platforms, *customer.tags))


def phone_text(customer: Customer) -> str:
    """Return the masked first phone number, empty if there is none."""
    return masked_number(customer.phones[0]) if customer.phones else ""
