"""Asks before a reply goes to a customer who is not to be contacted, or to the chat of another one."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from quickdesk.app.appearance import Appearance
from quickdesk.app.delivery import Sent
from quickdesk.app.reply_composer import Composed
from quickdesk.app.services import Services
from quickdesk.customers.lookup import with_nickname
from quickdesk.customers.title_rule import RuleError, nickname_in
from quickdesk.desktop.own_windows import keep_off_taskbar, screen_of
from quickdesk.desktop.ports.target import Target
from quickdesk.desktop.screen_capture import hide_from_capture
from quickdesk.ui.key_names import KeyNames

if TYPE_CHECKING:
    from quickdesk.ui.current.question import Question, QuestionWindow


class ContactQuestion(QObject):
    """One question at a time; a new one takes the place of an open one, whose reply is not sent."""

    def __init__(self, services: Services, appearance: Appearance) -> None:
        super().__init__()
        self._services, self._appearance = services, appearance
        self._window: QuestionWindow | None = None

    def ask(self, sent: Sent, reply: Composed, send: Callable[[], None], stop: Callable[[], None]) -> None:
        """Call ``send`` at once, or after a deliberate key for each reason against it; else ``stop``."""
        found = (self._about_chat(sent.target, reply), self._about_contact(reply))
        questions = [each for each in found if each is not None]
        if questions:
            self.close()
        self._ask_next(questions, sent.target, send, stop)

    def close(self) -> None:
        """Close an open question; its reply is not sent."""
        if self._window is not None:
            window, self._window = self._window, None
            window.dismiss()
            window.deleteLater()

    def _about_contact(self, reply: Composed) -> "Question | None":
        """Return the question if the customer is not to be contacted, by the card now or the last known."""
        now = self._services.current_customer.get(reply.customer_id) if reply.customer_id else None
        customer = now or reply.customer
        if customer is None or not customer.is_do_not_contact:
            return None
        from quickdesk.ui.current.texts import send_anyway

        return send_anyway(customer)

    def _about_chat(self, target: Target | None, reply: Composed) -> "Question | None":
        """Return the question if the chat window has come to show another customer since it was captured.

        In many chat programs all chats share one window, whose title says whom it shows.
        """
        if target is None or reply.copy_only or not (reply.customer_id or reply.boxes):
            return None
        pattern = self._services.settings.current.title_rules.get(target.program, "")
        title = self._services.platform.paste.windows.title(target) if pattern else ""
        if title in ("", target.title):
            return None
        try:
            before, now = nickname_in(target.title, pattern), nickname_in(title, pattern)
        except RuleError:
            return None
        customer = reply.customer
        label = before if customer is None else customer.label
        is_same = now == before or (customer is not None and bool(with_nickname((customer,), now)))
        if not now or not label or is_same:
            return None
        from quickdesk.ui.current.texts import another_chat

        return another_chat(now, label)

    def _ask_next(
        self,
        questions: "Sequence[Question]",
        target: Target | None,
        send: Callable[[], None],
        stop: Callable[[], None],
    ) -> None:
        if not questions:
            send()
            return
        self._window = window = open_question(questions[0], self._services, self._appearance, target)
        window.answered.connect(
            partial(self._end, partial(self._ask_next, questions[1:], target, send, stop))
        )
        window.dismissed.connect(partial(self._end, stop))

    def _end(self, then: Callable[[], None], *_answer: str) -> None:
        if self._window is not None:
            self._window.deleteLater()
            self._window = None
        then()


def open_question(
    question: "Question", services: Services, appearance: Appearance, target: Target | None
) -> "QuestionWindow":
    """Return the open window of a question about a customer, on the monitor of ``target``."""
    from quickdesk.ui.current.question import QuestionWindow

    names = KeyNames(QGuiApplication.platformName())
    window = QuestionWindow(question, appearance.theme, names, is_composited=appearance.is_composited)
    window.leaving.connect(services.platform.paste.windows.release_keys)
    hide_from_capture(int(window.winId()))
    if window.windowHandle() is not None:
        keep_off_taskbar(window.windowHandle())
    window.open_at(screen_of(target).availableGeometry())
    return window
