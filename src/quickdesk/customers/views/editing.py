"""Editing a card field by field, so that two windows with one card do not overwrite each other.

An edit carries what was shown when the agent began. What was changed elsewhere meanwhile is kept, item by
item in a list; only a value that both have changed in different ways is a conflict.
"""

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any, Final, TypeAlias

from quickdesk.customers.customer import Customer, Nickname, Order

Value: TypeAlias = Any
"""The value of a field: a text, a tuple of items, a mapping of texts, or a pair for CONTACT."""


class CardField(StrEnum):
    """A part of a card that is edited and saved as one."""

    NICKNAMES = "nicknames"
    NAME = "name"
    REMARK = "remark"
    TAGS = "tags"
    FIELDS = "fields"
    TONE = "tone"
    LANGUAGE = "language"
    CONTACT = "contact"
    """The pair of ``is_do_not_contact`` and its reason."""
    ORDERS = "orders"
    PHONES = "phones"
    ADDRESSES = "addresses"
    BIRTHDAY = "birthday"


@dataclass(frozen=True, slots=True)
class FieldEdit:
    """A field that was edited: its value when the agent began, and now. ``customer_id`` may be empty."""

    customer_id: str
    field: CardField
    shown: Value
    typed: Value


@dataclass(frozen=True, slots=True)
class UnsavedCard:
    """What was typed on a card and is not stored: the fields, and the text of a new note."""

    edits: tuple[FieldEdit, ...] = field(repr=False)
    note: str = field(default="", repr=False)

    def __bool__(self) -> bool:
        return bool(self.edits or self.note)


@dataclass(frozen=True, slots=True)
class Conflict:
    """A field was changed elsewhere in another way; ``stored`` is its value there."""

    field: CardField
    stored: Value


def value_of(customer: Customer, field: CardField) -> Value:
    """Return the value of a field of a card."""
    if field is CardField.CONTACT:
        return customer.is_do_not_contact, customer.do_not_contact_reason
    value = getattr(customer, field.value)
    return dict(value) if field is CardField.FIELDS else value


def with_value(customer: Customer, field: CardField, value: Value) -> Customer:
    """Return the card with another value of a field."""
    if field is CardField.CONTACT:
        is_off, reason = value
        return replace(customer, is_do_not_contact=is_off, do_not_contact_reason=reason if is_off else "")
    changes: dict[str, Any] = {field.value: value}
    return replace(customer, **changes)


def edited(customer: Customer, edit: FieldEdit) -> Customer | Conflict:
    """Return the stored card with an edit, or why it cannot have it."""
    stored = value_of(customer, edit.field)
    value = merged(edit.field, edit.shown, edit.typed, stored)
    return Conflict(edit.field, stored) if value is None else with_value(customer, edit.field, value)


def merged(field: CardField, shown: Value, typed: Value, stored: Value) -> Value | None:
    """Return the value that has the changes of both, None if they contradict each other."""
    if stored in (shown, typed):
        return typed
    if typed == shown:
        return stored
    if field is CardField.FIELDS:
        return _merged_items(shown, typed, stored)
    key_of = _KEYS.get(field)
    if key_of is None:
        return None
    by_key = (_by_key(each, key_of) for each in (shown, typed, stored))
    items = _merged_items(*by_key)
    return None if items is None else tuple(items.values())


def _nickname_key(nickname: Nickname) -> Hashable:
    return nickname.text, nickname.platform


def _order_key(order: Order) -> Hashable:
    return order.number


def _itself(text: str) -> Hashable:
    return text


_KEYS: Final[Mapping[CardField, Callable[[Any], Hashable]]] = {
    CardField.NICKNAMES: _nickname_key,
    CardField.TAGS: _itself,
    CardField.ORDERS: _order_key,
    CardField.PHONES: _itself,
    CardField.ADDRESSES: _itself,
}


def _by_key(items: Sequence[Any], key_of: Callable[[Any], Hashable]) -> dict[Hashable, Any]:
    return {key_of(item): item for item in items}


def _merged_items(
    shown: Mapping[Any, Any], typed: Mapping[Any, Any], stored: Mapping[Any, Any]
) -> dict[Any, Any] | None:
    """Return the items in the order typed, then those that came elsewhere; None if an item contradicts."""
    result: dict[Any, Any] = {}
    for key in dict.fromkeys((*typed, *stored, *shown)):
        before, mine, theirs = (each.get(key) for each in (shown, typed, stored))
        if mine == before:
            kept = theirs
        elif theirs in (before, mine):
            kept = mine
        else:
            return None
        if kept is not None:
            result[key] = kept
    return result
