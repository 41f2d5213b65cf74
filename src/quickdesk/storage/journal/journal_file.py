"""One journal that is being written, and how much of it is synced."""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from quickdesk.storage.journal.encrypted_ops import encrypted_record
from quickdesk.storage.journal.files import Files
from quickdesk.storage.journal.record import Header, Ops, Record, encode_header, encode_record
from quickdesk.storage.journal.sync_mark import SyncMark, SyncMarkFile


class StrayError(OSError):
    """A journal could not be created, and a part of it may be found later."""


class JournalFile:
    """A journal, which is created with its header synced; errors are OSError.

    ``mark`` says how much of it is synced.
    """

    def __init__(self, files: Files, header: Header, mark: SyncMarkFile) -> None:
        self.generation = header.generation
        self.seq = self.synced = self._marked = 0
        self._header, self._mark, self._cipher = header, mark, files.cipher
        self._is_closed = False
        path = files.journal(header.generation)
        self._file, self._path, self._disk = files.disk.create(path), path, files.disk
        first = encode_header(header)
        self.length = len(first)
        try:
            # The name first: once the header is on the disk, it says how much of the journal before counts.
            files.disk.sync_folder(files.folder)
            self._file.write(first)
            self._file.sync()
        except OSError as error:
            self.close()
            _take_away(files, path, error)
            raise

    @property
    def is_synced(self) -> bool:
        """Whether everything in it is on the disk."""
        return self.synced == self.seq

    @property
    def is_displaced(self) -> bool:
        """Whether its path leads to another file now, or to none: it would not be read again."""
        return not self._file.is_at(self._path) and not self._looks_the_same()

    def _looks_the_same(self) -> bool:
        """Return whether the file at its path has the same header and length: some file systems change
        the numbers of files.
        """
        try:
            found = self._disk.read(self._path)
        except OSError:
            return False
        return len(found) == self.length and found.startswith(encode_header(self._header))

    def append(self, transactions: Sequence[Ops]) -> None:
        """Write transactions; if it fails, none of them counts, and :meth:`cut` must follow."""
        lines = [
            encode_record(self._header, self._encrypted(Record(seq, self.synced, ops)))
            for seq, ops in enumerate(transactions, start=self.seq + 1)
        ]
        data = b"".join(lines)  # a single line is not copied
        self._file.write(data)
        self.length += len(data)
        self.seq += len(transactions)

    def _encrypted(self, record: Record) -> Record:
        return encrypted_record(self._cipher, self._header.id, record)

    def sync(self) -> None:
        """Sync it; if it fails, this journal must not be trusted any more."""
        self._file.sync()
        self.synced = self.seq

    def write_mark(self) -> None:
        """Store how much of it is synced; not before what is synced is certain to stay."""
        if self._marked != self.synced:
            self._marked = self.synced
            header = self._header
            self._mark.write(SyncMark(header.kind, header.generation, header.id, self.synced))

    def cut(self, length: int, seq: int) -> None:
        """Remove what was appended since it had this length and number of records.

        If it fails, this journal must not be trusted any more.
        """
        self.length, self.seq, self.synced = length, seq, min(seq, self.synced)
        self._file.truncate(length)
        self.sync()

    def close(self) -> None:
        """Close the file; may be called repeatedly."""
        if not self._is_closed:  # its descriptor may belong to another file by now
            self._is_closed = True
            with suppress(OSError):
                self._file.close()


def _take_away(files: Files, path: Path, reason: OSError) -> None:
    try:
        files.disk.remove(path)
        files.disk.sync_folder(files.folder)
    except OSError:
        raise StrayError(reason.errno, str(reason.strerror), str(path)) from reason
