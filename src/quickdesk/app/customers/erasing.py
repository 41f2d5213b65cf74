"""Erasing: a preview in Settings of what has been kept long enough, and one customer after a question."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from quickdesk.app.appearance import Appearance
from quickdesk.app.feature import Feature
from quickdesk.app.features.settings import SettingsFeature
from quickdesk.app.features.undo import RunCommand, data_notice
from quickdesk.commands.answer import Answer, Exit, Request
from quickdesk.desktop.own_windows import screen_of
from quickdesk.desktop.screen_capture import hide_from_capture
from quickdesk.ui.customers import notices
from quickdesk.ui.notice import Notice
from quickdesk.ui.theme import Theme

if TYPE_CHECKING:
    from quickdesk.ui.card.card_pane import CardPane
    from quickdesk.ui.customers.erase_sheet import EraseSheet
    from quickdesk.ui.protection.retention_window import RetentionWindow


class RetentionFeature(Feature):
    """Connects the window with the command ``customer retention``."""

    def __init__(
        self,
        appearance: Appearance,
        notify: Callable[[Notice], None],
        settings: SettingsFeature,
        run_command: RunCommand,
    ) -> None:
        super().__init__()
        self._appearance, self._notify, self._run_command = appearance, notify, run_command
        self._window: RetentionWindow | None = None
        settings.retention_requested.connect(self.open)

    def open(self) -> None:
        """Look what is over now, and show it."""
        self._run({"list": True}, self._on_read)

    def set_theme(self, theme: Theme) -> None:
        """Set the theme of an open window."""
        if self._window is not None:
            self._window.set_theme(theme)

    def close(self) -> None:
        """Close the window, which shows names of customers."""
        if self._window is not None:
            self._window.close()
            self._window.deleteLater()
            self._window = None

    def _run(self, arguments: Mapping[str, Any], then: Callable[[Answer], None]) -> None:
        request = Request("customer retention", arguments)
        self._run_command(request.to_json(), lambda reply: then(Answer.from_json(reply)))

    def _on_read(self, answer: Answer) -> None:
        if answer.exit is not Exit.DONE:
            self._tell(answer)
            return
        if self._window is None:
            self._window = self._make_window()
        self._window.show_result(None)
        self._window.show_over(answer.data)
        self._window.open_on(screen_of(None))
        hide_from_capture(int(self._window.winId()))

    def _make_window(self) -> "RetentionWindow":
        from quickdesk.ui.protection.retention_window import RetentionWindow

        window = RetentionWindow(self._appearance.theme)
        window.confirmed.connect(self._on_confirmed)
        return window

    def _on_confirmed(self, ids: list[str]) -> None:
        if self._window is not None:
            self._window.set_busy(is_busy=True)
        self._run({"only": ids, "apply": True, "yes": True}, self._on_erased)

    def _on_erased(self, answer: Answer) -> None:
        if self._window is not None:
            self._window.set_busy(is_busy=False)
        if answer.exit is not Exit.DONE:
            self._tell(answer)
            return
        self._run({"list": True}, partial(self._on_read_again, answer.data))

    def _on_read_again(self, erased: Mapping[str, Any], answer: Answer) -> None:
        """Show what is left, and what was erased; the window may have been closed meanwhile."""
        from quickdesk.ui.protection.protection_words import erased_notice

        notice = erased_notice(erased["customers"], erased["cases"], erased["events"])
        if self._window is None or not self._window.isVisible():
            self._notify(notice)
            return
        if answer.exit is Exit.DONE:
            self._window.show_over(answer.data)
        self._window.show_result(notice)

    def _tell(self, answer: Answer) -> None:
        """Show why nothing was shown or erased; a bug is shown already."""
        from quickdesk.ui.protection.protection_words import clock_jumped

        if answer.problem == "clock-jumped":
            notice = clock_jumped()
        elif answer.problem.startswith("data-"):
            notice = data_notice(answer)
        else:
            return
        if self._window is not None and self._window.isVisible():
            self._window.show_result(notice)
        else:
            self._notify(notice)


class CustomerErasing(QObject):
    """Erases a customer with the command ``customer erase``, which says first what that would erase."""

    erased = Signal(str)
    """The id of a customer of whom nothing is left in any file."""

    def __init__(self, run_command: RunCommand, show: Callable[[Notice], None]) -> None:
        super().__init__()
        self._run_command, self._show = run_command, show
        self._sheet: EraseSheet | None = None

    def ask(self, card: "CardPane", sheet: "EraseSheet") -> None:
        """Ask in a sheet whether the customer that is shown is to be erased."""
        if card.customer is None:
            return
        card.save()
        if self._sheet is not sheet:
            self._sheet = sheet
            sheet.accepted.connect(self._erase)
        self._run({"id": card.customer.id}, self._on_counted)

    def _run(self, arguments: Mapping[str, Any], then: Callable[[Answer], None]) -> None:
        request = Request("customer erase", arguments)
        self._run_command(request.to_json(), lambda reply: then(Answer.from_json(reply)))

    def _on_counted(self, answer: Answer) -> None:
        if answer.problem != "erasure-not-confirmed":
            self._tell(answer)
        elif self._sheet is not None and isValid(self._sheet):
            self._sheet.ask(answer.facts)

    def _erase(self, customer_id: str) -> None:
        self._run({"id": customer_id, "yes": True}, partial(self._on_erased, customer_id))

    def _on_erased(self, customer_id: str, answer: Answer) -> None:
        if self._sheet is not None and isValid(self._sheet):
            self._sheet.finish()
        if answer.exit is Exit.DONE:
            self.erased.emit(customer_id)
            self._show(notices.erased())
        else:
            self._tell(answer)

    def _tell(self, answer: Answer) -> None:
        """Show why nothing was erased; a bug is shown already."""
        if answer.exit is Exit.DATA:
            self._show(data_notice(answer))
        elif answer.problem == "unknown-customer":
            self._show(notices.is_gone())
