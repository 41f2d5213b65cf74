"""Files beside the data that may have something of an erased customer and cannot be written again."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from quickdesk.storage.check.set_aside import copies
from quickdesk.storage.disk import Disk
from quickdesk.storage.drafts.draft_file import DRAFTS
from quickdesk.storage.failure import write_error
from quickdesk.storage.format import Kind
from quickdesk.storage.journal.files import aside_of

_MISSING = ".missing-"


class LeftFiles:
    """Such files of one data folder: what was set aside, copies of other programs, unfinished forms."""

    def __init__(self, disk: Disk, folder: Path) -> None:
        self._disk, self._folder = disk, folder

    def delete(self, kinds: Iterable[Kind]) -> int:
        """Delete them and return their number; raises StoreError."""
        found = list(self._found(list(kinds)))
        for path in found:
            try:
                self._disk.remove(path)
                self._disk.sync_folder(self._folder)
            except OSError as error:
                raise write_error(error, path) from error
        return len(found)

    def _found(self, kinds: list[Kind]) -> Iterator[Path]:
        try:
            names = self._disk.names(self._folder)
        except OSError as error:
            raise write_error(error, self._folder) from error
        starts = (DRAFTS, *(f"{kind.name}." for kind in kinds))
        for name in names:
            was = aside_of(name)
            if was is not None and _MISSING not in name and was.startswith(starts):
                yield self._folder / name
        yield from (copy.path for copy in copies(self._disk, self._folder, kinds))
