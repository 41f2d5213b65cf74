"""A customer with all that belongs to it as a text for people: what an export writes."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from PySide6.QtCore import QCoreApplication

from quickdesk.customers.case import CaseState, CaseType
from quickdesk.customers.timeline import EventType
from quickdesk.customers.views.editing import CardField
from quickdesk.ui.card.field_words import field_name
from quickdesk.ui.cases.words import state_name, type_name
from quickdesk.ui.customers.timeline_words import event_name, event_value

translate: Final = QCoreApplication.translate  # lupdate recognises this name
_ORDER_PARTS: Final = ("number", "platform", "state", "carrier", "tracking_number")
_CASE_PARTS: Final = ("order_number", "request", "offered", "solution", "promise")


def card_text(card: Mapping[str, Any]) -> str:
    """Return the answer of ``customer export`` for one customer as lines of text."""
    before, _, after = translate("words", "{name}: {value}", "a row of an exported customer").partition(
        "{value}"
    )
    lines = [f"{before.replace('{name}', name)}{value}{after}" for name, value in _rows(card) if value]
    return "\n".join([*lines, *_entries(card)])


def _rows(card: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    nicknames = (" · ".join(filter(None, (each["nick"], each["platform"]))) for each in card["nicks"])
    yield field_name(CardField.NICKNAMES), "; ".join(nicknames)
    yield field_name(CardField.NAME), card["name"]
    yield field_name(CardField.PHONES), "; ".join(card["phones"])
    yield field_name(CardField.ADDRESSES), "; ".join(card["addresses"])
    yield field_name(CardField.BIRTHDAY), card["birthday"]
    yield field_name(CardField.TAGS), "; ".join(card["tags"])
    yield field_name(CardField.REMARK), card["remark"]
    yield field_name(CardField.TONE), card["tone"]
    yield field_name(CardField.LANGUAGE), card["language"]
    if card["do_not_contact"]:
        yield translate("words", "Do not contact"), card["do_not_contact_reason"] or "✓"
    yield from card["fields"].items()
    for order in card["orders"]:
        parts = filter(None, (order[name] for name in _ORDER_PARTS))
        yield field_name(CardField.ORDERS), " · ".join((*parts, *order["items"]))


def _entries(card: Mapping[str, Any]) -> Iterator[str]:
    """Yield notes, cases and events under their headings."""
    if card["notes"]:
        yield from ("", translate("words", "Notes"))
        yield from (_line(each["at"], each["text"]) for each in card["notes"])
    if card["cases"]:
        yield from ("", translate("words", "Cases"))
        yield from map(_case_line, card["cases"])
    if card["events"]:
        yield from ("", translate("words", "Timeline"))
        yield from map(_event_line, card["events"])


def _case_line(case: Mapping[str, Any]) -> str:
    texts = (str(case[name]) for name in _CASE_PARTS if case[name])
    return _line(
        case["opened"], type_name(CaseType(case["type"])), state_name(CaseState(case["state"])), *texts
    )


def _event_line(event: Mapping[str, Any]) -> str:
    kind = EventType(event["type"])
    return _line(event["at"], event_name(kind), event_value(kind, event["text"]))


def _line(at: str, *texts: str) -> str:
    return "  ".join(filter(None, (at[:16].replace("T", " "), *texts)))
