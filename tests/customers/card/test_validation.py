"""What may stand on a card and in a note, and how it is written."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quickdesk.customers.card.validation import (
    MAX_NOTE,
    CustomerFlaw,
    CustomerFlawKind,
    birthday_in,
    check_customer,
    check_note,
    normalized_customer,
    normalized_note,
    parsed_birthday,
)
from quickdesk.customers.customer import Customer, Nickname, Note, Order

NOON = datetime(2026, 11, 29, 12, 0, tzinfo=UTC)
FAMILY = "👩\u200d👩\u200d👧\u200d👦"


def flaws(customer: Customer) -> list[tuple[str, CustomerFlawKind]]:
    return [(each.field, each.kind) for each in check_customer(normalized_customer(customer))]


@pytest.mark.parametrize("nickname", ["王", "🌸", FAMILY, "名" * 500, FAMILY * 200, "13800000006", "a/b {c}"])
def test_any_visible_nickname_is_kept_whole(nickname: str) -> None:
    customer = Customer("a", (Nickname(nickname, "淘宝"),))
    assert flaws(customer) == []
    assert normalized_customer(customer) == customer


@pytest.mark.parametrize("nickname", ["", "   ", "\u3000", "\u200b", "\t"])
def test_a_nickname_of_nothing_visible_is_refused(nickname: str) -> None:
    assert ("nicknames", CustomerFlawKind.EMPTY) in flaws(Customer("a", (Nickname(nickname),), "王"))


@pytest.mark.parametrize(
    ("customer", "field", "kind"),
    [
        (Customer("a"), "nicknames", CustomerFlawKind.EMPTY),
        (Customer("a", (Nickname("n" * 2_001),)), "nicknames", CustomerFlawKind.TOO_LONG),
        (Customer("a", (Nickname("a\nb"),)), "nicknames", CustomerFlawKind.UNUSABLE_CHARACTER),
        (Customer("a", (Nickname("\ud800"),)), "nicknames", CustomerFlawKind.UNUSABLE_CHARACTER),
        (Customer("a", (), "王", "x" * 10_001), "remark", CustomerFlawKind.TOO_LONG),
        (Customer("a", (), "王", tags=tuple(map(str, range(101)))), "tags", CustomerFlawKind.TOO_MANY),
        (Customer("a", (), "王", fields={"{": "x"}), "fields", CustomerFlawKind.BAD_NAME),
        (Customer("a", (), "王", birthday="2026-02-29"), "birthday", CustomerFlawKind.NOT_A_DAY),
        (Customer("a", orders=(Order("x" * 201),)), "orders", CustomerFlawKind.TOO_LONG),
        (Customer("a", orders=(Order("1", items=("i",) * 501),)), "items", CustomerFlawKind.TOO_MANY),
    ],
)
def test_what_cannot_be_stored_is_named(customer: Customer, field: str, kind: CustomerFlawKind) -> None:
    assert (field, kind) in flaws(customer)


def test_a_card_may_have_only_an_order() -> None:
    assert flaws(Customer("a", orders=(Order("13800000006"),))) == []


def test_a_note_has_a_limit_and_says_it() -> None:
    assert check_note(Note("n", "a", "字" * MAX_NOTE, NOON)) == ()
    megabyte = Note("n", "a", "字" * 350_000, NOON)
    assert check_note(megabyte) == (CustomerFlaw("text", CustomerFlawKind.TOO_LONG, MAX_NOTE, 250_000),)
    assert check_note(megabyte)[0].most == MAX_NOTE
    assert check_note(normalized_note(Note("n", "a", " \n", NOON)))


def test_repeated_and_blank_parts_are_left_out() -> None:
    customer = Customer(
        "a",
        (Nickname(" 小林 ", "淘宝"), Nickname("小林", "淘宝"), Nickname("小林", "京东")),
        tags=("常客", " 常客", ""),
        phones=("138 0000 0006", "+86 13800000006", "021-12345678"),
        orders=(Order("1"), Order(" 1 "), Order("")),
        fields={" 尺码 ": " M ", "空": " "},
    )
    assert normalized_customer(customer) == replace(
        customer,
        nicknames=(Nickname("小林", "淘宝"), Nickname("小林", "京东")),
        tags=("常客",),
        phones=("138 0000 0006", "021-12345678"),
        orders=(Order("1"),),
        fields={"尺码": "M"},
    )


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2月29日", "02-29"), ("2/29", "02-29"), ("1990.2.28", "1990-02-28"), ("2024-02-29", "2024-02-29"),
        ("02-29", "02-29"), ("2023-02-29", None), ("13-1", None), ("2-30", None), ("明天", None), ("", None),
        ("1890-01-01", None),
    ],
)  # fmt: skip
def test_a_birthday_is_a_day_with_or_without_a_year(text: str, day: str | None) -> None:
    assert parsed_birthday(text) == day


def test_a_birthday_on_29_february_is_the_28th_in_a_common_year() -> None:
    assert birthday_in("02-29", 2026) == date(2026, 2, 28)
    assert birthday_in("2000-02-29", 2028) == date(2028, 2, 29)
    assert birthday_in("12-31", 2026) == date(2026, 12, 31)
    assert birthday_in("x", 2026) is None


TEXTS = st.text(max_size=4)


@given(st.builds(Customer, st.just("a"), st.lists(st.builds(Nickname, TEXTS, TEXTS)).map(tuple), TEXTS, TEXTS,
                 st.lists(TEXTS).map(tuple), st.dictionaries(TEXTS, TEXTS), birthday=TEXTS,
                 orders=st.lists(st.builds(Order, TEXTS, TEXTS)).map(tuple)))  # fmt: skip
def test_normalizing_twice_changes_nothing(customer: Customer) -> None:
    once = normalized_customer(customer)
    assert normalized_customer(once) == once
    check_customer(customer)
