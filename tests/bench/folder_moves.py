"""What may happen to a data folder or its lock file while the program runs, and how it is put back.

``home`` is the path the program was started with, ``reach`` where its socket can be found at the moment.
"""

import random
import shutil
from pathlib import Path

from quickdesk.storage.ownership.lock import LOCK_NAME

SOCKET = "quickdesk.sock"


def copied(folder: Path) -> Path:
    """Copy a folder that may be in use, as a user would, and return the copy."""
    copy = folder.with_name("copy")
    while True:
        try:
            shutil.copytree(folder, copy, ignore=shutil.ignore_patterns(SOCKET, "search", "*.new", "*.part"))
            return copy
        except shutil.Error:  # a file went meanwhile
            shutil.rmtree(copy)


class Renamed:
    """The folder gets another name; nobody makes a new one."""

    has_other_owner = False
    """Whether commands run on ``home`` meanwhile, as the owners of whatever is there."""
    is_refused = True
    """Whether the program may refuse changes with ``data-moved``."""
    comes_back = True
    """Whether the folder can be put back while the program runs, which then goes on saving."""

    def __init__(self, folder: Path) -> None:
        self.folder = self.home = self.reach = folder
        self.away = folder.with_name("away")

    def go(self) -> None:
        self.folder.rename(self.away)
        self.reach = self.away

    def back(self) -> None:
        if self.home.is_dir():
            shutil.rmtree(self.home)
        self.away.rename(self.folder)
        self.reach = self.folder


class ReplacedByNew(Renamed):
    """The folder gets another name, and commands make a new one."""

    has_other_owner = True


class ReplacedByCopy(Renamed):
    """The folder gets another name, and a copy of it stands in its place."""

    has_other_owner = True

    def go(self) -> None:
        copy = copied(self.folder)
        super().go()
        copy.rename(self.folder)


class LinkLedElsewhere(Renamed):
    """The path is a link, which leads to another folder now."""

    has_other_owner = True
    comes_back = False

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.home = folder.with_name("link")
        self.other = folder.with_name("other")
        self.home.symlink_to(folder)

    def go(self) -> None:
        self.other.mkdir()
        self._lead_to(self.other)

    def back(self) -> None:
        self.home.unlink()
        shutil.rmtree(self.other)

    def _lead_to(self, folder: Path) -> None:
        new = self.home.with_name("new-link")
        new.symlink_to(folder)
        new.replace(self.home)


class LockDeleted(Renamed):
    """Somebody deletes the lock file."""

    is_refused = False

    def go(self) -> None:
        (self.folder / LOCK_NAME).unlink()

    def back(self) -> None:
        pass


class LockExchanged(LockDeleted):
    """Somebody puts another file in the place of the lock file."""

    def go(self) -> None:
        new = self.folder / "new.lock"
        new.write_bytes(b"")
        new.replace(self.folder / LOCK_NAME)


class TakenOver(LockDeleted):
    """Lock file and socket are deleted, so that commands own the folder beside the program."""

    has_other_owner = True
    is_refused = True
    comes_back = False

    def go(self) -> None:
        (self.folder / SOCKET).unlink(missing_ok=True)
        (self.folder / LOCK_NAME).unlink()


MOVES = (Renamed, ReplacedByNew, ReplacedByCopy, LinkLedElsewhere, LockDeleted, LockExchanged, TakenOver)


def some_move(folder: Path, chance: random.Random) -> Renamed:
    """Return something that may happen to the folder."""
    return chance.choice(MOVES)(folder)
