"""The damaged files that lie aside in a data folder and that nobody has acknowledged yet.

Their names are all there is to remember: no list can be lost, and a folder that is moved or restored from a
copy reports the same files again.
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
class Aside:
    """A file that was set aside, and where it lay before."""

    path: Path
    was: Path

    @property
    def kind(self) -> str:
        """The kind of data; empty for a backup."""
        return "" if self.was.parent.name == BACKUPS else self.was.name.partition(".")[0]

    @property
    def is_kept(self) -> bool:
        """Whether there is anything in it: not where it only stands for a file that was gone."""
        return ".missing-" not in self.path.name

    @property
    def is_foreign(self) -> bool:
        """Whether it is whole and belongs to other data."""
        return f".{FOREIGN}-" in self.path.name


class SetAside:
    """What was set aside in a data folder and among its backups."""

    def __init__(self, disk: Disk, folder: Path) -> None:
        self._disk = disk
        self._folders = (folder, folder / BACKUPS)

    def unacknowledged(self) -> tuple[Aside, ...]:
        """Return what nobody has acknowledged yet; nothing of a folder that cannot be read."""
        return tuple(each for folder in self._folders for each in self._in(folder))

    def without(self, known: Container[str]) -> tuple[Aside, ...]:
        """Return those that are not known, by their path or, where nothing is kept, by the former one."""
        return tuple(each for each in self.unacknowledged() if not _is_among(known, each))

    def acknowledge(self, shown: Container[str] | None = None) -> tuple[Path, ...]:
        """Report nothing of them any more, or only of those shown; return their new names.

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

    def _in(self, folder: Path) -> Iterator[Aside]:
        names: list[str] = []
        with suppress(OSError):
            names = sorted(self._disk.names(folder))
        for name in names:
            before = aside_of(name)
            if before is not None and not is_acknowledged(name):
                yield Aside(folder / name, folder / before)


def _is_among(known: Container[str], aside: Aside) -> bool:
    return str(aside.path) in known or (not aside.is_kept and str(aside.was) in known)


_BEGINNINGS = (b'{"_meta"', b"quickdesk-journal ")
_SAYS_SO = re.compile("conflict|冲突|衝突", re.IGNORECASE)
_OWN_ENDING = r"(?:\.json(?:\.prev)?(?:\.new)?|\.[0-9]+\.log(?:\.new)?)"
_ENDINGS = (".json", ".prev", ".log")


def copies(disk: Disk, folder: Path, kinds: Iterable[Kind]) -> tuple[Copy, ...]:
    """Return the copies in a data folder; none where it cannot be read."""
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
    # Any program may call its copies after the machine or by a number; an export may be called so as well.
    with suppress(OSError):
        return disk.read_beginning(path, max(map(len, _BEGINNINGS))).startswith(_BEGINNINGS)
    return False
