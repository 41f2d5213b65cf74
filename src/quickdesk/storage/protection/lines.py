"""Reading the lines of a data file one by one, and decrypting them meanwhile, which needs little memory."""

from collections.abc import Callable, Iterator, Mapping
from itertools import chain
from typing import Any, TypeAlias

from quickdesk.storage.document import from_json
from quickdesk.storage.protection.blocks import BLOCKS, BlockReader

HEAD, OPENING = b'{"_meta":', b":{"
"""The beginning of a file, and the end of the line that begins a table."""

ReaderOf: TypeAlias = Callable[[Mapping[str, Any]], BlockReader | None]
"""Returns what decrypts the tables of the file with some meta; None if they are not encrypted."""


def lines_of(text: bytes) -> Iterator[bytes]:
    """Yield the lines one by one, so that each is dropped before the next is read."""
    start = 0
    while (end := text.find(b"\n", start)) >= 0:
        yield text[start:end]
        start = end + 1
    yield text[start:]


def parse_lines(lines: Iterator[bytes], reader_of: ReaderOf) -> Any:  # noqa: ANN401 - JSON has no narrower type
    """Read a file in the layout of this program line by line; one of another layout at once.

    What was encrypted is in the member ``_blocks``, decrypted. Raises ValueError, RecursionError, and
    TypeError or AttributeError for JSON of another shape.
    """
    head, second = next(lines, b""), next(lines, None)
    if second is None or not head.startswith(HEAD) or not second.startswith((b',"', b'},"')):
        return from_json(b"\n".join(line for line in (head, second, *lines) if line is not None))
    data: dict[str, Any] = from_json(head + b"}")
    reader = reader_of(data["_meta"]["1"])
    tables = _Tables(data, reader)
    for line in chain((second,), lines):
        if line.startswith(b'},"'):
            data.update(from_json(b"{%s" % line.removeprefix(b"},")))
        elif line.endswith(OPENING):
            tables.begin(from_json(line[1:-2]))
        elif line != b"}":
            tables.add(from_json(b"{%s}" % line.removeprefix(b",")))
    if reader is not None:
        data[BLOCKS] = reader.finish(data.get(BLOCKS, {}))
    return data


class _Tables:
    """Adds the tables of a file to ``data``, those that are encrypted to the reader."""

    def __init__(self, data: dict[str, Any], reader: BlockReader | None) -> None:
        self._data, self._reader = data, reader
        self._name = ""
        self._table: dict[str, Any] = {}

    def begin(self, name: str) -> None:
        self._name, self._table = name, self._data.setdefault(name, {})
        self.add({})

    def add(self, rows: Mapping[str, Any]) -> None:
        if self._reader is None or self._name == BLOCKS:
            self._table.update(rows)
        else:
            self._reader.add(self._name, rows)
