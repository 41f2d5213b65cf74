"""Reading the files of one kind of data as the next start would, and comparing them with the memory.

Nothing is changed. What is written meanwhile does not count: the memory is copied at one moment, and the
journal is read up to that moment.
"""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from quickdesk.replies.store import StoreError, StoreProblem
from quickdesk.storage.document import ID, Document, Tables
from quickdesk.storage.format import is_sealed
from quickdesk.storage.history.record import HISTORY, is_record, read_record
from quickdesk.storage.journal.engine import Engine
from quickdesk.storage.journal.files import Files
from quickdesk.storage.journal.gc_pause import gc_paused
from quickdesk.storage.journal.opening import load
from quickdesk.storage.journal.record import Journal, replay
from quickdesk.storage.journal.scan import FoundFiles, read_bytes, read_journal, scan
from quickdesk.storage.journal.tables import FrozenData
from quickdesk.storage.report import Flaw
from quickdesk.storage.settings_store import SETTINGS, unread_settings


@dataclass(frozen=True, slots=True)
class BadFile:
    """A damaged or different file.

    Without a ``flaw`` it is undamaged but differs from the memory in ``count`` documents. With one, ``count``
    is the number of changes in it that cannot be read, None if it is unknown.
    """

    path: Path
    flaw: Flaw | None
    count: int | None = None


def examine(engine: Engine) -> list[BadFile]:
    """Return the bad files on the disk; raises StoreError if they cannot be read."""
    with engine.frozen() as moment, gc_paused():
        found = _up_to(scan(engine.files, engine.kind), moment)
        bad = [BadFile(path, Flaw.FOREIGN) for path in found.foreign]
        bad += [*_snapshots(engine, found), *_journals(engine.files, found, moment)]
        known = {each.path for each in bad}
        bad += [each for each in _differences(engine, found, moment) if each.path not in known]
    return bad


def _up_to(found: FoundFiles, moment: FrozenData) -> FoundFiles:
    generation, seq = moment.place
    journals: dict[int, Journal | Flaw] = {}
    for number, journal in found.journals.items():
        if number < generation or (number == generation and isinstance(journal, Flaw)):
            journals[number] = journal
        elif number == generation and isinstance(journal, Journal):
            kept = tuple(each for each in journal.records if each.seq <= seq)
            journals[number] = replace(journal, records=kept)
    mark = found.mark
    if mark is not None and mark.generation >= generation:
        is_of_now = mark.generation == generation
        mark = replace(mark, records=min(mark.records, seq)) if is_of_now else None
    return replace(found, journals=journals, mark=mark)


def _snapshots(engine: Engine, found: FoundFiles) -> Iterator[BadFile]:
    files = engine.files
    is_gone = found.flaw is Flaw.MISSING and engine.has_snapshot and not found.is_current_foreign
    if found.current is None and (found.flaw is not Flaw.MISSING or is_gone):
        yield BadFile(files.current, found.flaw)
    if found.previous_flaw is not Flaw.MISSING:
        yield BadFile(files.previous, found.previous_flaw)
    elif found.previous is None and files.disk.exists(files.previous):
        raw = read_bytes(files, files.previous)
        if isinstance(raw, Flaw) or not is_sealed(raw):
            yield BadFile(files.previous, raw if isinstance(raw, Flaw) else Flaw.CHANGED)


def _journals(files: Files, found: FoundFiles, moment: FrozenData) -> Iterator[BadFile]:
    """Examine also the journals that only the previous snapshot needs."""
    first = min(found.journals, default=moment.place[0])
    journals = {each: read_journal(files, each) for each in found.generations if each < first}
    journals |= found.journals
    for generation, journal in journals.items():
        after = journals.get(generation + 1)
        if isinstance(journal, Flaw):
            yield BadFile(files.journal(generation), journal)
        elif isinstance(after, Journal) and after.header is not None:
            lost = replay(journal, after.header.before).lost
            if lost:
                yield BadFile(files.journal(generation), Flaw.CHANGED, lost)


def _differences(engine: Engine, found: FoundFiles, moment: FrozenData) -> Iterator[BadFile]:
    files = engine.files
    generation, seq = moment.place
    try:
        loaded = load(files, engine.kind, found)
    except StoreError as error:
        if error.problem not in (StoreProblem.DAMAGED, StoreProblem.UNREADABLE):
            raise
        yield BadFile(files.current, found.flaw)
        return
    for loss in loaded.losses:
        yield BadFile(loss.path, loss.flaw, loss.changes)
    if files.journal(generation) in {loss.path for loss in loaded.losses}:
        return
    tables = {name: table.documents for name, table in loaded.memory.tables.items()}
    count = _count_differences(tables, moment.tables)
    if not count:
        return
    last = found.journals.get(generation)
    is_short = seq > 0 and (not isinstance(last, Journal) or len(last.records) < seq)
    if is_short:
        flaw = Flaw.CHANGED if files.disk.exists(files.journal(generation)) else Flaw.MISSING
        yield BadFile(files.journal(generation), flaw, None)
    else:
        yield BadFile(files.current, None, count)


def _count_differences(read: Tables, present: Tables) -> int:
    """Count the documents that differ; each is freed at once, so that no thread is blocked for long."""
    different = 0
    for name in {**read, **present}:
        different += _different(read.get(name, {}), present.get(name, {}))
    return different


def _different(read: dict[str, Document], present: Mapping[str, Document]) -> int:
    different = sum(key not in read for key in present)
    with suppress(KeyError):
        while True:
            key, document = read.popitem()
            different += present.get(key) != document
    return different


def count_ignored(engine: Engine) -> int:
    """Return how many documents, settings and actions of a kind are ignored as not understood."""
    with engine.guard:
        tables, _ = engine.memory.view()
    accepts = engine.kind.accepts
    number = sum(not accepts(name, each) for name, table in tables.items() for each in table.values())
    number += sum(map(_count_hidden, tables.values()))
    records = ((key, each) for key, each in tables.get(HISTORY, {}).items() if is_record(each))
    number += sum(read_record(engine.kind, key, each) is None for key, each in records)
    if engine.kind is SETTINGS:
        number += len(unread_settings(tables))
    return number


def _count_hidden(table: Mapping[str, Document]) -> int:
    """Count the documents whose id is not a text, or that of another: one of two is never found."""
    ids = [document.get(ID, key) for key, document in table.items()]
    return len(ids) - len({each for each in ids if isinstance(each, str)})
