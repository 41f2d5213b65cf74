"""What is wrong with the value of a field of a card, in words."""

from typing import Any, Final

from PySide6.QtCore import QCoreApplication

from quickdesk.customers.card.validation import parsed_birthday
from quickdesk.customers.views.editing import CardField

translate: Final = QCoreApplication.translate  # lupdate recognises this name


def problem_of(field: CardField, value: Any) -> str:  # noqa: ANN401 - the value of any field
    """Return why a value cannot be saved, empty if it can."""
    if field is CardField.BIRTHDAY and value and parsed_birthday(value) is None:
        return translate("words", "Write the birthday as MM-DD or YYYY-MM-DD, for example 05-20.")
    if field is CardField.FIELDS and any(not name for name in value):
        return translate("words", "This value needs a name, for example size.")
    if field is CardField.NICKNAMES and any(not each.text for each in value):
        return translate("words", "A platform needs the nickname there.")
    if field is CardField.ORDERS:
        return _problem_of_orders([order.number for order in value])
    return ""


def _problem_of_orders(numbers: list[str]) -> str:
    if not all(numbers):
        return translate("words", "An order needs its number.")
    if len(set(numbers)) < len(numbers):
        return translate("words", "This order number is there twice.")
    return ""
