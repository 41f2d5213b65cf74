"""The commands ``customer note`` and ``customer order``: what is written down about a customer."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from quickdesk.commands.answer import Answer, Exit, Request, done, problem
from quickdesk.commands.arguments import flag, pairs, text
from quickdesk.commands.customers.cards import CustomerCards
from quickdesk.commands.customers.meant import answered_for, named
from quickdesk.commands.customers.to_json import customer_flaw_to_json, customer_to_json, note_to_json
from quickdesk.customers.card.nicknames import number_key
from quickdesk.customers.card.validation import (
    CustomerFlaw,
    CustomerFlawKind,
    check_customer,
    check_note,
    normalized_customer,
    normalized_note,
)
from quickdesk.customers.customer import Customer, Note, Order
from quickdesk.customers.store import CustomerChange
from quickdesk.replies.clock import NewId
from quickdesk.replies.history import ActionType
from quickdesk.text.folding import fold

_NAMES: Final[Mapping[str, str]] = {
    "platform": "platform", "平台": "platform",
    "state": "state", "status": "state", "状态": "state", "订单状态": "state",
    "items": "items", "item": "items", "商品": "items",
    "tracking": "tracking_number", "快递单号": "tracking_number", "运单号": "tracking_number",
    "carrier": "carrier", "快递": "carrier", "快递公司": "carrier", "物流": "carrier",
}  # fmt: skip
"""What ``--set`` may name of an order, simplified and in lower case."""
_SHOWN_NAMES: Final = ("platform", "state", "items", "tracking", "carrier")
_BETWEEN_ITEMS: Final = re.compile(r"[;；、\n]")


@dataclass(frozen=True, slots=True)
class NoteWriting:
    """What writing a note needs besides the cards; ``author`` returns the code or name of the agent."""

    cards: CustomerCards
    new_id: NewId
    author: Callable[[], str]


def add_note(request: Request, writing: NoteWriting) -> Answer:
    """Add a note to a customer and return it; REFUSED if it cannot be stored."""
    cards = writing.cards

    def add() -> Answer:
        customer = named(request, cards.store.customers())
        note = Note(writing.new_id(), customer.id, text(request, "text"), cards.clock.now())
        note = normalized_note(replace(note, author=writing.author(), is_pinned=flag(request, "pin")))
        flaws = check_note(note)
        if flaws:
            return problem(Exit.REFUSED, "flawed-note", flaws=list(map(customer_flaw_to_json, flaws)))
        cards.apply(CustomerChange(notes=(note,)), ActionType.ADD_NOTE)
        shown = note_to_json(note, reveal=flag(request, "reveal"))
        return done({**shown, "customer": customer.id, "label": customer.label})

    return answered_for(add)


def set_order(request: Request, cards: CustomerCards) -> Answer:
    """Add an order to a customer, or change the one with this number, and return the customer."""
    values: dict[str, Any] = {}
    for name, value in pairs(request, "values").items():
        part = _NAMES.get(fold(name).casefold().strip())
        if part is None:
            return problem(Exit.USAGE, "no-such-order-part", name=name, names=list(_SHOWN_NAMES))
        values[part] = tuple(_BETWEEN_ITEMS.split(value)) if part == "items" else value

    number = text(request, "number").strip()

    def save() -> Answer:
        old = named(request, cards.store.customers())
        changed = replace(old, orders=_orders(old, number, values), updated=cards.clock.now())
        customer = normalized_customer(changed)
        flaws = check_customer(customer) if number else (CustomerFlaw("orders", CustomerFlawKind.EMPTY),)
        if flaws:
            return problem(Exit.REFUSED, "flawed-customer", flaws=list(map(customer_flaw_to_json, flaws)))
        cards.apply(CustomerChange((customer,)), ActionType.CHANGE_ORDER)
        reveal = flag(request, "reveal")
        return done(customer_to_json(customer, cards.store.notes(customer.id), reveal=reveal))

    return answered_for(save)


def _orders(customer: Customer, number: str, values: Mapping[str, Any]) -> tuple[Order, ...]:
    """Return the orders with a new or changed one; an order of another platform is another order."""
    key, platform = number_key(number), values.get("platform")
    orders = list(customer.orders)
    for place, order in enumerate(orders):
        is_there = platform in (None, "", order.platform) or not order.platform
        if number_key(order.number) == key and is_there:
            orders[place] = replace(order, **values)
            return tuple(orders)
    return (*orders, replace(Order(number), **values))
