"""A restore over two kinds is undone as a whole or not at all, also if one kind cannot be opened."""

import errno
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

from quickdesk.customers.customer import Customer
from quickdesk.customers.store import CustomerChange
from quickdesk.replies.history import Action, ActionType, Undone
from quickdesk.replies.snippet import Snippet
from quickdesk.replies.store import Change, StoreError
from quickdesk.storage.customers.customer_store import TinyCustomerStore
from quickdesk.storage.document import ID
from quickdesk.storage.kinds import CUSTOMERS
from tests.fakes.data_folder import DataFolder
from tests.fakes.disk import MemoryDisk
from tests.fakes.engine import add, documents

NOON = datetime(2026, 11, 29, 12, 0, tzinfo=UTC)


class Unreadable(MemoryDisk):
    """The files of one kind cannot be read for now (a virus scanner, a network drive)."""

    bad = ""

    def read(self, path: Path) -> bytes:
        if self.bad and path.name.startswith(self.bad):
            raise OSError(errno.EMFILE, "too many open files", str(path))
        return super().read(path)


def test_it_is_undone_in_all_kinds_or_in_none() -> None:
    disk = Unreadable()
    folder = DataFolder(disk)
    folder.snippets.apply(Change(put=(Snippet("a1", "t", "old"),)))
    add(folder.engine(CUSTOMERS), "customers", {ID: "c1", "name": "old"})
    path = folder.backups.backup(NOON).path
    folder.snippets.apply(Change(put=(Snippet("a1", "t", "new"),)))
    add(folder.engine(CUSTOMERS), "customers", {ID: "c2", "name": "new"})
    found = folder.backups.read(path)
    action = Action(ActionType.RECOVER, NOON, ("customers",), day=1)
    folder.backups.restore(found, Change(put=(Snippet("a1", "t", "old"),), action=action))
    folder.kinds.close()

    disk.bad = "customers"
    again = DataFolder(disk)
    try:
        outcome = again.snippets.undo(NOON, 1)
    except StoreError:
        outcome = None
    disk.bad = ""
    again.kinds.close()

    last = DataFolder(disk)
    body = last.snippets.snippets()[0].body
    names = {each["name"] for each in documents(last.engine(CUSTOMERS), "customers").values()}
    assert (body, names) in (("old", {"old"}), ("new", {"old", "new"})), outcome
    if isinstance(outcome, Undone):
        assert (body, names) == ("new", {"old", "new"})


def test_an_action_in_a_kind_of_a_newer_version_is_not_undone_in_part() -> None:
    folder = DataFolder(MemoryDisk())
    folder.snippets.apply(Change(put=(Snippet("a1", "t", "old"),)))
    action = Action(ActionType.RECOVER, NOON, ("kind-of-next-year",), day=1)
    folder.snippets.apply(Change(put=(Snippet("a1", "t", "new"),), action=action))
    try:
        outcome = folder.snippets.undo(NOON, 1)
    except StoreError:
        return
    assert not isinstance(outcome, Undone), outcome
    assert folder.snippets.snippets()[0].body == "new"


def test_an_action_is_newer_than_those_of_a_kind_that_could_not_be_opened_then() -> None:
    disk = Unreadable()
    folder = DataFolder(disk)
    customers = TinyCustomerStore(partial(folder.engine, CUSTOMERS), folder.history)
    for hours in range(3):
        action = Action(ActionType.ADD_CUSTOMER, NOON + timedelta(hours=hours))
        customers.apply(CustomerChange((Customer(f"c{hours}", name="王"),), action=action))
    folder.kinds.close()

    disk.bad = "customers"
    again = DataFolder(disk)
    action = Action(ActionType.ADD, NOON + timedelta(hours=9))
    again.snippets.apply(Change(put=(Snippet("a1", "t", "b"),), action=action))
    again.kinds.close()

    disk.bad = ""
    last = DataFolder(disk)
    types = [undone.action.type for _ in range(4) if isinstance(undone := last.snippets.undo(NOON), Undone)]
    assert types == [ActionType.ADD, *[ActionType.ADD_CUSTOMER] * 3]
