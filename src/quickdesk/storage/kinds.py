"""The kinds of data in a folder: the one list that opening, history, backups, check and restore share."""

from quickdesk.storage.customers.shape import CASES, CUSTOMERS_TABLE, EVENTS, NOTES, TRASH
from quickdesk.storage.document import Document, Tables
from quickdesk.storage.format import ENCRYPTED_VERSION, VERSION, Kind
from quickdesk.storage.history.record import HISTORY, is_record
from quickdesk.storage.settings_store import SETTINGS
from quickdesk.storage.shop.fact_store import FACTS_TABLE
from quickdesk.storage.shop.lexicon_store import LEXICON_TABLE
from quickdesk.storage.snippets.shape import SNIPPETS


def _is_well_shaped(tables: Tables) -> bool:
    return bool(tables) and all(map(is_record, tables.get(HISTORY, {}).values()))


def _accepts(table: str, document: Document) -> bool:
    return table != HISTORY or is_record(document)


CUSTOMERS = Kind(
    "customers",
    ENCRYPTED_VERSION,
    (CUSTOMERS_TABLE, TRASH, NOTES, CASES, EVENTS),
    _is_well_shaped,
    _accepts,
    {CUSTOMERS_TABLE: TRASH},
    is_encrypted=True,
)
FOLLOWUPS = Kind("followups", ENCRYPTED_VERSION, ("reminders",), _is_well_shaped, _accepts, is_encrypted=True)
INSIGHTS = Kind(
    "insights", VERSION, ("usage", "letters", "answered", "dead", "days", "pins"), _is_well_shaped, _accepts
)
FACTS = Kind("facts", VERSION, (FACTS_TABLE,), _is_well_shaped, _accepts)
LEXICON = Kind("lexicon", VERSION, (LEXICON_TABLE,), _is_well_shaped, _accepts)

KINDS = (SNIPPETS, SETTINGS, CUSTOMERS, FOLLOWUPS, INSIGHTS, FACTS, LEXICON)
"""All kinds in the order in which they are opened; the first is the main one of joint transactions."""
RESTORED_WHOLE = tuple(kind for kind in KINDS if kind not in (SNIPPETS, SETTINGS))
"""The kinds that a restore makes as they are in the backup; replies are restored one by one, settings are
kept.
"""
