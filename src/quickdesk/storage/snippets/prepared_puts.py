"""The part of storing snippets that takes long and needs no lock: documents and checksums."""

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from quickdesk.replies.snippet import Snippet
from quickdesk.storage.document import ID, Document, stored_text
from quickdesk.storage.history.record import State, change_document
from quickdesk.storage.snippets.shape import LIVE, SNIPPETS, TRASH, document_of, snippets_of

_NOTHING: Mapping[str, Document] = {}


@dataclass(frozen=True, slots=True)
class PreparedPuts:
    """What putting snippets stores, as long as each is still in the state ``before``.

    ``documents`` are those that differ from the stored ones, by id. ``changes`` is what the history stores of
    them, and ``snippets`` what readers get; both are None if they are not made in advance.
    """

    before: Mapping[str, State]
    new_ids: AbstractSet[str]
    """The ids that no document had."""
    present: Mapping[str, State]
    """The states of the others."""
    documents: Mapping[str, Document]
    changes: Mapping[str, Document] | None = None
    snippets: Mapping[str, Snippet] | None = None

    @property
    def from_trash(self) -> list[str]:
        """The ids that are removed from the trash."""
        return [text for text, state in self.present.items() if state is not None and state[0] == TRASH]

    def made_changes(self) -> Mapping[str, Document]:
        """Return what the history stores, by id."""
        if self.changes is not None:
            return self.changes
        return {
            text: change_document(SNIPPETS, LIVE, text, self.before[text], (LIVE, document))
            for text, document in self.documents.items()
        }

    def completed(self) -> "PreparedPuts":
        """Return the same with everything made in advance."""
        return replace(self, changes=self.made_changes(), snippets=snippets_of(self.documents))


def prepared_puts(snippets: Iterable[Snippet], before: Mapping[str, State]) -> PreparedPuts:
    """Return what putting snippets stores; ``before`` has the state of each by its stored id.

    Fields that another version added to a document stay. Raises TypeError if a field is not a text.
    """
    documents: dict[str, Document] = {}
    for each in snippets:
        text = stored_text(each.id)
        state = before[text]
        kept = state[1] if state is not None and state[0] == LIVE else _NOTHING
        document = document_of(each, kept)
        if document == kept:
            documents.pop(text, None)
        else:
            documents[text] = document if ID in document else {ID: text, **document}
    present = {text: state for text, state in before.items() if state is not None}
    return PreparedPuts(before, before.keys() - present.keys(), present, documents)
