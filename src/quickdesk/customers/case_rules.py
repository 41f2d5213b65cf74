"""The rules of cases: what has to be filled in before a case is closed, and which case is the most urgent.

A case is open until it is closed: one that is solved still waits for the customer to agree. Every open case
needs a date on which it goes on.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date, datetime
from enum import Enum, IntEnum
from typing import Final

from quickdesk.customers.case import Case, CaseState, CaseType

ANGRIEST = 5
"""The highest emotion of a customer; the lowest is 1, and 0 is one that is not noted."""


class CaseField(Enum):
    """A field of a case that a rule may ask for; the value is the name of the attribute."""

    ORDER_NUMBER = "order_number"
    REQUEST = "request"
    EVIDENCE_RECEIVED = "evidence_received"
    OFFERED = "offered"
    SOLUTION = "solution"
    BASIS = "basis"
    PROMISE = "promise"
    EMOTION = "emotion"
    NEXT_DATE = "next_date"


_REQUIRED: Final[Mapping[CaseType, Sequence[CaseField]]] = {
    CaseType.LOGISTICS: (CaseField.ORDER_NUMBER, CaseField.REQUEST, CaseField.SOLUTION),
    CaseType.AFTER_SALES: (CaseField.ORDER_NUMBER, CaseField.REQUEST, CaseField.SOLUTION, CaseField.BASIS),
    CaseType.QUALITY: (
        CaseField.ORDER_NUMBER,
        CaseField.REQUEST,
        CaseField.EVIDENCE_RECEIVED,
        CaseField.SOLUTION,
        CaseField.BASIS,
    ),
    CaseType.COMPLAINT: (
        CaseField.REQUEST,
        CaseField.EMOTION,
        CaseField.PROMISE,
        CaseField.SOLUTION,
        CaseField.BASIS,
    ),
    CaseType.INQUIRY: (CaseField.REQUEST, CaseField.SOLUTION),
    CaseType.OTHER: (CaseField.REQUEST, CaseField.SOLUTION),
}


class CaseIncompleteError(Exception):
    """A case cannot be closed while ``missing`` fields are empty."""

    def __init__(self, missing: Sequence[CaseField]) -> None:
        super().__init__(", ".join(field.value for field in missing))
        self.missing = tuple(missing)


class Urgency(IntEnum):
    """The groups of the board, the most urgent first."""

    OVERDUE = 0
    """Its next date is past."""
    NO_DATE = 1
    """An open case without a next date, which is an error."""
    TODAY = 2
    LATER = 3
    CLOSED = 4


@dataclass(frozen=True, slots=True)
class BoardGroup:
    """The cases of one urgency, the most urgent first."""

    urgency: Urgency
    cases: tuple[Case, ...]


def required_fields(case_type: CaseType) -> tuple[CaseField, ...]:
    """Return the fields that a case of this type needs before it can be closed."""
    return tuple(_REQUIRED[case_type])


def is_open(case: Case) -> bool:
    """Return whether a case is not closed."""
    return case.state is not CaseState.CLOSED


def missing_to_close(case: Case) -> tuple[CaseField, ...]:
    """Return the required fields that are still empty."""
    return tuple(field for field in _REQUIRED[case.type] if _is_empty(case, field))


def moved(case: Case, state: CaseState, now: datetime) -> Case:
    """Return the case in another state; raises CaseIncompleteError if it cannot be closed yet.

    Closing ends its next date; a case that is opened again has the time of its closing no more.
    """
    if state is case.state:
        return case
    if state is not CaseState.CLOSED:
        return replace(case, state=state, closed=None)
    missing = missing_to_close(case)
    if missing:
        raise CaseIncompleteError(missing)
    return replace(case, state=state, closed=now, next_date=None)


def urgency(case: Case, today: date) -> Urgency:
    """Return how urgent a case is on a day."""
    if not is_open(case):
        return Urgency.CLOSED
    if case.next_date is None:
        return Urgency.NO_DATE
    if case.next_date < today:
        return Urgency.OVERDUE
    return Urgency.TODAY if case.next_date == today else Urgency.LATER


def board(cases: Iterable[Case], today: date) -> tuple[BoardGroup, ...]:
    """Return the cases in the order of the board, in groups; groups without cases are left out.

    In a group the angriest customer comes first, then what waits for us before what waits for others, then
    the case that was opened first. Closed cases are in the order in which they were closed, the last first.
    """
    groups: dict[Urgency, list[Case]] = {}
    for case in cases:
        groups.setdefault(urgency(case, today), []).append(case)
    return tuple(BoardGroup(each, _in_order(each, groups[each])) for each in sorted(groups))


def _in_order(group: Urgency, cases: Sequence[Case]) -> tuple[Case, ...]:
    if group is Urgency.CLOSED:
        return tuple(sorted(cases, key=lambda case: (case.closed or case.opened, case.id), reverse=True))
    return tuple(
        sorted(cases, key=lambda case: (-case.emotion, _STATE_ORDER[case.state], case.opened, case.id))
    )


_STATE_ORDER: Final = {
    state: number
    for number, state in enumerate(
        (
            CaseState.TO_VERIFY,
            CaseState.IN_PROGRESS,
            CaseState.WAITING_FOR_WAREHOUSE,
            CaseState.WAITING_FOR_CUSTOMER,
            CaseState.SOLVED,
            CaseState.CLOSED,
        )
    )
}


def _is_empty(case: Case, field: CaseField) -> bool:
    value = getattr(case, field.value)
    return not value.strip() if isinstance(value, str) else not value


def merged(base: Case, edited: Case, stored: Case) -> Case:
    """Return the stored case with what was changed from ``base`` to ``edited``.

    So a form that was open for a while takes back nothing that was changed elsewhere meanwhile.
    """
    changes = {
        each.name: getattr(edited, each.name)
        for each in fields(Case)
        if getattr(edited, each.name) != getattr(base, each.name)
    }
    return replace(stored, **changes)
