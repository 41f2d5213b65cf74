"""Reads the files of one kind of data and touches nothing.

It finds the newest snapshot that is whole and the journals since.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from quickdesk.replies.store import StoreError, StoreProblem
from quickdesk.storage.disk import NotAFileError
from quickdesk.storage.failure import is_lasting, read_error
from quickdesk.storage.format import Contents, DamagedError, Kind, NewerError, decode
from quickdesk.storage.journal.files import Files
from quickdesk.storage.journal.record import Journal, read
from quickdesk.storage.journal.sync_mark import SyncMark, decode_mark
from quickdesk.storage.report import Flaw


@dataclass(frozen=True, slots=True)
class Found:
    """What lies on the disk: the current snapshot where it is whole, else what is wrong with it; the same for
    the previous one, looked at only where the current is not whole; whether a snapshot was being written; the
    generations of all journals, and those that count, read as far as they can be; what the sync mark says,
    None where it says nothing; how many records the last journal has that is in the base already;
    whether there is a mark at all: it is only made when a journal is on the disk.
    """

    current: Contents | None
    flaw: Flaw
    previous: Contents | None
    previous_flaw: Flaw
    was_writing: bool
    generations: tuple[int, ...]
    journals: Mapping[int, Journal | Flaw]
    mark: SyncMark | None = None
    folded: int = 0
    has_mark: bool = False

    @property
    def base(self) -> Contents | None:
        """The newest snapshot that is whole."""
        return self.current if self.current is not None else self.previous

    @property
    def has_snapshot(self) -> bool:
        """Whether there ever was one."""
        return (
            self.current is not None
            or self.previous is not None
            or not self.flaw is self.previous_flaw is Flaw.MISSING
        )


def look(files: Files, kind: Kind) -> Found:
    """Read; raises StoreError NEWER, or UNREADABLE where later may do."""
    try:
        # Before the journals: their owner, writing meanwhile, must not seem to have lost what came later.
        mark, has_mark = _mark(files), files.disk.exists(files.mark)
        current, flaw = _snapshot(files, kind, files.current)
        previous, previous_flaw = None, Flaw.MISSING
        if current is None:
            previous, previous_flaw = _snapshot(files, kind, files.previous)
        was_writing = files.disk.exists(files.new)
        generations = tuple(files.generations())
        base = current if current is not None else previous
        journals = {each: read_journal(files, each) for each in _live(base, generations)}
        folded = _folded(files, base, generations)
    except OSError as error:
        raise read_error(error, files.current) from error
    return Found(
        current,
        flaw,
        previous,
        previous_flaw,
        was_writing,
        generations,
        journals,
        mark,
        folded,
        has_mark,
    )


def _mark(files: Files) -> SyncMark | None:
    try:
        mark = decode_mark(files.disk.read(files.mark))
    except OSError:
        return None
    return mark if mark is not None and mark.kind == files.name else None


def _live(base: Contents | None, generations: tuple[int, ...]) -> list[int]:
    if base is None:
        return list(generations)
    # A file from before there were journals, or made by hand and put here, builds on none.
    first = base.generation
    return [] if first is None else [each for each in generations if each >= first]


def _folded(files: Files, base: Contents | None, generations: tuple[int, ...]) -> int:
    if base is None or base.generation is None:
        return 0
    if base.before is not None:
        return base.before
    before = base.generation - 1
    journal = read_journal(files, before) if before in generations else Flaw.MISSING
    return 0 if isinstance(journal, Flaw) or not journal.records else journal.records[-1].seq


def _snapshot(files: Files, kind: Kind, path: Path) -> tuple[Contents | None, Flaw]:
    if not files.disk.exists(path):
        return None, Flaw.MISSING
    raw = read_bytes(files, path)
    if isinstance(raw, Flaw):
        return None, raw
    try:
        return decode(kind, raw), Flaw.MISSING
    except DamagedError as error:
        return None, error.flaw
    except NewerError as error:
        raise StoreError(StoreProblem.NEWER, str(path), f"version {error}") from error


def read_journal(files: Files, generation: int) -> Journal | Flaw:
    """Read one journal as far as it can be; raises StoreError NEWER, or OSError where later may do."""
    path = files.journal(generation)
    raw = read_bytes(files, path)
    if isinstance(raw, Flaw):
        return raw
    try:
        journal = read(raw)
    except NewerError as error:
        raise StoreError(StoreProblem.NEWER, str(path), f"version {error}") from error
    header = journal.header
    if header is None:
        return journal if journal.is_blank else Flaw.CHANGED
    return journal if (header.kind, header.generation) == (files.name, generation) else Flaw.WRONG_SHAPE


def read_bytes(files: Files, path: Path) -> bytes | Flaw:
    """Read one file, or return why that will not do; raises OSError where later it may."""
    try:
        try:
            return files.disk.read(path)
        except FileNotFoundError:
            # Another process may just be swapping it; the second time it is a link that leads nowhere.
            return files.disk.read(path)
    except NotAFileError:
        return Flaw.NOT_A_FILE
    except OSError as error:
        if isinstance(error, FileNotFoundError) or is_lasting(error):
            return Flaw.UNREADABLE
        raise
