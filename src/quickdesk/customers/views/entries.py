"""The entries of a timeline: notes, cases and events of one customer in one list."""

from collections.abc import Sequence
from datetime import datetime
from typing import TypeAlias

from quickdesk.customers.case import Case
from quickdesk.customers.customer import Note
from quickdesk.customers.timeline import Event

Entry: TypeAlias = Note | Case | Event


def entry_time(entry: Entry) -> datetime:
    """Return when an entry happened; for a case, when it was opened."""
    return entry.opened if isinstance(entry, Case) else entry.at


def newest_first(notes: Sequence[Note], cases: Sequence[Case], events: Sequence[Event]) -> Sequence[Entry]:
    """Return all entries, the newest first; of those at the same time the one that came last."""
    entries: list[Entry] = [*notes, *cases, *events]
    entries.reverse()
    return sorted(entries, key=entry_time, reverse=True)
