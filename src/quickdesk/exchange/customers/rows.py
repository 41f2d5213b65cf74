"""Turning the rows of a table into records of customers.

Tables of other programs may show one customer in several rows, with the nickname only in the first (merged
cells). A row without nickname, name and phone continues the customer above if no nickname of the table begins
twice; an empty platform continues the one above if at least half of that column is empty.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from quickdesk.customers.customer import Customer, Nickname
from quickdesk.exchange.customers.cells import (
    SEPARATORS,
    bare,
    birthday_of,
    is_cut_number,
    split,
    without_point,
    yes_or_no,
)
from quickdesk.exchange.customers.columns import HEADER, IDENTIFYING, CustomerColumns
from quickdesk.exchange.customers.notes import notes_of
from quickdesk.exchange.customers.orders import COLUMNS as ORDER_COLUMNS
from quickdesk.exchange.customers.orders import for_each, orders_of
from quickdesk.exchange.customers.records import (
    CustomerRecord,
    CustomerRefusal,
    RefusedCustomer,
    RefusedRowError,
)
from quickdesk.exchange.parsed import Place
from quickdesk.exchange.tables.cells import Row
from quickdesk.exchange.tables.merged import MergedColumn
from quickdesk.exchange.text_cleanup import collapse_whitespace, is_damaged, join_lines
from quickdesk.replies.validation import unix_lines

_EXCEL_LINE_END = "_x000D_"
_WHO = ("nicknames", "name", "phones")
_CONTINUED = ("nicknames", "platforms", "name")
_BLANK_WHERE_CONTINUED = (*_WHO, "platforms")
_NUMBERS = frozenset({"phones", "orders", "tracking"})


@dataclass(frozen=True, slots=True)
class TableHabits:
    """What the rows of a table show together: what continues above where it is empty."""

    rows_continue: bool = False
    platforms_continue: bool = False


def habits_of(rows: Iterable[Row], columns: CustomerColumns) -> TableHabits:
    """Return the habits of a table; one of our own export has none."""
    if columns.is_own or "nicknames" not in columns.positions:
        return TableHabits()
    nickname, platform = MergedColumn(is_unique=True), MergedColumn(is_unique=True)
    begins_filled: bool | None = None
    for row in rows:
        who = {name: _first(row.cells, columns, name) for name in _WHO}
        if begins_filled is None:
            begins_filled = bool(who["nicknames"])
        if any(who.values()):
            nickname.add(who["nicknames"])
        platform.add(_first(row.cells, columns, "platforms"))
    return TableHabits(bool(begins_filled) and not nickname.begins_twice, platform.is_merged)


class CustomerReader:
    """Reads the rows of one table in their order; ``continued`` counts those that continue a customer."""

    def __init__(self, columns: CustomerColumns, habits: TableHabits) -> None:
        self._columns, self._habits = columns, habits
        self._above: dict[int, str] = {}
        self._line: Callable[[str], str] = join_lines if columns.is_own else collapse_whitespace
        self.continued = 0

    def read(self, row: Row, place: Place) -> CustomerRecord | RefusedCustomer:
        """Return what a row says, or why it is left out."""
        cells = list(map(bare, row.cells))
        if not self._columns.is_own:
            cells = [cell.replace(_EXCEL_LINE_END, "") for cell in cells]
            self._fill_down(cells)
        try:
            self._refuse_unreadable(row)
            return self._record(cells, place)
        except RefusedRowError as refused:
            named = (_first(cells, self._columns, name) for name in IDENTIFYING)
            label = next(filter(None, named), "")
            return RefusedCustomer(refused.reason, place, "" if is_damaged(label) else label, refused.detail)

    def _record(self, cells: list[str], place: Place) -> CustomerRecord:
        columns = self._columns
        fields = {name: text for at, name in columns.free.items() if (text := _text(_at(cells, at)))}
        texts = {name: self._texts(cells, name) for name in (*ORDER_COLUMNS, "nicknames", "platforms")}
        platforms = set() if columns.is_own else set(filter(None, texts["platforms"]))
        values: dict[str, Any] = {
            name: self._single(cells, name, fields) for name in ("name", "tone", "language")
        }
        values |= {name: self._distinct(cells, name) for name in ("phones", "addresses", "tags")}
        values["nicknames"] = self._nicknames(texts, fields)
        values["orders"] = orders_of(
            texts, self._cells(cells, "items"), platforms.pop() if len(platforms) == 1 else "", fields
        )
        values["remark"] = "\n".join(dict.fromkeys(filter(None, map(_text, self._cells(cells, "remark")))))
        values["birthday"] = _birthday(self._single(cells, "birthday", fields))
        values |= self._do_not_contact(cells, fields)
        customer = Customer("", fields=fields, **values)
        is_known = customer.nicknames or customer.name or customer.phones or customer.orders
        if not is_known and not (columns.is_own and customer.remark):
            raise RefusedRowError(CustomerRefusal.NO_CUSTOMER)
        return CustomerRecord(customer, place, notes_of(self._cells(cells, "notes")))

    def _nicknames(self, texts: dict[str, list[str]], fields: dict[str, str]) -> tuple[Nickname, ...]:
        platforms, names = texts["platforms"], texts["nicknames"]
        if not any(names):
            if any(platforms) and not any(texts["orders"]):
                fields[HEADER["platforms"]] = ";".join(filter(None, platforms))
            return ()
        pairs = zip(names, for_each(platforms, len(names), HEADER["platforms"]), strict=True)
        return tuple(dict.fromkeys(Nickname(name, platform) for name, platform in pairs if name))

    def _do_not_contact(self, cells: list[str], fields: dict[str, str]) -> dict[str, Any]:
        stated, reason = (self._single(cells, name, fields) for name in ("do_not_contact", "reason"))
        said = yes_or_no(stated)
        if stated and said is None:  # the reason itself
            return {"is_do_not_contact": True, "do_not_contact_reason": reason or stated}
        return {"is_do_not_contact": bool(said), "do_not_contact_reason": reason}

    def _single(self, cells: list[str], name: str, fields: dict[str, str]) -> str:
        """Return the first text of a field; what further columns have becomes a free field."""
        found = ""
        for at in self._columns.positions.get(name, ()):
            text = self._line(_at(cells, at))
            if text and found and text != found:
                fields.setdefault(self._columns.names[at], text)
            found = found or text
        return found

    def _distinct(self, cells: list[str], name: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(filter(None, self._texts(cells, name))))

    def _texts(self, cells: list[str], name: str) -> list[str]:
        """Return the texts of the columns of a field, blank ones too."""
        found = [
            self._line(text) for cell in self._cells(cells, name) for text in split(cell, SEPARATORS[name])
        ]
        if name not in _NUMBERS:
            return found
        for text in found:
            if is_cut_number(text):
                raise RefusedRowError(CustomerRefusal.CUT_NUMBER, text)
        return found if self._columns.is_own else list(map(without_point, found))

    def _cells(self, cells: list[str], name: str) -> list[str]:
        return [_at(cells, at) for at in self._columns.positions.get(name, ())]

    def _fill_down(self, cells: list[str]) -> None:
        """Continue what is above if the cells look like merged ones."""
        positions = self._columns.positions
        cells += [""] * (self._columns.width - len(cells))
        is_continued = (
            self._habits.rows_continue
            and any(self._above.get(at) for at in positions["nicknames"])
            and not any(_first(cells, self._columns, name) for name in _BLANK_WHERE_CONTINUED)
        )
        self.continued += is_continued
        for name in _CONTINUED if is_continued else ("platforms",) * self._habits.platforms_continue:
            for at in positions.get(name, ()):
                cells[at] = cells[at] if cells[at].strip() else self._above.get(at, "")
        self._above = {at: cells[at].strip() for name in _CONTINUED for at in positions.get(name, ())}

    def _refuse_unreadable(self, row: Row) -> None:
        if any(map(is_damaged, row.cells)):
            raise RefusedRowError(CustomerRefusal.DAMAGED_TEXT)
        if row.has_open_quote:
            raise RefusedRowError(CustomerRefusal.UNCLOSED_QUOTE)
        if any(cell.strip() for cell in row.cells[self._columns.width :]):
            raise RefusedRowError(CustomerRefusal.TOO_MANY_CELLS)


def _birthday(cell: str) -> str:
    found = birthday_of(cell) if cell else ""
    if found is None:
        raise RefusedRowError(CustomerRefusal.NOT_A_DATE, cell)
    return found


def _first(cells: Sequence[str], columns: CustomerColumns, name: str) -> str:
    """Return the first cell of a field that is not blank."""
    found = (_at(cells, at).strip() for at in columns.positions.get(name, ()))
    return next(filter(None, found), "")


def _at(cells: Sequence[str], position: int) -> str:
    return cells[position] if position < len(cells) else ""


def _text(cell: str) -> str:
    return unix_lines(cell).strip()
