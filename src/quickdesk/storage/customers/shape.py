"""Customers, notes, cases and events as documents, and the tables of ``customers.json``.

A field that is empty is not stored. A value of another type than expected, which only another program can
have written, is read as empty, so that nothing else of its document is lost. Notes, cases and events name
their customer in ``customer``; they stay in their tables while the customer is in the trash.
"""

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from enum import Enum
from typing import Any, TypeVar

from quickdesk.customers.case import Case, CaseState, CaseType
from quickdesk.customers.customer import Customer, Nickname, Note, Order
from quickdesk.customers.timeline import Event, EventType
from quickdesk.storage.document import Document

CUSTOMERS_TABLE, TRASH, NOTES, CASES, EVENTS = "customers", "trash", "notes", "cases", "events"
CUSTOMER = "customer"
"""The field of a note, case or event with the id of its customer."""

_NOTHING: Mapping[str, Any] = {}
_UNKNOWN_TIME = datetime(1970, 1, 1, tzinfo=UTC)
_TEXTS = ("name", "remark", "tone", "language", "do_not_contact_reason", "birthday")
_LISTS = ("tags", "phones", "addresses")
_CASE_TEXTS = ("order_number", "request", "offered", "solution", "basis", "promise")
_CASE_LISTS = ("evidence_asked", "evidence_received")
_ORDER_TEXTS = ("number", "platform", "state", "tracking_number", "carrier")
_E = TypeVar("_E", bound=Enum)


def customer_document(customer: Customer, kept: Mapping[str, Any] = _NOTHING) -> Document:
    """Return the document of a customer, without its id.

    ``kept`` is the document to replace: fields that this version does not know stay in it.
    """
    orders = {each.get("number"): each for each in _mappings(kept.get("orders"))}
    values: dict[str, Any] = {name: getattr(customer, name) for name in _TEXTS}
    values |= {name: list(getattr(customer, name)) for name in _LISTS}
    values |= {
        "nicknames": [_nickname_document(each) for each in customer.nicknames],
        "fields": dict(customer.fields),
        "do_not_contact": customer.is_do_not_contact,
        "orders": [_order_document(each, orders.get(each.number, _NOTHING)) for each in customer.orders],
        "created": _iso(customer.created),
        "updated": _iso(customer.updated),
    }
    return _filled(values, kept)


def customer_of(customer_id: str, document: Mapping[str, Any]) -> Customer:
    """Return the customer of a document."""
    get = document.get
    return Customer(
        customer_id,
        tuple(map(_nickname_of, _mappings(get("nicknames")))),
        _text(get("name")),
        _text(get("remark")),
        _texts(get("tags")),
        _fields(get("fields")),
        _text(get("tone")),
        _text(get("language")),
        get("do_not_contact") is True,
        _text(get("do_not_contact_reason")),
        tuple(map(_order_of, _mappings(get("orders")))),
        _texts(get("phones")),
        _texts(get("addresses")),
        _text(get("birthday")),
        _moment(get("created")),
        _moment(get("updated")),
    )


def note_document(note: Note, kept: Mapping[str, Any] = _NOTHING) -> Document:
    """Return the document of a note, without its id; see :func:`customer_document`."""
    values = {
        CUSTOMER: note.customer_id,
        "text": note.text,
        "at": _iso(note.at),
        "author": note.author,
        "pinned": note.is_pinned,
    }
    return _filled(values, kept)


def note_of(note_id: str, document: Mapping[str, Any]) -> Note:
    """Return the note of a document."""
    get = document.get
    at = _moment(get("at")) or _UNKNOWN_TIME
    owner, text, author = _text(get(CUSTOMER)), _text(get("text")), _text(get("author"))
    return Note(note_id, owner, text, at, author, get("pinned") is True)


def case_document(case: Case, kept: Mapping[str, Any] = _NOTHING) -> Document:
    """Return the document of a case, without its id; see :func:`customer_document`."""
    values: dict[str, Any] = {name: getattr(case, name) for name in _CASE_TEXTS}
    values |= {name: list(getattr(case, name)) for name in _CASE_LISTS}
    values |= {
        CUSTOMER: case.customer_id,
        "type": case.type.value,
        "state": case.state.value,
        "opened": _iso(case.opened),
        "closed": _iso(case.closed),
        "emotion": case.emotion,
        "next_date": "" if case.next_date is None else case.next_date.isoformat(),
        "escalated": case.is_escalated,
    }
    return _filled(values, kept)


def case_of(case_id: str, document: Mapping[str, Any]) -> Case:
    """Return the case of a document."""
    get = document.get
    emotion = get("emotion")
    texts: dict[str, Any] = {name: _text(get(name)) for name in _CASE_TEXTS}
    lists: dict[str, Any] = {name: _texts(get(name)) for name in _CASE_LISTS}
    return Case(
        case_id,
        _text(get(CUSTOMER)),
        _member(CaseType, get("type"), CaseType.OTHER),
        _moment(get("opened")) or _UNKNOWN_TIME,
        _member(CaseState, get("state"), CaseState.TO_VERIFY),
        emotion=emotion if type(emotion) is int else 0,
        next_date=_day(get("next_date")),
        is_escalated=get("escalated") is True,
        closed=_moment(get("closed")),
        **texts,
        **lists,
    )


def event_document(event: Event, kept: Mapping[str, Any] = _NOTHING) -> Document:
    """Return the document of an event, without its id; see :func:`customer_document`."""
    values = {
        CUSTOMER: event.customer_id,
        "type": event.type.value,
        "at": _iso(event.at),
        "reply": event.reply_id,
        "case": event.case_id,
        "text": event.text,
    }
    return _filled(values, kept)


def event_of(event_id: str, document: Mapping[str, Any]) -> Event | None:
    """Return the event of a document, or None if it is of a type of a newer version."""
    get = document.get
    try:
        event_type = EventType(get("type"))
    except ValueError:
        return None
    at = _moment(get("at")) or _UNKNOWN_TIME
    reply, case, text = _text(get("reply")), _text(get("case")), _text(get("text"))
    return Event(event_id, _text(get(CUSTOMER)), event_type, at, reply, case, text)


def customers_in(documents: Mapping[str, Document]) -> tuple[str, ...]:
    """Return the ids of the customers to whom documents of any table belong, by the ids of these."""
    owners = (each.get(CUSTOMER, text) for text, each in documents.items())
    return tuple(dict.fromkeys(each for each in owners if isinstance(each, str)))


def _filled(values: Mapping[str, Any], kept: Mapping[str, Any]) -> Document:
    others = {name: each for name, each in kept.items() if name not in values}
    return {**{name: each for name, each in values.items() if each}, **others}


def _nickname_document(nickname: Nickname) -> Document:
    return _filled({"text": nickname.text, "platform": nickname.platform}, _NOTHING)


def _nickname_of(document: Mapping[str, Any]) -> Nickname:
    return Nickname(_text(document.get("text")), _text(document.get("platform")))


def _order_document(order: Order, kept: Mapping[str, Any]) -> Document:
    values: dict[str, Any] = {name: getattr(order, name) for name in _ORDER_TEXTS}
    return _filled({**values, "items": list(order.items)}, kept)


def _order_of(document: Mapping[str, Any]) -> Order:
    get = document.get
    return Order(
        _text(get("number")),
        _text(get("platform")),
        _text(get("state")),
        _texts(get("items")),
        _text(get("tracking_number")),
        _text(get("carrier")),
    )


def _iso(moment: datetime | None) -> str:
    return "" if moment is None else moment.isoformat()


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _texts(value: object) -> tuple[str, ...]:
    if not value or not isinstance(value, list):  # there are very many empty ones
        return ()
    return tuple([each for each in value if isinstance(each, str)])


def _mappings(value: object) -> Iterable[Mapping[str, Any]]:
    if not value or not isinstance(value, list):
        return ()
    return [each for each in value if isinstance(each, dict)]


def _fields(value: object) -> dict[str, str]:
    if not value or not isinstance(value, dict):
        return {}
    return {name: each for name, each in value.items() if isinstance(each, str)}


def _moment(value: object) -> datetime | None:
    if not isinstance(value, str):
        return None
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return None
    return None if moment.tzinfo is None else moment


def _day(value: object) -> date | None:
    try:
        return date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None


def _member(members: type[_E], value: object, default: _E) -> _E:
    try:
        return members(value)
    except ValueError:
        return default
