"""Writing the snapshot of one kind and replacing the current one, in steps that may be interrupted anywhere.

A crash between the two renames leaves a new file and no current one: then the previous snapshot and the
journals after it are everything that was acknowledged. If the current file is a link, it stays one: its
target is replaced, and a copy of the old target becomes the previous snapshot.
"""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from quickdesk.storage.disk import Disk
from quickdesk.storage.failure import write_error
from quickdesk.storage.format import ORIGIN_BYTES, Contents, Kind, Origin, is_sealed, origin_of, pieces
from quickdesk.storage.journal.files import DAMAGED, FOREIGN, Files

YieldControl = Callable[[], None]
"""Called between two pieces, so that other threads can run."""

# Syncing in small steps, so that no change waits for one large sync.
_PIECES_BETWEEN_SYNCS = 32


class SnapshotFile:
    """The current snapshot and the previous one.

    ``current`` is the origin of the current one, None if it is damaged or missing; ``previous`` is the
    generation of the previous one, None if it is unknown.
    """

    def __init__(self, files: Files, kind: Kind, current: Origin | None, previous: int | None) -> None:
        self._files = files
        self._kind = kind
        self._current = current
        self._previous = previous

    @property
    def generation(self) -> int | None:
        """The generation of the current snapshot, None if it is damaged or missing."""
        return None if self._current is None else self._current.generation

    def write(self, contents: Contents, yield_control: YieldControl) -> None:
        """Make ``contents`` the current snapshot; raises StoreError, and then the old one stays current."""
        self._files.require_key()
        try:
            self._prepare(contents, yield_control)
            self._swap(contents.origin)
        except OSError as error:
            raise write_error(error, self._files.current) from error
        with suppress(OSError):
            self._remove_old_journals()

    def migrate(self, contents: Contents) -> None:
        """Replace a snapshot of an older form by one of the present form; raises StoreError.

        Journals cannot build on the older form, so the previous snapshot becomes the same as the current one.
        """
        self._files.require_key()
        try:
            for target in (self._files.previous, self._files.current):
                self._prepare(contents, lambda: None)
                self._put_new(target)
                self._files.disk.sync_folder(self._files.folder)
        except OSError as error:
            self.discard_new()
            raise write_error(error, self._files.current) from error
        self._current, self._previous = contents.origin, contents.generation

    def discard_new(self) -> None:
        """Delete what an interrupted write left."""
        with suppress(OSError):
            self._files.disk.remove(self._files.new)

    def _prepare(self, contents: Contents, yield_control: YieldControl) -> None:
        disk = self._files.disk
        try:
            file = disk.create(self._files.new)
            try:
                written = pieces(self._kind, contents, self._files.cipher)
                for number, piece in enumerate(written, start=1):
                    file.write(piece)
                    if number % _PIECES_BETWEEN_SYNCS == 0:
                        file.sync()
                    yield_control()
                file.sync()
            finally:
                file.close()
            # Its name must be on the disk before it replaces another file.
            disk.sync_folder(self._files.folder)
        except OSError:
            self.discard_new()
            raise

    def _swap(self, origin: Origin) -> None:
        disk, files = self._files.disk, self._files
        had_one = disk.exists(files.current)
        fault = self._fault_of_current(disk) if had_one else None
        is_kept = had_one and fault is None
        if fault is not None:
            files.set_aside(files.current, fault)
        moved = False
        try:
            if is_kept and disk.target(files.current) == files.current:
                disk.replace(files.current, files.previous)
                moved = True
            elif is_kept:
                draft = files.previous.with_name(f"{files.previous.name}.new")
                disk.write(draft, disk.read(files.current))
                disk.replace(draft, files.previous)
            self._put_new(files.current)
        except OSError:
            # If the old file cannot be renamed back, the new one stays, for the next opening to see.
            with suppress(OSError):
                if moved:
                    disk.replace(files.previous, files.current)
                if disk.exists(files.current):
                    self.discard_new()
            raise
        # If this fails, either snapshot may be found later; the journals that both need are still there.
        disk.sync_folder(files.folder)
        if is_kept:
            self._previous = self.generation
        self._current = origin

    def _put_new(self, target: Path) -> None:
        """Replace a file, or the target of a link, by the new snapshot."""
        disk, new = self._files.disk, self._files.new
        place = disk.target(target)
        if place == target:
            disk.replace(new, target)
            return
        # It may be on another disk, and files cannot be renamed across disks.
        near = place.with_name(f"{place.name}.new")
        try:
            disk.write(near, disk.read(new))
            disk.sync_folder(place.parent)
            disk.replace(near, place)
        except OSError:
            with suppress(OSError):
                disk.remove(near)
            raise
        disk.sync_folder(place.parent)
        disk.remove(new)

    def _fault_of_current(self, disk: Disk) -> str | None:
        """Return why the current file must not become the previous one, or None if it may."""
        try:
            raw = disk.read(self._files.current)
        except OSError:
            return DAMAGED
        if not is_sealed(raw):
            return DAMAGED
        return None if origin_of(raw[:ORIGIN_BYTES]) == self._current else FOREIGN

    def superseded_journals(self) -> list[Path]:
        """Return the journals that neither snapshot needs; without a previous one all are needed."""
        if self._previous is None:
            return []
        try:
            return [self._files.journal(each) for each in self._files.generations() if each < self._previous]
        except OSError:
            return []

    def _remove_old_journals(self) -> None:
        for journal in self.superseded_journals():
            with suppress(OSError):  # another program may have one of them open
                self._files.disk.remove(journal)
