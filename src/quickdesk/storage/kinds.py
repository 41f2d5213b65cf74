"""The kinds of data that hold documents whose form is their own room's affair."""

from quickdesk.storage.document import Document, Tables
from quickdesk.storage.format import Kind


def _is_well_shaped(tables: Tables) -> bool:
    return bool(tables)


def _accepts(table: str, document: Document) -> bool:
    return bool(table) and isinstance(document, dict)


CUSTOMERS = Kind("customers", 3, ("customers", "notes"), _is_well_shaped, _accepts)
FOLLOWUPS = Kind("followups", 3, ("reminders",), _is_well_shaped, _accepts)
INSIGHTS = Kind("insights", 3, ("events", "usage", "letters", "answered", "dead"), _is_well_shaped, _accepts)
