"""Reading and writing tables of customers: CSV, or TSV, in any encoding that spreadsheets write."""

import codecs
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from quickdesk.customers.customer import Customer, Note
from quickdesk.exchange.content import decoded_text
from quickdesk.exchange.customers.cells import SEPARATORS, join, join_parallel, protected
from quickdesk.exchange.customers.columns import HEADER, CustomerColumns, header_of, read_header
from quickdesk.exchange.customers.notes import notes_cell
from quickdesk.exchange.customers.orders import order_cells
from quickdesk.exchange.customers.records import CustomerRecord, ParsedCustomers, RefusedCustomer
from quickdesk.exchange.customers.rows import CustomerReader, habits_of
from quickdesk.exchange.detect import require_few_lines
from quickdesk.exchange.parsed import MAX_RECORDS, ExchangeError, ExchangeReason, Place
from quickdesk.exchange.tables.cells import Row, TooManyCellsError, format_table, parse_rows
from quickdesk.exchange.tables.first_rows import first_rows

_YES = "是"


@dataclass(frozen=True, slots=True)
class _Layout:
    delimiter: str
    columns: CustomerColumns
    header_row: int


def read_customers(file: str, content: bytes, encoding: str | None = None) -> ParsedCustomers:
    """Parse the content of a file; ``encoding`` overrides detection.

    Raise ExchangeError if it cannot be read at all; single rows are refused.
    """
    text = decoded_text(file, content, encoding).text
    require_few_lines(file, text)
    layout = _layout(text)
    if layout is None:
        raise ExchangeError(ExchangeReason.NO_CUSTOMER_COLUMN, Place(file))
    records: list[CustomerRecord] = []
    refused: list[RefusedCustomer] = []
    try:
        reader = CustomerReader(layout.columns, habits_of(_content_rows(text, layout), layout.columns))
        for row in _content_rows(text, layout):
            if len(records) + len(refused) == MAX_RECORDS:
                raise ExchangeError(ExchangeReason.TOO_MANY_RECORDS, Place(file))
            found = reader.read(row, Place(file, row.line, row.number))
            if isinstance(found, CustomerRecord):
                records.append(found)
            else:
                refused.append(found)
    except TooManyCellsError as error:
        place = Place(file, error.line, error.number)
        raise ExchangeError(ExchangeReason.ROW_TOO_LONG, place) from error
    return ParsedCustomers(tuple(records), tuple(refused), layout.columns.is_own, reader.continued)


def write_customers(
    customers: Sequence[Customer], notes: Mapping[str, Sequence[Note]], delimiter: str = ","
) -> bytes:
    """Return customers as CSV, or as TSV with a tab for the delimiter.

    ``notes`` are the notes by the id of their customer. Ids are not written.
    """
    free = list(dict.fromkeys(name for customer in customers for name in customer.fields))
    rows = (
        [*_row(customer, notes.get(customer.id, ())), *(customer.fields.get(name, "") for name in free)]
        for customer in customers
    )
    table = (map(protected, row) for row in (header_of(free), *rows))
    return codecs.BOM_UTF8 + format_table(table, delimiter).encode("utf-8", "replace")


def _row(customer: Customer, notes: Iterable[Note]) -> list[str]:
    cells = {
        "nicknames": join((each.text for each in customer.nicknames), SEPARATORS["nicknames"]),
        "platforms": join_parallel([each.platform for each in customer.nicknames], SEPARATORS["platforms"]),
        "name": customer.name,
        **{name: join(getattr(customer, name), SEPARATORS[name]) for name in ("phones", "addresses", "tags")},
        **order_cells(customer.orders),
        "remark": customer.remark,
        "birthday": customer.birthday,
        "tone": customer.tone,
        "language": customer.language,
        "do_not_contact": _YES if customer.is_do_not_contact else "",
        "reason": customer.do_not_contact_reason,
        "notes": notes_cell(notes),
    }
    return [cells[name] for name in HEADER]


def _layout(text: str) -> _Layout | None:
    """Return the layout with the most known columns; the header is one of the first rows."""
    found = (layout for delimiter, rows in first_rows(text) if (layout := _first_header(delimiter, rows)))
    return max(found, key=lambda each: len(each.columns.positions), default=None)


def _first_header(delimiter: str, rows: Iterable[Row]) -> _Layout | None:
    for row in rows:
        columns = read_header(row.cells)
        if columns.is_known:
            return _Layout(delimiter, columns, row.number)
    return None


def _content_rows(text: str, layout: _Layout) -> Iterator[Row]:
    rows = parse_rows(text, layout.delimiter)
    return (row for row in rows if row.number > layout.header_row and not row.is_blank)
