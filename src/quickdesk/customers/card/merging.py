"""Merging the cards of one buyer into one: what is kept, and what the two say differently."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final

from quickdesk.customers.card.nicknames import order_key
from quickdesk.customers.card.validation import normalized_customer
from quickdesk.customers.customer import Customer, Order
from quickdesk.customers.store import Belongings, CustomerChange

_SINGLE: Final = ("name", "tone", "language", "birthday")
_ORDER_TEXTS: Final = ("state", "tracking_number", "carrier")


@dataclass(frozen=True, slots=True)
class ValueConflict:
    """A value that the two cards have differently: ``kept`` stays, ``dropped`` does not.

    ``field`` is the name of a field of the card, ``name`` that of a free field or the number of an order.
    """

    field: str
    kept: str
    dropped: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class MergePlan:
    """What a merge does: ``customer`` is the merged card, ``other_id`` goes to the trash, the rest moves."""

    customer: Customer
    other_id: str
    differences: tuple[ValueConflict, ...]
    moved: Belongings

    @property
    def change(self) -> CustomerChange:
        """The change as one transaction."""
        moved, owner = self.moved, self.customer.id
        return CustomerChange(
            customers=(self.customer,),
            notes=tuple(replace(each, customer_id=owner) for each in moved.notes),
            cases=tuple(replace(each, customer_id=owner) for each in moved.cases),
            events=tuple(replace(each, customer_id=owner) for each in moved.events),
            remove_customers=(self.other_id,),
        )


def plan_merge(customer: Customer, other: Customer, belongings: Belongings, now: datetime) -> MergePlan:
    """Return the plan to merge ``other``, with what belongs to it, into ``customer``, whose values are kept.

    Lists have the parts of both, remarks are put below each other, and who must not be contacted on one card
    must not be contacted on both.
    """
    differences: list[ValueConflict] = []
    single: dict[str, Any] = {name: _kept(name, customer, other, differences) for name in _SINGLE}
    reasons = (customer.do_not_contact_reason, other.do_not_contact_reason)
    merged = replace(
        customer,
        **single,
        remark=_joined(customer.remark, other.remark),
        nicknames=(*customer.nicknames, *other.nicknames),
        tags=(*customer.tags, *other.tags),
        phones=(*customer.phones, *other.phones),
        addresses=(*customer.addresses, *other.addresses),
        fields=_merged_fields(customer, other, differences),
        orders=_merged_orders(customer.orders, other.orders, differences),
        is_do_not_contact=customer.is_do_not_contact or other.is_do_not_contact,
        do_not_contact_reason=_joined(*reasons),
        created=min((each for each in (customer.created, other.created) if each), default=None),
        updated=now,
    )
    return MergePlan(normalized_customer(merged), other.id, tuple(differences), belongings)


def _kept(name: str, customer: Customer, other: Customer, differences: list[ValueConflict]) -> str:
    kept, dropped = getattr(customer, name), getattr(other, name)
    return _chosen(name, str(kept), str(dropped), differences)


def _chosen(field: str, kept: str, dropped: str, differences: list[ValueConflict], name: str = "") -> str:
    if kept and dropped and kept != dropped:
        differences.append(ValueConflict(field, kept, dropped, name))
    return kept or dropped


def _merged_fields(customer: Customer, other: Customer, differences: list[ValueConflict]) -> dict[str, str]:
    names = dict.fromkeys((*customer.fields, *other.fields))
    return {
        name: _chosen("fields", customer.fields.get(name, ""), other.fields.get(name, ""), differences, name)
        for name in names
    }


def _merged_orders(
    orders: Sequence[Order], others: Sequence[Order], differences: list[ValueConflict]
) -> tuple[Order, ...]:
    merged = {order_key(each): each for each in orders}
    for other in others:
        mine = merged.get(order_key(other))
        if mine is None:
            merged[order_key(other)] = other
            continue
        texts: dict[str, Any] = {
            name: _chosen(
                f"order_{name}", getattr(mine, name), getattr(other, name), differences, mine.number
            )
            for name in _ORDER_TEXTS
        }
        items = tuple(dict.fromkeys((*mine.items, *other.items)))
        merged[order_key(mine)] = replace(mine, **texts, items=items)
    return tuple(merged.values())


def _joined(one: str, other: str) -> str:
    return "\n".join(dict.fromkeys(text for text in (one, other) if text))
