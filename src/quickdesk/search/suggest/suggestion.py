"""Suggested replies to a buyer's message, and the terms that explain them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from quickdesk.replies.snippet import Snippet
from quickdesk.text.folding import fold, searchable


@dataclass(frozen=True, slots=True)
class Answered:
    """A past message and the reply that was chosen for it; stored messages are masked."""

    message: str
    snippet_id: str


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A suggested reply; a higher score is better.

    ``shared`` are the terms of the message with the highest scores in the reply, ``like`` is the most similar
    past message that was answered with it, if any.
    """

    snippet: Snippet
    score: float
    shared: tuple[str, ...] = ()
    like: str | None = None


class Scorer(Protocol):
    """An additional scorer of replies, such as a semantic one."""

    def scores(self, message: str, snippet_ids: Sequence[str]) -> Mapping[str, float]:
        """Return scores of replies for a message, on any scale; unknown replies are left out."""
        ...


class AnsweredStore(Protocol):
    """Stores past messages and the replies chosen for them."""

    def answered(self) -> Sequence[Answered]:
        """Return the stored messages, oldest first."""
        ...

    def record(self, answered: Answered) -> None:
        """Store one message; raise StoreError on failure."""
        ...


def shared_terms(shared: Sequence[str], *texts: str) -> list[str]:
    """Return the terms to show, without parts of other terms and without single characters.

    Overlapping pairs that are adjacent in one of the reply's ``texts`` are joined into one term. Single
    characters are returned only if there is nothing else.
    """
    folded = [fold(searchable(text)) for text in texts]
    found = list(shared)
    while (pair := _chained(found, folded)) is not None:
        first, second = pair
        found = [first + second[1:] if term == first else term for term in found if term != second]
    whole = [term for term in found if not any(term != other and term in other for other in found)]
    return [term for term in whole if len(term) > 1] or whole


def _chained(terms: Sequence[str], texts: Sequence[str]) -> tuple[str, str] | None:
    """Return two terms of which the second continues the last character of the first, or None."""
    long = [term for term in terms if len(term) > 1 and not term.isascii()]
    for first in long:
        for second in long:
            is_next = first != second and first[-1] == second[0]
            if is_next and any(first + second[1:] in text for text in texts):
                return first, second
    return None
