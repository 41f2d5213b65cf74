"""What happened with a customer, as entries of a timeline: events, and notes and cases among them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import TypeAlias

from quickdesk.customers.case import Case
from quickdesk.customers.customer import Note


class EventType(Enum):
    """What an event is."""

    PASTED = "pasted"
    """A reply was pasted to the customer; ``reply_id`` is the reply."""
    SATISFACTION = "satisfaction"
    """How a contact ended; ``text`` is the value of a Satisfaction."""
    ORDER_REMARK = "order-remark"
    """A remark was copied for the order."""
    CASE = "case"
    """The state of a case changed; ``text`` is the value of its CaseState, ``case_id`` the case."""


class Satisfaction(Enum):
    """How satisfied a customer was."""

    SATISFIED = "satisfied"
    NEUTRAL = "neutral"
    DISSATISFIED = "dissatisfied"


@dataclass(frozen=True, slots=True)
class Event:
    """One event; ``text`` of a paste is empty unless the agent has texts kept."""

    id: str
    customer_id: str
    type: EventType
    at: datetime
    reply_id: str = ""
    case_id: str = ""
    text: str = ""


Entry: TypeAlias = Note | Case | Event


def entry_time(entry: Entry) -> datetime:
    """Return when an entry happened; for a case, when it was opened."""
    return entry.opened if isinstance(entry, Case) else entry.at


def newest_first(notes: Sequence[Note], cases: Sequence[Case], events: Sequence[Event]) -> Sequence[Entry]:
    """Return all entries, the newest first; of those at the same time the one that came last."""
    entries: list[Entry] = [*notes, *cases, *events]
    entries.reverse()
    return sorted(entries, key=entry_time, reverse=True)
