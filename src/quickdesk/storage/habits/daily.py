"""How replies were used on each day: one document per day, without any text of a reply or a query."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from quickdesk.insights.daily_use import DailyUse, KeyCount, latest_first
from quickdesk.storage.document import Document, stored_text
from quickdesk.storage.habits.values import text_of
from quickdesk.storage.table import Draft, OpenEngine, Table

MOST_DAYS = 400
"""The number of days that are stored, those added last."""
_MOST = 10**15
"""A larger number is not counted, so that sums stay within 64 bits."""


class TinyDailyUseStore:
    """Stores the use by day; see :class:`quickdesk.insights.daily_use.DailyUseStore`."""

    def __init__(self, open_engine: OpenEngine, most: int = MOST_DAYS) -> None:
        self._table = Table(open_engine, "days")
        self._most = most

    def days(self) -> Sequence[DailyUse]:
        """Return the stored days, the latest first."""
        return latest_first(each for _, each in _days(self._table.documents()))

    def add(self, day: date, snippet_id: str, keys: KeyCount) -> None:
        """Add one use to a day; raises StoreError."""
        text = stored_text(snippet_id)
        self._table.change(lambda draft: _add(draft, day, text, keys, self._most), is_durable=False)


def _add(draft: Draft, day: date, snippet_id: str, keys: KeyCount, most: int) -> None:
    same = {key: each for key, each in draft.documents.items() if each.get("day") == day.isoformat()}
    key, before = next(_days(same), (None, DailyUse(day)))
    if key is None:
        known = [old for old, _ in _days(draft.documents)]
        # Those stored first are deleted, whatever the clock says.
        draft.remove(known[: max(len(known) + 1 - most, 0)])
    draft.put(key, _document(before.with_use(snippet_id, keys)))


def _document(use: DailyUse) -> Document:
    return {
        "day": use.day.isoformat(),
        "replies": dict(use.replies),
        "characters": use.characters,
        "keys_saved": use.keys_saved,
    }


def _days(documents: Mapping[str, Document]) -> Iterator[tuple[str, DailyUse]]:
    """Iterate over ids and days; documents that are not understood are skipped."""
    for key, document in documents.items():
        try:
            replies = {text: _count_of(count) for text, count in document["replies"].items()}
            characters, keys_saved = _count_of(document["characters"]), _count_of(document["keys_saved"])
            yield key, DailyUse(date.fromisoformat(text_of(document["day"])), replies, characters, keys_saved)
        except (KeyError, TypeError, ValueError, AttributeError):
            continue


def _count_of(stored: object) -> int:
    """Read a count; raises ValueError or TypeError."""
    if isinstance(stored, bool) or not isinstance(stored, int):
        raise TypeError(stored)
    if not 0 <= stored <= _MOST:
        raise ValueError(stored)
    return stored
