"""A case (问题闭环): a problem of a customer from its report to its end."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum


class CaseType(Enum):
    """What a case is about."""

    LOGISTICS = "logistics"
    AFTER_SALES = "after-sales"
    QUALITY = "quality"
    COMPLAINT = "complaint"
    INQUIRY = "inquiry"
    OTHER = "other"


class CaseState(Enum):
    """Where a case stands."""

    TO_VERIFY = "to-verify"
    IN_PROGRESS = "in-progress"
    WAITING_FOR_CUSTOMER = "waiting-for-customer"
    WAITING_FOR_WAREHOUSE = "waiting-for-warehouse"
    SOLVED = "solved"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Case:
    """One case. ``emotion`` is the customer's, from 1 (calm) to 5 (furious), 0 if it is not noted.

    ``request`` is what the customer wants (诉求), ``offered`` what was offered so far, ``basis`` the rule
    that the solution rests on, ``promise`` what was promised to the customer, ``next_date`` when to go on.
    """

    id: str
    customer_id: str
    type: CaseType
    opened: datetime
    state: CaseState = CaseState.TO_VERIFY
    order_number: str = ""
    request: str = ""
    evidence_asked: tuple[str, ...] = ()
    evidence_received: tuple[str, ...] = ()
    offered: str = ""
    solution: str = ""
    basis: str = ""
    promise: str = ""
    emotion: int = 0
    next_date: date | None = None
    is_escalated: bool = False
    closed: datetime | None = None
