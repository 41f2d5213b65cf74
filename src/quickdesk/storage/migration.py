"""Older forms of the tables, and how they become today's.

Version 1 kept documents under their own ids, which are any texts; TinyDB as it comes reads whole numbers
there. Since version 2 the keys are numbers, and an id that is another text stands in the document as ``_id``.
"""

import re
from collections.abc import Iterable

from quickdesk.storage.document import ID, Document, Tables

# As Python writes a whole number; sixteen digits are more than anyone's documents.
_NUMBER = re.compile(r"-?(0|[1-9][0-9]{0,15})")


def is_number_key(key: str) -> bool:
    """Whether it is a whole number as TinyDB writes it."""
    return _NUMBER.fullmatch(key) is not None


def are_number_keys(keys: Iterable[str]) -> bool:
    """Whether all of them are."""
    return all(map(_NUMBER.fullmatch, keys))


def with_number_keys(tables: Tables) -> Tables:
    """Return the tables with numbers as keys; the same tables give the same numbers every time."""
    return {name: table if are_number_keys(table) else _numbered(table) for name, table in tables.items()}


def _numbered(table: dict[str, Document]) -> dict[str, Document]:
    return {
        str(number): {ID: key, **document} for number, (key, document) in enumerate(table.items(), start=1)
    }
