"""Tables of customers as rows, and plans for them, for tests."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from itertools import count

from quickdesk.customers.customer import Customer, Note
from quickdesk.exchange.customers.plan import CustomerImportPlan, plan_customers
from quickdesk.exchange.customers.records import CustomerRecord, ParsedCustomers
from quickdesk.exchange.customers.table import read_customers

NOW = datetime(2026, 11, 29, 10, tzinfo=UTC)


def parsed(text: str, encoding: str = "utf-8") -> ParsedCustomers:
    return read_customers("a.csv", text.encode(encoding))


def records(text: str) -> tuple[CustomerRecord, ...]:
    found = parsed(text)
    assert not found.refused
    return found.records


def customers(text: str) -> list[Customer]:
    return [record.customer for record in records(text)]


def plan(
    given: ParsedCustomers | str, cards: Sequence[Customer] = (), notes: Iterable[Note] = ()
) -> CustomerImportPlan:
    by_customer: dict[str, list[Note]] = {}
    for note in notes:
        by_customer.setdefault(note.customer_id, []).append(note)
    numbers = count(1)
    file = parsed(given) if isinstance(given, str) else given
    return plan_customers(file, cards, by_customer, NOW, lambda: f"new{next(numbers)}")
