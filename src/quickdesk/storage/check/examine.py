"""Reads the files of one kind of data as the next start would, and holds them against the memory.

It changes nothing. What is written meanwhile does not count: the memory is taken at one moment, and the
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
from quickdesk.storage.journal.look import Found, look, read_bytes, read_journal
from quickdesk.storage.journal.opening import load
from quickdesk.storage.journal.record import Journal, replay
from quickdesk.storage.journal.tables import Moment
from quickdesk.storage.report import Flaw
from quickdesk.storage.settings_store import SETTINGS, unread_settings


@dataclass(frozen=True, slots=True)
class Bad:
    """A file that is not as it should be.

    Without a ``flaw`` it is whole and says something else, of ``count`` documents. With one, ``count`` is
    how many changes cannot be read in it, None where that is not known.
    """

    path: Path
    flaw: Flaw | None
    count: int | None = None


def examine(engine: Engine) -> list[Bad]:
    """Return what is wrong on the disk; raises StoreError where it cannot be looked at."""
    with engine.frozen() as moment, gc_paused():
        found = _up_to(look(engine.files, engine.kind), moment)
        bad = [Bad(path, Flaw.FOREIGN) for path in found.foreign]
        bad += [*_snapshots(engine, found), *_journals(engine.files, found, moment)]
        known = {each.path for each in bad}
        bad += [each for each in _differences(engine, found, moment) if each.path not in known]
    return bad


def _up_to(found: Found, moment: Moment) -> Found:
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


def _snapshots(engine: Engine, found: Found) -> Iterator[Bad]:
    files = engine.files
    is_gone = found.flaw is Flaw.MISSING and engine.has_snapshot and not found.is_current_foreign
    if found.current is None and (found.flaw is not Flaw.MISSING or is_gone):
        yield Bad(files.current, found.flaw)
    if found.previous_flaw is not Flaw.MISSING:
        yield Bad(files.previous, found.previous_flaw)
    elif found.previous is None and files.disk.exists(files.previous):
        raw = read_bytes(files, files.previous)
        if isinstance(raw, Flaw) or not is_sealed(raw):
            yield Bad(files.previous, raw if isinstance(raw, Flaw) else Flaw.CHANGED)


def _journals(files: Files, found: Found, moment: Moment) -> Iterator[Bad]:
    """Look at those too that only the previous snapshot needs."""
    first = min(found.journals, default=moment.place[0])
    journals = {each: read_journal(files, each) for each in found.generations if each < first}
    journals |= found.journals
    for generation, journal in journals.items():
        after = journals.get(generation + 1)
        if isinstance(journal, Flaw):
            yield Bad(files.journal(generation), journal)
        elif isinstance(after, Journal) and after.header is not None:
            lost = replay(journal, after.header.before).lost
            if lost:
                yield Bad(files.journal(generation), Flaw.CHANGED, lost)


def _differences(engine: Engine, found: Found, moment: Moment) -> Iterator[Bad]:
    files = engine.files
    generation, seq = moment.place
    try:
        loaded = load(files, engine.kind, found)
    except StoreError as error:
        if error.problem not in (StoreProblem.DAMAGED, StoreProblem.UNREADABLE):
            raise
        yield Bad(files.current, found.flaw)
        return
    for loss in loaded.losses:
        yield Bad(loss.path, loss.flaw, loss.changes)
    if files.journal(generation) in {loss.path for loss in loaded.losses}:
        return
    tables = {name: table.documents for name, table in loaded.memory.tables.items()}
    count = _let_go_counting(tables, moment.tables)
    if not count:
        return
    last = found.journals.get(generation)
    is_short = seq > 0 and (not isinstance(last, Journal) or len(last.records) < seq)
    if is_short:
        flaw = Flaw.CHANGED if files.disk.exists(files.journal(generation)) else Flaw.MISSING
        yield Bad(files.journal(generation), flaw, None)
    else:
        yield Bad(files.current, None, count)


def _let_go_counting(read: Tables, present: Tables) -> int:
    """Count the documents that differ; what was read is let go of one by one, so that nobody waits long."""
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


def passed_over(engine: Engine) -> int:
    """Return how many documents, settings and actions of a kind are passed over: nobody sees them."""
    with engine.guard:
        tables, _ = engine.memory.view()
    accepts = engine.kind.accepts
    number = sum(not accepts(name, each) for name, table in tables.items() for each in table.values())
    number += sum(map(_hidden, tables.values()))
    records = ((key, each) for key, each in tables.get(HISTORY, {}).items() if is_record(each))
    number += sum(read_record(engine.kind, key, each) is None for key, each in records)
    if engine.kind is SETTINGS:
        number += len(unread_settings(tables))
    return number


def _hidden(table: Mapping[str, Document]) -> int:
    """Count the documents whose id is no text, or another one's too: of two, one is never found."""
    ids = [document.get(ID, key) for key, document in table.items()]
    return len(ids) - len({each for each in ids if isinstance(each, str)})
