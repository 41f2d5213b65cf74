"""Finds whole files that lie beside the data and are not in use.

A program that keeps folders alike leaves one where it found two versions of a file and could not choose:
``snippets (conflicted copy).json``, ``snippets.sync-conflict-….json``, ``snippets-DESKTOP-….json``,
``snippets (… 的冲突副本 …).json``, ``snippets (1).json``.
"""

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from quickdesk.storage.disk import Disk
from quickdesk.storage.format import Kind
from quickdesk.storage.journal.files import aside_of
from quickdesk.storage.report import Copy

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
