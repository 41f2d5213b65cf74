"""The commands ``customer erase`` and ``customer retention``."""

import logging
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from quickdesk.commands.answer import Answer, Exit, Request, done, problem
from quickdesk.commands.arguments import flag, optional_texts, text
from quickdesk.commands.customers.eraser import CustomerEraser
from quickdesk.commands.customers.exchange import by_customer
from quickdesk.commands.customers.meant import one_meant
from quickdesk.customers.customer import Customer
from quickdesk.customers.masking import masked_number
from quickdesk.customers.retention import CustomerEntries, KeptLongEnough, RetentionDays, outdated
from quickdesk.customers.store import CustomerStore
from quickdesk.replies.clock import Clock
from quickdesk.replies.running_days import DayCounter
from quickdesk.replies.store import StoreError
from quickdesk.text.personal import masked

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

    With ``list`` the answer names it. With ``only``, ids from such a list, nothing else is erased: what was
    not shown, because it came later, stays. Nothing is erased right after the clock jumped: it may be wrong
    by years.
    """
    found, only = rules.preview(), optional_texts(request, "only")
    if only is not None:
        found = _among(found, frozenset(only), rules.store)
    data = {
        "days": asdict(rules.days()),
        "customers": len(found.customers),
        "notes": found.notes,
        "cases": len(found.cases),
        "events": len(found.events),
        "erased": False,
    }
    if flag(request, "list"):
        data |= {"ids": list(found.ids), "over": list(_named(found, rules.store))}
    if not flag(request, "apply") or not found:
        return done(data)
    if not flag(request, "yes"):
        return problem(Exit.REFUSED, "retention-not-confirmed", **data)
    if rules.running_days.days().has_jumped:
        return problem(Exit.REFUSED, "clock-jumped")
    eraser.erase(found.ids)
    return done({**data, "erased": True})


def _among(found: KeptLongEnough, ids: Collection[str], store: CustomerStore) -> KeptLongEnough:
    """Return what has been kept long enough and has one of the ids."""
    customers, cases, events = (
        tuple(each for each in kind if each in ids) for kind in (found.customers, found.cases, found.events)
    )
    return KeptLongEnough(customers, cases, events, sum(len(store.notes(each)) for each in customers))


def _named(found: KeptLongEnough, store: CustomerStore) -> Iterator[dict[str, Any]]:
    """Yield the customers, then the cases, then for each customer the number of events that go."""
    customers, cases, events = map(frozenset, (found.customers, found.cases, found.events))
    known = store.customers()
    yield from ({"kind": "customer", **_label(each)} for each in known if each.id in customers)
    counts: Counter[str] = Counter()
    for customer in known:
        for case in store.cases(customer.id):
            if case.id in cases:
                closed = (case.closed or case.opened).isoformat()
                yield {"kind": "case", **_label(customer), "type": case.type.value, "closed": closed}
        counts[customer.id] = sum(each.id in events for each in store.events(customer.id))
    for customer in known:
        if counts[customer.id]:
            yield {"kind": "events", **_label(customer), "count": counts[customer.id]}


def _label(customer: Customer) -> dict[str, str]:
    """Return what names a customer, as lists show it."""
    phone = masked_number(customer.phones[0]) if customer.phones else ""
    return {"label": masked(customer.label), "phone": phone}


def finish_erasures(eraser: CustomerEraser, *, is_thorough: bool) -> None:
    """Finish what was interrupted; ``is_thorough`` also erases again what an old file has brought back."""
    try:
        erased = eraser.finish(is_thorough=is_thorough)
    except StoreError as error:
        _log.info("no erasure: %s", error.problem.name)
        return
    if erased is not None:
        _log.info("finished an erasure: %d customers", erased.customers)
