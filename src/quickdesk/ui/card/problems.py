"""What is wrong with the value of a field of a card, in words."""

from datetime import date
from typing import Any, Final

from PySide6.QtCore import QCoreApplication

from quickdesk.customers.cards.editing import CardField

translate: Final = QCoreApplication.translate  # lupdate recognises this name
_LEAP_YEAR: Final = 2000
"""A birthday without a year may be 29 February."""


def problem_of(field: CardField, value: Any) -> str:  # noqa: ANN401 - the value of any field
    """Return why a value cannot be saved, empty if it can."""
    if field is CardField.BIRTHDAY and value and not is_birthday(value):
        return translate("words", "Write the birthday as MM-DD or YYYY-MM-DD, for example 05-20.")
    if field is CardField.FIELDS and any(not name for name in value):
        return translate("words", "This value needs a name, for example size.")
    if field is CardField.NICKNAMES and any(not each.text for each in value):
        return translate("words", "A platform needs the nickname there.")
    if field is CardField.ORDERS:
        return _problem_of_orders([order.number for order in value])
    return ""


def is_birthday(text: str) -> bool:
    """Return whether a text is a day of the year, with or without its year."""
    parts = text.split("-")
    if not all(part.isascii() and part.isdigit() for part in parts) or len(parts) not in (2, 3):
        return False
    if [len(part) for part in parts] not in ([2, 2], [4, 2, 2]):
        return False
    year, month, day = (_LEAP_YEAR, *map(int, parts)) if len(parts) == 2 else map(int, parts)
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _problem_of_orders(numbers: list[str]) -> str:
    if not all(numbers):
        return translate("words", "An order needs its number.")
    if len(set(numbers)) < len(numbers):
        return translate("words", "This order number is there twice.")
    return ""
