"""Converts customers to the JSON of answers; what identifies a person is masked unless it is revealed."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from quickdesk.customers.card.carriers import guessed_carrier
from quickdesk.customers.card.validation import CustomerFlaw
from quickdesk.customers.customer import Customer, Note, Order
from quickdesk.customers.masking import masked_address, masked_number
from quickdesk.customers.search.hit import CustomerHit
from quickdesk.text.personal import masked


def customer_to_json(customer: Customer, notes: Iterable[Note], *, reveal: bool = False) -> dict[str, Any]:
    """Return a card with its notes.

    Unless ``reveal``, phones, addresses and the numbers of orders are masked, and so are those that are
    recognised in remark, fields and notes.
    """
    seen = _unchanged if reveal else masked
    address = _unchanged if reveal else masked_address
    number = _unchanged if reveal else masked_number
    return {
        "id": customer.id,
        "nicks": [{"platform": each.platform, "nick": each.text} for each in customer.nicknames],
        "name": customer.name,
        "remark": seen(customer.remark),
        "tags": list(customer.tags),
        "phones": list(map(number, customer.phones)),
        "addresses": list(map(address, customer.addresses)),
        "birthday": customer.birthday,
        "tone": customer.tone,
        "language": customer.language,
        "do_not_contact": customer.is_do_not_contact,
        "do_not_contact_reason": seen(customer.do_not_contact_reason),
        "fields": {name: seen(value) for name, value in customer.fields.items()},
        "orders": [_order_to_json(each, reveal=reveal) for each in customer.orders],
        "notes": [note_to_json(each, reveal=reveal) for each in notes],
        "created": _iso(customer.created),
        "updated": _iso(customer.updated),
    }


def hit_to_json(hit: CustomerHit) -> dict[str, Any]:
    """Return what a search adds to a card: the score, and the places that matched without their texts."""
    found = ({"place": each.place.value, "field": each.name, "note": each.note_id} for each in hit.matches)
    places = [{name: value for name, value in each.items() if value} for each in found]
    return {"score": hit.score, "found": places}


def note_to_json(note: Note, *, reveal: bool = False) -> dict[str, Any]:
    """Return a note; personal data that is recognised in it is masked unless ``reveal``."""
    return {
        "id": note.id,
        "at": _iso(note.at),
        "text": note.text if reveal else masked(note.text),
        "pinned": note.is_pinned,
        "author": note.author,
    }


def customer_flaw_to_json(flaw: CustomerFlaw) -> Mapping[str, Any]:
    """Return a flaw as JSON: names in lower case with hyphens; ``most`` is the limit that is exceeded."""
    kind = flaw.kind.name.lower().replace("_", "-")
    data = {"field": flaw.field, "flaw": kind, "position": flaw.position, "length": flaw.length}
    return data if flaw.most is None else {**data, "most": flaw.most}


def _order_to_json(order: Order, *, reveal: bool) -> dict[str, Any]:
    number = _unchanged if reveal else masked_number
    return {
        "number": number(order.number),
        "platform": order.platform,
        "state": order.state,
        "items": list(order.items),
        "tracking_number": number(order.tracking_number),
        "carrier": order.carrier,
        "carrier_guess": "" if order.carrier else guessed_carrier(order.tracking_number),
    }


def _unchanged(text: str) -> str:
    return text


def _iso(moment: datetime | None) -> str | None:
    return None if moment is None else moment.isoformat()
