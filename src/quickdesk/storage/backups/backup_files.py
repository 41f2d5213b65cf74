"""The backups in a data folder: their names, which of them are kept, and whether each is undamaged.

A name contains the time, the reason, the running day and a number that only increases. The order is that of
the numbers, and the age is counted in running days, because the wall clock can be wrong by years.
"""

import errno
import logging
import re
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path, PurePath

from quickdesk.commands.backup_store import BackupReason
from quickdesk.storage.backups.backup import Backup, CipherOf, NoBackupError, unpack
from quickdesk.storage.disk import Disk, NotAFileError
from quickdesk.storage.format import DamagedError, Kind, NewerError
from quickdesk.storage.journal.files import Files

KEPT = 14
"""The number of backups that are kept for each reason, and of running days for which backups are kept."""
_FORM = re.compile(r"quickdesk-\d{8}-\d{6}-([a-z-]+)-day(\d+)-no(\d+)\.zip", re.ASCII)
_OLD_FORM = "quickdesk-%Y%m%dT%H%M%SZ.zip"
_FIRST_DAY = 1


@dataclass(frozen=True, slots=True, order=True)
class BackupName:
    """What the name of a backup says.

    ``moment`` orders backups from before there were numbers, which have number 0; they count as made by hand
    on the first running day.
    """

    number: int
    moment: str
    day: int
    reason: str
    text: str


def name_of(moment: datetime, reason: BackupReason, day: int, number: int) -> str:
    """Return the name of a backup; ``moment`` is local time."""
    return f"quickdesk-{moment:%Y%m%d-%H%M%S}-{reason.value}-day{day}-no{number}.zip"


def parsed(name: str) -> BackupName | None:
    """Return what a name says, or None if it is not the name of a backup."""
    found = _FORM.fullmatch(name)
    if found is not None:
        reason, day, number = found.groups()
        return BackupName(int(number), "", int(day), reason, name)
    try:
        moment = datetime.strptime(PurePath(name).name, _OLD_FORM).replace(tzinfo=UTC)
    except ValueError:
        return None
    if moment.strftime(_OLD_FORM) != name:
        return None
    return BackupName(0, moment.isoformat(), _FIRST_DAY, BackupReason.BY_HAND.value, name)


def in_order(names: Iterable[str]) -> list[BackupName]:
    """Return the backups among files, the newest last."""
    return sorted(each for name in names if (each := parsed(name)) is not None)


def next_number(names: Iterable[str]) -> int:
    """Return the number of the next backup."""
    return max((each.number for each in in_order(names)), default=0) + 1


def to_delete(names: Iterable[str], day: int) -> list[str]:
    """Return the backups that are no longer kept on a running day.

    The newest :data:`KEPT` of each reason are kept. Of the last :data:`KEPT` running days, the last automatic
    one of each day and all with other reasons are kept.
    """
    newest_first = in_order(names)[::-1]
    counts: dict[str, int] = {}
    days: set[int] = set()
    surplus = []
    for each in newest_first:
        counts[each.reason] = counts.get(each.reason, 0) + 1
        is_in_turn = each.reason == BackupReason.AUTOMATIC.value
        is_young = day - each.day <= KEPT and not (is_in_turn and each.day in days)
        if is_in_turn:
            days.add(each.day)
        if counts[each.reason] > KEPT and not is_young:
            surplus.append(each.text)
    return surplus


_log = logging.getLogger(__name__)
BACKUPS = "backups"
_NO_FILE = frozenset({errno.ENOENT, errno.ELOOP, errno.ENOTDIR, errno.EIO})
"""The errors for a name without a file behind it, or one that the disk cannot read."""


class BackupFiles:
    """The files in the folder ``backups`` of one data folder."""

    def __init__(self, disk: Disk, folder: Path) -> None:
        self._disk = disk
        self.folder = folder / BACKUPS

    def names(self) -> list[str]:
        """Return the names of the backups, the newest last; none if the folder cannot be read."""
        try:
            return [each.text for each in in_order(self._disk.names(self.folder))]
        except OSError:
            return []

    def path(self, name: str) -> Path:
        """Return the path of a backup."""
        return self.folder / name

    def read(self, path: Path, kinds: Sequence[Kind] = (), cipher_of: CipherOf = lambda _: None) -> Backup:
        """Read a backup; raises OSError, NoBackupError, DamagedError or NewerError."""
        with self._disk.open_to_read(path) as file:
            return unpack(file, kinds, cipher_of)

    def newest_undamaged(self) -> Backup | None:
        """Return the newest undamaged backup; damaged ones that are newer are set aside."""
        for name in reversed(self.names()):
            try:
                return self.read(self.path(name))
            except (OSError, NewerError):
                continue
            except (NoBackupError, DamagedError):
                _log.warning("damaged backup: %s", name)
                with suppress(OSError):
                    self.set_aside(name)
        return None

    def is_undamaged(self, name: str) -> bool:
        """Return whether a backup can be restored, perhaps by a newer version of the program.

        Raises OSError if that cannot be determined now.
        """
        try:
            self.read(self.path(name))
        except NewerError:
            return True
        except (NotAFileError, NoBackupError, DamagedError):
            return False
        except OSError as error:
            if error.errno in _NO_FILE:
                return False
            raise
        return True

    def set_aside(self, name: str) -> Path:
        """Rename a backup so that it no longer counts, and return its new path; raises OSError."""
        return Files(self._disk, self.folder, "").set_aside(self.path(name))
