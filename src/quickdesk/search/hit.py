"""The result of a search, and the protocol of a finder."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal, Protocol

from quickdesk.replies.snippet import Snippet

FieldName = Literal["code", "title", "body", "tags", "folder", "asks"]
ASK_BORDER = "\n"
"""The character between the asks of a row; no element of a query matches it."""


@dataclass(frozen=True, slots=True)
class Span:
    """A matched range of one field, in UTF-16 units (the positions of QString).

    Positions in ``tags`` refer to the tags joined by a space, in ``folder`` to the parts joined by ``/``, in
    ``asks`` to the asks joined by ASK_BORDER.
    """

    field: FieldName
    start: int
    length: int


class SpanSource(Protocol):
    """Computes the matched spans of a found snippet on demand."""

    def spans(self, snippet: Snippet) -> tuple[Span, ...]:
        """Return the matched spans of a snippet, sorted by field and start."""
        ...


@dataclass(frozen=True, slots=True)
class Hit:
    """One found snippet; a higher score is better.

    A related hit matches only partly or in meaning, or perhaps by chance; it has a score of its own kind. A
    nearest hit does not even do that: nothing fits, and it is only less far from the query than others.
    ``span_source`` is the matched spans or computes them on demand, because most hits are never shown.
    """

    snippet: Snippet
    score: float
    span_source: tuple[Span, ...] | SpanSource = field(default=(), repr=False, compare=False)
    is_related: bool = False
    is_nearest: bool = False
    """A nearest hit is a related hit too, so that nothing takes it for an answer."""
    is_pinned: bool = False

    @property
    def spans(self) -> tuple[Span, ...]:
        """The matched spans, sorted by field and start."""
        return (
            self.span_source if isinstance(self.span_source, tuple) else self.span_source.spans(self.snippet)
        )


class Finder(Protocol):
    """Finds snippets; a cache of the store."""

    def rebuild(self, snippets: Iterable[Snippet]) -> None:
        """Replace the indexed snippets by these, in this order."""
        ...

    def update(self, put: Iterable[Snippet] = (), remove: Iterable[str] = ()) -> None:
        """Add or replace snippets and remove others by id; takes effect with the next find()."""
        ...

    def find(self, query: str, limit: int = 50) -> Sequence[Hit]:
        """Return the best hits, best first; an empty query lists the snippets most likely needed."""
        ...
