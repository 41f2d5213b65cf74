"""The command find: ranked replies, and on demand why each stands where it stands."""

from typing import TYPE_CHECKING, Any

from quickdesk.commands.answer import Answer, Exit, Request, done
from quickdesk.commands.arguments import flag, optional_count, text
from quickdesk.commands.desk import Desk
from quickdesk.commands.replies.shapes import hit_shape
from quickdesk.search.hit import Hit

if TYPE_CHECKING:  # it brings numpy in
    from quickdesk.search.explanation import Explanation

_USUAL_HITS = 20
_MOST_HITS = 1_000_000


def find(request: Request, desk: Desk) -> Answer:
    """Return the best hits for ``query``, at most ``limit``; none are an empty list that is not found."""
    limit = optional_count(request, "limit", _MOST_HITS) or _USUAL_HITS
    query = text(request, "query")
    hits = desk.finder.find(query, limit)
    if not hits:
        return found_nothing(desk, "nothing-found", query=query)
    if flag(request, "explain"):
        return done([_explained(hit, query, desk) for hit in hits])
    return done([hit_shape(hit) for hit in hits])


def found_nothing(desk: Desk, why: str, **facts: str) -> Answer:
    """Return the answer of a search without result; a library without replies is a reason of its own."""
    if not desk.store.snippets():
        return Answer(Exit.NOT_FOUND, [], "no-replies")
    return Answer(Exit.NOT_FOUND, [], why, facts)


def _explained(hit: Hit, query: str, desk: Desk) -> dict[str, Any]:
    """Return a hit with the reason why it stands there; an empty query has none."""
    explanation = desk.advice.explain(query, hit.snippet.id)
    return {**hit_shape(hit), "explanation": None if explanation is None else explanation_shape(explanation)}


def explanation_shape(explanation: "Explanation") -> dict[str, Any]:
    """Return an explanation as JSON; the parts add up to the score."""
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
