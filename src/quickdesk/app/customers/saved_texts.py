"""The texts of a case for colleagues, to the clipboard or into a file, and the export of a customer."""

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from quickdesk.app.customers.case_changes import CaseChanges
from quickdesk.app.features.undo import RunCommand, data_notice
from quickdesk.app.services import Services
from quickdesk.commands.answer import Answer, Exit, Request
from quickdesk.customers.case_blocks import AskBlock, EscalationBlock
from quickdesk.desktop.paste.job import PasteReport
from quickdesk.desktop.ports.clipboard import ClipboardState
from quickdesk.replies.store import StoreError
from quickdesk.ui import data_notices
from quickdesk.ui.cases import notices
from quickdesk.ui.customers import notices as customer_notices
from quickdesk.ui.notice import Notice

if TYPE_CHECKING:
    from quickdesk.ui.card.card_pane import CardPane


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


class CustomerExport(QObject):
    """Asks for a file and writes what the command ``customer export`` returns for one customer."""

    def __init__(self, services: Services, run_command: RunCommand, show: Callable[[Notice], None]) -> None:
        super().__init__()
        self._services, self._run_command, self._show = services, run_command, show

    def ask(self, card: "CardPane") -> None:
        """Ask for the file of the customer that is shown: JSON if its name ends so, else a text.

        Numbers are masked if the card masks them.
        """
        from quickdesk.ui.save_dialog import choose_customer_file

        if card.customer is None:
            return
        card.save()
        day = self._services.commands.clock.now().date()
        read = partial(self._read, card.customer.id, is_masked=card.is_masked)
        choose_customer_file(f"customer-{day:%Y-%m-%d}.txt", read, is_masked=card.is_masked)

    def _read(self, customer_id: str, path: Path, *, is_masked: bool) -> None:
        if path.parent.resolve() == self._services.folder.resolve():
            self._show(customer_notices.own_folder())
            return
        request = Request("customer export", {"id": customer_id, "reveal": not is_masked})
        self._run_command(request.to_json(), partial(self._on_read, path))

    def _on_read(self, path: Path, reply: dict[str, Any]) -> None:
        from quickdesk.commands.customers.one_card import json_file
        from quickdesk.ui.customers.card_text import card_text

        answer = Answer.from_json(reply)
        if answer.exit is Exit.DATA:
            self._show(data_notice(answer))
        elif answer.problem == "unknown-customer":
            self._show(customer_notices.not_exported())
        elif answer.exit is Exit.DONE:
            card, is_json = answer.data["customer"], path.suffix.lower() == ".json"
            content = json_file(card) if is_json else f"{card_text(card)}\n".encode("utf-8-sig")
            self._services.work.folder.submit(
                partial(_write_for_owner, content, path), partial(self._on_written, path)
            )

    def _on_written(self, path: Path, outcome: Exception | None) -> None:
        if isinstance(outcome, OSError):
            self._show(notices.not_saved_as(str(path)))
        elif outcome is not None:
            raise outcome
        else:
            self._show(customer_notices.exported(str(path)))


def _write_for_owner(content: bytes, path: Path) -> None:
    """Write a file completely or not at all; only its owner can read it."""
    part = path.with_name(f".{path.name}.part")
    try:
        part.unlink(missing_ok=True)
        part.touch(mode=0o600)
        part.write_bytes(content)
        part.replace(path)
    except OSError:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise


def _write(text: str, path: Path) -> None:
    path.write_text(text + "\n", encoding="utf-8-sig")  # so that every editor takes it for UTF-8
