"""Engines on any disk, without threads: whoever waits for a change writes it."""

from collections.abc import Callable
from itertools import count
from pathlib import Path

from quickdesk.storage.disk import Disk
from quickdesk.storage.document import Document
from quickdesk.storage.format import Kind
from quickdesk.storage.journal.background import NoWorker, Workers
from quickdesk.storage.journal.engine import Engine
from quickdesk.storage.journal.files import Files
from quickdesk.storage.journal.look import look
from quickdesk.storage.journal.opening import Loaded, load, settle

FOLDER = Path("/data")
PLAIN = Kind("plain", 2, ("t",), bool, lambda table, document: True)


def numbered_ids() -> Callable[[], bytes]:
    numbers = count(1)
    return lambda: b"%032x" % next(numbers)


_NEXT_ID = numbered_ids()
"""Two journals never have one id, whichever run writes them."""


def settled(disk: Disk, kind: Kind = PLAIN, folder: Path = FOLDER) -> Loaded:
    files = Files(disk, folder, kind.name)
    return settle(files, kind, look(files, kind))


def read(disk: Disk, kind: Kind = PLAIN, folder: Path = FOLDER) -> Loaded:
    files = Files(disk, folder, kind.name)
    return load(files, kind, look(files, kind))


def engine_of(loaded: Loaded, new_id: Callable[[], bytes] | None = None) -> Engine:
    return Engine(loaded, Workers(NoWorker(), NoWorker()), new_id or _NEXT_ID)


def opened(disk: Disk, kind: Kind = PLAIN, folder: Path = FOLDER) -> Engine:
    return engine_of(settled(disk, kind, folder))


def documents(engine: Engine | Loaded, table: str = "t") -> dict[str, Document]:
    return dict(engine.memory.documents(table))
