"""Engines on any disk, without threads: a waiting caller writes its change."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import count
from pathlib import Path

from quickdesk.storage.disk import Disk
from quickdesk.storage.document import Document
from quickdesk.storage.format import Kind
from quickdesk.storage.history.history import History
from quickdesk.storage.journal.background import NoWorker, Workers
from quickdesk.storage.journal.engine import Engine
from quickdesk.storage.journal.files import Files
from quickdesk.storage.journal.opening import Loaded, load, load_and_repair
from quickdesk.storage.journal.record import Ops
from quickdesk.storage.journal.scan import scan
from quickdesk.storage.protection.cipher import Cipher
from quickdesk.storage.snippet_store import TinySnippetStore
from quickdesk.storage.table import Draft, Table
from tests.fakes.key_ring import FakeKeyRing, key_number

FOLDER = Path("/data")
PLAIN = Kind("plain", 2, ("t",), bool, lambda table, document: True)
SECRET = replace(PLAIN, is_encrypted=True)


def numbered_ids() -> Callable[[], bytes]:
    numbers = count(1)
    return lambda: b"%032x" % next(numbers)


_NEXT_ID = numbered_ids()
"""Two journals never have one id, whichever run writes them."""


def files_of(disk: Disk, kind: Kind = PLAIN, folder: Path = FOLDER) -> Files:
    """Return the files of a kind; the key of an encrypted one is always the same."""
    cipher = Cipher(kind.name, FakeKeyRing(key_number(1))) if kind.is_encrypted else None
    return Files(disk, folder, kind.name, cipher)


def settled(disk: Disk, kind: Kind = PLAIN, folder: Path = FOLDER) -> Loaded:
    files = files_of(disk, kind, folder)
    return load_and_repair(files, kind, scan(files, kind))


def read(disk: Disk, kind: Kind = PLAIN, folder: Path = FOLDER) -> Loaded:
    files = files_of(disk, kind, folder)
    return load(files, kind, scan(files, kind))


def engine_of(loaded: Loaded, new_id: Callable[[], bytes] | None = None) -> Engine:
    return Engine(loaded, Workers(NoWorker(), NoWorker()), new_id or _NEXT_ID)


def opened(disk: Disk, kind: Kind = PLAIN, folder: Path = FOLDER) -> Engine:
    return engine_of(settled(disk, kind, folder))


class OneKind:
    """The engines of a folder with one kind of data."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def engine(self, kind: Kind) -> Engine:
        return self._engine

    def existing(self, kinds: Iterable[Kind]) -> list[Kind]:
        return [self._engine.kind]

    def opened(self, kinds: Iterable[Kind]) -> list[Engine]:
        return [self._engine]


def snippet_store(engine: Engine) -> TinySnippetStore:
    return TinySnippetStore(engine, History(OneKind(engine), (engine.kind,)))


def commit(engine: Engine, ops: Ops, *, durable: bool = True) -> None:
    """Change the memory and the disk."""
    engine.stage_for_waiting(ops, durable=durable).wait()


def add(engine: Engine, table: str, *documents: Document) -> None:
    """Store documents with new keys."""

    def plan(draft: Draft) -> None:
        for each in documents:
            draft.put(None, each)

    Table(lambda: engine, table).change(plan)


def documents(engine: Engine | Loaded, table: str = "t") -> dict[str, Document]:
    return dict(engine.memory.documents(table))
