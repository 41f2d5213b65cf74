"""Facts fill fields by name while they are valid, literally, and only if they may be stored."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quickdesk.replies.facts import Fact, FactsOfDay, check_fact, day_of, fact_key, normalized_fact
from quickdesk.replies.validation import FlawKind

TODAY = date(2026, 11, 22)


def on(*facts: Fact, day: date = TODAY) -> FactsOfDay:
    return FactsOfDay.of(facts, day)


@pytest.mark.parametrize(
    "name", ["快递公司", "快递 公司", "快遞公司", " 快递公司　", "快递\u200b公司", "快递公司\ufe0f"]
)
def test_a_name_that_looks_the_same_is_the_same(name: str) -> None:
    fact = Fact("快递公司", "顺丰")
    assert on(fact).valid(name) == fact


def test_width_case_and_marks_make_no_difference() -> None:
    assert fact_key("ＱＱ群Cafe\u0301") == fact_key("qq 群café")
    assert fact_key("快递公司") != fact_key("快递单号")


@given(st.text())
def test_the_key_of_a_key_is_itself(name: str) -> None:
    assert fact_key(fact_key(name)) == fact_key(name)


def test_a_fact_is_valid_on_its_last_day_and_not_on_the_next() -> None:
    fact = Fact("发货时限", "48小时", TODAY)
    assert on(fact).values(["发货时限", "订单号"]) == {"发货时限": "48小时"}
    later = on(fact, day=TODAY + timedelta(1))
    assert later.valid("发货时限") is None
    assert later.named("发货时限") == fact
    assert later.values(["发货时限"]) == {}


def test_a_value_may_have_lines_and_braces() -> None:
    fact = normalized_fact(Fact(" 退货地址 ", " 杭州\r\n{退货地址} {{1号楼 "))
    assert fact == Fact("退货地址", "杭州\n{退货地址} {{1号楼")
    assert check_fact(fact) == ()


@pytest.mark.parametrize(
    ("fact", "field", "kind"),
    [
        (Fact("", "x"), "name", FlawKind.EMPTY),
        (Fact("a\nb", "x"), "name", FlawKind.UNUSABLE_CHARACTER),
        (Fact("a" * 101, "x"), "name", FlawKind.TOO_LONG),
        (Fact("日期", "x"), "name", FlawKind.NOT_A_TEMPLATE),
        (Fact("快递:公司", "x"), "name", FlawKind.NOT_A_TEMPLATE),
        (Fact("{快递}", "x"), "name", FlawKind.NOT_A_TEMPLATE),
        (Fact("快递", ""), "value", FlawKind.EMPTY),
        (Fact("\u0301", "x"), "name", FlawKind.NOT_A_TEMPLATE),
        (Fact("快递", " \n\u3000"), "value", FlawKind.EMPTY),
        (Fact("快递", "\u200b\ufeff"), "value", FlawKind.EMPTY),
        (Fact("快递", "x" * 100_000), "value", FlawKind.TOO_LONG),
        (Fact("快递", "a\x1b[2J"), "value", FlawKind.UNUSABLE_CHARACTER),
        (Fact("快递", "\ud800"), "value", FlawKind.UNUSABLE_CHARACTER),
    ],
)
def test_what_cannot_be_a_fact_says_why(fact: Fact, field: str, kind: FlawKind) -> None:
    assert [(each.field, each.kind) for each in check_fact(fact)] == [(field, kind)]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("", None),
        (" 2026-12-31 ", date(2026, 12, 31)),
        ("2026/1/5", date(2026, 1, 5)),
        ("２０２６年１２月３１日", date(2026, 12, 31)),
        ("12.31", date(2026, 12, 31)),
        ("11月22日", TODAY),
        ("11-21", date(2027, 11, 21)),
        ("2-29", date(2028, 2, 29)),
    ],
)
def test_a_day_is_read_as_people_write_it(text: str, day: date | None) -> None:
    assert day_of(text, TODAY) == day


@pytest.mark.parametrize("text", ["soon", "2026-13-01", "2-30", "2026", "31.12.2026", "0-1", "12-31-2026"])
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"day|month|range"):
        day_of(text, TODAY)


@given(st.text(max_size=12))
def test_any_text_is_a_day_or_none(text: str) -> None:
    try:
        found = day_of(text, TODAY)
    except ValueError:
        return
    assert found is None or found.year > 0
