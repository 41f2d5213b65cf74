"""Editing a card field by field: what was changed elsewhere meanwhile is kept or shown, never overwritten."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quickdesk.customers.customer import Customer, Nickname, Order
from quickdesk.customers.views.editing import CardField, Conflict, FieldEdit, edited, value_of, with_value

CARD = Customer(
    "c1",
    (Nickname("小鱼", "淘宝"),),
    "王女士",
    tags=("老客",),
    fields={"尺码": "M", "偏好": "棉"},
    orders=(Order("1001", state="已发货"), Order("1002")),
    phones=("13800000006",),
)
NAMES = st.text("abc", min_size=1, max_size=2)
VALUES = st.text("xyz", min_size=1, max_size=2)
FIELDS = st.dictionaries(NAMES, VALUES, max_size=4)


def _edit(field: CardField, typed: object, card: Customer = CARD) -> FieldEdit:
    return FieldEdit(card.id, field, value_of(card, field), typed)


@pytest.mark.parametrize("field", CardField)
def test_a_value_that_is_set_is_the_value(field: CardField) -> None:
    other = Customer(
        "c2",
        (Nickname("n"),),
        "a",
        "b",
        ("t",),
        {"f": "v"},
        "t",
        "l",
        True,
        "r",
        (Order("1"),),
        ("2",),
        ("3",),
    )
    assert value_of(with_value(CARD, field, value_of(other, field)), field) == value_of(other, field)


def test_an_edit_leaves_the_other_fields_as_they_are_stored_now() -> None:
    stored = replace(CARD, remark="from another window")
    assert edited(stored, _edit(CardField.NAME, "王小姐")) == replace(stored, name="王小姐")


def test_the_same_field_changed_elsewhere_is_a_conflict_with_what_is_stored() -> None:
    stored = replace(CARD, name="王先生")
    assert edited(stored, _edit(CardField.NAME, "王小姐")) == Conflict(CardField.NAME, "王先生")


def test_the_same_value_from_both_is_none() -> None:
    stored = replace(CARD, name="王小姐")
    assert edited(stored, _edit(CardField.NAME, "王小姐")) == stored


def test_items_added_by_both_are_kept() -> None:
    stored = replace(CARD, tags=("老客", "急"), orders=(*CARD.orders, Order("1003")))
    tagged = edited(stored, _edit(CardField.TAGS, ("老客", "大额")))
    assert isinstance(tagged, Customer)
    assert tagged.tags == ("老客", "大额", "急")
    ordered = edited(
        stored, _edit(CardField.ORDERS, (replace(CARD.orders[0], state="已签收"), CARD.orders[1]))
    )
    assert isinstance(ordered, Customer)
    assert [(each.number, each.state) for each in ordered.orders] == [
        ("1001", "已签收"), ("1002", ""), ("1003", ""),
    ]  # fmt: skip


def test_an_order_that_both_changed_is_a_conflict() -> None:
    stored = replace(CARD, orders=(replace(CARD.orders[0], state="退货"), CARD.orders[1]))
    typed = (replace(CARD.orders[0], state="已签收"), CARD.orders[1])
    assert isinstance(edited(stored, _edit(CardField.ORDERS, typed)), Conflict)


def test_an_item_removed_here_stays_removed_and_one_removed_elsewhere_too() -> None:
    stored = replace(CARD, fields={"尺码": "M"})
    both = edited(stored, _edit(CardField.FIELDS, {"偏好": "棉"}))
    assert isinstance(both, Customer)
    assert both.fields == {}


@given(FIELDS, FIELDS, FIELDS)
def test_no_change_of_either_side_is_lost(
    shown: dict[str, str], typed: dict[str, str], stored: dict[str, str]
) -> None:
    result = edited(replace(CARD, fields=stored), FieldEdit("c1", CardField.FIELDS, shown, typed))
    if isinstance(result, Conflict):
        contradicting = [
            name
            for name in {*shown, *typed, *stored}
            if len({shown.get(name), typed.get(name), stored.get(name)}) == 3
        ]
        assert contradicting
        return
    for name in {*shown, *typed, *stored}:
        mine, theirs = typed.get(name), stored.get(name)
        assert result.fields.get(name) == (theirs if mine == shown.get(name) else mine)


@given(FIELDS, FIELDS)
def test_without_a_change_elsewhere_what_was_typed_is_stored(
    shown: dict[str, str], typed: dict[str, str]
) -> None:
    result = edited(replace(CARD, fields=shown), FieldEdit("c1", CardField.FIELDS, shown, typed))
    assert isinstance(result, Customer)
    assert result.fields == typed
