"""Making data of the files that were found: replaying the journals and determining what is lost.

For the owner of the folder it also repairs the files.
"""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from quickdesk.replies.store import StoreError, StoreProblem
from quickdesk.storage.failure import write_error
from quickdesk.storage.format import Contents, Kind
from quickdesk.storage.journal.files import FOREIGN, Files
from quickdesk.storage.journal.lineage import Lineage, lineage_of
from quickdesk.storage.journal.record import Journal, name_of, replay
from quickdesk.storage.journal.scan import FoundFiles
from quickdesk.storage.journal.snapshot import SnapshotFile
from quickdesk.storage.journal.sync_mark import SyncMark
from quickdesk.storage.journal.tables import MemoryTables
from quickdesk.storage.report import Flaw, ForeignFile, Loss, Recovery

FIRST_GENERATION = 1
# Each command on its own may leave one, usually of some hundred bytes.
_MOST_JOURNALS = 32


@dataclass(frozen=True, slots=True)
class Loaded:
    """The data of one kind in memory, and what its engine must know about the files.

    ``last`` is the number of records in the last journal; ``uncertain_journals`` are journals that may not be
    entirely on the disk; ``replayed`` is the number of transactions that are not in the snapshot;
    ``has_journal`` is that of the current snapshot; ``refusal`` is why nothing may be written.
    """

    kind: Kind
    files: Files
    memory: MemoryTables
    snapshot: SnapshotFile
    next_generation: int
    last: int
    uncertain_journals: tuple[Path, ...]
    replayed: int
    has_journal: bool
    is_new: bool
    recovery: Recovery | None
    losses: tuple[Loss, ...]
    lineage: Lineage
    foreign: tuple[ForeignFile, ...] = ()
    refusal: StoreError | None = None


def load(files: Files, kind: Kind, found: FoundFiles) -> Loaded:
    """Return the data without changing any file.

    Raises StoreError DAMAGED or UNREADABLE if nothing undamaged is left of what once was there.
    """
    if found.base is None and found.has_snapshot and not found.journals:
        problem = StoreProblem.UNREADABLE if found.flaw is Flaw.UNREADABLE else StoreProblem.DAMAGED
        raise StoreError(problem, str(files.current))
    return _load(files, kind, found)


def load_and_repair(files: Files, kind: Kind, found: FoundFiles) -> Loaded:
    """Return the data and repair the files: set aside what is damaged, and write what was recovered.

    Raises StoreError if a damaged file cannot be renamed; it is never overwritten.
    """
    loaded = _load(files, kind, found)
    if found.has_snapshot or found.generations:
        files.require_key()  # if nothing can be written, nothing is repaired either
    try:
        foreign = tuple(_moved(files, each) for each in loaded.foreign)
        aside = _set_aside_what_is_bad(files, found)
        losses = tuple(_with_copy(files, loss) for loss in loaded.losses)
    except OSError as error:
        raise write_error(error, files.current) from error
    recovery = loaded.recovery and replace(loaded.recovery, set_aside=aside)
    if recovery is not None and recovery.flaw is Flaw.MISSING:
        with suppress(OSError):
            files.note_missing(files.current)
    if found.is_mark_foreign:
        _forget_mark(files)
    if found.was_writing:
        loaded.snapshot.discard_new()
    return _rewritten(replace(loaded, recovery=recovery, losses=losses, foreign=foreign), found)


def _load(files: Files, kind: Kind, found: FoundFiles) -> Loaded:
    base = found.base or Contents(kind.empty(), {}, FIRST_GENERATION)
    memory = MemoryTables(base.tables, base.next_keys)
    replayed, last, losses = _replay(files, found, memory)
    losses = [*losses, *_gaps(files, found)]
    marked = 0 if found.mark is None else found.mark.generation
    highest = max((base.generation or FIRST_GENERATION) - 1, *found.generations, marked)
    return Loaded(
        kind=kind,
        files=files,
        memory=memory,
        snapshot=_snapshot_file(files, kind, found),
        next_generation=highest + 1,
        last=last,
        uncertain_journals=tuple(files.journal(each) for each in found.journals),
        replayed=replayed,
        has_journal=found.current is not None and found.current.has_journal,
        is_new=not found.has_snapshot and not replayed and not losses,
        recovery=_recovery(files, found, is_whole=not losses),
        losses=tuple(losses),
        lineage=lineage_of(base.origin, found.names),
        foreign=tuple(ForeignFile(files.name, path) for path in found.foreign),
    )


def _replay(files: Files, found: FoundFiles, memory: MemoryTables) -> tuple[int, int, list[Loss]]:
    replayed, last = 0, found.records_in_base
    losses: list[Loss] = []
    for generation, journal in found.journals.items():
        path = files.journal(generation)
        before_next = _before(found.journals.get(generation + 1))
        marked = _marked(found.mark, generation, journal)
        if isinstance(journal, Flaw):
            known = before_next if before_next is not None else marked or None
            losses.append(Loss(files.name, path, journal, known))
            last = marked
            continue
        result = replay(journal, before_next, marked)
        for ops in result.transactions:
            memory.apply(ops)
        if result.lost or (before_next is None and journal.bad_lines):
            losses.append(Loss(files.name, path, Flaw.CHANGED, result.lost or None))
        replayed, last = replayed + len(result.transactions), result.last
    return replayed, last, losses


def _marked(mark: SyncMark | None, generation: int, journal: Journal | Flaw) -> int:
    """Return how many records of a journal were synced according to the mark."""
    if mark is None or mark.generation != generation:
        return 0
    header = None if isinstance(journal, Flaw) else journal.header
    return mark.records if header is None or header.id == mark.id else 0


def _before(journal: Journal | Flaw | None) -> int | None:
    known = isinstance(journal, Journal) and journal.header is not None
    return journal.header.before if known else None  # type: ignore[union-attr]  # known says so


def _gaps(files: Files, found: FoundFiles) -> list[Loss]:
    """Return a loss for each gap where journals should be."""
    base = found.base
    expected = FIRST_GENERATION if base is None else base.generation
    if expected is None:
        return []
    missing: dict[int, int | None] = {}
    for generation in found.journals:
        if generation > expected:
            missing[expected] = None
        expected = generation + 1
    if base is not None and base.has_journal and not found.journals:
        missing[expected] = None
    mark = found.mark
    if mark is not None and mark.generation >= expected:
        missing[expected] = mark.records if mark.generation == expected else None
    elif mark is not None and _is_of_a_replaced_journal(found, mark):
        missing[mark.generation] = mark.records
    elif found.has_mark and not found.generations and not found.has_snapshot:
        missing[expected] = None
    return [Loss(files.name, files.journal(each), Flaw.MISSING, changes) for each, changes in missing.items()]


def _is_of_a_replaced_journal(found: FoundFiles, mark: SyncMark) -> bool:
    """Return whether another journal took the place of the one that the mark is of."""
    if found.base is None or not found.base.lineage:
        return False
    known = (*found.base.lineage, *found.names)
    return mark.records > 0 and name_of(mark.id) not in known


def _recovery(files: Files, found: FoundFiles, *, is_whole: bool) -> Recovery | None:
    has_current = found.current is not None
    was_swapping = found.flaw is Flaw.MISSING and found.previous is not None and found.was_writing
    if has_current or not found.has_snapshot or was_swapping or found.is_current_foreign:
        return None
    builds_on_journals = found.previous is None or found.previous.generation is not None
    # A snapshot without any journal with content came from elsewhere.
    says_something = any(
        not isinstance(each, Journal) or not each.is_blank for each in found.journals.values()
    )
    has_all = says_something if found.base is None else bool(found.journals)
    lost_nothing = is_whole and builds_on_journals and has_all and found.rest is None
    if found.flaw is Flaw.MISSING and lost_nothing:
        return None  # replacing it was interrupted, perhaps twice: nothing is damaged or lost
    return Recovery(
        files.current,
        found.flaw,
        (),
        used_previous=found.previous is not None,
        lost_nothing=lost_nothing,
        is_partial=found.rest is not None,
    )


def _snapshot_file(files: Files, kind: Kind, found: FoundFiles) -> SnapshotFile:
    current = None if found.current is None else found.current.origin
    previous = None if found.previous is None else found.previous.generation
    return SnapshotFile(files, kind, current, previous)


def _rewritten(loaded: Loaded, found: FoundFiles) -> Loaded:
    """Write a snapshot at once of what was recovered or is of an older form."""
    is_old_form = found.base is not None and found.base.generation is None
    is_needed = (
        (found.current is None and found.has_snapshot)
        or loaded.losses
        or len(found.journals) > _MOST_JOURNALS
    )
    if not is_old_form and not is_needed and not found.is_plain:
        return loaded
    tables, next_keys = loaded.memory.view()
    contents = Contents(
        tables, next_keys, loaded.next_generation, before=loaded.last, lineage=loaded.lineage.names
    )
    try:
        if is_old_form:
            for generation in found.generations:
                loaded.files.set_aside(loaded.files.journal(generation), FOREIGN)
            loaded.snapshot.migrate(contents)
        else:
            loaded.snapshot.write(contents, lambda: None)
            if found.is_plain:  # the previous snapshot and the journals that it needs are plain too
                loaded.snapshot.write(contents, lambda: None)
    except (StoreError, OSError) as error:
        # Nothing is lost if the disk is full now: the next opening repeats it.
        failure = error if isinstance(error, StoreError) else write_error(error, loaded.files.current)
        return replace(loaded, refusal=failure if is_old_form else None)
    if loaded.losses:  # the mark may be of them, and they are reported once
        _forget_mark(loaded.files)
    return replace(loaded, uncertain_journals=(), replayed=0, has_journal=False)


def _forget_mark(files: Files) -> None:
    with suppress(OSError):
        files.disk.remove(files.mark)


def _set_aside_what_is_bad(files: Files, found: FoundFiles) -> tuple[Path, ...]:
    bad: list[Path] = []
    if found.current is None and found.flaw is not Flaw.MISSING:
        bad.append(files.current)
    if found.previous_flaw is not Flaw.MISSING:
        bad.append(files.previous)
    # A folder with one of these names would block all writes.
    for path in (files.previous, files.new, files.mark):
        if path not in bad and files.disk.exists(path) and not files.disk.is_file(path):
            bad.append(path)
    return tuple(files.set_aside(path) for path in bad)


def _moved(files: Files, foreign: ForeignFile) -> ForeignFile:
    return replace(foreign, set_aside=(files.set_aside(foreign.path, FOREIGN),))


def _with_copy(files: Files, loss: Loss) -> Loss:
    """Copy a damaged journal aside, because its undamaged part is still used."""
    if loss.flaw is Flaw.MISSING:
        with suppress(OSError):
            files.note_missing(loss.path)
        return loss
    if loss.flaw in (Flaw.NOT_A_FILE, Flaw.UNREADABLE):
        return replace(loss, set_aside=(files.set_aside(loss.path),))
    with suppress(OSError):
        return replace(loss, set_aside=(files.copy_aside(loss.path),))
    return loss


def recoveries(loaded: Sequence[Loaded]) -> tuple[Recovery, ...]:
    """Return what was recovered."""
    return tuple(each.recovery for each in loaded if each.recovery is not None)


def losses(loaded: Sequence[Loaded]) -> tuple[Loss, ...]:
    """Return what was lost."""
    return tuple(loss for each in loaded for loss in each.losses)


def foreign_files(loaded: Sequence[Loaded]) -> tuple[ForeignFile, ...]:
    """Return the files that belong to other data."""
    return tuple(each for one in loaded for each in one.foreign)
