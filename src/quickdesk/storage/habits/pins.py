"""The pinned replies: one document each, in the order in which they were pinned."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from quickdesk.storage.document import Document, stored_text
from quickdesk.storage.habits.values import text_of
from quickdesk.storage.table import Draft, OpenEngine, Table


class TinyPinStore:
    """Stores ids of replies. One that is in the trash stays pinned, so that it comes back as it was."""

    def __init__(self, open_engine: OpenEngine) -> None:
        self._table = Table(open_engine, "pins")

    def pinned(self) -> Sequence[str]:
        """Return the ids of the pinned replies, in the order in which they were pinned; raises StoreError."""
        return tuple(dict.fromkeys(text for _, text in _pins(self._table.documents())))

    def toggle(self, snippet_id: str) -> None:
        """Pin a reply as the last one, or unpin it if it is pinned; raises StoreError."""
        self._table.change(lambda draft: _toggle(draft, stored_text(snippet_id)))

    def forget_all_but(self, snippet_ids: Collection[str]) -> None:
        """Unpin other replies; raises StoreError."""
        self._table.change(
            lambda draft: draft.remove(
                [key for key, text in _pins(draft.documents) if text not in snippet_ids]
            ),
            is_durable=False,
        )


def _toggle(draft: Draft, text: str) -> None:
    known = [key for key, each in _pins(draft.documents) if each == text]
    if known:
        draft.remove(known)
    else:
        draft.put(None, {"reply": text})


def _pins(documents: Mapping[str, Document]) -> Iterator[tuple[str, str]]:
    """Iterate over ids of documents and of replies; documents that are not understood are skipped."""
    for key, document in documents.items():
        try:
            yield key, text_of(document["reply"])
        except (KeyError, TypeError):
            continue
