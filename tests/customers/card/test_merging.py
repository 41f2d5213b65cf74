"""Two cards become one: nothing that either says is lost without being shown."""

from dataclasses import replace
from datetime import timedelta
from functools import partial

from hypothesis import given, settings
from hypothesis import strategies as st

from quickdesk.customers.card.merging import ValueConflict, plan_merge
from quickdesk.customers.customer import Customer, Nickname, Order
from quickdesk.customers.store import Belongings, CustomerChange
from quickdesk.replies.history import Action, ActionType, Undone
from quickdesk.storage.customers.customer_store import TinyCustomerStore
from quickdesk.storage.kinds import CUSTOMERS
from tests.contracts.customer_store import CASE, LIN, NOON, NOTE, OF_WANG, PASTED
from tests.fakes.data_folder import DataFolder
from tests.fakes.disk import MemoryDisk

LATER = NOON + timedelta(days=1)
OTHER = Customer(
    "o9",
    (Nickname("林姐", "京东"), Nickname("小林🌸", "淘宝")),
    "林小",
    "爱比价",
    ("批发", "新客"),
    {"尺码": "L", "颜色": "红"},
    orders=(Order("2611220001", "淘宝", "已签收", ("袜子",), "SF9", ""), Order("3")),
    phones=("+8613800000006", "021-1"),
    birthday="",
    created=NOON - timedelta(days=9),
)


def test_lists_have_the_parts_of_both_and_the_first_card_wins() -> None:
    merged = plan_merge(LIN, OTHER, Belongings(), LATER).customer
    assert [each.text for each in merged.nicknames] == ["小林🌸", "lin_88", "林姐"]
    assert merged.tags == ("常客", "批发", "新客")
    assert merged.phones == ("13800000006", "021-1")
    assert merged.fields == {"尺码": "M", "偏好": "不要蓝色", "颜色": "红"}
    assert merged.remark == "急性子\n先安抚\n爱比价"
    assert [each.number for each in merged.orders] == ["2611220001", "2", "3"]
    assert merged.orders[0].items == ("裙子 M", "发夹", "袜子")
    assert (merged.name, merged.birthday) == (LIN.name, LIN.birthday)
    assert (merged.created, merged.updated) == (OTHER.created, LATER)


def test_what_they_say_differently_is_shown() -> None:
    assert set(plan_merge(LIN, OTHER, Belongings(), LATER).differences) == {
        ValueConflict("name", "林晓", "林小"),
        ValueConflict("fields", "M", "L", "尺码"),
        ValueConflict("order_state", "已发货", "已签收", "2611220001"),
        ValueConflict("order_tracking_number", "SF1234567890123", "SF9", "2611220001"),
    }


def test_do_not_contact_holds_for_both() -> None:
    assert plan_merge(OTHER, LIN, Belongings(), LATER).customer.is_do_not_contact
    assert plan_merge(OTHER, LIN, Belongings(), LATER).customer.do_not_contact_reason == "投诉过"


TEXTS = st.sampled_from(["", "a", "b"])
CARDS = st.builds(
    Customer,
    st.just("x"),
    st.lists(st.builds(Nickname, st.sampled_from("nm"), TEXTS), max_size=2).map(tuple),
    TEXTS,
    TEXTS,
    st.lists(st.sampled_from("tu"), max_size=2).map(tuple),
    st.dictionaries(st.sampled_from("fg"), TEXTS, max_size=2),
    orders=st.lists(st.builds(Order, st.sampled_from("12"), TEXTS, TEXTS), max_size=2).map(tuple),
)


@settings(max_examples=40, deadline=None)
@given(CARDS, CARDS, st.booleans())
def test_a_merge_and_its_undo_leave_all_as_before(one: Customer, other: Customer, reopens: bool) -> None:
    disk = MemoryDisk()
    folder = DataFolder(disk)
    store = TinyCustomerStore(partial(folder.engine, CUSTOMERS), folder.history)
    one, other = replace(one, id="l1"), replace(other, id="w2")
    case, event = replace(CASE, customer_id="w2"), replace(PASTED, customer_id="w2")
    store.apply(CustomerChange((one, other), (NOTE, OF_WANG), (case,), (event,)))
    before = _all(store)
    plan = plan_merge(one, other, Belongings([OF_WANG], [case], [event]), LATER)
    action = Action(ActionType.MERGE_CUSTOMERS, LATER)
    store.apply(replace(plan.change, action=action))
    assert [each.id for each in store.customers()] == ["l1"]
    assert {each.id for each in store.notes("l1")} == {"n1", "n3"}
    assert [each.id for each in (*store.cases("l1"), *store.events("l1"))] == ["c1", "e1"]
    if reopens:
        folder = DataFolder(disk.after_kill())
        store = TinyCustomerStore(partial(folder.engine, CUSTOMERS), folder.history)
    assert isinstance(folder.snippets.undo(LATER), Undone)
    assert _all(store) == before
    assert list(store.removed()) == []


def _all(store: TinyCustomerStore) -> object:
    belongings = [
        list(each) for key in ("l1", "w2") for each in (store.notes(key), store.cases(key), store.events(key))
    ]
    return {each.id: each for each in store.customers()}, belongings
