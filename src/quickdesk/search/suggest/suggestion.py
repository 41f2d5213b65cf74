"""Suggested replies to a buyer's message, and the reasons for them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from quickdesk.replies.snippet import Snippet
from quickdesk.search.related.reasons import RelatedReason


@dataclass(frozen=True, slots=True)
class Answered:
    """A past message and the reply that was chosen for it; stored messages are masked."""

    message: str
    snippet_id: str


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A suggested reply; a higher score is better.

    ``reasons`` are what the reply has of the message, highest score first; ``like`` is the most similar past
    message that was answered with it, if any.
    """

    snippet: Snippet
    score: float
    reasons: tuple[RelatedReason, ...] = ()
    like: str | None = None


class AnsweredStore(Protocol):
    """Stores past messages and the replies chosen for them."""

    def answered(self) -> Sequence[Answered]:
        """Return the stored messages, oldest first."""
        ...

    def record(self, answered: Answered) -> None:
        """Store one message; raise StoreError on failure."""
        ...
