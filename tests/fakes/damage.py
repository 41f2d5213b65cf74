"""Damages one file of a data folder as disks, sync programs and people do, chosen at random.

A damage is described in words with the names of the files it touched, relative to the folder.
"""

import os
import random
import socket
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

LINES = ("a line gone", "a line twice", "two lines changed places", "a line cut off")
NAMES = (
    *(f"{kind}.json" for kind in ("snippets", "settings", "insights", "customers", "followups")),
    "snippets.json.prev",
    "snippets.json.new",
    "snippets.1.log",
    "snippets.14.log",
    "snippets.mark",
    "insights.2.log",
    "settings.mark",
    "quickdesk.lock",
    "quickdesk.log",
    "search",
    "backups",
)
STRAYS = (
    "snippets.json.conflict",
    "snippets (1).json",
    "snippets.json~",
    "snippets.77.log",
    "snippets.0.log",
    "snippets.00000001.log",
    "snippets.json.damaged-1",
    "snippets.json.damaged-x",
    "customers.mark",
    "customers.1.log.new",
    ".DS_Store",
    "文件.txt",
    "backups/20261122-120000.zip",
    "search/index-9/meta.json",
    "search/index-9.new/x",
    "quickdesk.log",
)
LINKS = ("/dev/null", "/dev/zero", "/nowhere/x", "/proc/version", "snippets.json", "settings.json", ".")


@dataclass(frozen=True, slots=True)
class Damage:
    """What was done, to which files; ``closed`` is a file that cannot be read from now on."""

    what: str
    names: frozenset[str]
    closed: Path | None = None


def damage(folder: Path, chance: random.Random) -> Damage:
    """Do one damage; the folder must hold a file."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    core = [path for path in files if path.parent == folder]
    path = chance.choice(core if core and chance.random() < 0.8 else files)
    what = chance.choice(WAYS)
    other = WAYS_WITH_NAMES[what](path, chance, files) if what in WAYS_WITH_NAMES else None
    if what == "stray":
        return Damage(f"stray {other}", frozenset({str(other)}))
    if what in BYTES:
        raw = bytearray(path.read_bytes())
        if path.is_symlink():  # an earlier damage, which may lead out of the folder
            path.unlink()
        path.write_bytes(BYTES[what](raw, chance))
    elif what in PLACES:
        path.unlink()
        PLACES[what](path, chance)
    name = str(path.relative_to(folder))
    names = {name} if other is None else {name, str(other)}
    return Damage(f"{what} {' '.join(sorted(names))}", frozenset(names), path if what == "closed" else None)


def _flipped(raw: bytearray, chance: random.Random) -> bytes:
    for _ in range(chance.choice((1, 1, 3, 20)) if raw else 0):
        raw[chance.randrange(len(raw))] ^= 1 << chance.randrange(8)
    return bytes(raw)


def _a_byte(raw: bytearray, chance: random.Random) -> bytes:
    if raw:
        raw[chance.randrange(len(raw))] = chance.choice((0, 10, 32, 255, chance.randrange(256)))
    return bytes(raw)


def _zeros(raw: bytearray, chance: random.Random) -> bytes:
    start, length = _place(raw, chance), chance.choice((1, 40, 512, 4096))
    return bytes(raw[:start]) + bytes(len(raw[start : start + length])) + bytes(raw[start + length :])


def _inserted(raw: bytearray, chance: random.Random) -> bytes:
    start = _place(raw, chance)
    return bytes(raw[:start]) + chance.randbytes(chance.randint(1, 50)) + bytes(raw[start:])


def _gone(raw: bytearray, chance: random.Random) -> bytes:
    start = _place(raw, chance)
    return bytes(raw[:start]) + bytes(raw[start + chance.randint(1, 300) :])


def _lines(what: str) -> Callable[[bytearray, random.Random], bytes]:
    def changed(raw: bytearray, chance: random.Random) -> bytes:
        lines = bytes(raw).split(b"\n")
        one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
        if what == "a line gone":
            del lines[one]
        elif what == "a line twice":
            lines.insert(other, lines[one])
        elif what == "two lines changed places":
            lines[one], lines[other] = lines[other], lines[one]
        else:
            lines[one] = lines[one][: chance.randrange(len(lines[one]) + 1)]
        return b"\n".join(lines)

    return changed


def _place(raw: bytearray, chance: random.Random) -> int:
    return chance.randrange(max(1, len(raw)))


BYTES: dict[str, Callable[[bytearray, random.Random], bytes]] = {
    "bits turned over": _flipped,
    "another byte": _a_byte,
    "cut off": lambda raw, chance: bytes(raw[: _place(raw, chance)]),
    "end cut off": lambda raw, chance: bytes(raw[: max(0, len(raw) - chance.randint(1, 200))]),
    "zeros": _zeros,
    "all zeros": lambda raw, chance: bytes(len(raw)),
    "emptied": lambda raw, chance: b"",
    "inserted": _inserted,
    "a part gone": _gone,
    "garbage": lambda raw, chance: chance.randbytes(chance.randint(1, 3000)),
    "twice": lambda raw, chance: bytes(raw) * 2,
    "a tail of zeros": lambda raw, chance: bytes(raw) + bytes(chance.randint(1, 4096)),
    **{what: _lines(what) for what in LINES},
}


def _socket(path: Path, _chance: random.Random) -> None:
    with socket.socket(socket.AF_UNIX) as one, suppress(OSError):  # a path may be too long for it
        one.bind(str(path))


def _full_folder(path: Path, _chance: random.Random) -> None:
    path.mkdir()
    (path / "x").write_text("x")


PLACES: dict[str, Callable[[Path, random.Random], object]] = {
    "gone": lambda path, chance: None,
    "a folder": lambda path, chance: path.mkdir(),
    "a full folder": _full_folder,
    "a pipe": lambda path, chance: os.mkfifo(path),
    "a socket": _socket,
    "a link": lambda path, chance: path.symlink_to(chance.choice((*LINKS, path.name))),
}


def _swapped(path: Path, chance: random.Random, files: list[Path]) -> str:
    other = chance.choice(files)
    mine, theirs = path.read_bytes(), other.read_bytes()
    path.write_bytes(theirs)
    other.write_bytes(mine)
    return _name(other)


def _pasted(path: Path, chance: random.Random, files: list[Path]) -> None:
    raw, other = path.read_bytes(), chance.choice(files).read_bytes()
    start = chance.randrange(max(1, len(raw)))
    piece = other[: chance.randint(0, min(len(other), 2000))]
    path.write_bytes(raw[:start] + piece + raw[start + chance.randint(0, 500) :])


def _renamed(path: Path, chance: random.Random, files: list[Path]) -> str:
    folder = _folder(files)
    target = folder / chance.choice(NAMES)
    with suppress(OSError):  # a folder of this name is there
        path.replace(target)
    return target.name


def _stray(path: Path, chance: random.Random, files: list[Path]) -> str:
    folder, name = _folder(files), chance.choice(STRAYS)
    target = folder / name
    with suppress(OSError):
        target.parent.mkdir(parents=True, exist_ok=True)
        what = chance.random()
        if what < 0.2:
            os.mkfifo(target)
        elif what < 0.4:
            target.mkdir()
        elif what < 0.6:
            target.symlink_to(chance.choice(LINKS))
        else:
            target.write_bytes(chance.choice((b"", path.read_bytes(), chance.randbytes(200))))
    return name


def _folder(files: list[Path]) -> Path:
    return min((path.parent for path in files), key=lambda each: len(each.parts))


def _name(path: Path) -> str:
    return path.name


WAYS_WITH_NAMES: dict[str, Callable[[Path, random.Random, list[Path]], str | None]] = {
    "two files changed places": _swapped,
    "a part of another file": _pasted,
    "renamed": _renamed,
    "stray": _stray,
}
WAYS = (*BYTES, *PLACES, *WAYS_WITH_NAMES, "closed")
