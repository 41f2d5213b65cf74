"""A disk in memory that forgets, when the power goes, what was not synced, in every way a real one may.

Of the names changed since the last sync of the folder any beginning or any part may have come through; of the
bytes added to a file since its last sync a beginning, zeros in their place, or a part without the one before.
:meth:`PowerDisk.crashed` makes one disk that this moment's power cut could leave. ``before_effect`` is called
before each effect; ``fails`` decides if one fails. After a sync that failed the bytes not yet on the disk
never get there, although they can be read and a later sync succeeds: so real systems do it
(:meth:`PowerDisk.mend` ends that). The seeded faults leave out one sort of sync each, to see whether a test
notices.
"""

import errno
import io
import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

FAULTS = ("journal", "snapshot", "folder")
_FAULT_OF = {".log": "journal", ".new": "snapshot"}


@dataclass
class Content:
    """What a file holds for those who read it, and what is surely on the disk; of those bytes that are beyond
    it when ``is_stuck``, none ever will be. Of a file that is written over and never synced, any earlier
    content may be there, or a part of one.
    """

    now: bytes = b""
    durable: bytes = b""
    is_stuck: bool = False
    written_over: list[bytes] = field(default_factory=list)

    def sync(self) -> None:
        if not self.is_stuck:
            self.durable = self.now


Names = dict[Path, Content]
Change = Callable[[Names], None]


class PowerFile:
    def __init__(self, disk: "PowerDisk", content: Content, fault: str) -> None:
        self._disk = disk
        self._content = content
        self._fault = fault

    def write(self, data: bytes) -> None:
        try:
            self._disk.effect()
        except OSError:
            self._content.now += data[: len(data) // 2]
            raise
        self._content.now += data

    def sync(self) -> None:
        if self._disk.fault == self._fault:
            self._disk.effect()
        else:
            self._disk.sync(self._content)

    def is_at(self, path: Path) -> bool:
        return self._disk.now.get(path) is self._content

    def truncate(self, length: int) -> None:
        self._disk.effect()
        self._content.now = self._content.now[:length]

    def close(self) -> None:
        pass


class PowerOverwrittenFile:
    def __init__(self, disk: "PowerDisk", content: Content) -> None:
        self._disk = disk
        self._content = content

    def overwrite(self, data: bytes) -> None:
        self._disk.effect()
        self._content.written_over.append(self._content.now)
        self._content.now = data

    def close(self) -> None:
        pass


class PowerDisk:
    def __init__(self, files: Mapping[Path, bytes] | None = None, fault: str = "") -> None:
        self.now: Names = {path: Content(data, data) for path, data in (files or {}).items()}
        self.fault = fault
        self.effects = 0
        self.before_effect: Callable[[PowerDisk], None] = lambda disk: None
        self.fails: Callable[[], bool] = lambda: False
        self._durable: Names = dict(self.now)
        self._pending: list[Change] = []

    def effect(self) -> None:
        self.before_effect(self)
        self.effects += 1
        if self.fails():
            raise OSError(errno.EIO, "broken")

    def sync(self, content: Content) -> None:
        try:
            self.effect()
        except OSError:
            content.is_stuck = True
            raise
        content.sync()

    def mend(self) -> None:
        for content in self.now.values():
            content.is_stuck = False

    def crashed(self, chance: random.Random) -> dict[Path, bytes]:
        names = dict(self._durable)
        pending = self._pending
        if chance.random() < 0.6:
            kept = pending[: chance.randint(0, len(pending))]
        else:
            kept = [change for change in pending if chance.random() < 0.5]
        for change in kept:
            change(names)
        return {path: _torn(content, chance) for path, content in names.items()}

    def killed(self) -> "PowerDisk":
        """The disk after the program died and the machine went on: synced no more than it was."""
        disk = PowerDisk()
        contents = (*self.now.values(), *self._durable.values())
        copies = {id(each): replace(each, written_over=[*each.written_over]) for each in contents}
        disk.now = {path: copies[id(each)] for path, each in self.now.items()}
        disk._durable = {path: copies[id(each)] for path, each in self._durable.items()}
        wanted = dict(disk.now)
        if wanted.keys() != disk._durable.keys() or any(wanted[p] is not disk._durable[p] for p in wanted):
            disk._pending = [lambda names: (names.clear(), names.update(wanted))[0]]  # type: ignore[func-returns-value]
        return disk

    def read(self, path: Path) -> bytes:
        if path not in self.now:
            raise FileNotFoundError(errno.ENOENT, "none", str(path))
        return self.now[path].now

    def open_to_read(self, path: Path) -> io.BytesIO:
        return io.BytesIO(self.read(path))

    def read_beginning(self, path: Path, length: int) -> bytes:
        return self.read(path)[:length]

    def exists(self, path: Path) -> bool:
        return path in self.now

    def is_file(self, path: Path) -> bool:
        return path in self.now

    def target(self, path: Path) -> Path:
        return path

    def names(self, folder: Path) -> list[str]:
        return [path.name for path in self.now if path.parent == folder]

    def create(self, path: Path) -> PowerFile:
        content = Content()
        self._change(lambda names: names.__setitem__(path, content))
        return PowerFile(self, content, _FAULT_OF.get(path.suffix, ""))

    def create_overwritten(self, path: Path) -> PowerOverwrittenFile:
        self.create(path)
        return PowerOverwrittenFile(self, self.now[path])

    def write(self, path: Path, data: bytes) -> None:
        file = self.create(path)
        file.write(data)
        file.sync()

    def sync_file(self, path: Path) -> None:
        self.sync(self.now[path])

    def replace(self, source: Path, target: Path) -> None:
        if source not in self.now:
            raise FileNotFoundError(errno.ENOENT, "none", str(source))

        def rename(names: Names) -> None:
            if source in names:
                names[target] = names.pop(source)

        self._change(rename)

    def remove(self, path: Path) -> None:
        if path in self.now:
            self._change(lambda names: names.pop(path, None) and None)

    def sync_folder(self, folder: Path) -> None:
        self.effect()
        if self.fault != "folder":
            self._durable = dict(self.now)
            self._pending.clear()

    def make_folder(self, folder: Path) -> None:
        self.effect()

    def confirm(self) -> None:
        pass

    def _change(self, change: Change) -> None:
        self.effect()
        self._pending.append(change)
        change(self.now)


def _torn(content: Content, chance: random.Random) -> bytes:
    old, new = content.durable, content.now
    if content.written_over:
        before = chance.choice(content.written_over)
        cut = chance.randint(0, len(new))
        return chance.choice((before, new, new[:cut] + before[cut:]))
    if old == new:
        return new
    if not new.startswith(old):
        return chance.choice((old, new))
    cut = chance.randint(len(old), len(new))
    later = chance.randint(cut, len(new))
    return chance.choice(
        (
            old,
            new,
            new[:cut],
            new[:cut] + bytes(len(new) - cut),
            new[:cut] + bytes(later - cut) + new[later:],
        )
    )
