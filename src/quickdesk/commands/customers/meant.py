"""Finding the customer that a command means."""

from collections.abc import Iterable, Sequence

from quickdesk.commands.answer import Answer, Exit, problem
from quickdesk.customers.customer import Customer


def one_meant(reference: str, customers: Iterable[Customer]) -> Customer | Answer:
    """Return the customer with this id or nickname, or whose id begins so; a problem if it is not one."""
    found = _meant(reference, tuple(customers))
    if not found:
        return problem(Exit.NOT_FOUND, "unknown-customer", id=reference)
    if len(found) > 1:
        return problem(Exit.REFUSED, "several-customers", id=reference, count=len(found))
    return found[0]


def _meant(reference: str, customers: Sequence[Customer]) -> list[Customer]:
    if not reference.strip():
        return []
    exact = [each for each in customers if each.id == reference]
    named = [each for each in customers if any(nick.text == reference for nick in each.nicknames)]
    return exact or named or [each for each in customers if each.id.startswith(reference)]
