"""What a buyer's message calls for: replies that answer it, each with the reason why."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from quickdesk.replies.snippet import Snippet


@dataclass(frozen=True, slots=True)
class Answered:
    """A message that came before, and the reply that the agent chose; messages are masked when kept."""

    message: str
    snippet_id: str


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A reply that may answer; the higher the score, the better.

    ``shared`` are the pieces of the message that weigh most in the reply, ``like`` is the most similar
    message that was answered with it, if any.
    """

    snippet: Snippet
    score: float
    shared: tuple[str, ...] = ()
    like: str | None = None


class Scorer(Protocol):
    """Another judge of replies, such as one that knows meanings; optional."""

    def scores(self, message: str, snippet_ids: Sequence[str]) -> Mapping[str, float]:
        """Return how well replies fit a message, on a scale of its own; unknown replies are left out."""
        ...


class AnsweredStore(Protocol):
    """Keeps what was answered with which reply."""

    def answered(self) -> Sequence[Answered]:
        """Return what was kept, oldest first."""
        ...

    def record(self, answered: Answered) -> None:
        """Keep one more; raises StoreError."""
        ...
