"""The commands ``customer erase`` and ``customer retention``."""

import logging
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from quickdesk.commands.answer import Answer, Exit, Request, done, problem
from quickdesk.commands.arguments import flag, text
from quickdesk.commands.customers.eraser import CustomerEraser
from quickdesk.commands.customers.exchange import by_customer
from quickdesk.commands.customers.meant import one_meant
from quickdesk.customers.retention import CustomerEntries, KeptLongEnough, RetentionDays, outdated
from quickdesk.customers.store import CustomerStore
from quickdesk.replies.clock import Clock
from quickdesk.replies.running_days import DayCounter
from quickdesk.replies.store import StoreError

_log = logging.getLogger(__name__)


def erase(request: Request, store: CustomerStore, eraser: CustomerEraser) -> Answer:
    """Erase the customer ``id``, also one in the trash, from every file; only with ``yes``.

    Return what was erased when nothing of it is left.
    """
    customer = one_meant(text(request, "id"), (*store.customers(), *store.removed()))
    if isinstance(customer, Answer):
        return customer
    facts = {"id": customer.id, "label": customer.label}
    if not flag(request, "yes"):
        counts = {"notes": len(store.notes(customer.id)), "cases": len(store.cases(customer.id))}
        return problem(Exit.REFUSED, "erasure-not-confirmed", **facts, **counts)
    return done({**facts, **asdict(eraser.erase([customer.id]))})


@dataclass(frozen=True, slots=True)
class Retention:
    """What the rules of retention need."""

    store: CustomerStore
    days: Callable[[], RetentionDays]
    clock: Clock
    running_days: DayCounter

    def preview(self) -> KeptLongEnough:
        """Return what has been kept long enough; raises StoreError."""
        store, customers = self.store, self.store.customers()
        cases: dict[str, Sequence[Any]] = {each.id: store.cases(each.id) for each in customers}
        events = {each.id: store.events(each.id) for each in customers}
        entries = CustomerEntries(by_customer(store.notes()), cases, events)
        return outdated(customers, entries, self.days(), self.clock.now())


def retention(request: Request, rules: Retention, eraser: CustomerEraser) -> Answer:
    """Return what has been kept long enough, or erase it with ``apply`` and ``yes``.

    Nothing is erased right after the clock jumped: it may be wrong by years.
    """
    found = rules.preview()
    data = {
        "days": asdict(rules.days()),
        "customers": len(found.customers),
        "notes": found.notes,
        "cases": len(found.cases),
        "events": len(found.events),
        "erased": False,
    }
    if not flag(request, "apply") or not found:
        return done(data)
    if not flag(request, "yes"):
        return problem(Exit.REFUSED, "retention-not-confirmed", **data)
    if rules.running_days.days().has_jumped:
        return problem(Exit.REFUSED, "clock-jumped")
    eraser.erase(found.ids)
    return done({**data, "erased": True})


def finish_erasures(eraser: CustomerEraser, *, is_thorough: bool) -> None:
    """Finish what was interrupted; ``is_thorough`` also erases again what an old file has brought back."""
    try:
        erased = eraser.finish(is_thorough=is_thorough)
    except StoreError as error:
        _log.info("no erasure: %s", error.problem.name)
        return
    if erased is not None:
        _log.info("finished an erasure: %d customers", erased.customers)
