"""A restore whose outcome is uncertain must not overwrite what another kind accepted after it (ADR 0024)."""

import errno
from contextlib import suppress
from pathlib import Path

import pytest

from quickdesk.replies.store import StoreError, StoreProblem
from quickdesk.storage.document import ID
from tests.fakes.data_folder import DataFolder
from tests.fakes.disk import MemoryDisk, MemoryFile
from tests.storage.backups.test_restore import prepared, restore, table


class InDoubt(MemoryDisk):
    """While ``doubt``, the journal of the snippets cannot be synced, and no new one be begun."""

    doubt = False

    def create(self, path: Path) -> MemoryFile:
        self._fail(path)
        file = super().create(path)
        sync = file.sync

        def checked_sync() -> None:
            self._fail(path)
            sync()

        file.sync = checked_sync  # type: ignore[method-assign]
        return file

    def _fail(self, path: Path) -> None:
        if self.doubt and path.name.startswith("snippets"):
            raise OSError(errno.EIO, "broken")


def test_what_was_accepted_later_stays() -> None:
    disk = InDoubt()
    _, path, folder = prepared(disk)
    disk.doubt = True
    with pytest.raises(StoreError) as found:
        restore(folder, path)
    assert found.value.problem is StoreProblem.UNCERTAIN
    is_accepted = False
    with suppress(StoreError):
        table(folder).change(lambda draft: draft.put("c1", {ID: "c1", "name": "later"}))
        is_accepted = True
    again = DataFolder(disk.after_kill())
    is_there = table(again).get("c1") == {ID: "c1", "name": "later"}
    assert is_there == is_accepted
