"""A backup whose file is replaced between the two readings of a restore is refused, and nothing is mixed."""

from datetime import timedelta
from pathlib import Path

import pytest

from quickdesk.commands.backup_store import BackupError
from quickdesk.replies.history import Action, ActionType
from quickdesk.replies.snippet import Snippet
from quickdesk.replies.store import Change
from tests.fakes.data_folder import DataFolder
from tests.fakes.disk import MemoryDisk
from tests.storage.backups.test_restore import NOON, OLD, picture, prepared


@pytest.mark.parametrize("other_has_customers", [False, True])
def test_it_is_refused(other_has_customers: bool) -> None:
    disk = MemoryDisk()
    _, path, folder = prepared(disk)
    if other_has_customers:
        other = folder.backups.backup(NOON + timedelta(days=1)).path
        raw = disk.names_now[Path(other)].data
    else:
        empty = DataFolder(MemoryDisk())
        empty.snippets.apply(Change(put=(Snippet("q", "t", "b"),)))
        raw = empty.backups._disk.read(Path(empty.backups.backup(NOON).path))
    before = picture(folder)
    found = folder.backups.read(path)
    disk.write(Path(path), raw)
    others = tuple(kind for kind, each in found.other_kinds.items() if each)
    action = Action(ActionType.RECOVER, NOON, others, day=1)
    with pytest.raises(BackupError):
        folder.backups.restore(found, Change(put=(OLD,), remove=("c3",), action=action))
    assert picture(folder) == before
