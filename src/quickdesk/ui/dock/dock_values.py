"""What the dock shows of a card, line by line."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from PySide6.QtCore import QCoreApplication

from quickdesk.customers.customer import Customer, Note, Order
from quickdesk.customers.masking import masked_address, masked_number
from quickdesk.customers.views.editing import CardField, value_of
from quickdesk.text.personal import masked
from quickdesk.ui.card.field_words import field_name
from quickdesk.ui.card.moments import full_moment
from quickdesk.ui.qt_text import inline_text

translate: Final = QCoreApplication.translate  # lupdate recognises this name
MOST_NOTES: Final = 5
_MOST_ITEMS: Final = 10
"""The nicknames, fields, orders, phones and addresses that are shown of each."""


@dataclass(frozen=True, slots=True)
class DockValue:
    """A line: its name, the value that a click copies, and what is shown while numbers are masked.

    ``about`` is the note or the order that the line has a button for, which makes a reply or opens a page.
    """

    name: str
    value: str
    masked: str
    about: Note | Order | None = None


@dataclass(frozen=True, slots=True)
class OpenTab:
    """An open customer that the dock can switch to."""

    digit: int
    label: str
    is_current: bool


def dock_values(customer: Customer, guess: Callable[[str], str]) -> Sequence[DockValue]:
    """Return the lines of a card; ``guess`` returns the carrier of a tracking number."""
    return tuple(_lines(customer, guess))


def shown_notes(notes: Sequence[Note]) -> Sequence[Note]:
    """Return the notes that the dock shows: pinned ones, then the newest."""
    newest_first = list(reversed(notes))
    return sorted(newest_first, key=lambda note: not note.is_pinned)[:MOST_NOTES]


def note_value(note: Note, now: datetime) -> DockValue:
    """Return the line of a note."""
    parts = (translate("words", "On top") if note.is_pinned else "", full_moment(note.at, now), note.author)
    return DockValue(" · ".join(filter(None, map(inline_text, parts))), note.text, masked(note.text), note)


def _lines(customer: Customer, guess: Callable[[str], str]) -> Iterator[DockValue]:
    for nickname in customer.nicknames[:_MOST_ITEMS]:
        yield _plain(inline_text(nickname.platform) or translate("words", "Nickname"), nickname.text)
    yield from _texts(customer, CardField.NAME, CardField.REMARK)
    for order in customer.orders[-_MOST_ITEMS:]:
        yield from _order_lines(order, guess)
    for name, value in list(customer.fields.items())[:_MOST_ITEMS]:
        yield _plain(inline_text(name), value)
    for phone in customer.phones[:_MOST_ITEMS]:
        yield DockValue(translate("words", "Phone number"), phone, masked_number(phone))
    for address in customer.addresses[:_MOST_ITEMS]:
        yield DockValue(translate("words", "Address"), address, masked_address(address))
    yield from _texts(customer, CardField.TONE, CardField.LANGUAGE, CardField.BIRTHDAY)


def _texts(customer: Customer, *fields: CardField) -> Iterator[DockValue]:
    for field in fields:
        if value := value_of(customer, field):
            yield _plain(field_name(field), value)


def _order_lines(order: Order, guess: Callable[[str], str]) -> Iterator[DockValue]:
    name = " · ".join(filter(None, (translate("words", "Order number"), *map(inline_text, (order.state,)))))
    yield DockValue(name, order.number, masked_number(order.number), order)
    if order.tracking_number:
        carrier = inline_text(order.carrier or guess(order.tracking_number))
        name = carrier or translate("words", "Tracking number")
        yield DockValue(name, order.tracking_number, masked_number(order.tracking_number))


def _plain(name: str, value: str) -> DockValue:
    return DockValue(name, value, value)
