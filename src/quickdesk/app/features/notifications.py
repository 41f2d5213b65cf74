"""Telling the agent: how a reply ended, why one stays here, what was saved, and that something broke.

A reply that was pasted says nothing: the agent sees it in the chat box.
"""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QRect, Qt, Signal
from PySide6.QtGui import QScreen

from quickdesk.desktop.monitors import in_logical_pixels
from quickdesk.desktop.paste.keys import paste_keys_for
from quickdesk.desktop.paste.report import PasteReport
from quickdesk.desktop.ports.clipboard import ClipboardState
from quickdesk.desktop.ports.target import Target
from quickdesk.replies.delivery import Outcome
from quickdesk.replies.library import Flaw
from quickdesk.replies.render import Undeliverable
from quickdesk.replies.store import StoreError, StoreProblem
from quickdesk.replies.template import TemplateError
from quickdesk.settings.settings import Settings
from quickdesk.ui import data_notices, messages, notices
from quickdesk.ui.editor.snippet_editor import SnippetEditor
from quickdesk.ui.keys.names import label
from quickdesk.ui.notice import Notice
from quickdesk.ui.toast import Toast

ScreenOf = Callable[[Target | None], QScreen]


class TellFlow(QObject):
    """Joins everything that can go wrong with the toast."""

    broke = Signal()
    """A bug was caught, in whatever thread; told in this one."""

    def __init__(self, toast: Toast, screen_of: ScreenOf, settings: Callable[[], Settings]) -> None:
        super().__init__()
        self._toast, self._screen_of, self._settings = toast, screen_of, settings
        self._is_telling = False
        self.broke.connect(self._on_broke, Qt.ConnectionType.QueuedConnection)

    def outcome(self, report: PasteReport, target: Target | None) -> None:
        """Tell how a reply ended, with the keys that paste in the window it was meant for."""
        if report.outcome is Outcome.PASTED:
            notice = notices.clipboard_not_back(report.clipboard.value)
            if notice is not None:
                self.show(notice, target)
            return
        if report.clipboard is ClipboardState.COPIED_MEANWHILE:
            self.show(notices.copied_meanwhile(), target)
            return
        if report.clipboard is ClipboardState.FAILED:  # what lies there is not the reply
            self.show(notices.not_copied(), target)
            return
        keys = paste_keys_for(target.program if target else "", self._settings().paste_keys)
        if report.outcome is Outcome.NOT_READ and "read" in report.timings_ms:
            self.show(notices.read_in_part(label(str(keys))), target)
            return
        self.show(messages.outcome(report.outcome, label(str(keys))), target)

    def undeliverable(self, reason: Undeliverable | TemplateError) -> None:
        """Tell why a reply was not sent."""
        self.show(notices.not_sent(reason))

    def saved(self, title: str) -> None:
        """Tell that a reply is on the disk."""
        self.show(notices.saved(title))

    def not_saved(self, editor: SnippetEditor, reason: StoreError | Flaw) -> None:
        """Tell in the editor why its reply was not saved."""
        if isinstance(reason, StoreError):
            # Which file of ours the disk had no room for says nothing to anybody.
            is_full = reason.problem is StoreProblem.DISK_FULL
            place = str(Path(reason.path).parent) if is_full else reason.path
            editor.show_problem(data_notices.store_problem(reason.problem, place))
        else:
            editor.show_problem(notices.not_saved(reason))

    def show(self, notice: Notice, target: Target | None = None) -> None:
        """Show any notice at the edge of the monitor in use, beside the chat window where there is room."""
        screen = self._screen_of(target)
        geometry = target.geometry if target is not None else None
        avoid = None if geometry is None else in_logical_pixels(QRect(*geometry), screen)
        self._toast.show_notice(notice, screen.availableGeometry(), avoid)

    def _on_broke(self) -> None:
        if self._is_telling:  # telling itself broke: to tell of that would never end
            return
        self._is_telling = True
        self.show(notices.internal_error())
        self._is_telling = False
