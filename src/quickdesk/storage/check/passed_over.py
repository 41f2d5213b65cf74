"""Counts what is stored and has no shape that this version of the program understands."""

from collections.abc import Mapping

from quickdesk.storage.document import ID, Document
from quickdesk.storage.history.record import HISTORY, is_record, read_record
from quickdesk.storage.journal.engine import Engine
from quickdesk.storage.settings_store import SETTINGS, unread_settings


def passed_over(engine: Engine) -> int:
    """Return how many documents, settings and actions of a kind are passed over: nobody sees them."""
    with engine.guard:
        tables, _ = engine.memory.view()
    accepts = engine.kind.accepts
    number = sum(not accepts(name, each) for name, table in tables.items() for each in table.values())
    number += sum(map(_hidden, tables.values()))
    records = ((key, each) for key, each in tables.get(HISTORY, {}).items() if is_record(each))
    number += sum(read_record(engine.kind, key, each) is None for key, each in records)
    if engine.kind is SETTINGS:
        number += len(unread_settings(tables))
    return number


def _hidden(table: Mapping[str, Document]) -> int:
    """Count the documents whose id is no text, or another one's too: of two, one is never found."""
    ids = [document.get(ID, key) for key, document in table.items()]
    return len(ids) - len({each for each in ids if isinstance(each, str)})
