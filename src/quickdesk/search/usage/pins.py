"""Pinned replies in a list of hits: marked, and first where nothing was asked."""

from collections.abc import Container, Iterable, Sequence
from dataclasses import replace

from quickdesk.replies.snippet import Snippet
from quickdesk.search.hit import Hit


def marked(hits: Iterable[Hit], pinned: Container[str]) -> list[Hit]:
    """Return the hits in their order, those with one of these ids marked as pinned."""
    return [replace(hit, is_pinned=True) if hit.snippet.id in pinned else hit for hit in hits]


def pinned_first(hits: Iterable[Hit], pinned: Sequence[Snippet], limit: int) -> list[Hit]:
    """Return up to ``limit`` hits: the pinned replies in their order, then the other hits in theirs."""
    ids = {snippet.id for snippet in pinned}
    first = [Hit(snippet, 0.0, is_pinned=True) for snippet in pinned]
    return [*first, *(hit for hit in hits if hit.snippet.id not in ids)][:limit]
