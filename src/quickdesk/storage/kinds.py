"""All kinds of data that may be in a folder: the one list that opening, backups, check and restore share."""

from quickdesk.storage.document import Document, Tables
from quickdesk.storage.format import Kind
from quickdesk.storage.settings_store import SETTINGS
from quickdesk.storage.snippets.shape import SNIPPETS


def _is_well_shaped(tables: Tables) -> bool:
    return bool(tables)


def _accepts(table: str, document: Document) -> bool:
    return bool(table) and isinstance(document, dict)


CUSTOMERS = Kind("customers", 3, ("customers", "notes"), _is_well_shaped, _accepts)
FOLLOWUPS = Kind("followups", 3, ("reminders",), _is_well_shaped, _accepts)
INSIGHTS = Kind("insights", 3, ("usage", "letters", "answered", "dead", "days"), _is_well_shaped, _accepts)

KINDS = (SNIPPETS, SETTINGS, CUSTOMERS, FOLLOWUPS, INSIGHTS)
"""All of them, in the order in which they are opened."""
RESTORED_WHOLE = tuple(kind for kind in KINDS if kind not in (SNIPPETS, SETTINGS))
"""Those that a restore makes as the backup has them: replies come back one by one, settings stay."""
