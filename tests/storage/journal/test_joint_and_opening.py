"""A kind that is opened for the first time while a restore is being written must not block both for ever."""

import threading
from datetime import UTC, datetime
from pathlib import Path

from quickdesk.replies.history import Action, ActionType
from quickdesk.replies.snippet import Snippet
from quickdesk.replies.store import Change
from quickdesk.storage.document import ID
from quickdesk.storage.kinds import CUSTOMERS
from quickdesk.storage.snippets.shape import SNIPPETS
from tests.fakes.engine import add
from tests.fakes.gated_disk import GatedDisk
from tests.fakes.stores import open_stores

NOON = datetime(2026, 11, 29, 12, 0, tzinfo=UTC)


def test_opening_a_kind_meanwhile(tmp_path: Path) -> None:
    disk = GatedDisk()
    stores = open_stores(tmp_path, disk=disk)
    stores.snippets.apply(Change(put=(Snippet("a1", "t", "old"),)))
    add(stores.engine(CUSTOMERS), "customers", {ID: "c1", "name": "old"})
    backups = stores.backups(tmp_path)
    path = backups.backup(NOON).path
    stores.snippets.apply(Change(put=(Snippet("a1", "t", "new"),)))
    add(stores.engine(CUSTOMERS), "customers", {ID: "c2", "name": "new"})
    found = backups.read(path)
    action = Action(ActionType.RECOVER, NOON, ("customers",), day=1)
    change = Change(put=(Snippet("a1", "t", "old"),), action=action)
    stores.snippets.last_action()  # all that exist are open
    disk.is_shut = True
    adding = threading.Thread(
        target=lambda: stores.snippets.apply(Change(put=(Snippet("n9", "t", "text"),))), daemon=True
    )
    adding.start()  # another change is just being synced
    while stores.snippets.get("n9") is None:
        threading.Event().wait(0.01)
    threading.Event().wait(0.1)
    restoring = threading.Thread(target=lambda: backups.restore(found, change), daemon=True)
    restoring.start()
    main = stores.engine(SNIPPETS)
    for _ in range(200):  # until it is being written: what is pending is in the memory
        with main.guard:
            if main.memory.documents("pending"):
                break
        threading.Event().wait(0.01)
    opening = threading.Thread(target=stores.habits().usage.habits, daemon=True)
    opening.start()
    opening.join(1)
    disk.open_gate()
    restoring.join(5)
    opening.join(5)
    assert not restoring.is_alive(), "both wait for each other"
    assert not opening.is_alive()
    stores.close()
