"""What a colleague needs to know of a case, as values: the hand-over to a superior, and a question.

The words are in the windows. Nothing in a block is masked: whoever gets it works on the case with it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from quickdesk.customers.case import Case, CaseState
from quickdesk.customers.customer import Customer, Note
from quickdesk.customers.timeline import Event, EventType

MAX_ENTRIES: Final = 5
"""How many entries of the timeline a block has."""


@dataclass(frozen=True, slots=True)
class BlockEntry:
    """One line of the timeline: a note's text, or the state that the case was brought to."""

    at: datetime
    text: str = ""
    state: CaseState | None = None


@dataclass(frozen=True, slots=True)
class EscalationBlock:
    """A case that is handed to a superior; ``deadline`` is what was promised to the customer.

    ``permission`` is what the colleague has to allow (an amount, another delivery), ``emotion`` is 1 to 5, or
    0 if it is not noted.
    """

    customer: str
    platform: str
    order_number: str
    timeline: tuple[BlockEntry, ...]
    request: str
    offered: str
    emotion: int
    deadline: str
    permission: str = ""
    answer_by: date | None = None


@dataclass(frozen=True, slots=True)
class AskBlock:
    """A question to a colleague, such as the warehouse, about one order."""

    order_number: str
    problem: str
    request: str
    answer_by: date | None = None


def escalation_block(
    case: Case, customer: Customer, notes: Sequence[Note], events: Sequence[Event], *, permission: str = ""
) -> EscalationBlock:
    """Return the block of a case; ``notes`` and ``events`` are those of the customer."""
    order = next((each for each in customer.orders if each.number == case.order_number), None)
    platforms = (order.platform if order else "", *(each.platform for each in customer.nicknames))
    return EscalationBlock(
        customer=customer.label,
        platform=next(filter(None, platforms), ""),
        order_number=case.order_number,
        timeline=_timeline(case, notes, events),
        request=case.request,
        offered=case.offered,
        emotion=case.emotion,
        deadline=case.promise,
        permission=permission,
        answer_by=case.next_date,
    )


def ask_block(case: Case, notes: Sequence[Note]) -> AskBlock:
    """Return a question about a case; the problem is the last note since the case was opened."""
    own = [note for note in notes if note.customer_id == case.customer_id and note.at >= case.opened]
    problem = max(own, key=lambda note: note.at).text if own else ""
    return AskBlock(case.order_number, problem, case.request, case.next_date)


def _timeline(case: Case, notes: Iterable[Note], events: Iterable[Event]) -> tuple[BlockEntry, ...]:
    """Return the last entries that belong to the case, oldest first."""
    entries = [
        BlockEntry(note.at, text=one_line(note.text))
        for note in notes
        if note.customer_id == case.customer_id and note.at >= case.opened
    ]
    for event in events:
        state = _state_of(event, case)
        if state is not None:
            entries.append(BlockEntry(event.at, state=state))
        elif event.type is EventType.ORDER_REMARK and event.text and _belongs(event, case):
            entries.append(BlockEntry(event.at, text=one_line(event.text)))
    return tuple(sorted(entries, key=lambda entry: entry.at)[-MAX_ENTRIES:])


def _belongs(event: Event, case: Case) -> bool:
    return event.customer_id == case.customer_id and event.at >= case.opened


def _state_of(event: Event, case: Case) -> CaseState | None:
    if event.type is not EventType.CASE or event.case_id != case.id:
        return None
    return next((state for state in CaseState if state.value == event.text), None)


def one_line(text: str) -> str:
    """Return a text on one line, with one space between words."""
    return " ".join(text.split())
