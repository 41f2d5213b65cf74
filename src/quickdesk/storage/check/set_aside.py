"""Files beside the data: damaged ones that were set aside and are not acknowledged yet, and copies.

The names of files set aside are the only record: no list can be lost, and a folder that is moved or restored
from a copy reports the same files again. A program that synchronizes folders leaves a copy if it found two
versions of a file: ``snippets (conflicted copy).json``, ``snippets.sync-conflict-….json``,
``snippets-DESKTOP-….json``, ``snippets (… 的冲突副本 …).json``, ``snippets (1).json``.
"""

import re
from collections.abc import Container, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from quickdesk.storage.backups.backup_files import BACKUPS
from quickdesk.storage.disk import Disk
from quickdesk.storage.failure import write_error
from quickdesk.storage.format import Kind
from quickdesk.storage.journal.files import FOREIGN, Files, aside_of, is_acknowledged
from quickdesk.storage.report import Copy


@dataclass(frozen=True, slots=True)
class SetAsideFile:
    """A file that was set aside, and its original path."""

    path: Path
    was: Path

    @property
    def kind(self) -> str:
        """The kind of data; empty for a backup."""
        return "" if self.was.parent.name == BACKUPS else self.was.name.partition(".")[0]

    @property
    def is_kept(self) -> bool:
        """Whether it has content; otherwise it stands for a file that was missing."""
        return ".missing-" not in self.path.name

    @property
    def is_foreign(self) -> bool:
        """Whether it is undamaged and belongs to other data."""
        return f".{FOREIGN}-" in self.path.name


class SetAsideFiles:
    """The files that were set aside in a data folder and among its backups."""

    def __init__(self, disk: Disk, folder: Path) -> None:
        self._disk = disk
        self._folders = (folder, folder / BACKUPS)

    def unacknowledged(self) -> tuple[SetAsideFile, ...]:
        """Return the files not acknowledged yet; none if the folder cannot be read."""
        return tuple(each for folder in self._folders for each in self._in(folder))

    def without(self, known: Container[str]) -> tuple[SetAsideFile, ...]:
        """Return those that are not known by their path, or by the original one if they have no content."""
        return tuple(each for each in self.unacknowledged() if not _is_among(known, each))

    def acknowledge(self, shown: Container[str] | None = None) -> tuple[Path, ...]:
        """Stop reporting them, or only those shown, and return their new paths.

        Raises StoreError.
        """
        done: list[Path] = []
        for each in self.unacknowledged():
            if shown is not None and str(each.path) not in shown:
                continue
            files = Files(self._disk, each.path.parent, each.kind)
            try:
                done.append(files.acknowledge(each.path))
            except OSError as error:
                raise write_error(error, each.path) from error
        return tuple(done)

    def _in(self, folder: Path) -> Iterator[SetAsideFile]:
        names: list[str] = []
        with suppress(OSError):
            names = sorted(self._disk.names(folder))
        for name in names:
            before = aside_of(name)
            if before is not None and not is_acknowledged(name):
                yield SetAsideFile(folder / name, folder / before)


def _is_among(known: Container[str], aside: SetAsideFile) -> bool:
    return str(aside.path) in known or (not aside.is_kept and str(aside.was) in known)


_BEGINNINGS = (b'{"_meta"', b"quickdesk-journal ")
_SAYS_SO = re.compile("conflict|冲突|衝突", re.IGNORECASE)
_OWN_ENDING = r"(?:\.json(?:\.prev)?(?:\.new)?|\.[0-9]+\.log(?:\.new)?)"
_ENDINGS = (".json", ".prev", ".log")


def copies(disk: Disk, folder: Path, kinds: Iterable[Kind]) -> tuple[Copy, ...]:
    """Return the copies in a data folder; none if it cannot be read."""
    try:
        names = sorted(disk.names(folder))
    except OSError:
        return ()
    return tuple(each for kind in kinds for each in _of_kind(disk, folder, kind.name, names))


def _of_kind(disk: Disk, folder: Path, kind: str, names: Iterable[str]) -> Iterator[Copy]:
    own = re.compile(re.escape(kind) + _OWN_ENDING)
    begins = re.compile(rf"(?:copy of )?{re.escape(kind)}[^A-Za-z]", re.IGNORECASE)
    for name in names:
        if own.fullmatch(name) or not begins.match(name):
            continue
        if aside_of(name) is None and _is_copy(disk, folder / name):
            yield Copy(kind, folder / name)


def _is_copy(disk: Disk, path: Path) -> bool:
    if not path.name.endswith(_ENDINGS):
        return False
    if _SAYS_SO.search(path.name):
        return True
    # Copies may be named after the machine or by a number, but an export may have such a name too.
    with suppress(OSError):
        return disk.read_beginning(path, max(map(len, _BEGINNINGS))).startswith(_BEGINNINGS)
    return False
