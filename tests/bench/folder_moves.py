"""Changes to a data folder or its lock file while the program runs, and how each is reverted.

``home`` is the path the program was started with, ``reach`` the current folder of its socket.
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
        except shutil.Error:  # a file was deleted meanwhile
            shutil.rmtree(copy)


class Renamed:
    """The folder is renamed, and no new one is created."""

    has_other_owner = False
    """Whether commands run on ``home`` meanwhile, as owners of the folder there."""
    is_refused = True
    """Whether the program may refuse changes with ``data-moved``."""
    comes_back = True
    """Whether the folder can be put back while the program runs, which then continues to save."""

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
    """The folder is renamed, and commands create a new one."""

    has_other_owner = True


class ReplacedByCopy(Renamed):
    """The folder is renamed, and a copy of it takes its place."""

    has_other_owner = True

    def go(self) -> None:
        copy = copied(self.folder)
        super().go()
        copy.rename(self.folder)


class LinkRedirected(Renamed):
    """The path is a link, which is changed to another folder."""

    has_other_owner = True
    comes_back = False

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.home = folder.with_name("link")
        self.other = folder.with_name("other")
        self.home.symlink_to(folder)

    def go(self) -> None:
        self.other.mkdir()
        self._link_to(self.other)

    def back(self) -> None:
        self.home.unlink()
        shutil.rmtree(self.other)

    def _link_to(self, folder: Path) -> None:
        new = self.home.with_name("new-link")
        new.symlink_to(folder)
        new.replace(self.home)


class LockDeleted(Renamed):
    """The lock file is deleted."""

    is_refused = False

    def go(self) -> None:
        (self.folder / LOCK_NAME).unlink()

    def back(self) -> None:
        pass


class LockReplaced(LockDeleted):
    """The lock file is replaced by another file."""

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


MOVES = (Renamed, ReplacedByNew, ReplacedByCopy, LinkRedirected, LockDeleted, LockReplaced, TakenOver)


def some_move(folder: Path, chance: random.Random) -> Renamed:
    """Return a random change of the folder."""
    return chance.choice(MOVES)(folder)
