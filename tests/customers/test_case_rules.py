"""Required fields by type, closing, and the order of the board."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quickdesk.customers.case import Case, CaseState, CaseType
from quickdesk.customers.case_rules import (
    CaseField,
    CaseIncompleteError,
    Urgency,
    board,
    is_open,
    missing_to_close,
    moved,
    required_fields,
    urgency,
)

NOW = datetime(2026, 11, 29, 9, 30, tzinfo=UTC)
TODAY = NOW.date()

FULL = Case(
    id="c",
    customer_id="k",
    type=CaseType.COMPLAINT,
    opened=NOW,
    order_number="112233445566",
    request="退款",
    evidence_received=("照片",),
    offered="补发",
    solution="退款 20 元",
    basis="破损包赔",
    promise="18:00 前答复",
    emotion=4,
    next_date=TODAY,
)

_words = st.sampled_from(["", " ", "退款"])
cases = st.builds(
    Case,
    id=st.uuids().map(str),
    customer_id=st.just("k"),
    type=st.sampled_from(CaseType),
    opened=st.integers(0, 500).map(lambda hours: NOW - timedelta(hours=hours)),
    state=st.sampled_from(CaseState),
    order_number=_words,
    request=_words,
    evidence_received=st.sampled_from([(), ("照片",)]),
    solution=_words,
    basis=_words,
    promise=_words,
    emotion=st.integers(0, 5),
    next_date=st.none() | st.integers(-5, 5).map(lambda days: TODAY + timedelta(days=days)),
)


@pytest.mark.parametrize("case_type", list(CaseType))
def test_every_type_needs_what_the_customer_wants_and_a_solution(case_type: CaseType) -> None:
    assert {CaseField.REQUEST, CaseField.SOLUTION} <= set(required_fields(case_type))


@given(cases, st.sampled_from(CaseState))
def test_a_case_is_closed_only_when_nothing_is_missing(case: Case, state: CaseState) -> None:
    is_closing = state is CaseState.CLOSED is not case.state
    if is_closing and missing_to_close(case):
        with pytest.raises(CaseIncompleteError) as refused:
            moved(case, state, NOW)
        assert refused.value.missing == missing_to_close(case)
        return
    after = moved(case, state, NOW)
    assert after.state is state
    if state is not case.state:
        assert (after.closed == NOW) is (state is CaseState.CLOSED)
        assert not is_closing or missing_to_close(after) == ()


def test_each_missing_field_is_named() -> None:
    empty = Case(id="c", customer_id="k", type=CaseType.QUALITY, opened=NOW, order_number="  ")
    assert missing_to_close(empty) == required_fields(CaseType.QUALITY)
    assert missing_to_close(replace(FULL, promise="", emotion=0)) == (CaseField.EMOTION, CaseField.PROMISE)


def test_closing_ends_the_next_date_and_opening_again_the_time_of_closing() -> None:
    closed = moved(FULL, CaseState.CLOSED, NOW)
    assert (closed.next_date, closed.closed) == (None, NOW)
    assert moved(closed, CaseState.IN_PROGRESS, NOW).closed is None


@pytest.mark.parametrize(
    ("next_date", "expected"),
    [
        (None, Urgency.NO_DATE),
        (TODAY - timedelta(days=1), Urgency.OVERDUE),
        (TODAY, Urgency.TODAY),
        (TODAY + timedelta(days=1), Urgency.LATER),
    ],
)
def test_urgency_of_a_date(next_date: date | None, expected: Urgency) -> None:
    assert urgency(replace(FULL, next_date=next_date), TODAY) is expected


@given(st.lists(cases, unique_by=lambda case: case.id))
def test_the_board_has_every_case_once_and_the_most_urgent_first(listed: list[Case]) -> None:
    groups = board(listed, TODAY)
    shown = [case for group in groups for case in group.cases]
    assert sorted(case.id for case in shown) == sorted(case.id for case in listed)
    assert [group.urgency for group in groups] == sorted({group.urgency for group in groups})
    for group in groups:
        assert all(urgency(case, TODAY) is group.urgency for case in group.cases)
        if group.urgency is not Urgency.CLOSED:
            assert all(is_open(case) for case in group.cases)
            emotions = [case.emotion for case in group.cases]
            assert emotions == sorted(emotions, reverse=True)


@given(st.lists(cases, unique_by=lambda case: case.id))
def test_the_board_does_not_depend_on_the_order_of_the_store(listed: list[Case]) -> None:
    assert board(listed, TODAY) == board(reversed(listed), TODAY)


def test_emotion_then_state_then_age() -> None:
    angry = replace(FULL, id="angry", emotion=5, state=CaseState.SOLVED)
    new = replace(FULL, id="new", state=CaseState.TO_VERIFY)
    old = replace(new, id="old", opened=NOW - timedelta(days=2))
    waiting = replace(FULL, id="waiting", state=CaseState.WAITING_FOR_CUSTOMER)
    (group,) = board([waiting, new, old, angry], TODAY)
    assert [case.id for case in group.cases] == ["angry", "old", "new", "waiting"]
