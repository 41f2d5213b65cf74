"""Writes the snapshot of one kind anew and puts it in its place, in steps that may be cut short anywhere.

A crash between the two renames leaves no current file but a new one: then the previous snapshot and the
journals since it are everything that was acknowledged.
"""

from collections.abc import Callable
from contextlib import suppress

from quickdesk.storage.disk import Disk
from quickdesk.storage.failure import write_error
from quickdesk.storage.format import Contents, Kind, is_sealed, pieces
from quickdesk.storage.journal.files import Files

GiveWay = Callable[[], None]
"""Is called between two pieces, so that other threads get their turn."""

# Small syncs in between: a change to be saved is not stuck behind one big one.
_PIECES_BETWEEN_SYNCS = 32


class SnapshotFile:
    """The snapshot and the one before it. ``generation`` is the current one's, None where none is whole;
    ``previous`` the generation of the one before it, None where it is not known.
    """

    def __init__(self, files: Files, kind: Kind, generation: int | None, previous: int | None) -> None:
        self._files = files
        self._kind = kind
        self.generation = generation
        self._previous = previous

    def write(self, contents: Contents, give_way: GiveWay) -> None:
        """Make ``contents`` the current snapshot; raises StoreError, and then the old one still is."""
        try:
            self._prepare(contents, give_way)
            self._swap(contents.generation)
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
                self._files.disk.replace(self._files.new, target)
                self._files.disk.sync_folder(self._files.folder)
        except OSError as error:
            self.discard_new()
            raise write_error(error, self._files.current) from error
        self.generation = self._previous = contents.generation

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

    def _swap(self, generation: int | None) -> None:
        disk, files = self._files.disk, self._files
        had_one = disk.exists(files.current)
        is_kept = had_one and self._is_current_whole(disk)
        if had_one and not is_kept:
            files.set_aside(files.current)
        moved = False
        try:
            if is_kept:
                disk.replace(files.current, files.previous)
                moved = True
            disk.replace(files.new, files.current)
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
        self.generation = generation

    def _is_current_whole(self, disk: Disk) -> bool:
        # The disk may have changed it since; then the one before it is worth more.
        try:
            return is_sealed(disk.read(self._files.current))
        except OSError:
            return False

    def _remove_old_journals(self) -> None:
        """Remove the journals that neither snapshot needs; without a previous one all are needed."""
        if self._previous is None:
            return
        for generation in self._files.generations():
            if generation < self._previous:
                self._files.disk.remove(self._files.journal(generation))
