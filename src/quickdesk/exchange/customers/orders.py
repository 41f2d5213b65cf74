"""The orders of a row: their numbers in one column, and what is known of each in others.

The other columns have one text for each order, or one for all of them. Without an order number they become
free fields, so that nothing is lost.
"""

from collections.abc import Mapping, MutableMapping, Sequence

from quickdesk.customers.customer import Order
from quickdesk.exchange.customers.cells import INNER, SEPARATORS, join, join_parallel, pieces, text_of
from quickdesk.exchange.customers.columns import HEADER
from quickdesk.exchange.customers.records import CustomerRefusal, RefusedRowError

COLUMNS = ("orders", "order_platforms", "order_states", "items", "tracking", "carriers")
_ITEM_SEPARATORS = SEPARATORS["items"] + INNER


def order_cells(orders: Sequence[Order]) -> dict[str, str]:
    """Return the cell of each column for these orders."""

    def cell(name: str, texts: Sequence[str]) -> str:
        return join_parallel(texts, SEPARATORS[name])

    items = [join(order.items, _ITEM_SEPARATORS, INNER[0]) for order in orders]
    return {
        "orders": cell("orders", [order.number for order in orders]),
        "order_platforms": cell("order_platforms", [order.platform for order in orders]),
        "order_states": cell("order_states", [order.state for order in orders]),
        "items": ";".join(items) if any(items) else "",
        "tracking": cell("tracking", [order.tracking_number for order in orders]),
        "carriers": cell("carriers", [order.carrier for order in orders]),
    }


def orders_of(
    texts: Mapping[str, Sequence[str]], items: Sequence[str], platform: str, fields: MutableMapping[str, str]
) -> tuple[Order, ...]:
    """Return the orders of a row; raises RefusedRowError.

    ``texts`` are those of each column, ``items`` the cells with what was ordered. ``platform`` is that of the
    row, for orders without one of their own. What belongs to no order is added to ``fields``.
    """
    numbers = [number for number in texts["orders"] if number]
    if not numbers:
        found = {HEADER[name]: texts[name] for name in COLUMNS[1:] if name != "items"}
        found[HEADER["items"]] = [item for cell in items for item in _items(cell)]
        fields.update({name: ";".join(filter(None, values)) for name, values in found.items() if any(values)})
        return ()
    count = len(numbers)
    own = {name: for_each(texts[name], count, HEADER[name]) for name in COLUMNS[1:] if name != "items"}
    if platform and not any(own["order_platforms"]):
        own["order_platforms"] = [platform] * count
    columns = (own[name] for name in ("order_platforms", "order_states"))
    rows = zip(numbers, *columns, _items_of_each(items, count), own["tracking"], own["carriers"], strict=True)
    return tuple(dict.fromkeys(Order(*row) for row in rows))


def for_each(texts: Sequence[str], count: int, column: str) -> list[str]:
    """Return one text for each of several things; raises RefusedRowError if the numbers do not match."""
    if not any(texts):
        return [""] * count
    if len(texts) == 1:
        return list(texts) * count
    if len(texts) != count:
        raise RefusedRowError(CustomerRefusal.UNEQUAL_COUNTS, column)
    return list(texts)


def _items_of_each(cells: Sequence[str], count: int) -> list[tuple[str, ...]]:
    """Return the items of each order; of a row with one order all of them."""
    if count == 1:
        return [tuple(item for cell in cells for item in _items(cell))]
    found = [piece for cell in cells if cell.strip() for piece in pieces(cell, SEPARATORS["items"])]
    if not found:
        return [()] * count
    if len(found) not in (1, count):
        raise RefusedRowError(CustomerRefusal.UNEQUAL_COUNTS, HEADER["items"])
    each = [tuple(_items(piece)) for piece in found]
    return each if len(each) == count else each * count


def _items(cell: str) -> list[str]:
    texts = (text_of(piece, _ITEM_SEPARATORS) for piece in pieces(cell, _ITEM_SEPARATORS))
    return [text for text in map(str.strip, texts) if text]
