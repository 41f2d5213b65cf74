"""Reading the files of one kind of data without changing anything.

It finds the newest undamaged snapshot, the journals after it, and the files that do not belong to them.
"""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from quickdesk.replies.store import StoreError, StoreProblem
from quickdesk.storage.disk import NotAFileError
from quickdesk.storage.document import Tables
from quickdesk.storage.failure import is_lasting, key_error, read_error
from quickdesk.storage.format import (
    ORIGIN_BYTES,
    Contents,
    DamagedError,
    Kind,
    NewerError,
    Origin,
    decode,
    is_sealed,
    key_id_of,
    origin_of,
)
from quickdesk.storage.journal.encrypted_ops import decrypted_journal
from quickdesk.storage.journal.files import Files
from quickdesk.storage.journal.lineage import Foreign, Headers, NoHeader, chain, foreign_files
from quickdesk.storage.journal.record import ENCRYPTED_VERSION, Header, Journal, read, read_header
from quickdesk.storage.journal.salvage import salvaged
from quickdesk.storage.journal.sync_mark import SyncMark, decode_mark
from quickdesk.storage.protection.keys import KeyProblem, KeyUnavailableError
from quickdesk.storage.report import Flaw

_HEADER_BYTES = 256


@dataclass(frozen=True, slots=True)
class FoundFiles:
    """The files of one kind on the disk.

    ``current`` is the current snapshot if it is undamaged, otherwise ``flaw`` is what is wrong with it. The
    previous one is read only if the current one is damaged or foreign. ``was_writing`` says whether a
    snapshot was being written. ``generations`` are those of all journals that belong to this data;
    ``journals`` are those after the snapshot, read as far as possible. ``mark`` is None if the sync mark says
    nothing. ``records_in_base`` is the number of records of the last journal that the snapshot includes.
    ``names`` is what the journals add to the lineage. ``foreign`` are the files of other data; if the current
    snapshot is one of them, ``current`` is None. ``is_mark_foreign`` says whether the mark is of a foreign
    journal. ``has_mark`` says whether a mark exists: it is only created once a journal is on the disk.
    ``rest`` is what could be decrypted of a damaged snapshot if none is undamaged. ``is_plain`` says whether
    there is a file that has to be encrypted and is not.
    """

    current: Contents | None
    flaw: Flaw
    previous: Contents | None
    previous_flaw: Flaw
    was_writing: bool
    generations: tuple[int, ...]
    journals: Mapping[int, Journal | Flaw]
    mark: SyncMark | None = None
    records_in_base: int = 0
    names: tuple[str, ...] = ()
    foreign: tuple[Path, ...] = ()
    is_mark_foreign: bool = False
    has_mark: bool = False
    rest: Contents | None = None
    is_plain: bool = False

    @property
    def base(self) -> Contents | None:
        """The newest undamaged snapshot, or what is left of a damaged one."""
        return next((each for each in (self.current, self.previous, self.rest) if each is not None), None)

    @property
    def has_snapshot(self) -> bool:
        """Whether a snapshot was ever written."""
        return (
            self.current is not None
            or self.previous is not None
            or not self.flaw is self.previous_flaw is Flaw.MISSING
        )

    @property
    def is_current_foreign(self) -> bool:
        """Whether the current snapshot is undamaged and belongs to other data."""
        return self.current is None and any(path.suffix == ".json" for path in self.foreign)


def scan(files: Files, kind: Kind) -> FoundFiles:
    """Read the files.

    Raises StoreError NEWER, LOCKED, KEY_MISSING, or UNREADABLE if it may succeed later.
    """
    require_key(files)
    try:
        # Before the journals: what their owner writes meanwhile must not seem to be lost.
        mark, has_mark = _mark(files), files.disk.exists(files.mark)
        current, flaw = _snapshot(files, kind, files.current)
        previous, previous_flaw = None, Flaw.MISSING
        generations = files.generations()
        headers = {each: _header(files, each) for each in generations}
        foreign = Foreign()
        if current is not None:
            foreign = foreign_files(current.origin, _origin(files, files.previous), headers)
        if current is None or foreign.current or _took_the_place_of_encrypted(files, kind, current):
            previous, previous_flaw = _snapshot(files, kind, files.previous)
            foreign = _foreign_where_previous_counts(current, previous, headers)
        if foreign.current:
            current = None
        was_writing = files.disk.exists(files.new)
        ours = tuple(each for each in generations if each not in foreign.journals)
        rest = _rest(files, kind) if current is None and previous is None else None
        base = next((each for each in (current, previous, rest) if each is not None), None)
        journals = {each: read_journal(files, each) for each in _live(base, ours)}
        names = chain(None if base is None else base.origin, headers).names
        records_in_base = _records_in_base(files, base, ours)
        is_plain = files.cipher is not None and _is_plain(files, headers)
    except OSError as error:
        raise read_error(error, files.current) from error
    is_mark_foreign = mark is not None and any(_is_of(headers[each], mark) for each in foreign.journals)
    return FoundFiles(
        current,
        flaw,
        previous,
        previous_flaw,
        was_writing,
        ours,
        journals,
        None if is_mark_foreign else mark,
        records_in_base,
        names,
        tuple(_paths(files, foreign)),
        is_mark_foreign,
        has_mark,
        rest,
        is_plain,
    )


def require_key(files: Files) -> None:
    """Raise StoreError if the key of the current snapshot is not there, before all of it is read."""
    if files.cipher is None:
        return
    key_id = None
    with suppress(OSError):
        key_id = key_id_of(files.disk.read_beginning(files.current, ORIGIN_BYTES))
    try:
        if key_id is not None:
            files.cipher.require(key_id)
    except KeyUnavailableError as error:
        if error.problem is KeyProblem.MISSING and _is_damaged(files, files.current):
            return  # it may name any key; the previous one is read
        raise key_error(error, files.current) from error


def _is_damaged(files: Files, path: Path) -> bool:
    try:
        raw = read_bytes(files, path)
    except OSError:
        return False
    return isinstance(raw, Flaw) or not is_sealed(raw)


def _is_plain(files: Files, headers: Headers) -> bool:
    """Return whether a snapshot or a journal is not encrypted."""
    if any(isinstance(each, Header) and each.version < ENCRYPTED_VERSION for each in headers.values()):
        return True
    for path in (files.current, files.previous):
        with suppress(OSError):
            if key_id_of(files.disk.read_beginning(path, ORIGIN_BYTES)) is None:
                return True
    return False


def _took_the_place_of_encrypted(files: Files, kind: Kind, current: Contents) -> bool:
    """Return whether a current snapshot that is not encrypted has other contents than one before it that is.

    Such a file came from elsewhere. With the same contents it is one whose encryption was interrupted.
    """
    if files.cipher is None:
        return False
    is_encrypted = [_names_a_key(files, each) for each in (files.current, files.previous)]
    if is_encrypted != [False, True]:
        return False
    previous, _ = _snapshot(files, kind, files.previous)
    return previous is not None and _filled(previous) != _filled(current)


def _names_a_key(files: Files, path: Path) -> bool:
    try:
        return key_id_of(files.disk.read_beginning(path, ORIGIN_BYTES)) is not None
    except OSError:
        return False


def _filled(contents: Contents) -> Tables:
    return {name: table for name, table in contents.tables.items() if table}


def _rest(files: Files, kind: Kind) -> Contents | None:
    """Return what can be decrypted of the snapshots, none of which is undamaged."""
    if files.cipher is None:
        return None
    for path in (files.current, files.previous):
        raw = read_bytes(files, path) if files.disk.is_file(path) else Flaw.MISSING
        try:
            found = None if isinstance(raw, Flaw) else salvaged(kind, raw, files.cipher)
        except KeyUnavailableError as error:
            raise key_error(error, path) from error
        if found is not None:
            return found
    return None


def _is_of(header: Header | NoHeader, mark: SyncMark) -> bool:
    return isinstance(header, Header) and header.id == mark.id


def _foreign_where_previous_counts(
    current: Contents | None, previous: Contents | None, headers: Headers
) -> Foreign:
    if current is not None and previous is None:  # a foreign snapshot is better than none
        return Foreign(journals=chain(current.origin, headers).foreign)
    origin = None if previous is None else previous.origin
    return Foreign(current=current is not None, journals=chain(origin, headers).foreign)


def _paths(files: Files, foreign: Foreign) -> Iterator[Path]:
    if foreign.current:
        yield files.current
    if foreign.previous:
        yield files.previous
    yield from map(files.journal, foreign.journals)


def _header(files: Files, generation: int) -> Header | NoHeader:
    """Return the header, or why there is none."""
    try:
        header = read_header(files.disk.read_beginning(files.journal(generation), _HEADER_BYTES))
    except (NewerError, OSError):
        return NoHeader.UNREADABLE  # it is interpreted when it is read
    if header is not None and (header.kind, header.generation) == (files.name, generation):
        return header
    journal = read_journal(files, generation)
    return NoHeader.BLANK if isinstance(journal, Journal) and journal.is_blank else NoHeader.UNREADABLE


def _origin(files: Files, path: Path) -> Origin | None:
    try:
        return origin_of(files.disk.read_beginning(path, ORIGIN_BYTES))
    except OSError:
        return None


def _mark(files: Files) -> SyncMark | None:
    try:
        mark = decode_mark(files.disk.read(files.mark))
    except OSError:
        return None
    return mark if mark is not None and mark.kind == files.name else None


def _live(base: Contents | None, generations: tuple[int, ...]) -> list[int]:
    if base is None:
        return list(generations)
    # A file made by hand, or from before there were journals, includes none.
    first = base.generation
    return [] if first is None else [each for each in generations if each >= first]


def _records_in_base(files: Files, base: Contents | None, generations: tuple[int, ...]) -> int:
    if base is None or base.generation is None:
        return 0
    if base.before is not None:
        return base.before
    before = base.generation - 1
    journal = read_journal(files, before) if before in generations else Flaw.MISSING
    return 0 if isinstance(journal, Flaw) or not journal.records else journal.records[-1].seq


def _snapshot(files: Files, kind: Kind, path: Path) -> tuple[Contents | None, Flaw]:
    if not files.disk.exists(path):
        return None, Flaw.MISSING
    raw = read_bytes(files, path)
    if isinstance(raw, Flaw):
        return None, raw
    try:
        return decode(kind, raw, files.cipher), Flaw.MISSING
    except DamagedError as error:
        return None, error.flaw
    except NewerError as error:
        raise StoreError(StoreProblem.NEWER, str(path), f"version {error}") from error
    except KeyUnavailableError as error:
        raise key_error(error, path) from error


def read_journal(files: Files, generation: int) -> Journal | Flaw:
    """Read one journal as far as possible; raises StoreError, or OSError if it may succeed later."""
    path = files.journal(generation)
    raw = read_bytes(files, path)
    if isinstance(raw, Flaw):
        return raw
    try:
        journal = decrypted_journal(files.cipher, read(raw))
    except NewerError as error:
        raise StoreError(StoreProblem.NEWER, str(path), f"version {error}") from error
    except KeyUnavailableError as error:
        raise key_error(error, path) from error
    header = journal.header
    if header is None:
        return journal if journal.is_blank else Flaw.CHANGED
    return journal if (header.kind, header.generation) == (files.name, generation) else Flaw.WRONG_SHAPE


def read_bytes(files: Files, path: Path) -> bytes | Flaw:
    """Read one file, or return why it cannot be read; raises OSError if it may succeed later."""
    try:
        try:
            return files.disk.read(path)
        except FileNotFoundError:
            # Another process may just be replacing it; the second time it is a broken link.
            return files.disk.read(path)
    except NotAFileError:
        return Flaw.NOT_A_FILE
    except OSError as error:
        if isinstance(error, FileNotFoundError) or is_lasting(error):
            return Flaw.UNREADABLE
        raise
