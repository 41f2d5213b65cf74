"""Choosing the current customer: by a global hotkey from what is selected or copied, by digits, by a command.

The text is only read: selection and clipboard stay as they are.
"""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from quickdesk.app.appearance import Appearance
from quickdesk.app.contact_question import open_question
from quickdesk.app.customers.card_list import read_ahead
from quickdesk.app.customers.switch_keys import SwitchKeys
from quickdesk.app.feature import Feature
from quickdesk.app.features.hotkey import HotkeyFeature
from quickdesk.app.services import Services
from quickdesk.commands.answer import Answer, Request, done
from quickdesk.commands.arguments import text
from quickdesk.commands.command import BoundCommand
from quickdesk.commands.customers.meant import one_meant
from quickdesk.commands.program import program_command
from quickdesk.customers.customer import Customer, Nickname
from quickdesk.customers.lookup import NameProblem, Naming, named_exactly, naming
from quickdesk.customers.store import CustomerChange
from quickdesk.desktop.ports.hotkeys import HotkeyRefusedError
from quickdesk.desktop.ports.target import Target
from quickdesk.replies.history import ActionType
from quickdesk.replies.store import StoreError
from quickdesk.settings.settings import DEFAULT_CUSTOMER_HOTKEY, Settings
from quickdesk.ui import data_notices
from quickdesk.ui.notice import Notice
from quickdesk.ui.theme import Theme

if TYPE_CHECKING:
    from quickdesk.ui.current.question import Question, QuestionWindow

HOTKEY = "customer"


class ChooseCustomerFeature(Feature):
    """Has the hotkeys of the current customer, and answers ``customer use``."""

    def __init__(
        self, services: Services, appearance: Appearance, notify: Callable[[Notice, Target | None], None]
    ) -> None:
        super().__init__()
        self._services, self._appearance, self._notify = services, appearance, notify
        self._current, self._windows = services.current_customer, services.platform.paste.windows
        self._window: QuestionWindow | None = None
        settings, hotkeys = services.settings.current, services.platform.hotkeys.hotkeys
        self.hotkey = HotkeyFeature(hotkeys, settings.customer_hotkey, HOTKEY, DEFAULT_CUSTOMER_HOTKEY)
        self.hotkey.setParent(self)
        self._keys = SwitchKeys(hotkeys, settings.switch_keys)
        self._keys.setParent(self)
        self.hotkey.pressed.connect(self.choose)
        self._keys.pressed.connect(self._on_digit)
        self._keys.refused.connect(self._on_keys_refused)
        self._current.changed.connect(self._on_customers_changed)
        services.settings.changed.connect(self._on_settings_changed)

    @property
    def commands(self) -> Mapping[str, BoundCommand]:
        """The command that chooses a customer, or none."""
        return {"customer use": program_command(self._use)}

    @property
    def switch_keys(self) -> str:
        """The keys held with a digit, empty if there are none."""
        return self._keys.held

    def start(self) -> None:
        """Register the hotkey, and say if another program has it."""
        self.hotkey.start()
        if self.hotkey.problem in ("taken", "not-on-layout"):
            self._notify(self.hotkey.notice(), None)

    def preload(self) -> None:
        """Import the question, and read the customers, which the hotkey looks through."""
        import quickdesk.ui.current.question
        import quickdesk.ui.current.texts  # noqa: F401

        job = partial(read_ahead, self._services.commands.customers)
        self._services.work.reading.submit(job, _nothing)

    def set_theme(self, theme: Theme) -> None:
        """Set the theme of an open question."""
        if self._window is not None:
            self._window.set_theme(theme)

    def close(self) -> None:
        """Close an open question and release the keys."""
        if self._window is not None:
            self._window.hide()
            self._window.deleteLater()
            self._window = None
        self.hotkey.close()
        self._keys.close()

    # From the selection or the clipboard.

    def choose(self) -> None:
        """Make the customer current whose nickname or order number is selected or copied, or ask."""
        if self._window is not None:
            return
        from quickdesk.ui.current import texts

        target, paster = self._windows.capture(), self._services.platform.paste.paster
        names = [naming(paster.selection_text()), naming(paster.clipboard_text())]
        try:
            customers = self._services.commands.customers.customers()
        except StoreError as error:
            self._notify(data_notices.store_problem(error.problem, error.path), target)
            return
        for each in names:
            found = named_exactly(customers, each.text) if each.problem is None else ()
            if len(found) == 1:
                self._make_current(found[0].id, target)
                return
            if found:
                self._ask(texts.which_customer(each.text, found), target)
                return
        self._ask_for_new(names, target)

    def _ask_for_new(self, names: list[Naming], target: Target | None) -> None:
        """Ask whether a card is made; of both texts the selected one comes first, as it is seen."""
        from quickdesk.ui.current import texts

        usable = next((each for each in names if each.problem is None), None)
        if usable is not None:
            self._ask(texts.new_customer(usable.text), target)
            return
        why = next((each.problem for each in names if each.problem is not NameProblem.EMPTY), None)
        self._notify(texts.not_a_name(why or NameProblem.EMPTY), target)

    def _ask(self, question: "Question", target: Target | None) -> None:
        self._window = window = open_question(question, self._services, self._appearance, target)
        window.answered.connect(partial(self._on_answered, target))
        window.dismissed.connect(partial(self._end_question, target))

    def _on_answered(self, target: Target | None, answer: str) -> None:
        from quickdesk.ui.current.texts import NEW

        self._end_question(target)
        if answer.startswith(NEW):
            self._add(answer.removeprefix(NEW), target)
        else:
            self._make_current(answer, target)

    def _end_question(self, target: Target | None) -> None:
        if self._window is not None:
            self._window.deleteLater()
            self._window = None
        if target is not None:
            self._windows.activate(target)

    def _add(self, nickname: str, target: Target | None) -> None:
        services = self._services.commands
        now = services.clock.now()
        customer = Customer(services.new_id(), (Nickname(nickname),), created=now, updated=now)
        change = CustomerChange(customers=(customer,))
        job = partial(services.cards.apply, change, ActionType.ADD_CUSTOMER)
        self._services.work.changes.submit(job, partial(self._on_added, customer.id, target))

    def _on_added(self, customer_id: str, target: Target | None, outcome: Exception | None) -> None:
        if isinstance(outcome, StoreError):
            self._notify(data_notices.store_problem(outcome.problem, outcome.path), target)
        elif outcome is not None:
            raise outcome
        else:
            self._services.events.customers_changed.emit()
            self._make_current(customer_id, target)

    def _make_current(self, customer_id: str, target: Target | None) -> None:
        if self._current.open(customer_id):
            self._tell(target)

    # By digits and by the command.

    def _on_digit(self, digit: int) -> None:
        self._current.switch(digit)
        self._tell(self._windows.capture())

    def _tell(self, target: Target | None) -> None:
        from quickdesk.ui.current import texts

        customer = self._current.customer
        self._notify(texts.not_available() if customer is None else texts.now_current(customer), target)

    def _use(self, request: Request) -> Answer:
        """Choose the customer ``id``, or with ``none`` no customer."""
        if request.arguments.get("none"):
            self._current.use_none()
            return done({"id": None})
        customers = self._services.commands.customers.customers()
        found = one_meant(text(request, "id"), customers)
        if isinstance(found, Answer):
            return found
        self._current.open(found.id)
        return done({"id": found.id})

    # Keys.

    def _on_customers_changed(self) -> None:
        customers = self._current.open_customers
        self._keys.set_digits(frozenset(map(customers.digit_of, customers.recent)))

    def _on_keys_refused(self, refusal: HotkeyRefusedError) -> None:
        from quickdesk.app.features.hotkey import notice_for

        self._notify(notice_for(refusal.hotkey, refusal), None)

    def _on_settings_changed(self, before: Settings, after: Settings) -> None:
        if after.switch_keys != before.switch_keys:
            self._keys.use(after.switch_keys)
        if after.customer_hotkey != before.customer_hotkey and (
            notice := self.hotkey.follow(after.customer_hotkey)
        ):
            self._notify(notice, None)


def _nothing(_outcome: object) -> None:
    """Ignore the customers, or why they cannot be read: that is said when the hotkey is pressed."""
