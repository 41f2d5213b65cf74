"""Finding customers by the end of a phone, order or tracking number, as buyers and parcels name them.

Only exact ends count: a slip in a number would be another customer. Signs and spaces do not count, nor do
width and case.
"""

from collections.abc import Iterator

from quickdesk.customers.customer import Customer
from quickdesk.customers.search.hit import CardPlace, PlaceMatch
from quickdesk.text.folding import fold, searchable, utf16_length

SHORTEST = 3
"""The fewest characters of an end; also the fewest digits in it."""
_KEYS = (3, 4)
"""The lengths of the ends that are indexed; longer ones are compared with the numbers of the cards."""


def plain_number(number: str) -> str:
    """Return the letters and digits of a number, folded."""
    return "".join(filter(str.isalnum, fold(searchable(number))))


def tail_in(query: str) -> str:
    """Return the end of a number that a query may be, empty if it is none."""
    plain = plain_number(query)
    is_number = plain.isascii() and sum(map(str.isdigit, plain)) >= SHORTEST
    return plain if is_number else ""


def numbers_of(customer: Customer) -> Iterator[tuple[CardPlace, str]]:
    """Yield the numbers of a card as they are written."""
    for phone in customer.phones:
        yield CardPlace.PHONE, phone
    for order in customer.orders:
        yield CardPlace.ORDER, order.number
        if order.tracking_number:
            yield CardPlace.TRACKING, order.tracking_number


def tail_matches(customer: Customer, tail: str) -> tuple[PlaceMatch, ...]:
    """Return the numbers of a card that end with ``tail``, the result of :func:`tail_in`."""
    found = []
    for place, number in numbers_of(customer):
        if tail and plain_number(number).endswith(tail):
            start = _start_of_end(number, len(tail))
            begin = utf16_length(number[:start])
            found.append(PlaceMatch(place, number, ((begin, utf16_length(number) - begin),)))
    return tuple(found)


class NumberTails:
    """The ids of the customers by the ends of their numbers."""

    def __init__(self) -> None:
        self._ids: dict[str, dict[str, None]] = {}

    def add(self, customer: Customer) -> None:
        """Add the numbers of a card."""
        for key in _keys(customer):
            self._ids.setdefault(key, {})[customer.id] = None

    def remove(self, customer: Customer) -> None:
        """Remove the numbers of a card as it was when it was added."""
        for key in _keys(customer):
            ids = self._ids.get(key, {})
            ids.pop(customer.id, None)
            if not ids:
                self._ids.pop(key, None)

    def candidates(self, tail: str) -> tuple[str, ...]:
        """Return the ids of all customers with a number that may end with ``tail``."""
        return tuple(self._ids.get(tail[-_KEYS[-1] :], ()))


def _keys(customer: Customer) -> set[str]:
    plain = (plain_number(number) for _, number in numbers_of(customer))
    return {each[-length:] for each in plain for length in _KEYS if len(each) >= length}


def _start_of_end(number: str, length: int) -> int:
    """Return where the last ``length`` letters and digits of a number begin, in code points."""
    for start in range(len(number) - 1, -1, -1):
        if len(plain_number(number[start:])) >= length:
            return start
    return 0
