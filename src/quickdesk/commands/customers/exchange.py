"""The commands ``customer import`` and ``customer export --all``: cards from and to tables."""

import base64
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Self

from quickdesk.commands.answer import Answer, Exit, Request, done, problem
from quickdesk.commands.arguments import ArgumentError, flag, text
from quickdesk.commands.customers.cards import CustomerCards
from quickdesk.customers.customer import Customer, Note
from quickdesk.customers.store import CustomerStore
from quickdesk.exchange.customers.plan import CustomerImportPlan, plan_customers
from quickdesk.exchange.customers.records import CustomerRefusal, ParsedCustomers, RefusedCustomer
from quickdesk.exchange.customers.table import read_customers, write_customers
from quickdesk.exchange.parsed import LIMITS, ExchangeError
from quickdesk.replies.clock import NewId
from quickdesk.replies.history import ActionType
from quickdesk.text.personal import masked

_MASKED = frozenset({CustomerRefusal.ORDER_OF_ANOTHER, CustomerRefusal.CUT_NUMBER})


@dataclass(frozen=True, slots=True)
class PlannedCustomerImport:
    """An import of customers that is read and compared with those that there were then.

    ``mark`` is that moment, for :meth:`CustomerStore.changed_since`. It is a
    :class:`quickdesk.commands.command.Plan`: reading takes long, execution does not.
    """

    parsed: ParsedCustomers
    mark: object
    plan: CustomerImportPlan
    cards: CustomerCards
    new_id: NewId

    @classmethod
    def of(cls, parsed: ParsedCustomers, cards: CustomerCards, new_id: NewId) -> Self:
        """Return the plan for the current customers; raises StoreError."""
        mark = cards.store.changed_since().mark  # before they are read
        customers, notes = _present(cards.store)
        planned = plan_customers(parsed, customers, by_customer(notes), cards.clock.now(), new_id)
        return cls(parsed, mark, planned, cards, new_id)

    def renewed(self) -> "PlannedCustomerImport":
        """Return the plan for the current customers; raises StoreError."""
        return self.of(self.parsed, self.cards, self.new_id)

    def execute(self) -> Answer | None:
        """Make the change; return None, and change nothing, if customers have changed.

        Raises StoreError.
        """
        changed = self.cards.store.changed_since(self.mark).ids
        if changed is None or changed:
            return None
        if self.plan.new or self.plan.changed:
            self.cards.apply(self.plan.change, ActionType.IMPORT_CUSTOMERS)
        return self.answer(dry_run=False)

    def answer(self, *, dry_run: bool) -> Answer:
        """Return the counts and the reasons; REFUSED if every row was refused."""
        planned = self.plan
        result = {
            "new": len(planned.new),
            "changed": len(planned.changed),
            "same": planned.same,
            "notes": len(planned.notes),
            "continued": planned.continued,
            "refused": list(map(_refused_to_json, planned.refused)),
            "dry_run": dry_run,
        }
        if planned.refused and not (planned.new or planned.changed or planned.same):
            return Answer(Exit.REFUSED, result, "no-customers-imported")
        return done(result)


def plan_customer_import(
    request: Request, cards: CustomerCards, new_id: NewId
) -> PlannedCustomerImport | Answer:
    """Read the table ``content`` (base64) named ``name`` and compare it with the customers.

    Return an answer if there is nothing to execute: what would change (``dry_run``), or why it is unreadable.
    """
    name, dry_run = text(request, "name"), flag(request, "dry_run")
    try:
        content = base64.b64decode(text(request, "content"), validate=True)
    except ValueError as error:
        raise ArgumentError(request, "content") from error
    try:
        parsed = read_customers(name, content)
    except ExchangeError as error:
        return unreadable(error)
    planned = PlannedCustomerImport.of(parsed, cards, new_id)
    return planned.answer(dry_run=True) if dry_run else planned


def export_customers(store: CustomerStore) -> Answer:
    """Return all customers with their notes as the content of a CSV file, in base64, and their number."""
    customers, notes = _present(store)
    content = base64.b64encode(write_customers(customers, by_customer(notes))).decode("ascii")
    return done({"content": content, "count": len(customers)})


def by_customer(notes: Sequence[Note]) -> Mapping[str, Sequence[Note]]:
    """Return notes by the id of their customer."""
    found: dict[str, list[Note]] = {}
    for note in notes:
        found.setdefault(note.customer_id, []).append(note)
    return found


def unreadable(error: ExchangeError) -> Answer:
    """Return the answer for a file that cannot be read at all."""
    limit = LIMITS.get(error.reason)
    facts: dict[str, Any] = {"path": error.place.file, "line": error.place.line, "row": error.place.row}
    facts |= {"detail": error.detail} | ({} if limit is None else {"most": limit})
    return problem(Exit.FAILED, f"import-{_name(error.reason.name)}", **facts)


def _present(store: CustomerStore) -> tuple[Sequence[Customer], Sequence[Note]]:
    return store.customers(), store.notes()


def _refused_to_json(refused: RefusedCustomer) -> Mapping[str, Any]:
    detail = masked(refused.detail) if refused.reason in _MASKED else refused.detail
    return {
        "file": refused.place.file,
        "line": refused.place.line,
        "row": refused.place.row,
        "title": masked(refused.label),
        "reason": _name(refused.reason.name),
        "detail": detail,
    }


def _name(member: str) -> str:
    return member.lower().replace("_", "-")
