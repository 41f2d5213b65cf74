"""Damage found in the data: shown until the agent says that it was seen, at this start or an earlier one."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from quickdesk.app.process.findings import findings
from quickdesk.app.process.work import Work
from quickdesk.replies.store import StoreError
from quickdesk.storage.open import Stores
from quickdesk.storage.report import Loss
from quickdesk.ui import data_notices
from quickdesk.ui.notice import Notice

Say = Callable[[Notice], None]


class DamageFlow(QObject):
    """Joins what was set aside in a data folder with the window that names it."""

    changed = Signal()
    """There is less to be shown."""

    def __init__(self, stores: Stores, folder: Path, work: Work, say: Say) -> None:
        super().__init__()
        self._stores, self._folder, self._work, self._say = stores, folder, work, say
        self._is_acknowledged = False
        named = [each for each in stores.findings() if each.set_aside or isinstance(each, Loss)]
        known = {str(path) for each in named for path in (each.path, *each.set_aside)}
        self._earlier = [str(each.path) for each in stores.set_aside(folder).without(known)]

    def notices(self) -> list[Notice]:
        """Return what the agent has not acknowledged."""
        if self._is_acknowledged:
            return []
        earlier = [data_notices.found_before(", ".join(self._earlier))] if self._earlier else []
        return [*findings(self._stores.report), *earlier]

    def acknowledge(self) -> None:
        """Show nothing of it any more, now and after the next start."""
        self._work.do(self._stores.checker(self._folder).acknowledge, self._on_acknowledged)

    def on_acknowledged(self) -> None:
        """Show nothing of it any more: a command has acknowledged it."""
        self._is_acknowledged = True
        self.changed.emit()

    def _on_acknowledged(self, outcome: Sequence[str] | Exception) -> None:
        if isinstance(outcome, StoreError):
            self._say(data_notices.store_problem(outcome.problem, outcome.path))
        elif isinstance(outcome, Exception):
            raise outcome
        else:
            self.on_acknowledged()
