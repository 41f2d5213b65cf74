"""The commands ``find`` and ``suggest``."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final, Protocol

from quickdesk.commands.answer import Answer, Exit, Request, done, problem
from quickdesk.commands.arguments import (
    DEFAULT_HITS,
    DEFAULT_SUGGESTIONS,
    MAX_HITS,
    MAX_SUGGESTIONS,
    flag,
    optional_count,
    text,
)
from quickdesk.commands.replies.to_json import hit_to_json, snippet_to_json
from quickdesk.replies.store import SnippetStore
from quickdesk.search.hit import Finder, Hit

if TYPE_CHECKING:  # they import numpy, which most commands never need
    from quickdesk.search.explanation import Explanation
    from quickdesk.search.related.reasons import RelatedReason
    from quickdesk.search.suggest.suggestion import Suggestion

MAX_MESSAGE_LENGTH: Final = 5000
"""In characters; a longer text is not the message of a buyer."""


class Advice(Protocol):
    """Explains ranks and suggests replies."""

    def explain(self, query: str, snippet_id: str) -> "Explanation | None":
        """Return the reasons for the rank of a reply, None if it does not match."""
        ...

    def suggest(self, message: str, limit: int) -> "Sequence[Suggestion]":
        """Return the replies that answer a buyer's message best, best first."""
        ...


def find(request: Request, store: SnippetStore, finder: Finder, advice: Advice) -> Answer:
    """Return the best hits for ``query``, at most ``limit``; NOT_FOUND if there are none.

    The list of NOT_FOUND has the nearest replies, which do not match; each has ``nearest``: true.
    With ``explain`` each hit comes with the reasons for its rank.
    """
    limit = optional_count(request, "limit", MAX_HITS) or DEFAULT_HITS
    query = text(request, "query")
    hits = finder.find(query, limit)
    if all(hit.is_nearest for hit in hits):
        nearest = [hit_to_json(hit) for hit in hits]
        return replace(_nothing_found(store, "nothing-found", query=query), data=nearest)
    if flag(request, "explain"):
        return done([_explained(hit, query, advice) for hit in hits])
    return done([hit_to_json(hit) for hit in hits])


def _nothing_found(store: SnippetStore, reason: str, **facts: str) -> Answer:
    """Return the answer of a search without result; a library without replies has a problem of its own."""
    if not store.snippets():
        return Answer(Exit.NOT_FOUND, [], "no-replies")
    return Answer(Exit.NOT_FOUND, [], reason, facts)


def suggest(request: Request, store: SnippetStore, advice: Advice) -> Answer:
    """Return the replies that answer ``message`` best, at most ``limit``; NOT_FOUND if there are none."""
    limit = optional_count(request, "limit", MAX_SUGGESTIONS) or DEFAULT_SUGGESTIONS
    message = text(request, "message").strip()
    if not message:
        return problem(Exit.USAGE, "no-message")
    if len(message) > MAX_MESSAGE_LENGTH:
        return problem(Exit.USAGE, "message-too-long", most=MAX_MESSAGE_LENGTH)
    suggestions = advice.suggest(message, limit)
    if not suggestions:
        return _nothing_found(store, "nothing-fits")
    return done([suggestion_to_json(each) for each in suggestions])


def _explained(hit: Hit, query: str, advice: Advice) -> dict[str, Any]:
    """Return a hit with the reasons for its rank; an empty query has none."""
    explanation = advice.explain(query, hit.snippet.id)
    return {
        **hit_to_json(hit),
        "explanation": None if explanation is None else explanation_to_json(explanation),
    }


def explanation_to_json(explanation: "Explanation") -> dict[str, Any]:
    """Return an explanation as JSON; its parts add up to the score."""
    return {
        "reasons": [
            {
                "word": reason.word,
                "field": reason.field,
                "at_start": reason.is_at_start,
                "whole": reason.is_whole,
                "way": reason.way.name.lower().replace("_", "-"),
                "worth": reason.worth,
            }
            for reason in explanation.reasons
        ],
        "related": [_related_to_json(reason) for reason in explanation.related],
        "length": explanation.length,
        "blanks": explanation.blanks,
        "prior": round(explanation.prior, 3),
        "picked": round(explanation.picked, 3),
        "score": round(explanation.score, 3),
    }


def _related_to_json(reason: "RelatedReason") -> dict[str, Any]:
    return {
        "typed": reason.typed,
        "found": reason.found,
        "relation": reason.relation.name.lower(),
        "worth": round(reason.worth, 3),
    }


def suggestion_to_json(suggestion: "Suggestion") -> dict[str, Any]:
    """Return a suggestion as JSON: that of a hit, the reasons, and the words of the message that it has."""
    from quickdesk.search.related.concepts import Relation
    from quickdesk.search.related.reasons import main_reasons

    return {
        **snippet_to_json(suggestion.snippet),
        "score": round(suggestion.score, 3),
        "shared": [
            reason.found for reason in main_reasons(suggestion.reasons) if reason.relation is Relation.WORDS
        ],
        "reasons": [_related_to_json(reason) for reason in suggestion.reasons],
        "like": suggestion.like,
    }
