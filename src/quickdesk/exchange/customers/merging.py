"""What a card is after an import: a record adds texts and replaces single ones, and never takes any away."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from quickdesk.customers.customer import Customer, Order

T = TypeVar("T")


def merged(card: Customer, record: Customer) -> Customer:
    """Return a card with what a record says of it; ``card`` itself if the record says nothing new."""
    after = replace(
        card,
        nicknames=_joined(card.nicknames, record.nicknames),
        name=record.name or card.name,
        remark=record.remark or card.remark,
        tags=_joined(card.tags, record.tags),
        fields={**card.fields, **record.fields},
        tone=record.tone or card.tone,
        language=record.language or card.language,
        is_do_not_contact=card.is_do_not_contact or record.is_do_not_contact,
        do_not_contact_reason=record.do_not_contact_reason or card.do_not_contact_reason,
        orders=_merged_orders(card.orders, record.orders),
        phones=_joined(card.phones, record.phones),
        addresses=_joined(card.addresses, record.addresses),
        birthday=_more_exact(card.birthday, record.birthday),
    )
    return card if after == card else after


def _joined(first: Iterable[T], then: Iterable[T]) -> tuple[T, ...]:
    return tuple(dict.fromkeys((*first, *then)))


def _merged_orders(first: Iterable[Order], then: Iterable[Order]) -> tuple[Order, ...]:
    orders = {order.number: order for order in first}
    for each in then:
        known = orders.get(each.number, each)
        orders[each.number] = Order(
            each.number,
            each.platform or known.platform,
            each.state or known.state,
            each.items or known.items,
            each.tracking_number or known.tracking_number,
            each.carrier or known.carrier,
        )
    return tuple(orders.values())


def _more_exact(before: str, stated: str) -> str:
    """Return the stated birthday; one without a year does not replace the same day with a year."""
    return before if not stated or before.endswith(f"-{stated}") else stated
