"""The control of each field of a card, behind one interface."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QCoreApplication, Qt, SignalInstance
from PySide6.QtWidgets import QLineEdit, QWidget

from quickdesk.customers.customer import Nickname
from quickdesk.customers.masking import masked_address, masked_number
from quickdesk.customers.views.editing import CardField
from quickdesk.ui.card.contact_edit import ContactEdit
from quickdesk.ui.card.orders_edit import OrdersEdit
from quickdesk.ui.card.rows_edit import Column, RowsEdit
from quickdesk.ui.card.tag_edit import TagEdit
from quickdesk.ui.controls import GrowingEdit
from quickdesk.ui.facts.value_edit import as_edited
from quickdesk.ui.qt_text import displayable
from quickdesk.ui.theme import Theme

translate: Final = QCoreApplication.translate  # lupdate recognises this name
ROWS_FIELDS: Final = (CardField.NICKNAMES, CardField.FIELDS, CardField.PHONES, CardField.ADDRESSES)


@dataclass(frozen=True, slots=True)
class FieldEditor:
    """A control: ``get`` and ``put`` its value, ``focus`` it; ``changed`` wants the value saved at once."""

    widget: QWidget
    get: Callable[[], Any]
    put: Callable[[Any], None]
    focus: Callable[[], None]
    set_theme: Callable[[Theme], None]
    changed: SignalInstance | None = None
    mask: Callable[[bool], None] | None = None
    flaw: Callable[[], str] = str
    """Returns what is wrong with what is typed beyond its value, empty for nothing."""


def editor_of(field: CardField, theme: Theme, guess: Callable[[str], str]) -> FieldEditor:
    """Return the control of a field; ``guess`` returns the carrier of a tracking number."""
    if field in ROWS_FIELDS:
        return _rows_editor(field, theme)
    if field is CardField.ORDERS:
        return _orders_editor(OrdersEdit(theme, guess))
    if field is CardField.TAGS:
        return _tags_editor(TagEdit(theme))
    if field is CardField.CONTACT:
        return _contact_editor(ContactEdit(theme))
    return _remark_editor(GrowingEdit()) if field is CardField.REMARK else _line_editor(QLineEdit())


def _focus(widget: QWidget) -> None:
    widget.setFocus(Qt.FocusReason.TabFocusReason)


def _line_editor(line: QLineEdit) -> FieldEditor:
    def put(text: str) -> None:
        line.setText(displayable(text))
        line.setCursorPosition(0)

    return FieldEditor(line, lambda: line.text().strip(), put, lambda: _focus(line), _no_theme)


def _remark_editor(edit: GrowingEdit) -> FieldEditor:
    def put(text: str) -> None:
        if as_edited(text) != as_edited(edit.toPlainText()):
            edit.setPlainText(displayable(text))

    def set_theme(theme: Theme) -> None:
        edit.set_least_height(theme.px(30))

    return FieldEditor(edit, lambda: as_edited(edit.toPlainText()), put, lambda: _focus(edit), set_theme)


def _tags_editor(tags: TagEdit) -> FieldEditor:
    return FieldEditor(
        tags, lambda: tags.tags, tags.set_tags, lambda: _focus(tags.box), tags.set_theme, tags.changed
    )


def _contact_editor(contact: ContactEdit) -> FieldEditor:
    return FieldEditor(
        contact,
        lambda: contact.value,
        contact.set_value,
        lambda: _focus(contact.tick),
        contact.set_theme,
        contact.changed,
    )


def _orders_editor(orders: OrdersEdit) -> FieldEditor:
    return FieldEditor(
        orders,
        lambda: orders.orders,
        orders.set_orders,
        lambda: _focus(orders.first_box),
        orders.set_theme,
        orders.changed,
        lambda is_masked: orders.set_masked(is_masked=is_masked),
    )


def _rows_editor(field: CardField, theme: Theme) -> FieldEditor:
    rows = RowsEdit(_columns(field), theme)

    def get() -> Any:  # noqa: ANN401 - the value of one of several fields
        return _from_rows(field, rows.items)

    def put(value: Any) -> None:  # noqa: ANN401 - as above
        rows.set_items(_to_rows(field, value))

    return FieldEditor(
        rows,
        get,
        put,
        lambda: _focus(rows.first_box),
        rows.set_theme,
        rows.changed,
        lambda is_masked: rows.set_masked(is_masked=is_masked),
        lambda: _doubled_name(rows) if field is CardField.FIELDS else "",
    )


def _doubled_name(rows: RowsEdit) -> str:
    names = [name for name, _ in rows.items]
    return translate("words", "This name is there twice.") if len(set(names)) < len(names) else ""


def _columns(field: CardField) -> tuple[Column, ...]:
    if field is CardField.NICKNAMES:
        return (
            Column(lambda: translate("words", "Nickname"), 3),
            Column(lambda: translate("words", "Platform"), 2),
        )
    if field is CardField.FIELDS:
        return (
            Column(lambda: translate("words", "Name, such as size"), 2),
            Column(lambda: translate("words", "Value"), 3),
        )
    if field is CardField.PHONES:
        return (Column(lambda: translate("words", "Phone number"), 1, masked_number),)
    return (Column(lambda: translate("words", "Address"), 1, masked_address),)


def _to_rows(field: CardField, value: Any) -> tuple[tuple[str, ...], ...]:  # noqa: ANN401 - as above
    if field is CardField.NICKNAMES:
        return tuple((each.text, each.platform) for each in value)
    if field is CardField.FIELDS:
        return tuple(value.items())
    return tuple((text,) for text in value)


def _from_rows(field: CardField, rows: tuple[tuple[str, ...], ...]) -> Any:  # noqa: ANN401 - as above
    if field is CardField.NICKNAMES:
        return tuple(dict.fromkeys(Nickname(text, platform) for text, platform in rows))
    if field is CardField.FIELDS:
        return {row[0]: row[1] for row in rows}
    return tuple(dict.fromkeys(row[0] for row in rows))


def _no_theme(_theme: Theme) -> None:
    pass
