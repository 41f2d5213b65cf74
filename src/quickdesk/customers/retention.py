"""How long personal data is kept, and what has been kept long enough.

A customer is outdated if nothing happened for the number of days: no change of the card, no note, no case, no
event. Customers with an open case, and those who must not be contacted, are kept. Of the others closed cases
and events go one by one. Nothing is erased by time alone: the agent sees what would be, and confirms it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from quickdesk.customers.case import Case
from quickdesk.customers.case_rules import is_open
from quickdesk.customers.customer import Customer, Note
from quickdesk.customers.timeline import Event

FOREVER = 0
DEFAULT_DAYS = 365


@dataclass(frozen=True, slots=True)
class RetentionDays:
    """The days for which each kind of personal data is kept; FOREVER keeps all of it."""

    customers: int = DEFAULT_DAYS
    cases: int = DEFAULT_DAYS
    events: int = DEFAULT_DAYS


@dataclass(frozen=True, slots=True)
class KeptLongEnough:
    """The ids of what has been kept long enough; ``notes`` is the number of notes of the customers."""

    customers: tuple[str, ...] = ()
    cases: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    notes: int = 0

    def __bool__(self) -> bool:
        return bool(self.ids)

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of everything that goes; what belongs to a customer goes with it."""
        return (*self.customers, *self.cases, *self.events)


@dataclass(frozen=True, slots=True)
class CustomerEntries:
    """What belongs to customers, by their ids."""

    notes: Mapping[str, Sequence[Note]]
    cases: Mapping[str, Sequence[Case]]
    events: Mapping[str, Sequence[Event]]


def outdated(
    customers: Iterable[Customer], entries: CustomerEntries, days: RetentionDays, now: datetime
) -> KeptLongEnough:
    """Return what has been kept long enough; ``now`` is timezone-aware."""
    gone: list[str] = []
    cases: list[str] = []
    events: list[str] = []
    notes = 0
    for customer in customers:
        own_cases = entries.cases.get(customer.id, ())
        own_events = entries.events.get(customer.id, ())
        own_notes = entries.notes.get(customer.id, ())
        moments = [*_moments(customer, own_notes, own_cases), *(event.at for event in own_events)]
        is_kept = customer.is_do_not_contact or any(map(is_open, own_cases)) or not moments
        if not is_kept and _is_over(max(moments), days.customers, now):
            gone.append(customer.id)
            notes += len(own_notes)
            continue
        closed = (each for each in own_cases if not is_open(each))
        cases += (each.id for each in closed if _is_over(each.closed or each.opened, days.cases, now))
        events += (each.id for each in own_events if _is_over(each.at, days.events, now))
    return KeptLongEnough(tuple(gone), tuple(cases), tuple(events), notes)


def _moments(customer: Customer, notes: Iterable[Note], cases: Iterable[Case]) -> Iterator[datetime]:
    known = (customer.created, customer.updated, *(each.closed for each in cases))
    yield from (moment for moment in known if moment is not None)
    yield from (note.at for note in notes)
    yield from (each.opened for each in cases)


def _is_over(moment: datetime, days: int, now: datetime) -> bool:
    return days != FOREVER and now - moment > timedelta(days=days)
