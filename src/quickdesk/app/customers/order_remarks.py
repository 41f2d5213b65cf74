"""Order remarks: copied for the platform's own field, and kept on the timeline of the customer."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from quickdesk.app.services import Services
from quickdesk.customers.agent import agent_of
from quickdesk.customers.customer import Customer
from quickdesk.customers.order_remark import RemarkParts, order_remark
from quickdesk.customers.store import CustomerChange
from quickdesk.customers.timeline import Event, EventType
from quickdesk.desktop.paste.job import PasteReport
from quickdesk.desktop.ports.clipboard import ClipboardState
from quickdesk.desktop.ports.target import Target
from quickdesk.replies.store import StoreError
from quickdesk.ui import data_notices
from quickdesk.ui.cases.notices import not_copied
from quickdesk.ui.notes import notices
from quickdesk.ui.notice import Notice


class OrderRemarks(QObject):
    """Makes remarks in the format of the settings."""

    def __init__(self, services: Services, notify: Callable[[Notice, Target | None], None]) -> None:
        super().__init__()
        self._services, self._notify = services, notify

    def copy(self, customer: Customer, reason: str, target: Target | None) -> None:
        """Copy the remark; it is on the timeline once it is on the clipboard."""
        services = self._services
        settings, now = services.settings.current, services.commands.clock.now()
        agent = agent_of(services.facts.today(), settings.agent)
        number = customer.orders[-1].number if customer.orders else ""
        remark = order_remark(RemarkParts(now, reason, agent, number), settings.order_remark_format)
        done = notices.remark_copied(remark, has_agent=bool(agent))
        event = Event(services.commands.new_id(), customer.id, EventType.ORDER_REMARK, now, text=remark)
        services.delivery.copy_text(remark, partial(self._on_copied, event, done, target))

    def _on_copied(self, event: Event, done: Notice, target: Target | None, report: PasteReport) -> None:
        if report.clipboard is ClipboardState.FAILED:
            self._notify(not_copied(), target)
            return
        self._notify(done, target)
        # What was copied has happened: no undo takes it back.
        job = partial(self._services.commands.customers.apply, CustomerChange(events=(event,)))
        self._services.work.changes.submit(job, partial(self._on_kept, target))

    def _on_kept(self, target: Target | None, outcome: Exception | None) -> None:
        if isinstance(outcome, StoreError):
            self._notify(data_notices.store_problem(outcome.problem, outcome.path), target)
        elif outcome is not None:
            raise outcome
        else:
            self._services.events.customers_changed.emit()
