"""Drafts are saved at log-out, and the agent is notified once if they cannot be saved."""

from collections.abc import Callable

from PySide6.QtWidgets import QApplication

from quickdesk.app.feature import Feature
from quickdesk.app.services import Services
from quickdesk.commands.answer import Answer
from quickdesk.replies.store import StoreError
from quickdesk.ui import notices
from quickdesk.ui.notice import Notice

_ERASING = frozenset({"customer erase", "customer retention"})


class DraftsFeature(Feature):
    """Connects the drafts with the end of the session and with the notifications."""

    def __init__(self, app: QApplication, services: Services, notify: Callable[[Notice], None]) -> None:
        super().__init__()
        self._drafts, self._notify = services.drafts, notify
        app.commitDataRequest.connect(self.on_session_ending)
        services.drafts.failed.connect(self._on_failed)
        services.events.command_done.connect(self._on_command_done)

    def start(self) -> None:
        """Delete what buyers' forms left before."""
        self._drafts.start()

    def on_session_ending(self, _session: object = None) -> None:
        """Save what is in the open windows: after this the program may be killed."""
        self._drafts.save_now()

    def _on_command_done(self, command: str, _answer: Answer) -> None:
        if command in _ERASING:  # whose values they are is not known
            self._drafts.forget_forms()

    def _on_failed(self, error: StoreError) -> None:
        self._notify(notices.draft_not_kept(error.problem))
