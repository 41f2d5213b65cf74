"""The customers that are open at the same time, and which of them is the current one.

A customer keeps its digit as long as it is open, so that the digit can be learnt by heart.
"""

from dataclasses import dataclass, replace
from typing import Final

MAX_OPEN: Final = 9
"""As many as there are digits; one more takes the digit of the one that was current least recently."""


@dataclass(frozen=True, slots=True)
class OpenCustomers:
    """Up to nine customers by their ids, and at most one that is current.

    ``digits`` has the id for each digit from 1 on, empty for a digit that is free. ``recent`` are the same
    customers, the one that was current last at the beginning. ``current`` is empty if none is.
    """

    digits: tuple[str, ...] = ("",) * MAX_OPEN
    recent: tuple[str, ...] = ()
    current: str = ""

    def __len__(self) -> int:
        return len(self.recent)

    def __contains__(self, customer_id: object) -> bool:
        return customer_id in self.recent

    def digit_of(self, customer_id: str) -> int:
        """Return the digit of a customer, 0 if it is not open."""
        return self.digits.index(customer_id) + 1 if customer_id in self.recent else 0

    def opened(self, customer_id: str) -> "OpenCustomers":
        """Return them with this customer open and current; raises ValueError for an empty id."""
        if not customer_id:
            raise ValueError("no customer")
        digits = self.digits
        if customer_id not in self.recent:
            leaving = self.recent[-1] if len(self.recent) == MAX_OPEN else ""
            at = digits.index(leaving)
            digits = (*digits[:at], customer_id, *digits[at + 1 :])
        others = tuple(each for each in self.recent if each != customer_id and each in digits)
        return OpenCustomers(digits, (customer_id, *others), customer_id)

    def switched(self, digit: int) -> "OpenCustomers":
        """Return them with the customer of a digit as the current one; unchanged if the digit is free."""
        wanted = self.digits[digit - 1] if 1 <= digit <= MAX_OPEN else ""
        return self.opened(wanted) if wanted else self

    def closed(self, customer_id: str) -> "OpenCustomers":
        """Return them without this customer; no other one becomes current by itself."""
        if customer_id not in self.recent:
            return self
        return OpenCustomers(
            tuple("" if each == customer_id else each for each in self.digits),
            tuple(each for each in self.recent if each != customer_id),
            "" if self.current == customer_id else self.current,
        )

    def without_current(self) -> "OpenCustomers":
        """Return them with no current one; all stay open."""
        return replace(self, current="")
