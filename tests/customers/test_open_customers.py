"""Up to nine customers are open; the laws hold after any steps."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quickdesk.customers.open_customers import MAX_OPEN, OpenCustomers

IDS = st.sampled_from([f"c{number}" for number in range(14)])
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("open"), IDS),
        st.tuples(st.just("close"), IDS),
        st.tuples(st.just("switch"), st.integers(-1, 11)),
        st.tuples(st.just("none"), st.none()),
    ),
    max_size=60,
)


def after(customers: OpenCustomers, step: tuple[str, object]) -> OpenCustomers:
    how, what = step
    if how == "open":
        return customers.opened(str(what))
    if how == "close":
        return customers.closed(str(what))
    if isinstance(what, int):
        return customers.switched(what)
    return customers.without_current()


@given(STEPS)
def test_after_any_steps_each_open_customer_has_one_digit_that_it_keeps(
    steps: list[tuple[str, object]],
) -> None:
    customers = OpenCustomers()
    for step in steps:
        before, customers = customers, after(customers, step)
        held = [each for each in customers.digits if each]
        assert len(customers.digits) == MAX_OPEN
        assert sorted(held) == sorted(customers.recent)
        assert len(set(held)) == len(held)
        assert customers.current in ("", *customers.recent)
        for each in customers.recent:
            if each in before:
                assert customers.digit_of(each) == before.digit_of(each)
            assert customers.switched(customers.digit_of(each)).current == each


@given(STEPS, IDS)
def test_what_is_opened_is_current_and_most_recent(steps: list[tuple[str, object]], wanted: str) -> None:
    customers = OpenCustomers()
    for step in steps:
        customers = after(customers, step)
    opened = customers.opened(wanted)
    assert opened.current == opened.recent[0] == wanted
    assert opened.opened(wanted) == opened
    assert opened.closed(wanted).current == ""
    assert wanted not in opened.closed(wanted)


def test_a_tenth_customer_takes_the_digit_of_the_one_not_used_for_longest() -> None:
    customers = OpenCustomers()
    for number in range(1, 10):
        customers = customers.opened(f"c{number}")
    customers = customers.switched(1).opened("new")
    assert (customers.digit_of("new"), customers.digit_of("c2"), len(customers)) == (2, 0, MAX_OPEN)


def test_a_free_digit_changes_nothing() -> None:
    customers = OpenCustomers().opened("a")
    assert customers.switched(5) == customers.switched(0) == customers.switched(10) == customers


def test_without_a_current_one_all_stay_open() -> None:
    customers = OpenCustomers().opened("a").opened("b").without_current()
    assert (customers.current, len(customers), customers.switched(1).current) == ("", 2, "a")


def test_no_customer_cannot_be_opened() -> None:
    with pytest.raises(ValueError, match="no customer"):
        OpenCustomers().opened("")
