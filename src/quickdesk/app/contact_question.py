"""Asks before a reply goes to a customer who is not to be contacted."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from quickdesk.app.appearance import Appearance
from quickdesk.app.delivery import Sent
from quickdesk.app.services import Services
from quickdesk.desktop.own_windows import keep_off_taskbar, screen_of
from quickdesk.ui.key_names import KeyNames

if TYPE_CHECKING:
    from quickdesk.ui.current.question import QuestionWindow


class ContactQuestion(QObject):
    """One question at a time; a new one takes the place of an open one, whose reply is not sent."""

    def __init__(self, services: Services, appearance: Appearance) -> None:
        super().__init__()
        self._services, self._appearance = services, appearance
        self._window: QuestionWindow | None = None

    def ask(self, sent: Sent, send: Callable[[], None], stop: Callable[[], None]) -> None:
        """Call ``send`` at once, or after a deliberate key if the customer is not to be contacted.

        Else ``stop`` is called.
        """
        customer = self._services.current_customer.get(sent.customer_id) if sent.customer_id else None
        if customer is None or not customer.is_do_not_contact:
            send()
            return
        from quickdesk.ui.current.question import QuestionWindow
        from quickdesk.ui.current.texts import send_anyway

        self.close()
        names = KeyNames(QGuiApplication.platformName())
        window = QuestionWindow(
            send_anyway(customer), self._appearance.theme, names, is_composited=self._appearance.is_composited
        )
        window.answered.connect(partial(self._end, send))
        window.dismissed.connect(partial(self._end, stop))
        window.leaving.connect(self._services.platform.paste.windows.release_keys)
        self._window = window
        window.winId()
        if window.windowHandle() is not None:
            keep_off_taskbar(window.windowHandle())
        window.open_at(screen_of(sent.target).availableGeometry())

    def close(self) -> None:
        """Close an open question; its reply is not sent."""
        if self._window is not None:
            window, self._window = self._window, None
            window.dismiss()
            window.deleteLater()

    def _end(self, then: Callable[[], None], *_answer: str) -> None:
        if self._window is not None:
            self._window.deleteLater()
            self._window = None
        then()
