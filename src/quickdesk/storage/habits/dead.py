"""The searches without a result, masked and counted, one document each; only the latest ones."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from quickdesk.insights.dead_search import DeadSearch, Ending, counted, key_of
from quickdesk.storage.document import Document, stored_text
from quickdesk.storage.habits.values import moment_of, text_of
from quickdesk.storage.table import Draft, OpenEngine, Table
from quickdesk.text.personal import masked

MOST_DEAD = 2000


class TinyDeadSearchStore:
    """Stores dead searches; see :class:`quickdesk.insights.dead_search.DeadSearchStore`."""

    def __init__(self, open_engine: OpenEngine, most: int = MOST_DEAD) -> None:
        self._table = Table(open_engine, "dead")
        self._most = most

    def dead_searches(self) -> Sequence[DeadSearch]:
        """Return what is stored, the latest last."""
        return sorted((each for _, each in _found(self._table.documents())), key=lambda each: each.when)

    def add(self, dead: Sequence[DeadSearch]) -> None:
        """Store more; raises StoreError."""
        if dead:
            masks = [replace(each, query=stored_text(masked(each.query))) for each in dead]
            self._table.change(lambda draft: _add(draft, masks, self._most), is_durable=False)


def _add(draft: Draft, dead: Sequence[DeadSearch], most: int) -> None:
    keys = {key_of(each): key for key, each in _found(draft.documents)}
    known = {key_of(each): each for _, each in _found(draft.documents)}
    changed = set()
    for each in dead:
        name = key_of(each)
        # The newest is last, whatever the clock says.
        known[name] = counted(known.pop(name, None), each)
        changed.add(name)
    spare = set(list(known)[: max(len(known) - most, 0)])
    draft.remove([key for name, key in keys.items() if name in changed | spare])
    for name, each in known.items():
        if name in changed - spare:
            draft.put(None, _document(each))


def _document(dead: DeadSearch) -> Document:
    return {
        "query": dead.query,
        "when": dead.when.isoformat(),
        "ending": dead.ending.value,
        "count": dead.count,
    }


def _found(documents: Mapping[str, Document]) -> Iterator[tuple[str, DeadSearch]]:
    """Iterate over ids and dead searches; documents that are not understood are skipped."""
    for key, document in documents.items():
        try:
            count = document["count"]
            if isinstance(count, bool) or not isinstance(count, int) or count < 1:
                continue
            query, when = text_of(document["query"]), moment_of(document["when"])
            yield key, DeadSearch(query, when, Ending(document["ending"]), count)
        except (KeyError, TypeError, ValueError):
            continue
