"""Damage that was found in the data, at this start or an earlier one; shown until it is acknowledged."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from quickdesk.app.process.work import Work
from quickdesk.replies.store import StoreError
from quickdesk.storage.open import Stores
from quickdesk.storage.report import Flaw, ForeignFile, Loss, OpenReport, Recovery
from quickdesk.ui import data_notices
from quickdesk.ui.notice import Notice


class Damage(QObject):
    """Knows which damage is to be shown: what was found and set aside, and not acknowledged by the agent."""

    changed = Signal()
    """Less is to be shown."""

    def __init__(self, stores: Stores, folder: Path, work: Work, notify: Callable[[Notice], None]) -> None:
        super().__init__()
        self._stores, self._folder, self._work, self._notify = stores, folder, work, notify
        self._found: tuple[Recovery | Loss | ForeignFile, ...] = stores.findings()
        self._acknowledged: frozenset[Recovery | Loss | ForeignFile] = frozenset()
        self._are_copies_acknowledged = False
        self._shown: frozenset[str] = frozenset()
        self._earlier: list[str] = []
        self._update()

    def notices(self) -> list[Notice]:
        """Return a notice for each finding that is not acknowledged."""
        found = self._stores.findings()
        if found != self._found:  # in a kind of data that was opened later
            self._found = found
            self._update()
        new = [each for each in found if each not in self._acknowledged]
        report = replace(
            self._stores.report,
            recoveries=tuple(each for each in new if isinstance(each, Recovery)),
            losses=tuple(each for each in new if isinstance(each, Loss)),
            foreign=tuple(each for each in new if isinstance(each, ForeignFile)),
            copies=() if self._are_copies_acknowledged else self._stores.report.copies,
        )
        earlier = [data_notices.found_before(", ".join(self._earlier))] if self._earlier else []
        return [*findings(report), *earlier]

    def acknowledge(self) -> None:
        """Acknowledge in the background what was shown, for later starts too."""
        acknowledge = self._stores.checker(self._folder).acknowledge
        self._work.submit(partial(acknowledge, self._shown), self._on_acknowledged)

    def on_acknowledged(self) -> None:
        """Stop showing what was found: it was acknowledged, here or by a command."""
        self._acknowledged = frozenset(self._found)
        self._are_copies_acknowledged = True
        self._earlier = []
        self.changed.emit()

    def _update(self) -> None:
        named = [each for each in self._found if each.set_aside or isinstance(each, Loss)]
        known = {str(path) for each in named for path in (each.path, *each.set_aside)}
        aside = self._stores.set_aside(self._folder)
        self._shown = frozenset(str(each.path) for each in aside.unacknowledged())
        self._earlier = [str(each.path) for each in aside.without(known)]

    def _on_acknowledged(self, outcome: Sequence[str] | Exception) -> None:
        if isinstance(outcome, StoreError):
            self._notify(data_notices.store_problem(outcome.problem, outcome.path))
        elif isinstance(outcome, Exception):
            raise outcome
        else:
            self.on_acknowledged()


def findings(report: OpenReport) -> list[Notice]:
    """Return a notice for each damaged or foreign file, for each loss, and for copies beside the data."""
    return [
        *(
            data_notices.recovered(
                ", ".join(map(str, each.set_aside or (each.path,))),
                used_previous=each.used_previous,
                lost_nothing=each.lost_nothing,
                is_partial=each.is_partial,
            )
            for each in report.recoveries
            # A file that was only missing was replaced by its previous version.
            if each.set_aside or each.flaw is not Flaw.MISSING
        ),
        *(
            data_notices.lost(
                each.kind,
                each.changes,
                ", ".join(map(str, each.set_aside or (each.path,))),
                is_kept=bool(each.set_aside),
            )
            for each in report.losses
        ),
        *(
            data_notices.foreign(each.kind, ", ".join(map(str, each.set_aside or (each.path,))))
            for each in report.foreign
        ),
        *_copies(report),
    ]


def _copies(report: OpenReport) -> Iterator[Notice]:
    """Yield one notice for each kind: a synchronisation program may have left very many."""
    for kind in dict.fromkeys(each.kind for each in report.copies):
        yield data_notices.copies(kind, [str(each.path) for each in report.copies if each.kind == kind])
