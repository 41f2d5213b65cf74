"""What has been kept long enough: never what is open, new, or says not to contact someone."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from quickdesk.customers.case import Case, CaseState, CaseType
from quickdesk.customers.customer import Customer, Note
from quickdesk.customers.retention import FOREVER, CustomerEntries, KeptLongEnough, RetentionDays, outdated
from quickdesk.customers.timeline import Event, EventType

NOW = datetime(2026, 11, 29, tzinfo=UTC)
OLD, NEW = NOW - timedelta(days=366), NOW - timedelta(days=364)
CARD = Customer("c", created=OLD, updated=OLD)
NOTE = Note("n", "c", "x", OLD)
CASE = Case("k", "c", CaseType.OTHER, OLD, CaseState.CLOSED, closed=OLD)
EVENT = Event("e", "c", EventType.PASTED, OLD)
DAYS = RetentionDays()


def found(
    card: Customer = CARD,
    note: Note = NOTE,
    case: Case = CASE,
    event: Event = EVENT,
    days: RetentionDays = DAYS,
) -> KeptLongEnough:
    return outdated([card], CustomerEntries({"c": [note]}, {"c": [case]}, {"c": [event]}), days, NOW)


def test_a_customer_without_a_new_entry_is_outdated_with_all_that_belongs_to_it() -> None:
    assert found() == KeptLongEnough(("c",), (), (), 1)
    assert found().ids == ("c",)


@pytest.mark.parametrize(
    "result",
    [
        found(card=replace(CARD, updated=NEW)),
        found(note=replace(NOTE, at=NEW)),
        found(case=replace(CASE, state=CaseState.WAITING_FOR_CUSTOMER, closed=None)),
        found(card=replace(CARD, is_do_not_contact=True)),
        found(days=RetentionDays(customers=FOREVER)),
    ],
)
def test_a_customer_is_kept(result: KeptLongEnough) -> None:
    assert result.customers == ()
    assert result.events == ("e",)


def test_closed_cases_and_events_of_others_go_one_by_one() -> None:
    assert found(card=replace(CARD, updated=NEW)).ids == ("k", "e")
    kept = RetentionDays(cases=FOREVER, events=FOREVER)
    assert not found(card=replace(CARD, updated=NEW), days=kept)


def test_a_card_without_any_time_is_kept() -> None:
    assert not outdated([Customer("x")], CustomerEntries({}, {}, {}), DAYS, NOW)


def test_a_clock_in_the_past_erases_nothing() -> None:
    past = datetime(1990, 1, 1, tzinfo=UTC)
    entries = CustomerEntries({"c": [NOTE]}, {"c": [CASE]}, {"c": [EVENT]})
    assert not outdated([CARD], entries, DAYS, past)
