"""The forms in which nicknames and numbers are compared."""

import re
from functools import lru_cache
from typing import Final

from quickdesk.customers.customer import Customer, Nickname, Order
from quickdesk.text.folding import fold, searchable

_SPACE: Final = re.compile(r"\s+")
_NOT_IN_A_NUMBER: Final = re.compile(r"[^0-9a-z]")
_CHINA: Final = re.compile(r"(?:\+?|00)86(?=1[3-9][0-9]{9}$)")


def nickname_key(text: str) -> str:
    """Return what two nicknames have in common that are the same.

    Width, case, Traditional or Simplified characters, invisible characters and spaces around do not
    distinguish them; a nickname of nothing but emoji is compared as it is.
    """
    found = _SPACE.sub(" ", fold(searchable(text)).casefold()).strip()
    return found or text.strip()


@lru_cache(maxsize=256)
def platform_key(text: str) -> str:
    """Return the form in which platforms are compared."""
    return _SPACE.sub("", fold(searchable(text)).casefold())


def number_key(text: str) -> str:
    """Return the letters and digits of an order or tracking number, as they are compared."""
    return _NOT_IN_A_NUMBER.sub("", fold(text).casefold())


def order_key(order: Order) -> tuple[str, str]:
    """Return what two orders have in common that are the same: the number, and the platform."""
    return number_key(order.number) or order.number, platform_key(order.platform)


def phone_key(text: str) -> str:
    """Return the digits of a phone number; the country code of a Chinese mobile number is left out."""
    digits = _NOT_IN_A_NUMBER.sub("", fold(text).replace("+", ""))
    return _CHINA.sub("", digits)


def account_key(nickname: Nickname) -> tuple[str, str]:
    """Return what two nicknames of one account have in common: the text, and the platform.

    On two platforms the same text may belong to two people.
    """
    return nickname_key(nickname.text), platform_key(nickname.platform)


def has_nickname(customer: Customer, key: str) -> bool:
    """Return whether a customer has a nickname with this :func:`nickname_key`, on any platform."""
    return any(nickname_key(each.text) == key for each in customer.nicknames)
