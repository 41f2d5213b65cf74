"""Everything that is known of one customer as JSON: its card, notes, cases and events."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from datetime import date, datetime
from enum import Enum
from typing import Any

from quickdesk.commands.answer import Answer, Exit, Request, done, problem
from quickdesk.commands.arguments import flag, optional_text
from quickdesk.commands.customers.exchange import export_customers
from quickdesk.commands.customers.meant import one_meant
from quickdesk.commands.customers.to_json import customer_to_json
from quickdesk.customers.customer import Customer
from quickdesk.customers.store import CustomerStore
from quickdesk.text.personal import masked


def export(request: Request, store: CustomerStore) -> Answer:
    """Return the customer ``id`` as ``customer``, or ``all`` of them.

    All of them are the content of a table, which has their cards and notes, or with ``whole`` a list
    ``customers``, which has their cases and events too. Phones, addresses and numbers are masked without
    ``reveal``, but not in the table, which can be imported again.
    """
    reference, wants_all = optional_text(request, "id"), flag(request, "all")
    if wants_all == bool(reference):
        return problem(Exit.USAGE, "one-or-all-customers")
    reveal = flag(request, "reveal")
    if wants_all and flag(request, "whole"):
        found_all = [everything_of(each, store, reveal=reveal) for each in store.customers()]
        return done({"customers": found_all, "count": len(found_all)})
    if wants_all:
        return export_customers(store)
    found = one_meant(reference or "", store.customers())
    if isinstance(found, Answer):
        return found
    return done({"customer": everything_of(found, store, reveal=reveal), "count": 1})


def everything_of(customer: Customer, store: CustomerStore, *, reveal: bool) -> Mapping[str, Any]:
    """Return a customer with all that belongs to it; raises StoreError."""
    rest = {
        "cases": [asdict(each) for each in store.cases(customer.id)],
        "events": [asdict(each) for each in store.events(customer.id)],
    }
    card = customer_to_json(customer, store.notes(customer.id), reveal=reveal)
    return {**card, **_json(rest, reveal=reveal)}


def json_file(found: Any) -> bytes:  # noqa: ANN401 - one customer or a list of them
    """Return the content of a file for what :func:`export` returned."""
    return json.dumps(found, ensure_ascii=False, indent=2).encode() + b"\n"


def _json(value: Any, *, reveal: bool) -> Any:  # noqa: ANN401 - JSON has no narrower type
    """Return JSON; personal data in any text is masked."""
    match value:
        case str():
            return value if reveal else masked(value)
        case Enum():
            return value.value
        case datetime() | date():
            return value.isoformat()
        case Mapping():
            kept = {"id", "customer_id", "case_id", "reply_id"}
            return {key: each if key in kept else _json(each, reveal=reveal) for key, each in value.items()}
        case list() | tuple():
            return [_json(each, reveal=reveal) for each in value]
    return value
