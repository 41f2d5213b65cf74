"""The replies with which messages were answered: the masked messages, only the newest ones."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from quickdesk.search.suggest.suggestion import Answered
from quickdesk.storage.document import Document, stored_text
from quickdesk.storage.habits.values import text_of
from quickdesk.storage.table import Draft, OpenEngine, Table
from quickdesk.text.personal import masked

MOST_ANSWERED = 2000
LONGEST_MESSAGE = 1000
"""The number of characters of a message that are stored."""


class TinyAnsweredStore:
    """Stores messages; see :class:`quickdesk.search.suggest.suggestion.AnsweredStore`."""

    def __init__(self, open_engine: OpenEngine, most: int = MOST_ANSWERED) -> None:
        self._table = Table(open_engine, "answered")
        self._most = most

    def answered(self) -> Sequence[Answered]:
        """Return what is stored, oldest first."""
        return tuple(each for _, each in _pairs(self._table.documents()))

    def record(self, answered: Answered) -> None:
        """Store one more, replacing an equal one; raises StoreError."""
        message = stored_text(masked(answered.message)[:LONGEST_MESSAGE]).strip()
        pair = Answered(message, stored_text(answered.snippet_id))
        if message:
            self._table.change(lambda draft: _record(draft, pair, self._most), is_durable=False)

    def forget_all_but(self, snippet_ids: Collection[str]) -> None:
        """Delete what was answered with other replies; raises StoreError."""
        self._table.change(
            lambda draft: draft.remove(
                [key for key, pair in _pairs(draft.documents) if pair.snippet_id not in snippet_ids]
            ),
            is_durable=False,
        )


def _record(draft: Draft, pair: Answered, most: int) -> None:
    known = list(_pairs(draft.documents))
    same = [key for key, each in known if each == pair]
    others = [key for key, each in known if each != pair]
    draft.remove([*same, *others[: max(len(others) + 1 - most, 0)]])
    draft.put(None, {"message": pair.message, "reply": pair.snippet_id})


def _pairs(documents: Mapping[str, Document]) -> Iterator[tuple[str, Answered]]:
    """Iterate over ids and answered messages; documents that are not understood are skipped."""
    for key, document in documents.items():
        try:
            yield key, Answered(text_of(document["message"]), text_of(document["reply"]))
        except (KeyError, TypeError):
            continue
