"""The names of the fields of a card, their values in one line, and what is wrong with a value."""

from typing import Any, Final

from PySide6.QtCore import QCoreApplication

from quickdesk.customers.card.validation import parsed_birthday
from quickdesk.customers.masking import masked_address, masked_number
from quickdesk.customers.views.editing import CardField
from quickdesk.ui.qt_text import inline_text

translate: Final = QCoreApplication.translate  # lupdate recognises this name
_MAX_VALUE: Final = 200


def field_name(field: CardField) -> str:
    """Return the name of a field."""
    return {
        CardField.NICKNAMES: translate("words", "Nicknames"),
        CardField.NAME: translate("words", "Real name"),
        CardField.REMARK: translate("words", "Remark"),
        CardField.TAGS: translate("words", "Tags"),
        CardField.FIELDS: translate("words", "Preferences"),
        CardField.TONE: translate("words", "Tone"),
        CardField.LANGUAGE: translate("words", "Language"),
        CardField.CONTACT: translate("words", "Contact"),
        CardField.ORDERS: translate("words", "Orders"),
        CardField.PHONES: translate("words", "Phones"),
        CardField.ADDRESSES: translate("words", "Addresses"),
        CardField.BIRTHDAY: translate("words", "Birthday"),
    }[field]


def value_text(field: CardField, value: Any, *, is_masked: bool) -> str:  # noqa: ANN401 - of any field
    """Return a value in one line; a word that it is empty if it is."""
    text = inline_text(_text(field, value, is_masked=is_masked))
    if not text:
        return translate("words", "(empty)")
    return text if len(text) <= _MAX_VALUE else f"{text[:_MAX_VALUE]}…"


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


def _text(field: CardField, value: Any, *, is_masked: bool) -> str:  # noqa: ANN401 - as above
    numbers = masked_number if is_masked else str
    if field is CardField.NICKNAMES:
        return "; ".join(" · ".join(filter(None, (each.text, each.platform))) for each in value)
    if field is CardField.FIELDS:
        return "; ".join(f"{name}: {text}" for name, text in value.items())
    if field is CardField.CONTACT:
        return " · ".join(filter(None, (translate("words", "Do not contact"), value[1]))) if value[0] else ""
    if field is CardField.ORDERS:
        return "; ".join(" · ".join(filter(None, (numbers(each.number), each.state))) for each in value)
    if field is CardField.PHONES:
        return "; ".join(map(numbers, value))
    if field is CardField.ADDRESSES:
        return "; ".join(map(masked_address if is_masked else str, value))
    return "; ".join(value) if field is CardField.TAGS else str(value)


def _problem_of_orders(numbers: list[str]) -> str:
    if not all(numbers):
        return translate("words", "An order needs its number.")
    if len(set(numbers)) < len(numbers):
        return translate("words", "This order number is there twice.")
    return ""
