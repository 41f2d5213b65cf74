"""The current customer as the windows see it: read anew each time, none while the store cannot be read."""

from pytestqt.qtbot import QtBot

from quickdesk.app.current_customer import CurrentCustomer
from quickdesk.customers.customer import Customer, Nickname, Note
from quickdesk.customers.store import CustomerChange
from quickdesk.replies.store import StoreProblem
from tests.fakes.clock import StillClock
from tests.fakes.customer_store import MemoryCustomerStore

NOW = StillClock().now()
WANG = Customer("w", (Nickname("小王"),), fields={"尺码": "M"})
NOTES = [
    Note("n1", "w", "old", NOW, is_pinned=True),
    Note("n2", "w", "new", NOW, is_pinned=True),
    Note("n3", "w", "loose", NOW),
]


def made(store: MemoryCustomerStore) -> CurrentCustomer:
    return CurrentCustomer(lambda: store, lambda _number: "")


def test_a_card_is_read_anew_each_time(qtbot: QtBot) -> None:
    store = MemoryCustomerStore([WANG], NOTES)
    current = made(store)
    assert not current.card
    with qtbot.waitSignal(current.changed):
        assert current.open("w")
    assert (current.card.customer_id, current.card.label) == ("w", "小王")
    note = current.pinned_note()
    assert note is not None
    assert note.text == "new"
    store.apply(CustomerChange(customers=(Customer("w", (Nickname("王"),)),)))
    assert current.card.label == "王"


def test_while_the_customers_are_locked_there_is_none_and_all_stay_open(qtbot: QtBot) -> None:
    store = MemoryCustomerStore([WANG])
    current = made(store)
    current.open("w")
    store.refuse = StoreProblem.LOCKED
    current.refresh()
    assert current.customer is None
    assert not current.card
    assert current.pinned_note() is None
    assert not current.open("w")
    store.refuse = None
    assert current.card.customer_id == "w"


def test_who_is_gone_is_closed(qtbot: QtBot) -> None:
    store = MemoryCustomerStore([WANG, Customer("l", (Nickname("李"),))])
    current = made(store)
    current.open("w")
    current.open("l")
    store.apply(CustomerChange(remove_customers=("l",)))
    with qtbot.waitSignal(current.changed):
        current.refresh()
    assert (current.open_customers.current, current.open_customers.recent) == ("", ("w",))


def test_an_unknown_customer_is_not_opened(qtbot: QtBot) -> None:
    current = made(MemoryCustomerStore())
    with qtbot.assertNotEmitted(current.changed):
        assert not current.open("nobody")
        current.switch(3)
        current.use_none()
        current.close_customer("nobody")
        current.refresh()
