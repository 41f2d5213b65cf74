"""Validation of customers and notes: every way to store one checks it first, so that it can be shown."""

import re
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum, auto
from typing import Any, Final, TypeVar

from quickdesk.customers.card.nicknames import account_key, order_key, phone_key
from quickdesk.customers.customer import Customer, Nickname, Note, Order
from quickdesk.replies.template import MAX_NAME, can_name_field
from quickdesk.replies.validation import check_text, unix_lines
from quickdesk.text.folding import has_visible

MAX_NICKNAME: Final = 2_000
"""In code points: 500 characters, of which one emoji may be several."""
MAX_NOTE: Final = 100_000
"""Maximum length of a note in code points; a whole conversation of a day is shorter."""
LIMITS: Final[Mapping[str, int]] = {
    "id": 64,
    "nicknames": MAX_NICKNAME,
    "name": 200,
    "remark": 10_000,
    "tags": 60,
    "fields": 2_000,
    "tone": 60,
    "language": 35,
    "do_not_contact_reason": 1_000,
    "phones": 40,
    "addresses": 500,
    "orders": 200,
    "text": MAX_NOTE,
    "author": 200,
}
"""The greatest length of each text in code points; of an order that of each of its texts."""
MOST: Final[Mapping[str, int]] = {
    "nicknames": 100,
    "tags": 100,
    "fields": 200,
    "phones": 50,
    "addresses": 50,
    "orders": 5_000,
    "items": 500,
}
"""The greatest number of parts of each field."""

_T = TypeVar("_T")
_LINES: Final = ("name", "tone", "language")
_COUNTED: Final = ("nicknames", "tags", "phones", "addresses", "fields", "orders")
_TEXTS: Final = ("remark", "do_not_contact_reason")
_DAY: Final = re.compile(
    r"(?:([0-9]{4})\s*[-/.年]\s*)?([0-9]{1,2})\s*[-/.月]\s*([0-9]{1,2})\s*[日号號]?", re.ASCII
)
_FIRST_YEAR: Final = 1900
_LEAP_YEAR: Final = 2000


class CustomerFlawKind(Enum):
    """What is wrong with a field of a customer or a note."""

    EMPTY = auto()
    """Nothing visible; of ``nicknames`` also if the card has nothing that tells whose it is."""
    TOO_LONG = auto()
    TOO_MANY = auto()
    UNUSABLE_CHARACTER = auto()
    """A control character, a lone surrogate, or a line break in a one-line field."""
    BAD_NAME = auto()
    """A free field has a name that no field of a reply can have."""
    NOT_A_DAY = auto()


@dataclass(frozen=True, slots=True)
class CustomerFlaw:
    """One flaw. ``position`` is the index of the part of a field with parts, else of the character."""

    field: str
    kind: CustomerFlawKind
    position: int = 0
    length: int = 0

    @property
    def most(self) -> int | None:
        """The limit that is exceeded, if it is one."""
        limits = {CustomerFlawKind.TOO_LONG: LIMITS, CustomerFlawKind.TOO_MANY: MOST}
        return limits.get(self.kind, {}).get(self.field)


def check_customer(customer: Customer) -> tuple[CustomerFlaw, ...]:
    """Return all flaws of a customer; one without flaws may be stored."""
    return tuple(_customer_flaws(customer))


def check_counts(customer: Customer) -> tuple[CustomerFlaw, ...]:
    """Return the fields that have too many parts: what joining customers can make wrong."""
    return tuple(
        CustomerFlaw(field, CustomerFlawKind.TOO_MANY, MOST[field], count - MOST[field])
        for field in _COUNTED
        if (count := len(getattr(customer, field))) > MOST[field]
    )


def check_note(note: Note) -> tuple[CustomerFlaw, ...]:
    """Return all flaws of a note; one without flaws may be stored."""
    flaws = [*_text_flaws("text", note.text, is_line=False)]
    if note.text.strip() and not has_visible(note.text):
        flaws.append(CustomerFlaw("text", CustomerFlawKind.EMPTY))
    return (*flaws, *(_text_flaws("author", note.author) if note.author else ()))


def normalized_customer(customer: Customer) -> Customer:
    """Return the customer without spaces around texts, repeated parts and parts that are blank.

    A blank nickname stays, so that it is refused. A birthday that can be read is written as
    ``MM-DD`` or ``YYYY-MM-DD``.
    """
    nicknames = (Nickname(each.text.strip(), each.platform.strip()) for each in customer.nicknames)
    orders = map(_stripped_order, customer.orders)
    fields = ((name.strip(), unix_lines(text).strip()) for name, text in customer.fields.items())
    birthday = customer.birthday.strip()
    texts: dict[str, Any] = {name: getattr(customer, name).strip() for name in _LINES}
    texts |= {name: unix_lines(getattr(customer, name)).strip() for name in _TEXTS}
    return replace(
        customer,
        **texts,
        nicknames=_unique(nicknames, account_key),
        tags=_unique(_stripped(customer.tags), str),
        phones=_unique(_stripped(customer.phones), lambda each: phone_key(each) or each),
        addresses=_unique(_stripped(map(unix_lines, customer.addresses)), str),
        orders=_unique((each for each in orders if each != Order("")), order_key),
        fields={name: text for name, text in fields if text},
        birthday=parsed_birthday(birthday) or birthday,
    )


def normalized_note(note: Note) -> Note:
    """Return the note without spaces around it."""
    return replace(note, text=unix_lines(note.text).strip(), author=note.author.strip())


def parsed_birthday(text: str) -> str | None:
    """Return a day such as ``2月29日``, ``2/29`` or ``1990.2.28`` as MM-DD or YYYY-MM-DD, None for no day."""
    found = _DAY.fullmatch(text.strip())
    if found is None:
        return None
    year, month, day = found[1], int(found[2]), int(found[3])
    if year is not None and int(year) < _FIRST_YEAR:
        return None
    try:
        parsed = date(_LEAP_YEAR if year is None else int(year), month, day)
    except ValueError:
        return None
    return parsed.isoformat() if year is not None else f"{month:02}-{day:02}"


def birthday_in(birthday: str, year: int) -> date | None:
    """Return the day of a stored birthday in a year; 29 February is the 28th in a common year."""
    if parsed_birthday(birthday) is None:
        return None
    month, day = map(int, birthday.split("-")[-2:])
    try:
        return date(year, month, day)
    except ValueError:
        return date(year, 2, 28)


def _customer_flaws(customer: Customer) -> Iterator[CustomerFlaw]:
    yield from _text_flaws("id", customer.id)
    if not (customer.nicknames or customer.name or customer.remark or customer.phones or customer.orders):
        yield CustomerFlaw("nicknames", CustomerFlawKind.EMPTY)
    yield from _part_flaws("nicknames", (each.text for each in customer.nicknames))
    yield from _optional_parts("nicknames", [(each.platform,) for each in customer.nicknames])
    for name in (*_LINES, *_TEXTS):
        text = getattr(customer, name)
        yield from _text_flaws(name, text, is_line=name in _LINES) if text else ()
    yield from _part_flaws("tags", customer.tags)
    yield from _part_flaws("phones", customer.phones)
    yield from _part_flaws("addresses", customer.addresses, is_line=False)
    yield from _part_flaws("fields", customer.fields.values(), is_line=False)
    for number, name in enumerate(customer.fields):
        if len(name) > MAX_NAME or not can_name_field(name):
            yield CustomerFlaw("fields", CustomerFlawKind.BAD_NAME, number, 1)
    yield from _order_flaws(customer.orders)
    if customer.birthday and parsed_birthday(customer.birthday) != customer.birthday:
        yield CustomerFlaw("birthday", CustomerFlawKind.NOT_A_DAY)


def _order_flaws(orders: tuple[Order, ...]) -> Iterator[CustomerFlaw]:
    if len(orders) > MOST["orders"]:
        yield CustomerFlaw("orders", CustomerFlawKind.TOO_MANY, MOST["orders"], len(orders) - MOST["orders"])
    yield from _optional_parts("orders", map(_order_texts, orders[: MOST["orders"]]))
    for number, order in enumerate(orders):
        if len(order.items) > MOST["items"]:
            yield CustomerFlaw("items", CustomerFlawKind.TOO_MANY, number, 1)


def _order_texts(order: Order) -> tuple[str, ...]:
    return order.number, order.platform, order.state, order.tracking_number, order.carrier, *order.items


def _text_flaws(field: str, text: str, *, is_line: bool = True) -> Iterator[CustomerFlaw]:
    for flaw in check_text(field, text, LIMITS[field], is_line=is_line):
        yield CustomerFlaw(field, CustomerFlawKind[flaw.kind.name], flaw.position, flaw.length)


def _part_flaws(field: str, parts: Iterable[str], *, is_line: bool = True) -> Iterator[CustomerFlaw]:
    texts = tuple(parts)
    if len(texts) > MOST[field]:
        yield CustomerFlaw(field, CustomerFlawKind.TOO_MANY, MOST[field], len(texts) - MOST[field])
    for number, text in enumerate(texts[: MOST[field]]):
        kinds = {flaw.kind: None for flaw in _text_flaws(field, text, is_line=is_line)}
        if not has_visible(text):
            kinds[CustomerFlawKind.EMPTY] = None
        yield from (CustomerFlaw(field, kind, number, 1) for kind in kinds)


def _optional_parts(field: str, parts: Iterable[Iterable[str]]) -> Iterator[CustomerFlaw]:
    for number, texts in enumerate(parts):
        kinds = {flaw.kind: None for text in texts if text for flaw in _text_flaws(field, text)}
        yield from (CustomerFlaw(field, kind, number, 1) for kind in kinds)


def _stripped_order(order: Order) -> Order:
    return Order(
        order.number.strip(),
        order.platform.strip(),
        order.state.strip(),
        tuple(_stripped(order.items)),
        order.tracking_number.strip(),
        order.carrier.strip(),
    )


def _stripped(texts: Iterable[str]) -> Iterator[str]:
    return (text.strip() for text in texts if has_visible(text))


def _unique(parts: Iterable[_T], key_of: Callable[[_T], Hashable]) -> tuple[_T, ...]:
    """Return the parts of which no other before has the same key."""
    found: dict[Hashable, _T] = {}
    for part in parts:
        found.setdefault(key_of(part), part)
    return tuple(found.values())
