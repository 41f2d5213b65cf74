"""Drafts are saved at log-out, and the agent is notified once if they cannot be saved."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QApplication

from quickdesk.app.drafts.drafts import ERASING
from quickdesk.app.feature import Feature
from quickdesk.app.services import Services
from quickdesk.commands.answer import Answer
from quickdesk.replies.drafts import is_personal
from quickdesk.replies.store import StoreError
from quickdesk.ui import notices
from quickdesk.ui.notice import Notice


class DraftsFeature(Feature):
    """Connects the drafts with the end of the session and with the notifications."""

    def __init__(self, app: QApplication, services: Services, notify: Callable[[Notice], None]) -> None:
        super().__init__()
        self._services, self._notify = services, notify
        self._drafts, self._sealed = services.drafts, services.sealed_drafts
        app.commitDataRequest.connect(self.on_session_ending)
        for each in (self._drafts, self._sealed):
            each.failed.connect(self._on_failed)
        services.events.command_done.connect(self._on_command_done)

    def start(self) -> None:
        """Delete what buyers' forms left before, and encrypt what an earlier version kept of customers."""
        old = self._drafts.take(is_personal)
        self._drafts.start()
        if old:
            sealed = self._services.stores.sealed_drafts(self._services.folder)
            self._services.work.settings.submit(partial(sealed.add, old), self._on_encrypted)

    def seal(self) -> None:
        """Forget the drafts of customers, because these are locked: they are on the disk."""
        self._sealed.seal()

    def on_session_ending(self, _session: object = None) -> None:
        """Save what is in the open windows: after this the program may be killed."""
        self._services.save_drafts()

    def _on_command_done(self, command: str, _answer: Answer) -> None:
        if command in ERASING:  # whose values they are is not known
            self._drafts.forget_forms()
            current = self._services.current_customer
            self._sealed.keep_of_customers(lambda customer_id: current.get(customer_id) is not None)

    def _on_encrypted(self, outcome: Exception | None) -> None:
        if isinstance(outcome, StoreError):
            self._on_failed(outcome)
        elif outcome is not None:
            raise outcome

    def _on_failed(self, error: StoreError) -> None:
        self._notify(notices.draft_not_kept(error.problem))
