"""The shop's own words for search, in ``lexicon.json``: one document with the whole text."""

from quickdesk.replies.history import Action
from quickdesk.search.related.shop_lexicon import MAX_TEXT
from quickdesk.storage.document import ID, stored_text
from quickdesk.storage.history.history import History
from quickdesk.storage.history.recording import with_record
from quickdesk.storage.table import OpenEngine, Table

LEXICON_TABLE = "lexicon"
"""The table with the text, and the kind of data that it is in."""
_DOCUMENT = "shop"


class TinyLexiconStore:
    """Stores the words; see :class:`quickdesk.search.related.shop_lexicon.LexiconStore`."""

    def __init__(self, open_engine: OpenEngine, history: History) -> None:
        self._open, self._history = open_engine, history
        self._table = Table(open_engine, LEXICON_TABLE)

    def text(self) -> str:
        """Return the text; empty if the document is not understood. Raises StoreError.

        A window may have saved a whole text together with the whole of another one.
        """
        text = self._table.documents().get(_DOCUMENT, {}).get("text", "")
        return text if isinstance(text, str) and len(text) <= 2 * MAX_TEXT else ""

    def save(self, text: str, action: Action) -> None:
        """Replace the text; raises StoreError."""
        engine = self._open()
        self._history.open()
        sequence = self._history.next_sequence(action.at)
        with engine.guard:
            draft = self._table.draft()
            before = draft.documents.get(_DOCUMENT, {})
            document = {**before, ID: _DOCUMENT, "text": stored_text(text)}
            if document != before and (text or before):
                draft.put(_DOCUMENT, document)
            write = engine.stage_for_waiting(with_record(engine, action, draft.ops, sequence))
        write.wait()
