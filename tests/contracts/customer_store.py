"""What every store of customers promises. A test class gives the fixture ``store``, empty."""

from dataclasses import fields, replace
from datetime import UTC, date, datetime, timedelta

import pytest

from quickdesk.customers.case import Case, CaseState, CaseType
from quickdesk.customers.customer import Customer, Nickname, Note, Order
from quickdesk.customers.store import Belongings, CustomerChange, CustomerStore
from quickdesk.customers.timeline import Event, EventType, Satisfaction

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
ORDER = Order("2611220001", "淘宝", "已发货", ("裙子 M", "发夹"), "SF1234567890123", "顺丰")
LIN = Customer(
    "l1",
    (Nickname("小林🌸", "淘宝"), Nickname("lin_88")),
    "林晓",
    "急性子\n先安抚",
    ("常客", "批发"),
    {"尺码": "M", "偏好": "不要蓝色"},
    "亲切",
    "zh-TW",
    is_do_not_contact=True,
    do_not_contact_reason="投诉过",
    orders=(ORDER, Order("2")),
    phones=("13800000006",),
    addresses=("杭州市西湖区一路1号",),
    birthday="02-29",
    created=NOON,
    updated=NOON + timedelta(hours=1),
)
WANG = Customer("w2", (Nickname("王二"),))
NOTE = Note("n1", "l1", "要发票\n抬头个人", NOON, "工号7", is_pinned=True)
LATER = Note("n2", "l1", "改地址了", NOON + timedelta(hours=1))
OF_WANG = Note("n3", "w2", "已退款", NOON)
CASE = Case(
    "c1", "l1", CaseType.QUALITY, NOON, CaseState.WAITING_FOR_WAREHOUSE, "2611220001", "换货", ("照片",),
    ("视频",), "补发", "换新", "七天无理由", "明天发", 4, date(2026, 11, 25), True, NOON + timedelta(days=2),
)  # fmt: skip
PASTED = Event("e1", "l1", EventType.PASTED, NOON, reply_id="a1", text="亲，在的")
RATED = Event("e2", "l1", EventType.SATISFACTION, NOON, text=Satisfaction.SATISFIED.value, case_id="c1")


def test_the_example_has_every_field() -> None:
    assert all(getattr(LIN, each.name) for each in fields(LIN))
    assert all(getattr(CASE, each.name) for each in fields(CASE))


class CustomerStoreContract:
    @pytest.fixture
    def store(self) -> CustomerStore:
        raise NotImplementedError

    def test_begins_empty(self, store: CustomerStore) -> None:
        assert list(store.customers()) == list(store.removed()) == []
        assert list(store.notes()) == list(store.cases()) == list(store.events("l1")) == []
        assert store.get("l1") is None

    def test_keeps_every_part(self, store: CustomerStore) -> None:
        store.apply(CustomerChange((LIN,), (NOTE,), (CASE,), (PASTED, RATED)))
        assert list(store.customers()) == [LIN]
        assert store.get("l1") == LIN
        assert list(store.notes("l1")) == [NOTE]
        assert list(store.cases("l1")) == [CASE]
        assert list(store.events("l1")) == [PASTED, RATED]

    def test_keeps_the_order_in_which_customers_were_added(self, store: CustomerStore) -> None:
        store.apply(CustomerChange((WANG,)))
        store.apply(CustomerChange((LIN,)))
        newer = replace(WANG, remark="新")
        store.apply(CustomerChange((newer,)))
        assert list(store.customers()) == [newer, LIN]
        assert store.get("w2") == newer

    def test_an_emptied_field_is_empty(self, store: CustomerStore) -> None:
        store.apply(CustomerChange((LIN,), (NOTE,)))
        store.apply(CustomerChange((Customer("l1"),), (Note("n1", "l1", "", NOON),)))
        assert store.get("l1") == Customer("l1")
        assert list(store.notes("l1")) == [Note("n1", "l1", "", NOON)]

    def test_notes_belong_to_their_customer_oldest_first(self, store: CustomerStore) -> None:
        store.apply(CustomerChange((LIN, WANG), (LATER, OF_WANG, NOTE)))
        assert list(store.notes("l1")) == [NOTE, LATER]
        assert list(store.notes("w2")) == [OF_WANG]
        assert {each.id for each in store.notes()} == {"n1", "n2", "n3"}

    def test_a_note_can_be_changed_moved_and_removed(self, store: CustomerStore) -> None:
        store.apply(CustomerChange((LIN, WANG), (NOTE, LATER)))
        assert list(store.notes("l1")) == [NOTE, LATER]
        changed = replace(NOTE, text="要专票")
        moved = replace(LATER, customer_id="w2")
        store.apply(CustomerChange(notes=(changed, moved)))
        assert list(store.notes("l1")) == [changed]
        assert list(store.notes("w2")) == [moved]
        store.apply(CustomerChange(remove_notes=("n1", "unknown")))
        assert list(store.notes("l1")) == []

    def test_cases_and_events_can_be_removed(self, store: CustomerStore) -> None:
        store.apply(CustomerChange((LIN,), (), (CASE,), (PASTED, RATED)))
        store.apply(CustomerChange(remove_cases=("c1",), remove_events=("e1",)))
        assert list(store.cases()) == []
        assert list(store.events("l1")) == [RATED]

    def test_a_removed_customer_is_in_the_trash_with_all_that_belongs_to_it(
        self, store: CustomerStore
    ) -> None:
        store.apply(CustomerChange((LIN, WANG), (NOTE, OF_WANG), (CASE,), (PASTED,)))
        store.apply(CustomerChange(remove_customers=("l1", "unknown")))
        assert list(store.customers()) == [WANG]
        assert list(store.removed()) == [LIN]
        assert store.get("l1") is None
        assert list(store.notes("l1")) == list(store.cases()) == list(store.events("l1")) == []
        assert list(store.notes()) == [OF_WANG]
        assert store.belongings("l1") == Belongings([NOTE], [CASE], [PASTED])
        assert store.belongings("unknown") == Belongings([], [], [])

    def test_a_restored_customer_is_as_before(self, store: CustomerStore) -> None:
        store.apply(CustomerChange((LIN, WANG), (NOTE,), (CASE,), (PASTED,)))
        store.apply(CustomerChange(remove_customers=("l1",)))
        store.apply(CustomerChange(restore_customers=("l1", "unknown")))
        assert list(store.customers()) == [WANG, LIN]
        assert list(store.removed()) == []
        assert (list(store.notes("l1")), list(store.cases("l1"))) == ([NOTE], [CASE])
        assert list(store.events("l1")) == [PASTED]

    def test_a_new_version_of_a_removed_customer_leaves_the_trash(self, store: CustomerStore) -> None:
        store.apply(CustomerChange((LIN,)))
        store.apply(CustomerChange(remove_customers=("l1",)))
        store.apply(CustomerChange((LIN,)))
        assert (list(store.customers()), list(store.removed())) == ([LIN], [])

    def test_the_last_removed_one_is_last_in_the_trash(self, store: CustomerStore) -> None:
        store.apply(CustomerChange((LIN, WANG)))
        store.apply(CustomerChange(remove_customers=("w2",)))
        store.apply(CustomerChange(remove_customers=("l1",)))
        assert list(store.removed()) == [WANG, LIN]

    def test_a_customer_can_be_added_and_removed_in_one_change(self, store: CustomerStore) -> None:
        store.apply(CustomerChange((LIN, WANG), remove_customers=("l1",)))
        assert (list(store.customers()), list(store.removed())) == ([WANG], [LIN])

    def test_says_which_customers_have_changed(self, store: CustomerStore) -> None:
        """A store that does not know, because it was opened since, says that all of them may have."""
        first = store.changed_since()
        assert first.ids is None
        store.apply(CustomerChange((LIN, WANG), (NOTE, OF_WANG)))
        both = store.changed_since(first.mark)
        assert both.ids in ({"l1", "w2"}, None)
        assert store.changed_since(both.mark).ids in (frozenset(), None)
        store.apply(CustomerChange(notes=(LATER,)))
        assert store.changed_since(both.mark).ids in ({"l1"}, None)
        store.apply(CustomerChange(remove_notes=("n3",), events=(PASTED,)))
        assert store.changed_since(both.mark).ids in ({"l1", "w2"}, None)
        middle = store.changed_since(both.mark)
        store.apply(CustomerChange(remove_customers=("w2",)))
        assert store.changed_since(middle.mark).ids in ({"w2"}, None)

    def test_a_foreign_mark_means_that_anything_may_have_changed(self, store: CustomerStore) -> None:
        store.apply(CustomerChange((LIN,)))
        assert store.changed_since(object()).ids is None
        assert store.changed_since((object(), 0)).ids is None
