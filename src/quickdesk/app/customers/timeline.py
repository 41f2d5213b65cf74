"""What was pasted to a customer on the timeline, and values of forms on the card."""

import logging
from collections.abc import Callable
from dataclasses import replace
from functools import partial

from quickdesk.app.delivery import Sent
from quickdesk.app.feature import Feature
from quickdesk.app.features.reply import ReplyFeature
from quickdesk.app.services import Services
from quickdesk.commands.customers.cards import CustomerCards
from quickdesk.customers.reply_fields import with_value
from quickdesk.customers.store import CustomerChange, CustomerStore
from quickdesk.customers.timeline import Event, EventType
from quickdesk.desktop.paste.job import PasteReport
from quickdesk.replies.delivery import Outcome
from quickdesk.replies.history import ActionType
from quickdesk.replies.store import StoreError
from quickdesk.ui import data_notices
from quickdesk.ui.notice import Notice

_log = logging.getLogger(__name__)
_PASTED = (Outcome.PASTED, Outcome.UNSEEN)


class CustomerTimelineFeature(Feature):
    """Records pastes once they have ended, and keeps values from forms."""

    def __init__(self, services: Services, notify: Callable[[Notice], None], reply: ReplyFeature) -> None:
        super().__init__()
        self._services, self._notify, self._reply = services, notify, reply
        services.delivery.finished.connect(self._on_finished)
        reply.card_requested.connect(self._on_card_requested)

    def _on_finished(self, report: PasteReport, sent: Sent) -> None:
        """Record what went to the customer it was composed for, whoever is current by now."""
        if not sent.customer_id or report.outcome not in _PASTED:
            return
        services = self._services.commands
        text = sent.text if self._services.settings.current.keep_pasted_texts else ""
        event = Event(
            services.new_id(),
            sent.customer_id,
            EventType.PASTED,
            services.clock.now(),
            sent.snippet_id,
            text=text,
        )
        self._services.work.changes.submit(partial(_record, services.customers, event), self._on_recorded)

    def _on_recorded(self, outcome: Exception | None) -> None:
        if isinstance(outcome, StoreError):  # the reply is pasted; only the timeline lacks it
            _log.warning("paste not recorded: %s", outcome.problem.name)
        elif outcome is not None:
            raise outcome
        else:
            self._services.events.customers_changed.emit()

    def _on_card_requested(self, customer_id: str, name: str, value: str) -> None:
        job = partial(_keep, self._services.commands.cards, customer_id, name, value)
        self._services.work.changes.submit(job, partial(self._on_kept, customer_id, name, value))

    def _on_kept(self, customer_id: str, name: str, value: str, outcome: bool | Exception) -> None:  # noqa: FBT001 - the outcome of the job
        if isinstance(outcome, StoreError):
            self._notify(data_notices.store_problem(outcome.problem, outcome.path))
        elif isinstance(outcome, Exception):
            raise outcome
        elif outcome:
            self._services.events.customers_changed.emit()
            self._reply.show_kept(customer_id, name, value)
        else:
            from quickdesk.ui.current.texts import no_place_on_card

            self._notify(no_place_on_card(name))


def _record(store: CustomerStore, event: Event) -> None:
    """Add an event, unless the card was removed meanwhile; raises StoreError."""
    if store.get(event.customer_id) is not None:
        store.apply(CustomerChange(events=(event,)))


def _keep(cards: CustomerCards, customer_id: str, name: str, value: str) -> bool:
    """Put a value on the card as it is now; return False if it has no place there. Raises StoreError."""
    customer = cards.store.get(customer_id)
    changed = None if customer is None else with_value(customer, name, value)
    if changed is None:
        return False
    if changed != customer:
        changed = replace(changed, updated=cards.clock.now())
        cards.apply(CustomerChange(customers=(changed,)), ActionType.EDIT_CUSTOMER)
    return True
