"""Writes the snapshot of one kind anew and puts it in its place, in steps that may be cut short anywhere.

A crash between the two renames leaves no current file but a new one: then the previous snapshot and the
journals since it are everything that was acknowledged. Where the current file is a link, it stays one: the
file to which it leads is replaced, and a copy of that becomes the previous snapshot.
"""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from quickdesk.storage.disk import Disk
from quickdesk.storage.failure import write_error
from quickdesk.storage.format import ORIGIN_BYTES, Contents, Kind, Origin, is_sealed, origin_of, pieces
from quickdesk.storage.journal.files import DAMAGED, FOREIGN, Files

GiveWay = Callable[[], None]
"""Is called between two pieces, so that other threads get their turn."""

# Small syncs in between: a change to be saved is not stuck behind one big one.
_PIECES_BETWEEN_SYNCS = 32


class SnapshotFile:
    """The snapshot and the one before it. ``current`` says where the current one comes from, None where none
    is whole; ``previous`` is the generation of the one before it, None where it is not known.
    """

    def __init__(self, files: Files, kind: Kind, current: Origin | None, previous: int | None) -> None:
        self._files = files
        self._kind = kind
        self._current = current
        self._previous = previous

    @property
    def generation(self) -> int | None:
        """The generation of the current snapshot, None where none is whole."""
        return None if self._current is None else self._current.generation

    def write(self, contents: Contents, give_way: GiveWay) -> None:
        """Make ``contents`` the current snapshot; raises StoreError, and then the old one still is."""
        try:
            self._prepare(contents, give_way)
            self._swap(contents.origin)
        except OSError as error:
            raise write_error(error, self._files.current) from error
        with suppress(OSError):
            self._remove_old_journals()

    def migrate(self, contents: Contents) -> None:
        """Write a snapshot of today's form over an older one's; raises StoreError.

        Journals cannot build on the older form, so the previous snapshot becomes the same as the current.
        """
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
        """Take away what a write that was cut short left."""
        with suppress(OSError):
            self._files.disk.remove(self._files.new)

    def _prepare(self, contents: Contents, give_way: GiveWay) -> None:
        disk = self._files.disk
        try:
            file = disk.create(self._files.new)
            try:
                for number, piece in enumerate(pieces(self._kind, contents), start=1):
                    file.write(piece)
                    if number % _PIECES_BETWEEN_SYNCS == 0:
                        file.sync()
                    give_way()
                file.sync()
            finally:
                file.close()
            # Its name must last before it may take another's place.
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
            # Without its way back the new file stays: it tells the next opening what happened.
            with suppress(OSError):
                if moved:
                    disk.replace(files.previous, files.current)
                if disk.exists(files.current):
                    self.discard_new()
            raise
        # Where this fails either snapshot may be found one day; the journals that both need are still there.
        disk.sync_folder(files.folder)
        if is_kept:
            self._previous = self.generation
        self._current = origin

    def _put_new(self, target: Path) -> None:
        """Put the new snapshot in the place of a file, or of the one to which that leads."""
        disk, new = self._files.disk, self._files.new
        place = disk.target(target)
        if place == target:
            disk.replace(new, target)
            return
        # Perhaps on another disk, and nothing is renamed from one to another.
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
        """Return why the file that is there must not become the one before: it may have changed since."""
        try:
            raw = disk.read(self._files.current)
        except OSError:
            return DAMAGED
        if not is_sealed(raw):
            return DAMAGED
        return None if origin_of(raw[:ORIGIN_BYTES]) == self._current else FOREIGN

    def _remove_old_journals(self) -> None:
        """Remove the journals that neither snapshot needs; without a previous one all are needed."""
        if self._previous is None:
            return
        for generation in self._files.generations():
            if generation < self._previous:
                with suppress(OSError):  # one that another program holds must not keep the others
                    self._files.disk.remove(self._files.journal(generation))
