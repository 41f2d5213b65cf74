"""The texts of a case for colleagues: to the clipboard, or into a file."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from quickdesk.app.customers.case_changes import CaseChanges
from quickdesk.app.services import Services
from quickdesk.customers.case_blocks import AskBlock, EscalationBlock
from quickdesk.desktop.paste.job import PasteReport
from quickdesk.desktop.ports.clipboard import ClipboardState
from quickdesk.replies.store import StoreError
from quickdesk.ui import data_notices
from quickdesk.ui.cases import notices
from quickdesk.ui.notice import Notice


class CaseCopies(QObject):
    """Makes the texts on the thread for changes: escalating marks the case."""

    def __init__(self, services: Services, changes: CaseChanges, show: Callable[[Notice], None]) -> None:
        super().__init__()
        self._services, self._changes, self._show = services, changes, show

    def copy_escalation(self, case_id: str) -> None:
        """Mark a case as escalated and copy the text for a superior."""
        self._make(partial(self._changes.escalate, case_id), partial(self._copy, notices.copied_escalation()))

    def copy_question(self, case_id: str) -> None:
        """Copy the question to a colleague."""
        self._make(partial(self._changes.ask, case_id), partial(self._copy, notices.copied_question()))

    def save_escalation(self, case_id: str) -> None:
        """Mark a case as escalated and save the text for a superior."""
        self._make(partial(self._changes.escalate, case_id), self._choose_file)

    def save_question(self, case_id: str) -> None:
        """Save the question to a colleague."""
        self._make(partial(self._changes.ask, case_id), self._choose_file)

    def write(self, text: str, path: Path) -> None:
        """Write a text into a file, with the line ends of the system."""
        self._services.work.folder.submit(partial(_write, text, path), partial(self._on_written, path))

    def _make(
        self, job: Callable[[], EscalationBlock | AskBlock | None], then: Callable[[str], None]
    ) -> None:
        self._services.work.changes.submit(job, partial(self._on_made, then))

    def _on_made(
        self, then: Callable[[str], None], outcome: EscalationBlock | AskBlock | Exception | None
    ) -> None:
        from quickdesk.ui.cases.block_text import ask_text, escalation_text

        if isinstance(outcome, StoreError):
            self._show(data_notices.store_problem(outcome.problem, outcome.path))
        elif isinstance(outcome, Exception):
            raise outcome
        elif outcome is None:
            self._show(notices.gone())
        else:
            is_escalation = isinstance(outcome, EscalationBlock)
            if is_escalation:
                self._services.events.customers_changed.emit()
            then(escalation_text(outcome) if isinstance(outcome, EscalationBlock) else ask_text(outcome))

    def _copy(self, done: Notice, text: str) -> None:
        self._services.delivery.copy_text(text, partial(self._on_copied, done))

    def _on_copied(self, done: Notice, report: PasteReport) -> None:
        self._show(notices.not_copied() if report.clipboard is ClipboardState.FAILED else done)

    def _choose_file(self, text: str) -> None:
        from quickdesk.ui.save_dialog import choose_text_file

        day = self._services.commands.clock.now().date()
        choose_text_file(f"{day:%Y-%m-%d}.txt", partial(self.write, text))

    def _on_written(self, path: Path, outcome: Exception | None) -> None:
        if isinstance(outcome, OSError):
            self._show(notices.not_saved_as(str(path)))
        elif outcome is not None:
            raise outcome
        else:
            self._show(notices.saved_as(str(path)))


def _write(text: str, path: Path) -> None:
    path.write_text(text + "\n", encoding="utf-8-sig")  # so that every editor takes it for UTF-8
