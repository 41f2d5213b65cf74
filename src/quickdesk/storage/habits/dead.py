"""The searches that led nowhere, masked and counted, one document for each; only the latest ones."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from quickdesk.insights.dead_search import DeadSearch, Ending, counted, key_of
from quickdesk.storage.document import Document, stored_text
from quickdesk.storage.habits.table import Draft, HabitTable, OpenEngine, moment_of, text_of
from quickdesk.text.personal import masked

MOST_DEAD = 2000


class TinyDeadSearchStore:
    """Keeps dead searches; see :class:`quickdesk.insights.dead_search.DeadSearchStore`."""

    def __init__(self, open_engine: OpenEngine, most: int = MOST_DEAD) -> None:
        self._table = HabitTable(open_engine, "dead")
        self._most = most

    def dead_searches(self) -> Sequence[DeadSearch]:
        """Return what was kept, the latest last."""
        return sorted((each for _, each in _found(self._table.documents())), key=lambda each: each.when)

    def add(self, dead: Sequence[DeadSearch]) -> None:
        """Keep more; raises StoreError."""
        if dead:
            masks = [replace(each, query=stored_text(masked(each.query))) for each in dead]
            self._table.change(lambda draft: _add(draft, masks, self._most))


def _add(draft: Draft, dead: Sequence[DeadSearch], most: int) -> None:
    keys = {key_of(each): key for key, each in _found(draft.documents)}
    known = {key_of(each): each for _, each in _found(draft.documents)}
    changed = {}
    for each in dead:
        known[key_of(each)] = changed[key_of(each)] = counted(known.get(key_of(each)), each)
    by_age = sorted(known, key=lambda name: known[name].when)
    spare = by_age[: max(len(by_age) - most, 0)]
    for name, each in changed.items():
        if name not in spare:
            draft.put(keys.get(name), _document(each))
    draft.take([keys[name] for name in spare if name in keys])


def _document(dead: DeadSearch) -> Document:
    return {
        "query": dead.query,
        "when": dead.when.isoformat(),
        "ending": dead.ending.value,
        "count": dead.count,
    }


def _found(documents: Mapping[str, Document]) -> Iterator[tuple[str, DeadSearch]]:
    """Go through keys and dead searches; what is none is passed over."""
    for key, document in documents.items():
        try:
            count = document["count"]
            if isinstance(count, bool) or not isinstance(count, int) or count < 1:
                continue
            query, when = text_of(document["query"]), moment_of(document["when"])
            yield key, DeadSearch(query, when, Ending(document["ending"]), count)
        except (KeyError, TypeError, ValueError):
            continue
