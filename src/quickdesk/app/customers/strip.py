"""The current customer in the palette, and who it is by the title of the chat window."""

import logging
from collections.abc import Callable

from quickdesk.app.customers.choose import ChooseCustomerFeature
from quickdesk.app.feature import Feature
from quickdesk.app.features.reply import ReplyFeature
from quickdesk.app.services import Services
from quickdesk.customers.lookup import with_nickname
from quickdesk.customers.title_rule import RuleError, RuleProblem, nickname_in
from quickdesk.desktop.ports.target import Target
from quickdesk.desktop.screen_capture import hide_from_capture
from quickdesk.replies.store import StoreError
from quickdesk.settings.settings import Settings
from quickdesk.text.personal import masked
from quickdesk.ui.key_names import label
from quickdesk.ui.notice import Notice
from quickdesk.ui.palette.customer_strip import OtherCustomer, ShownCustomer

_log = logging.getLogger(__name__)


class CustomerStripFeature(Feature):
    """Shows in the palette for whom the next reply is."""

    def __init__(
        self,
        services: Services,
        notify: Callable[[Notice], None],
        reply: ReplyFeature,
        choose: ChooseCustomerFeature,
    ) -> None:
        super().__init__()
        self._services, self._notify, self._choose = services, notify, choose
        self._current, self._palette = services.current_customer, reply.palette
        self._unknown = ""
        self._read: tuple[int, str] | None = None
        self._stopped: set[str] = set()
        reply.opened.connect(self._on_opened)
        self._current.changed.connect(self._on_changed)
        services.events.customers_changed.connect(self._current.refresh)
        services.settings.changed.connect(self._on_settings_changed)

    def _on_opened(self, target: Target | None) -> None:
        if target is not None and target.title:
            self._read_title(target)
        self._show()

    def _read_title(self, target: Target) -> None:
        """Choose the customer whom the title names, if that differs from what it named before.

        A customer that was chosen otherwise stays while the title is the same. Where the title names
        somebody without a card, no customer is current: the values of another one must not be sent there.
        """
        pattern = self._services.settings.current.title_rules.get(target.program, "")
        nickname = self._nickname(target, pattern) if pattern else ""
        if not nickname or (target.window, nickname) == self._read:
            return
        try:
            found = with_nickname(self._services.commands.customers.customers(), nickname)
        except StoreError as error:
            _log.info("customers cannot be read: %s", error.problem.name)
            self._read = None  # it is read again when they can be; who was current may not be in this chat
            self._current.use_none()
            return
        self._read = (target.window, nickname)
        self._unknown = ""
        if len(found) == 1:
            self._current.open(found[0].id)
        elif self._current.open_customers.current not in {each.id for each in found}:
            self._current.use_none()
            self._unknown = nickname

    def _nickname(self, target: Target, pattern: str) -> str:
        if target.program in self._stopped:
            return ""
        try:
            return nickname_in(target.title, pattern)
        except RuleError as error:
            if error.problem is RuleProblem.TOO_SLOW:
                self._stopped.add(target.program)
                self._current.use_none()  # nothing says who is in this chat
                from quickdesk.ui.current.texts import rule_stopped

                self._notify(rule_stopped(target.program))
            return ""

    def _on_settings_changed(self, before: Settings, after: Settings) -> None:
        if after.title_rules != before.title_rules:
            self._stopped.clear()
            self._read = None
        if after.switch_keys != before.switch_keys:
            self._show()

    def _on_changed(self) -> None:
        if self._current.open_customers.current:
            self._unknown = ""
        self._show()

    def _show(self) -> None:
        shown = self._shown()
        if shown is not None:
            hide_from_capture(int(self._palette.winId()))
        self._palette.show_customer(shown, self._current.card)

    def _shown(self) -> ShownCustomer | None:
        """Return what the strip shows: nothing without open customers and without an unknown nickname."""
        customers, customer = self._current.open_customers, self._current.customer
        others = tuple(
            OtherCustomer(digit, each.label)
            for digit, customer_id in enumerate(customers.digits, 1)
            if customer_id and customer_id != customers.current
            if (each := self._current.get(customer_id)) is not None
        )
        keys = self._choose.switch_keys
        switch_keys = label(keys) if keys else ""
        if customer is None:
            unknown = self._unknown
            is_shown = bool(others or unknown)
            return (
                ShownCustomer(others=others, switch_keys=switch_keys, unknown=unknown) if is_shown else None
            )
        note = self._current.pinned_note()
        platforms = dict.fromkeys(each.platform for each in customer.nicknames if each.platform)
        return ShownCustomer(
            customer.label,
            " / ".join(platforms),
            customer.tags,
            "" if note is None else masked(note.text),
            customer.is_do_not_contact,
            customer.do_not_contact_reason,
            customers.digit_of(customer.id),
            others,
            switch_keys,
        )
