"""The engines of one data folder: each is opened on first use, and all are closed together."""

import os
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from quickdesk.replies.store import StoreError, StoreProblem
from quickdesk.storage.disk import Disk
from quickdesk.storage.failure import write_error
from quickdesk.storage.format import Kind
from quickdesk.storage.journal.background import Guard, Job, Workers
from quickdesk.storage.journal.engine import Engine
from quickdesk.storage.journal.files import Files, aside_of
from quickdesk.storage.journal.gc_pause import gc_paused
from quickdesk.storage.journal.joint import apply_pending, clear_pending, pending_kinds
from quickdesk.storage.journal.opening import Loaded, foreign_files, load, load_and_repair, losses, recoveries
from quickdesk.storage.journal.scan import FoundFiles, require_key, scan
from quickdesk.storage.kinds import KINDS
from quickdesk.storage.protection.cipher import Cipher
from quickdesk.storage.protection.keys import KeyRing, NoKeys
from quickdesk.storage.report import ForeignFile, Loss, Recovery
from quickdesk.storage.rewriting import rewrite

NewId = Callable[[], bytes]
_MOST_SCANS = 3


def random_id() -> bytes:
    """Return 32 random hexadecimal digits."""
    return os.urandom(16).hex().encode()


class OpenKinds:
    """Opens kinds of data; ``refusal`` is why nothing may be written, None for the owner of the folder."""

    def __init__(
        self,
        disk: Disk,
        folder: Path,
        workers: Workers,
        refusal: StoreError | None,
        new_id: NewId = random_id,
        keys: KeyRing | None = None,
    ) -> None:
        self._keys: KeyRing = keys or NoKeys()
        self._locked: frozenset[str] = frozenset()
        self.disk = disk
        self._folder = folder
        self._workers = workers
        self._refusal = refusal
        self._new_id = new_id
        self._guard = Guard()
        self._engines: dict[str, Engine] = {}
        self._later_findings: list[Recovery | Loss | ForeignFile] = []
        self._listeners: list[Job] = []
        self._lock_listeners: list[Job] = []
        self._unlock_listeners: list[Job] = []

    def open(self, kinds: Sequence[Kind]) -> list[Loaded]:
        """Open kinds that are not open yet, and return what was found of them; raises StoreError.

        All are read before the first is written: if one is of a newer version, none changes.
        """
        with self._guard:
            self._require_unlocked(kinds)
            files = [Files(self.disk, self._folder, kind.name, self.cipher(kind)) for kind in kinds]
            with gc_paused():
                loaded = self._loaded(files, kinds)
            engines = {each.kind.name: Engine(each, self._workers, self._new_id) for each in loaded}
            for engine in engines.values():
                engine.on_failure_changed(self._notify)
            # Replaced, not changed, because readers iterate over it without the guard.
            self._engines = {**self._engines, **engines}
            self._finish_joint_transactions(engines.values())
            return loaded

    def _finish_joint_transactions(self, new: Iterable[Engine]) -> None:
        """Apply what a crash left pending for kinds that were just opened, and open all others it names."""
        main = self._engines.get(KINDS[0].name)
        if main is None:
            return
        named = pending_kinds(main)
        if not named:
            return
        for engine in new:
            apply_pending(main, engine)
        for kind in KINDS:
            if kind.name in named and kind.name not in self._engines:
                with suppress(StoreError):  # what cannot be opened now gets its part when it is
                    self.engine(kind)
        clear_pending(main, self._engines)

    def engine(self, kind: Kind) -> Engine:
        """Return the engine of a kind, opening it on the first call; raises StoreError."""
        # Without the guard, which is held for long while another kind is read.
        opened = self._engines.get(kind.name)
        if opened is not None:
            return opened
        if kind.is_encrypted:
            self._require_readable(kind)
        with self._guard:
            if kind.name not in self._engines:
                loaded = self.open((kind,))
                found: list[Recovery | Loss | ForeignFile]
                found = [*recoveries(loaded), *losses(loaded), *foreign_files(loaded)]
                self._later_findings += found
                if found:
                    self._notify()
            return self._engines[kind.name]

    def _require_readable(self, kind: Kind) -> None:
        """Raise StoreError if a kind is locked or its key is not there.

        The key is fetched without the guard: what keeps it may not answer for some time.
        """
        self._require_unlocked((kind,))
        require_key(Files(self.disk, self._folder, kind.name, self.cipher(kind)))

    def _require_unlocked(self, kinds: Iterable[Kind]) -> None:
        for kind in kinds:
            if kind.name in self._locked:
                raise StoreError(StoreProblem.LOCKED, str(self._folder / kind.file_name))

    @property
    def keys(self) -> KeyRing:
        """The keys of the encrypted kinds."""
        return self._keys

    def cipher(self, kind: Kind) -> Cipher | None:
        """Return a new cipher for a kind, or None if it is not encrypted."""
        return Cipher(kind.name, self._keys) if kind.is_encrypted else None

    def lock(self) -> None:
        """Close the encrypted kinds and drop their data from memory; until :meth:`unlock` they are LOCKED.

        Changes that cannot be written to the disk now are lost; what was staged is written before.
        """
        with self._guard:
            secret = {kind.name for kind in KINDS if kind.is_encrypted}
            self._locked = frozenset(secret)
            closing = [each for name, each in self._engines.items() if name in secret]
            for engine in closing:
                engine.close()
            self._engines = {name: each for name, each in self._engines.items() if name not in secret}
        for engine in closing:
            engine.staged.drop_documents()
        for listener in self._lock_listeners:
            listener()

    def on_locked(self, listener: Job) -> None:
        """Call ``listener``, on the thread that locks, when the encrypted kinds were closed.

        What was made of their data has to be dropped then.
        """
        self._lock_listeners.append(listener)

    def unlock(self) -> None:
        """Let the encrypted kinds be opened again."""
        with self._guard:
            self._locked = frozenset()
        for listener in self._unlock_listeners:
            listener()

    def on_unlocked(self, listener: Job) -> None:
        """Call ``listener``, on the thread that unlocks, when the encrypted kinds can be opened again."""
        self._unlock_listeners.append(listener)

    @property
    def is_locked(self) -> bool:
        """Whether the encrypted kinds were locked and not unlocked since."""
        return bool(self._locked)

    def rewrite_encrypted(self) -> None:
        """Write the encrypted kinds again with the present key, so that no earlier key and no deleted data is
        needed or found in their files; raises StoreError, and then it has to be repeated.
        """
        for kind in self.existing(each for each in KINDS if each.is_encrypted):
            rewrite(self.engine(kind))

    def protection_copy(self) -> bytes | None:
        """Return what a backup needs beside encrypted data: see :meth:`KeyRing.backup_copy`."""
        return self._keys.backup_copy()

    def existing(self, kinds: Iterable[Kind]) -> list[Kind]:
        """Return those that are open or have files in the folder."""
        try:
            names = self.disk.names(self._folder)
        except OSError:
            names = []
        found = {name.partition(".")[0] for name in names if aside_of(name) is None}
        return [kind for kind in kinds if kind.name in found or kind.name in self._engines]

    def opened(self, kinds: Iterable[Kind]) -> list[Engine]:
        """Return the engines that are open, in the order of the kinds."""
        engines = self._engines
        return [engines[kind.name] for kind in kinds if kind.name in engines]

    def later_findings(self) -> tuple[Recovery | Loss | ForeignFile, ...]:
        """Return what was found in kinds that were opened after the first ones."""
        return tuple(self._later_findings)

    def on_changed(self, listener: Job) -> None:
        """Call ``listener``, on any thread, when :meth:`failure` or :meth:`later_findings` changes.

        It must not block.
        """
        self._listeners.append(listener)

    def failure(self) -> StoreError | None:
        """Return why changes of a kind that is open cannot be written; None if all can be."""
        # Without the guard, which is held for long while another kind is read.
        found = (engine.failure for engine in self._engines.values())
        return next((each for each in found if each is not None), None)

    def check_folder(self) -> bool:
        """Return whether the data folder is there; :meth:`failure` says so afterwards too."""
        for engine in self._engines.values():
            engine.check_folder()
            engine.check_journal()
        failure = self.failure()
        return failure is None or failure.problem is not StoreProblem.MOVED

    def _notify(self) -> None:
        for listener in self._listeners:
            listener()

    def close(self, *, quick: bool = False) -> None:
        """Write everything to the disk and close the engines.

        ``quick`` leaves a few changes of many documents in the journal.
        """
        with self._guard:
            # Closing does the jobs of the workers, or makes them unnecessary.
            for engine in self._engines.values():
                engine.close(quick=quick)
            self._engines = {}
            self._workers.writing.close()
            self._workers.compacting.close()

    def _confirm(self) -> None:
        """Raise StoreError if the path leads to another folder, whose data must not be mixed with ours."""
        try:
            self.disk.confirm()
        except OSError as error:
            raise write_error(error, self._folder) from error

    def _loaded(self, files: Sequence[Files], kinds: Sequence[Kind]) -> list[Loaded]:
        pairs = list(zip(files, kinds, strict=True))
        if self._refusal is None:
            self._confirm()
            found = [scan(each, kind) for each, kind in pairs]
            self._confirm()
            return [load_and_repair(each, kind, one) for (each, kind), one in zip(pairs, found, strict=True)]
        found = [_read_consistently(each, kind) for each, kind in pairs]
        loaded = [load(each, kind, one) for (each, kind), one in zip(pairs, found, strict=True)]
        return [replace(each, refusal=self._refusal) for each in loaded]


def for_reading_only(folder: Path) -> StoreError:
    """Return the error for a change of data that was opened for reading."""
    return StoreError(StoreProblem.NOT_WRITABLE, str(folder), "opened for reading")


def _read_consistently(files: Files, kind: Kind) -> FoundFiles:
    """Read the files again if the owner wrote a snapshot meanwhile, because they are of two moments then."""
    found = scan(files, kind)
    for _ in range(_MOST_SCANS - 1):
        again = scan(files, kind)
        if (again.generations, again.foreign) == (found.generations, found.foreign):
            break
        found = again
    return found
