"""Keeps one data file whole: writes it in one step, and opens it whatever state it was left in.

Beside ``snippets.json`` stand ``snippets.json.prev``, the version before it, and while a write is
under way ``snippets.json.new``. A crash between the two renames leaves no current file but a new one:
then the previous version is the last that was acknowledged, and nothing needs to be told. Anything
else that is wrong is moved to ``snippets.json.damaged-1`` (-2, -3 …), never overwritten, and reported.
Whoever writes holds the lock of the folder.
"""

import logging
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from quickdesk.replies.store import StoreError, StoreProblem
from quickdesk.storage.disk import Disk, NotAFileError
from quickdesk.storage.failure import is_lasting, read_error, write_error
from quickdesk.storage.format import DamagedError, Kind, NewerError, Tables, decode, encode
from quickdesk.storage.report import Flaw, Recovery

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Found:
    """What lies on the disk: the tables of a file that is whole, else what is wrong with it; the same for its
    previous version, looked at only where the file is not whole; and whether a write was cut short.
    """

    tables: Tables | None
    flaw: Flaw
    previous: Tables | None = None
    previous_flaw: Flaw = Flaw.MISSING
    was_writing: bool = False

    @property
    def is_nothing(self) -> bool:
        """Whether there never was a file."""
        return (
            self.tables is None and self.previous is None and self.flaw is self.previous_flaw is Flaw.MISSING
        )

    @property
    def was_swapping(self) -> bool:
        """Whether the program died between the two renames, and nothing acknowledged is lost."""
        return self.flaw is Flaw.MISSING and self.previous is not None and self.was_writing


@dataclass(frozen=True, slots=True)
class Opened:
    """The tables of a file, what had to be done to get them, and whether the file never existed before."""

    tables: Tables
    recovery: Recovery | None = None
    is_new: bool = False


class Snapshot:
    """The file of one kind of data."""

    def __init__(self, disk: Disk, folder: Path, kind: Kind) -> None:
        self._disk = disk
        self._folder = folder
        self.kind = kind
        self.path = folder / kind.file_name
        self._previous = folder / f"{kind.file_name}.prev"
        self._new = folder / f"{kind.file_name}.new"

    def write(self, tables: Tables) -> Tables:
        """Put all tables on the disk and return them as a reader of the file will see them.

        Raises StoreError; then the file is as it was.
        """
        data = encode(self.kind, tables)
        try:
            self._prepare(data)
            self._swap()
        except OSError as error:
            raise write_error(error, self.path) from error
        # Lone surrogates are written as escapes, and two that make a pair are one character to
        # every reader: so they must be to us, now and not only after the next start.
        return decode(self.kind, data) if b"\\ud" in data else tables

    def look(self) -> Found:
        """Read what is there and touch nothing; raises StoreError NEWER, or UNREADABLE where later may do."""
        try:
            tables, flaw = self._look(self.path)
            if tables is not None:
                return Found(tables, flaw)
            previous, previous_flaw = self._look(self._previous)
            return Found(None, flaw, previous, previous_flaw, self._disk.exists(self._new))
        except OSError as error:
            raise read_error(error, self.path) from error

    def read(self, found: Found) -> Opened:
        """Return the tables without touching the disk.

        Raises StoreError DAMAGED or UNREADABLE where no version is whole.
        """
        if found.tables is None and found.previous is None and not found.is_nothing:
            problem = StoreProblem.UNREADABLE if found.flaw is Flaw.UNREADABLE else StoreProblem.DAMAGED
            raise StoreError(problem, str(self.path))
        return self._opened(found, ())

    def settle(self, found: Found) -> Opened:
        """Return the tables and leave the disk in order: damaged files set aside, the recovered one current.

        Raises StoreError where a damaged file cannot be moved; it is never overwritten.
        """
        try:
            aside = self._set_aside_what_is_bad(found)
            opened = self._opened(found, aside)
            if found.tables is None and not found.is_nothing:
                # A disk that is full now takes nothing away: the next opening does it again.
                with suppress(StoreError):
                    self.write(opened.tables)
            elif self._disk.exists(self._new):
                self._discard_new()
        except OSError as error:
            raise write_error(error, self.path) from error
        return opened

    def _prepare(self, data: bytes) -> None:
        try:
            self._disk.write(self._new, data)
            # Its name must last before it may take another's place.
            self._disk.sync_folder(self._folder)
        except OSError:
            self._discard_new()
            raise

    def _swap(self) -> None:
        had_one = self._disk.exists(self.path)
        moved = False
        try:
            if had_one:
                self._disk.replace(self.path, self._previous)
                moved = True
            self._disk.replace(self._new, self.path)
            self._disk.sync_folder(self._folder)
        except OSError:
            # Without its way back the new file stays: it tells the next opening what happened.
            with suppress(OSError):
                if moved:
                    self._disk.replace(self._previous, self.path)
                elif not had_one:
                    self._disk.remove(self.path)
                self._discard_new()
            raise

    def _discard_new(self) -> None:
        with suppress(OSError):
            self._disk.remove(self._new)

    def _look(self, path: Path) -> tuple[Tables | None, Flaw]:
        if not self._disk.exists(path):
            return None, Flaw.MISSING
        try:
            return decode(self.kind, self._read(path)), Flaw.MISSING
        except DamagedError as error:
            return None, error.flaw
        except NewerError as error:
            raise StoreError(StoreProblem.NEWER, str(path), f"version {error}") from error
        except NotAFileError:
            return None, Flaw.NOT_A_FILE
        except OSError as error:
            if isinstance(error, FileNotFoundError) or is_lasting(error):
                return None, Flaw.UNREADABLE
            raise read_error(error, path) from error

    def _read(self, path: Path) -> bytes:
        try:
            return self._disk.read(path)
        except FileNotFoundError:
            # Another process may just be swapping it; the second time it is a link that leads nowhere.
            return self._disk.read(path)

    def _opened(self, found: Found, aside: tuple[Path, ...]) -> Opened:
        if found.tables is not None:
            return Opened(found.tables)
        tables = found.previous if found.previous is not None else self.kind.empty()
        if found.is_nothing or found.was_swapping:
            return Opened(tables, is_new=found.is_nothing)
        return Opened(
            tables, Recovery(self.path, found.flaw, aside, used_previous=found.previous is not None)
        )

    def _set_aside_what_is_bad(self, found: Found) -> tuple[Path, ...]:
        bad: list[Path] = []
        if found.tables is None and found.flaw is not Flaw.MISSING:
            bad.append(self.path)
        if found.previous_flaw is not Flaw.MISSING:
            bad.append(self._previous)
        # A folder under one of our names would stop every write to come.
        for path in (self._previous, self._new):
            if path not in bad and self._disk.exists(path) and not self._disk.is_file(path):
                bad.append(path)
        return tuple(self._set_aside(path) for path in bad)

    def _set_aside(self, path: Path) -> Path:
        taken = set(self._disk.names(self._folder))
        number = 1
        while f"{path.name}.damaged-{number}" in taken:
            number += 1
        target = path.with_name(f"{path.name}.damaged-{number}")
        self._disk.replace(path, target)
        self._disk.sync_folder(self._folder)
        _log.info("set aside %s", target.name)
        return target
