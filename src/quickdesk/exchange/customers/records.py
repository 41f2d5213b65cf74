"""The result of reading a table of customers: records, and rows that are refused with a reason."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum, auto

from quickdesk.customers.customer import Customer
from quickdesk.exchange.parsed import Place


@dataclass(frozen=True, slots=True)
class ReadNote:
    """A note in a table; ``at`` is None if the table does not say when it was written."""

    text: str
    at: datetime | None = None
    author: str = ""
    is_pinned: bool = False


@dataclass(frozen=True, slots=True)
class CustomerRecord:
    """What one row says of a customer, whose id is empty; a blank field says nothing."""

    customer: Customer
    place: Place
    notes: tuple[ReadNote, ...] = ()


class CustomerRefusal(Enum):
    """Why a row was left out."""

    NO_CUSTOMER = auto()
    """It has no nickname, name, phone or order number."""
    TOO_MANY_CELLS = auto()
    """More cells than the header: a quote or delimiter is wrong, and text would be lost."""
    UNCLOSED_QUOTE = auto()
    DAMAGED_TEXT = auto()
    """It has NULs, or bytes that are invalid in the encoding of the file."""
    CUT_NUMBER = auto()
    """A spreadsheet cut off the digits of a number, as in ``1.38E+10``; ``detail`` is the cell."""
    UNEQUAL_COUNTS = auto()
    """Not as many platforms as nicknames, or states as orders; ``detail`` is the name of the column."""
    NOT_A_DATE = auto()
    """The birthday is no date; ``detail`` is the cell."""
    SEVERAL_CUSTOMERS = auto()
    """It matches more than one card."""
    ORDER_OF_ANOTHER = auto()
    """Its order belongs to a customer with another nickname on the same platform; ``detail`` is the order."""
    FLAWED = auto()
    """A card cannot be like this; ``detail`` is the name of the field."""


@dataclass(frozen=True, slots=True)
class RefusedCustomer:
    """One row that was left out; ``label`` is its nickname or name, empty if it has none."""

    reason: CustomerRefusal
    place: Place
    label: str = ""
    detail: str = ""


class RefusedRowError(Exception):
    """A row cannot be read; ``reason`` and ``detail`` are those of a :class:`RefusedCustomer`."""

    def __init__(self, reason: CustomerRefusal, detail: str = "") -> None:
        super().__init__(reason.name)
        self.reason, self.detail = reason, detail


@dataclass(frozen=True, slots=True)
class ParsedCustomers:
    """The rows of one file. ``is_own`` is whether it is our own export, in which every row is one card.

    ``continued`` is the number of rows without a nickname that continue the customer above, as merged cells
    of a spreadsheet are exported.
    """

    records: tuple[CustomerRecord, ...]
    refused: tuple[RefusedCustomer, ...]
    is_own: bool = False
    continued: int = 0
