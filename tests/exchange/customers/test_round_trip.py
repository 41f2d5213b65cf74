"""Export, import into an empty store, export: equal byte for byte; and the file is safe in a spreadsheet."""

import csv
import io
from collections.abc import Sequence
from datetime import UTC, datetime

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from quickdesk.customers.card.validation import check_customer, check_note, normalized_customer
from quickdesk.customers.customer import Customer, Nickname, Note, Order
from quickdesk.exchange.customers.cells import is_cut_number
from quickdesk.exchange.customers.table import read_customers, write_customers
from quickdesk.replies.template import can_name_field
from tests.exchange.customers.rows import plan

_CHARACTERS = st.one_of(
    st.sampled_from("=+-@'\"\\;；|｜,，、/ \t0123456789.Ee小王🍋￥*"),
    st.characters(codec="utf-8", exclude_categories=("Cc", "Zl", "Zp", "Zs", "Cs")),
)
LINES = st.text(_CHARACTERS, min_size=1, max_size=12).map(lambda text: " ".join(text.split())).filter(bool)
NUMBERS = LINES.filter(lambda text: not is_cut_number(text))
MAYBE = st.one_of(st.just(""), LINES)
TEXTS = st.lists(LINES, min_size=1, max_size=3).map("\n".join)
MAYBE_TEXT = st.one_of(st.just(""), TEXTS)


def several(lines: st.SearchStrategy[str]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(lines, max_size=3, unique=True).map(tuple)


ORDERS = st.lists(
    st.builds(Order, NUMBERS, MAYBE, MAYBE, several(LINES), st.one_of(st.just(""), NUMBERS), MAYBE),
    max_size=3,
    unique_by=lambda order: order.number,
).map(tuple)
FREE = st.one_of(LINES, st.sampled_from(["手机", "昵称2", "尺码"])).filter(can_name_field)
CUSTOMERS = st.builds(
    Customer,
    id=st.just(""),
    nicknames=st.lists(st.builds(Nickname, LINES, MAYBE), max_size=3, unique=True).map(tuple),
    name=MAYBE,
    remark=MAYBE_TEXT,
    tags=several(LINES),
    fields=st.dictionaries(
        st.one_of(LINES, st.sampled_from(["手机", "昵称2", "字段:手机"])), TEXTS, max_size=3
    ),
    tone=MAYBE,
    language=MAYBE,
    is_do_not_contact=st.booleans(),
    do_not_contact_reason=MAYBE,
    orders=ORDERS,
    phones=several(NUMBERS),
    addresses=several(LINES),
    birthday=st.sampled_from(["", "02-29", "1990-05-03"]),
).filter(lambda each: bool(each.nicknames or each.name or each.orders or each.phones))
NOTES = st.lists(
    st.builds(
        Note,
        st.just(""),
        st.just(""),
        TEXTS,
        st.datetimes(timezones=st.just(UTC), min_value=datetime(1990, 1, 1)),
        MAYBE,
        st.booleans(),
    ),
    max_size=2,
    unique_by=lambda note: (note.text, note.at),
)


def exported(customers: Sequence[Customer], notes: Sequence[Note]) -> bytes:
    return write_customers(
        customers, {each.id: [note for note in notes if note.customer_id == each.id] for each in customers}
    )


@given(st.lists(st.tuples(CUSTOMERS, NOTES), max_size=4))
def test_export_import_export(drawn: list[tuple[Customer, list[Note]]]) -> None:
    customers = [_normalized(customer, f"c{number}") for number, (customer, _) in enumerate(drawn)]
    assume(not any(map(check_customer, customers)))
    assume(not any(check_note(note) for _, notes in drawn for note in notes))
    content = write_customers(
        customers, {each.id: notes for each, (_, notes) in zip(customers, drawn, strict=True)}
    )
    parsed = read_customers("a.csv", content)
    planned = plan(parsed)
    assert planned.refused == ()
    assert exported(planned.new, planned.notes) == content
    again = plan(parsed, planned.new, planned.notes)
    assert (again.new, again.changed, again.refused, again.notes) == ((), (), (), ())


def _normalized(drawn: Customer, customer_id: str) -> Customer:
    """Return a customer as it can be stored."""
    return normalized_customer(_with_id(drawn, customer_id))


def _with_id(customer: Customer, customer_id: str) -> Customer:
    values = {name: getattr(customer, name) for name in Customer.__dataclass_fields__ if name != "id"}
    return Customer(customer_id, **values)


@pytest.mark.parametrize(
    "text", ["=1+1", "+8613800138000", "-1", "@x", "＝1", "'=1", "'13800138000", "13800138000", "007", "'007"]
)
def test_a_spreadsheet_runs_nothing_and_changes_no_number(text: str) -> None:
    card = Customer("c", nicknames=(Nickname(text),), phones=(text,), fields={"尺码": text})
    content = write_customers([card], {})
    _, row = csv.reader(io.StringIO(content.decode("utf-8-sig")))
    cells = [row[0], row[3], row[-1]]
    assert all(cell[0] == "'" for cell in cells)
    (record,) = read_customers("a.csv", content).records
    assert record.customer == _with_id(card, "")


def test_a_table_with_tabs() -> None:
    card = Customer("c", nicknames=(Nickname("小\\王"),), remark="a\nb")
    (record,) = read_customers("a.tsv", write_customers([card], {}, "\t")).records
    assert record.customer == _with_id(card, "")
