"""What a card is after an import: a record adds texts and replaces single ones, and never takes any away."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from quickdesk.customers.card.nicknames import account_key, platform_key
from quickdesk.customers.customer import Customer, Order
from quickdesk.exchange.customers.matching import OrderPlaces, order_key, telephone_key

T = TypeVar("T")
_TWO = 2


def merged(card: Customer, record: Customer, places: OrderPlaces) -> Customer:
    """Return a card with what a record says of it; ``card`` itself if the record says nothing new.

    ``places`` are those of the orders of the card.
    """
    after = replace(
        card,
        nicknames=_joined(card.nicknames, record.nicknames, account_key),
        name=record.name or card.name,
        remark=record.remark or card.remark,
        tags=_joined(card.tags, record.tags, str),
        fields={**card.fields, **record.fields},
        tone=record.tone or card.tone,
        language=record.language or card.language,
        is_do_not_contact=card.is_do_not_contact or record.is_do_not_contact,
        do_not_contact_reason=record.do_not_contact_reason or card.do_not_contact_reason,
        orders=_merged_orders(card.orders, record.orders, places),
        phones=_joined(card.phones, record.phones, telephone_key),
        addresses=_joined(card.addresses, record.addresses, str),
        birthday=_more_exact(card.birthday, record.birthday),
    )
    return card if after == card else after


def _joined(first: Iterable[T], then: Iterable[T], key_of: Callable[[T], Hashable]) -> tuple[T, ...]:
    known = {key_of(each): each for each in first}
    for each in then:
        known.setdefault(key_of(each), each)
    return tuple(known.values())


def _merged_orders(first: tuple[Order, ...], then: Sequence[Order], places: OrderPlaces) -> tuple[Order, ...]:
    if not then:
        return first
    orders, added = list(first), defaultdict[str, list[int]](list)
    for each in then:
        key = order_key(each.number)
        alike = (*places.get(key, ()), *added.get(key, ()))
        at = next((at for at in alike if _is_same(orders[at], each)), None)
        if at is None:
            added[key].append(len(orders))
            orders.append(each)
        else:
            orders[at] = _completed(orders[at], each)
    return tuple(orders)


def _is_same(one: Order, other: Order) -> bool:
    """Return whether two of one number are one order; one of them may not say on which platform it is."""
    platforms = {platform_key(each.platform) for each in (one, other) if each.platform}
    return len(platforms) < _TWO


def _completed(known: Order, stated: Order) -> Order:
    return Order(
        known.number,
        stated.platform or known.platform,
        stated.state or known.state,
        stated.items or known.items,
        stated.tracking_number or known.tracking_number,
        stated.carrier or known.carrier,
    )


def _more_exact(before: str, stated: str) -> str:
    """Return the stated birthday; one without a year does not replace the same day with a year."""
    return before if not stated or before.endswith(f"-{stated}") else stated
