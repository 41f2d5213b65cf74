"""What happened with a customer, as entries of a timeline."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum


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
