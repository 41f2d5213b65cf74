"""Finding the customer that a command means."""

from collections.abc import Callable, Iterable

from quickdesk.commands.answer import Answer, Exit, Request, problem
from quickdesk.commands.arguments import text
from quickdesk.customers.card.references import referred
from quickdesk.customers.customer import Customer

_MAX_LISTED = 5
"""The maximum number of customers that an answer names."""


class UnclearCustomerError(Exception):
    """A reference that means no customer, or several; ``answer`` says which."""

    def __init__(self, answer: Answer) -> None:
        super().__init__(answer.problem)
        self.answer = answer


def one_meant(reference: str, customers: Iterable[Customer]) -> Customer | Answer:
    """Return the customer with this id or nickname, or whose id begins so; a problem if it is not one."""
    found = referred(reference, customers)
    if not found:
        return problem(Exit.NOT_FOUND, "unknown-customer", id=reference)
    if len(found) > 1:
        matches = [{"id": each.id, "title": title_of(each)} for each in found[:_MAX_LISTED]]
        return problem(Exit.NOT_FOUND, "several-customers", id=reference, count=len(found), matches=matches)
    return found[0]


def named(request: Request, customers: Iterable[Customer], argument: str = "id") -> Customer:
    """Return the customer that an argument of the request means; raises UnclearCustomerError."""
    found = one_meant(text(request, argument), customers)
    if isinstance(found, Answer):
        raise UnclearCustomerError(found)
    return found


def answered_for(act: Callable[[], Answer]) -> Answer:
    """Return the answer of ``act``, or that of its UnclearCustomerError."""
    try:
        return act()
    except UnclearCustomerError as error:
        return error.answer


def title_of(customer: Customer) -> str:
    """Return a label with the platforms of its nicknames, which tells customers of one name apart."""
    platforms = dict.fromkeys(each.platform for each in customer.nicknames if each.platform)
    return f"{customer.label} ({', '.join(platforms)})" if platforms else customer.label
