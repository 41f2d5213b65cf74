"""What a search answers with, and what whoever searches needs of a finder."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal, Protocol

from quickdesk.replies.snippet import Snippet

FieldName = Literal["code", "title", "body", "tags", "folder"]


@dataclass(frozen=True, slots=True)
class Span:
    """A matched stretch of one field, in UTF-16 units (the positions of QString).

    ``tags`` counts in the tags joined by one space, ``folder`` in the parts joined by ``/``.
    """

    field: FieldName
    start: int
    length: int


class SpanSource(Protocol):
    """Tells what matched in a found snippet when somebody wants to know."""

    def spans(self, snippet: Snippet) -> tuple[Span, ...]:
        """Return the spans of a snippet, sorted by field and start."""
        ...


@dataclass(frozen=True, slots=True)
class Hit:
    """One found snippet: the higher the score, the better; ``spans`` say what matched.

    ``marks`` are these spans, or whoever tells them on demand: most hits of a list are never seen.
    """

    snippet: Snippet
    score: float
    span_source: tuple[Span, ...] | SpanSource = field(default=(), repr=False, compare=False)

    @property
    def spans(self) -> tuple[Span, ...]:
        """Return what matched."""
        return (
            self.span_source if isinstance(self.span_source, tuple) else self.span_source.spans(self.snippet)
        )


class Finder(Protocol):
    """Finds snippets; a cache of the store, never the truth."""

    def rebuild(self, snippets: Iterable[Snippet]) -> None:
        """Forget everything and index these, in this order."""
        ...

    def update(self, put: Iterable[Snippet] = (), remove: Iterable[str] = ()) -> None:
        """Take up new and changed snippets and drop removed ones; the next find sees it."""
        ...

    def find(self, query: str, limit: int = 50) -> Sequence[Hit]:
        """Return the best hits, best first; an empty query lists what is most likely needed."""
        ...
