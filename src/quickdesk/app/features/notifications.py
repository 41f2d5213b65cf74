"""Notifications: a notice at the edge of the screen, about a reply that was not pasted for example.

A reply that was pasted needs none: the agent sees it in the chat box.
"""

from PySide6.QtCore import QRect, Qt, QTimer, Signal

from quickdesk.app.appearance import Appearance
from quickdesk.app.delivery import Sent
from quickdesk.app.feature import Feature
from quickdesk.app.services import Services
from quickdesk.desktop.own_windows import in_logical_pixels, screen_of
from quickdesk.desktop.paste.job import PasteReport
from quickdesk.desktop.paste.programs import paste_keys_for
from quickdesk.desktop.ports.clipboard import ClipboardState
from quickdesk.desktop.ports.target import Target
from quickdesk.desktop.screen_capture import hide_from_capture
from quickdesk.replies.delivery import Outcome, Undeliverable
from quickdesk.ui import messages, notices
from quickdesk.ui.key_names import label
from quickdesk.ui.notice import Notice
from quickdesk.ui.theme import Theme
from quickdesk.ui.toast import Toast


class Notifications(Feature):
    """Shows the notices of all features, and how replies ended."""

    bug = Signal()
    """An exception was caught; may be emitted in any thread."""

    def __init__(self, services: Services, appearance: Appearance) -> None:
        super().__init__()
        self._settings = services.settings
        self._toast = Toast(appearance.theme, QTimer(self), is_composited=appearance.is_composited)
        self._is_showing_bug = False
        self.bug.connect(self._on_bug, Qt.ConnectionType.QueuedConnection)
        services.delivery.finished.connect(self._on_finished)
        services.delivery.undeliverable.connect(self._on_undeliverable)

    def show(self, notice: Notice, target: Target | None = None) -> None:
        """Show a notice at the edge of the monitor in use, beside the target window if there is room."""
        screen = screen_of(target)
        geometry = target.geometry if target is not None else None
        avoid = None if geometry is None else in_logical_pixels(QRect(*geometry), screen)
        self._toast.show_notice(notice, screen.availableGeometry(), avoid)
        hide_from_capture(int(self._toast.winId()))  # it may name a customer

    def withdraw(self, notice: Notice) -> None:
        """Hide a notice that is no longer true, if it is still shown."""
        if self._toast.isVisible() and self._toast.notice == notice:
            self._toast.hide()

    def set_theme(self, theme: Theme) -> None:
        """Set the theme."""
        self._toast.set_theme(theme)

    def close(self) -> None:
        """Hide the notice."""
        self._toast.hide()
        self._toast.deleteLater()

    def _on_finished(self, report: PasteReport, sent: Sent) -> None:
        notice = self._outcome_notice(report, sent.target)
        if notice is not None:
            self.show(notice, sent.target)

    def _on_undeliverable(self, reason: Undeliverable) -> None:
        self.show(notices.not_sent(reason))

    def _outcome_notice(self, report: PasteReport, target: Target | None) -> Notice | None:
        if report.outcome is Outcome.PASTED:
            return notices.clipboard_not_back(report.clipboard.value)
        if report.outcome is Outcome.UNSEEN:
            return messages.outcome(report.outcome)
        if report.clipboard is ClipboardState.COPIED_MEANWHILE:
            return notices.copied_meanwhile()
        if report.clipboard is ClipboardState.FAILED:  # what is on the clipboard is not the reply
            return notices.not_copied()
        keys = paste_keys_for(target.program if target else "", self._settings.current.paste_keys)
        if report.outcome is Outcome.NOT_READ and {"read", "hung"} & report.timings_ms.keys():
            return notices.read_in_part(label(str(keys)))
        return messages.outcome(report.outcome, label(str(keys)))

    def _on_bug(self) -> None:
        if self._is_showing_bug:  # the bug is in the notification itself
            return
        self._is_showing_bug = True
        self.show(notices.internal_error())
        self._is_showing_bug = False
