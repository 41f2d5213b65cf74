"""Watches whether the data folder is still there; if it is gone, a copy can be saved elsewhere."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Protocol, TypeAlias

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from quickdesk.app.process.work import Work
from quickdesk.commands.backup_store import BackupStore, SavedBackup, TargetError
from quickdesk.replies.clock import Clock
from quickdesk.replies.store import StoreError, StoreProblem
from quickdesk.ui import data_notices
from quickdesk.ui.notice import Notice

LOOK_MS = 5_000
WARNED_MS = 2_000
"""How long it takes to read a warning: a double click is not two tries to quit."""

ChooseFile: TypeAlias = Callable[[str, Callable[[Path], None]], object]
"""Asks for the path of a new file, given a suggested name; what it returns is kept until then."""


class Folder(Protocol):
    """The state of the data folder."""

    def check_folder(self) -> bool:
        """Return whether the folder is there; may take long."""
        ...

    def refusal(self) -> StoreError | None:
        """Return why nothing can be saved, None if it can."""
        ...


class FolderWatch(QObject):
    """Looks every :data:`LOOK_MS`, so that the agent is warned before a change is refused."""

    moved = Signal(bool)
    """Whether the folder is gone, when that has changed since the last look."""

    def __init__(
        self,
        folder: Folder,
        backups: BackupStore,
        clock: Clock,
        work: Work,
        choose_file: ChooseFile,
        notify: Callable[[Notice], None],
    ) -> None:
        """``work`` runs what may take long; ``notify`` shows the result of a copy."""
        super().__init__()
        self._folder, self._backups, self._clock, self._work = folder, backups, clock, work
        self._choose_file, self._notify = choose_file, notify
        self._is_looking = self._is_copied = self._was_gone = False
        self._warned, self._warned_ms = QElapsedTimer(), WARNED_MS
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self.look)

    @property
    def is_gone(self) -> bool:
        """Whether the folder was gone at the last look."""
        refusal = self._folder.refusal()
        return refusal is not None and refusal.problem is StoreProblem.MOVED

    def start(self) -> None:
        """Start looking."""
        self._timer.start()

    def close(self) -> None:
        """Stop looking."""
        self._timer.stop()

    def look(self) -> None:
        """Look in the background, unless the last look has not ended: a network drive may not answer."""
        if not self._is_looking:
            self._is_looking = True
            self._work.submit(self._folder.check_folder, self._on_looked)

    def save_copy(self) -> None:
        """Ask for a path, and save a backup there."""
        name = f"quickdesk-{self._clock.now():%Y-%m-%d-%H%M}.zip"
        self._choose_file(name, self._on_chosen)

    def may_quit(self) -> bool:
        """Return whether the program may quit; at the first try it may not if the only copy is in memory."""
        if not self.is_gone or self._is_copied:
            return True
        if self._warned.isValid():
            return self._warned.hasExpired(self._warned_ms)
        self._warned.start()
        return False

    def _on_looked(self, outcome: bool | Exception) -> None:  # noqa: FBT001 - what a job returned
        self._is_looking = False
        if isinstance(outcome, Exception):
            raise outcome
        if outcome:
            self._is_copied = False
            self._warned.invalidate()
        if self.is_gone != self._was_gone:
            self._was_gone = self.is_gone
            self.moved.emit(self._was_gone)

    def _on_chosen(self, path: Path) -> None:
        now = self._clock.now()
        # If the file exists, the dialog has asked whether to replace it.
        self._work.submit(partial(self._backups.backup, now, str(path), replace=True), self._on_saved)

    def _on_saved(self, outcome: SavedBackup | Exception) -> None:
        if isinstance(outcome, SavedBackup):
            self._is_copied = True
            self._notify(data_notices.copy_saved(outcome.path))
        elif isinstance(outcome, StoreError | TargetError):
            self._notify(data_notices.copy_not_saved(outcome.path))
        else:
            raise outcome
