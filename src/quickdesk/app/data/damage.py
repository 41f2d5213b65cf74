"""Damage found in the data: shown until the agent says that it was seen, at this start or an earlier one."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from quickdesk.app.data.findings import findings
from quickdesk.app.process.work import Work
from quickdesk.replies.store import StoreError
from quickdesk.storage.open import Stores
from quickdesk.storage.report import ForeignFile, Loss, Recovery
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
        self._found: tuple[Recovery | Loss | ForeignFile, ...] = stores.findings()
        self._acknowledged: frozenset[Recovery | Loss | ForeignFile] = frozenset()
        self._are_copies_seen = False
        self._shown: frozenset[str] = frozenset()
        self._earlier: list[str] = []
        self._look()

    def notices(self) -> list[Notice]:
        """Return what the agent has not acknowledged."""
        found = self._stores.findings()
        if found != self._found:  # in a kind of data that was opened since
            self._found = found
            self._look()
        new = [each for each in found if each not in self._acknowledged]
        report = replace(
            self._stores.report,
            recoveries=tuple(each for each in new if isinstance(each, Recovery)),
            losses=tuple(each for each in new if isinstance(each, Loss)),
            foreign=tuple(each for each in new if isinstance(each, ForeignFile)),
            copies=() if self._are_copies_seen else self._stores.report.copies,
        )
        earlier = [data_notices.found_before(", ".join(self._earlier))] if self._earlier else []
        return [*findings(report), *earlier]

    def acknowledge(self) -> None:
        """Show nothing of it any more, now and after the next start; what was not shown yet stays."""
        acknowledge = self._stores.checker(self._folder).acknowledge
        self._work.do(partial(acknowledge, self._shown), self._on_acknowledged)

    def on_acknowledged(self) -> None:
        """Show nothing of it any more: a command has acknowledged it."""
        self._acknowledged = frozenset(self._found)
        self._are_copies_seen = True
        self._earlier = []
        self.changed.emit()

    def _look(self) -> None:
        named = [each for each in self._found if each.set_aside or isinstance(each, Loss)]
        known = {str(path) for each in named for path in (each.path, *each.set_aside)}
        aside = self._stores.set_aside(self._folder)
        self._shown = frozenset(str(each.path) for each in aside.unacknowledged())
        self._earlier = [str(each.path) for each in aside.without(known)]

    def _on_acknowledged(self, outcome: Sequence[str] | Exception) -> None:
        if isinstance(outcome, StoreError):
            self._say(data_notices.store_problem(outcome.problem, outcome.path))
        elif isinstance(outcome, Exception):
            raise outcome
        else:
            self.on_acknowledged()
