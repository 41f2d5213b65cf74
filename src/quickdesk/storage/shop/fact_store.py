"""The facts of the shop, in ``facts.json``: one document each, with the key of its name as the id."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date

from quickdesk.replies.facts import Fact, check_fact
from quickdesk.replies.history import Action
from quickdesk.storage.document import ID, Document, stored_text
from quickdesk.storage.history.history import History
from quickdesk.storage.history.recording import with_record
from quickdesk.storage.table import Draft, OpenEngine, Table

FACTS_TABLE = "facts"
"""The table with the facts, and the kind of data that it is in."""


class TinyFactStore:
    """Stores facts; see :class:`quickdesk.replies.facts.FactStore`."""

    def __init__(self, open_engine: OpenEngine, history: History) -> None:
        self._open, self._history = open_engine, history
        self._table = Table(open_engine, FACTS_TABLE)

    def facts(self) -> Sequence[Fact]:
        """Return all facts; documents that are not understood are skipped."""
        return tuple(fact for _, fact in stored_facts(self._table.documents()))

    def put(self, facts: Sequence[Fact], action: Action) -> None:
        """Store facts; raises StoreError."""

        def plan(draft: Draft) -> None:
            known = {fact.key: (text, fact) for text, fact in stored_facts(draft.documents)}
            for each in facts:
                text, before = known.get(each.key, (stored_text(each.key), None))
                if each != before:
                    draft.put(text, {ID: text, **_document(each)})

        self._change(plan, action)

    def remove(self, keys: Sequence[str], action: Action) -> None:
        """Remove facts; raises StoreError."""

        def plan(draft: Draft) -> None:
            draft.remove([text for text, fact in stored_facts(draft.documents) if fact.key in keys])

        self._change(plan, action)

    def _change(self, plan: Callable[[Draft], None], action: Action) -> None:
        engine = self._open()
        self._history.open()
        sequence = self._history.next_sequence(action.at)
        with engine.guard:
            draft = self._table.draft()
            plan(draft)
            write = engine.stage_for_waiting(with_record(engine, action, draft.ops, sequence))
        write.wait()


def stored_facts(documents: Mapping[str, Document]) -> Iterator[tuple[str, Fact]]:
    """Iterate over ids and facts; documents that are not understood are skipped."""
    for text, document in documents.items():
        try:
            until = document.get("until")
            day = None if until is None else date.fromisoformat(until)
            fact = Fact(document["name"], document["value"], day)
            if not check_fact(fact):
                yield text, fact
        except (KeyError, TypeError, ValueError, AttributeError):
            continue


def _document(fact: Fact) -> Document:
    document = {"name": stored_text(fact.name), "value": stored_text(fact.value)}
    return document if fact.until is None else {**document, "until": fact.until.isoformat()}
