"""The engines of one data folder: each opened when it is first asked for, all closed together."""

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
from quickdesk.storage.journal.look import Found, look
from quickdesk.storage.journal.opening import Loaded, foreign_files, load, losses, recoveries, settle
from quickdesk.storage.kinds import KINDS
from quickdesk.storage.report import ForeignFile, Loss, Recovery

NewId = Callable[[], bytes]
_LOOKS = 3


def random_id() -> bytes:
    """Return 32 random hexadecimal digits."""
    return os.urandom(16).hex().encode()


class OpenKinds:
    """Opens kinds of data. ``refusal`` is why nothing may be written; None for the folder's owner."""

    def __init__(
        self,
        disk: Disk,
        folder: Path,
        workers: Workers,
        refusal: StoreError | None,
        new_id: NewId = random_id,
    ) -> None:
        self.disk = disk
        self._folder = folder
        self._workers = workers
        self._refusal = refusal
        self._new_id = new_id
        self._guard = Guard()
        self._engines: dict[str, Engine] = {}
        self._later_findings: list[Recovery | Loss | ForeignFile] = []
        self._listeners: list[Job] = []

    def open(self, kinds: Sequence[Kind]) -> list[Loaded]:
        """Open kinds that were not opened yet, and return what was found of them; raises StoreError.

        All are looked at before the first is touched: where one is of a newer version, none changes.
        """
        with self._guard:
            files = [Files(self.disk, self._folder, kind.name) for kind in kinds]
            with gc_paused():
                loaded = self._loaded(files, kinds)
            engines = {each.kind.name: Engine(each, self._workers, self._new_id) for each in loaded}
            for engine in engines.values():
                engine.on_failure_changed(self._notify)
            # Replaced, not changed: whoever goes through it holds no guard.
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
        """Return the engine of a kind, opening it where nobody did; raises StoreError."""
        with self._guard:
            if kind.name not in self._engines:
                loaded = self.open((kind,))
                found: list[Recovery | Loss | ForeignFile]
                found = [*recoveries(loaded), *losses(loaded), *foreign_files(loaded)]
                self._later_findings += found
                if found:
                    self._notify()
            return self._engines[kind.name]

    def existing(self, kinds: Iterable[Kind]) -> list[Kind]:
        """Return those that are open, or have files in the folder."""
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
        """Bring everything to the disk; the engines take no change after that.

        ``quick`` leaves a few changes of many documents in the journal.
        """
        with self._guard:
            # What the workers have to do is done by closing, or not worth doing any more.
            for engine in self._engines.values():
                engine.close(quick=quick)
            self._engines = {}
            self._workers.writing.close()
            self._workers.compacting.close()

    def _confirm(self) -> None:
        """Raise StoreError where the path leads to another folder, whose data must not mix with ours."""
        try:
            self.disk.confirm()
        except OSError as error:
            raise write_error(error, self._folder) from error

    def _loaded(self, files: Sequence[Files], kinds: Sequence[Kind]) -> list[Loaded]:
        pairs = list(zip(files, kinds, strict=True))
        if self._refusal is None:
            self._confirm()
            found = [look(each, kind) for each, kind in pairs]
            self._confirm()
            return [settle(each, kind, one) for (each, kind), one in zip(pairs, found, strict=True)]
        found = [_look_at_a_moment(each, kind) for each, kind in pairs]
        loaded = [load(each, kind, one) for (each, kind), one in zip(pairs, found, strict=True)]
        return [replace(each, refusal=self._refusal) for each in loaded]


def for_reading_only(folder: Path) -> StoreError:
    """Return why data opened for reading cannot be changed."""
    return StoreError(StoreProblem.NOT_WRITABLE, str(folder), "opened for reading")


def _look_at_a_moment(files: Files, kind: Kind) -> Found:
    """Look again where the owner wrote a snapshot meanwhile: its files then are of two moments."""
    found = look(files, kind)
    for _ in range(_LOOKS - 1):
        again = look(files, kind)
        if (again.generations, again.foreign) == (found.generations, found.foreign):
            break
        found = again
    return found
