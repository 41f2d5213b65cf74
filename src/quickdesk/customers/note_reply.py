"""A note as the text of a reply: what belongs to one customer becomes a field."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from quickdesk.customers.customer import Customer
from quickdesk.replies.snippet import Snippet
from quickdesk.replies.template import escape
from quickdesk.text.personal import PersonalKind, personal_spans

_FIELDS: Final[Mapping[PersonalKind, str]] = {
    PersonalKind.PHONE: "电话",
    PersonalKind.ADDRESS: "收货地址",
    PersonalKind.EMAIL: "邮箱",
    PersonalKind.LONG_NUMBER: "订单号",
    PersonalKind.ID_CARD: "证件号",
    PersonalKind.BANK_CARD: "账号",
}
_MIN_NAME: Final = 2
"""Names of one character would be found in other words."""


def reply_of_note(text: str, customer: Customer | None = None) -> Snippet:
    """Return a new reply made of a note, which has no title yet."""
    return Snippet("", "", reply_body(text, customer))


def reply_body(text: str, customer: Customer | None = None) -> str:
    """Return the body of a reply made of a note.

    Values on the customer's card and personal data that is recognised by its format become fields; braces of
    the note stay text.
    """
    parts, done = [], 0
    for start, end, name in _spans(text, customer):
        if start >= done:
            parts += [escape(text[done:start]), f"{{{name}}}"]
            done = end
    return "".join((*parts, escape(text[done:])))


def _spans(text: str, customer: Customer | None) -> list[tuple[int, int, str]]:
    """Return ranges with the names of their fields, in order; what is on the card comes before formats."""
    found: list[tuple[int, int, str]] = []
    known = _on_card(text, customer) if customer is not None else ()
    formats = ((span.start, span.end, _FIELDS[span.kind]) for span in personal_spans(text))
    for start, end, name in (*known, *formats):
        if all(end <= other or start >= stop for other, stop, _ in found):
            found.append((start, end, name))
    return sorted(found)


def _on_card(text: str, customer: Customer) -> Iterator[tuple[int, int, str]]:
    values: Iterable[tuple[str, str]] = (
        *((address, "收货地址") for address in customer.addresses),
        *((phone, "电话") for phone in customer.phones),
        *((order.tracking_number, "快递单号") for order in customer.orders),
        *((order.number, "订单号") for order in customer.orders),
        *((nickname.text, "买家昵称") for nickname in customer.nicknames),
        (customer.name, "收件人"),
    )
    for value, name in sorted(values, key=lambda each: -len(each[0])):
        if len(value.strip()) >= _MIN_NAME:
            for match in re.finditer(re.escape(value), text):
                yield (*match.span(), name)
