"""What a buyer's message calls for: replies that answer it, each with the reason why."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from quickdesk.replies.snippet import Snippet
from quickdesk.text.folding import fold


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


def shared_terms(shared: Sequence[str], *texts: str) -> list[str]:
    """Return the pieces without those that are a part of another one, and without single characters.

    Neighbours of two that hang together in one of the reply's ``texts`` are one piece. Where there is nothing
    but single characters, they are told.
    """
    folded = [fold(text) for text in texts]
    found = list(shared)
    while (pair := _chained(found, folded)) is not None:
        first, second = pair
        found = [first + second[1:] if term == first else term for term in found if term != second]
    whole = [term for term in found if not any(term != other and term in other for other in found)]
    return [term for term in whole if len(term) > 1] or whole


def _chained(terms: Sequence[str], texts: Sequence[str]) -> tuple[str, str] | None:
    """Return two pieces of which the second goes on with the last character of the first."""
    long = [term for term in terms if len(term) > 1 and not term.isascii()]
    for first in long:
        for second in long:
            is_next = first != second and first[-1] == second[0]
            if is_next and any(first + second[1:] in text for text in texts):
                return first, second
    return None
