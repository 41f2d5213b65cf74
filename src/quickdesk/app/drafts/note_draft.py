"""The draft of the quick note: kept while it is typed, and until it is saved or dropped."""

from collections.abc import Callable

from quickdesk.app.drafts.drafts import KeptDrafts, OpenDraft
from quickdesk.replies.clock import Clock
from quickdesk.replies.drafts import CustomerDraft

_PLACE, _TEXT = "note", "text"


class NoteDraft:
    """Belongs to the customer that the panel names; a note without a customer has an empty id."""

    def __init__(
        self, drafts_of: Callable[[str], KeptDrafts], clock: Clock, typed: Callable[[], str]
    ) -> None:
        """``drafts_of`` returns the drafts of a customer or of nobody.

        ``typed`` returns the text of the panel, empty if nothing was typed.
        """
        self._drafts_of, self._clock, self._typed = drafts_of, clock, typed
        self._customer_id = ""
        self._open: OpenDraft | None = None

    def of(self, customer_id: str) -> CustomerDraft | None:
        """Return the newest note that was not saved for a customer."""
        return self._drafts_of(customer_id).of_customer(_PLACE, customer_id)

    def begin(self, customer_id: str, number: int = 0) -> None:
        """Keep what is typed from now on; ``number`` is that of the draft that it continues, if any."""
        self.leave()
        self._customer_id = customer_id
        self._open = self._drafts_of(customer_id).begin(self._read, number, customer_id)

    def touch(self) -> None:
        """Save soon: the text has changed."""
        if self._open is not None:
            self._open.touch()

    def move(self, customer_id: str) -> None:
        """Have the note belong to another customer."""
        if customer_id != self._customer_id:
            self.delete()
            self.begin(customer_id)
            self.touch()

    def leave(self) -> int:
        """Keep the draft although the panel closes, and return its number, 0 if there is none."""
        left, self._open = self._open, None
        if left is None:
            return 0
        left.leave()
        return left.number

    def delete(self) -> None:
        """Delete the draft: the note is dropped, or its text is used elsewhere."""
        if self._open is not None:
            self._open.delete()
            self._open = None

    def put(self, customer_id: str, number: int, text: str) -> None:
        """Keep a note that could not be saved."""
        self._drafts_of(customer_id).put(self._made(number, customer_id, text))

    def drop(self, customer_id: str, number: int) -> None:
        """Delete a draft that was left: its note is saved."""
        self._drafts_of(customer_id).drop(number)

    def _read(self, number: int) -> CustomerDraft | None:
        text = self._typed()
        return self._made(number, self._customer_id, text) if text else None

    def _made(self, number: int, customer_id: str, text: str) -> CustomerDraft:
        return CustomerDraft(number, self._clock.now(), _PLACE, customer_id, {_TEXT: text})


def text_of(draft: CustomerDraft) -> str:
    """Return the text of a note."""
    return draft.texts.get(_TEXT, "")
