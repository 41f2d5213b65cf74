"""The command ``find``: ranked replies, and on demand why each has its rank."""

from typing import TYPE_CHECKING, Any, Final

from quickdesk.commands.advice import Advice
from quickdesk.commands.answer import Answer, Exit, Request, done
from quickdesk.commands.arguments import flag, optional_count, text
from quickdesk.commands.replies.shapes import hit_shape
from quickdesk.replies.store import SnippetStore
from quickdesk.search.hit import Finder, Hit

if TYPE_CHECKING:  # it imports numpy
    from quickdesk.search.explanation import Explanation

USUAL_HITS: Final = 20
MOST_HITS: Final = 1_000_000


def find(request: Request, store: SnippetStore, finder: Finder, advice: Advice) -> Answer:
    """Return the best hits for ``query``, at most ``limit``; NOT_FOUND with an empty list if there are none.

    With ``explain`` each hit comes with the reasons for its rank.
    """
    limit = optional_count(request, "limit", MOST_HITS) or USUAL_HITS
    query = text(request, "query")
    hits = finder.find(query, limit)
    if not hits:
        return nothing_found(store, "nothing-found", query=query)
    if flag(request, "explain"):
        return done([_explained(hit, query, advice) for hit in hits])
    return done([hit_shape(hit) for hit in hits])


def nothing_found(store: SnippetStore, reason: str, **facts: str) -> Answer:
    """Return the answer of a search without result; a library without replies is a reason of its own."""
    if not store.snippets():
        return Answer(Exit.NOT_FOUND, [], "no-replies")
    return Answer(Exit.NOT_FOUND, [], reason, facts)


def _explained(hit: Hit, query: str, advice: Advice) -> dict[str, Any]:
    """Return a hit with the reasons for its rank; an empty query has none."""
    explanation = advice.explain(query, hit.snippet.id)
    return {**hit_shape(hit), "explanation": None if explanation is None else explanation_shape(explanation)}


def explanation_shape(explanation: "Explanation") -> dict[str, Any]:
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
        "length": explanation.length,
        "prior": round(explanation.prior, 3),
        "picked": round(explanation.picked, 3),
        "score": round(explanation.score, 3),
    }
