"""The command suggest: replies to a buyer's message, with what speaks for each."""

from typing import TYPE_CHECKING, Any

from quickdesk.commands.advice import LONGEST_MESSAGE
from quickdesk.commands.answer import Answer, Exit, Request, done, problem
from quickdesk.commands.arguments import optional_count, text
from quickdesk.commands.asking.find import found_nothing
from quickdesk.commands.desk import Desk
from quickdesk.commands.replies.shapes import snippet_shape

if TYPE_CHECKING:  # they bring numpy in
    from quickdesk.search.suggest.suggestion import Suggestion

_USUAL_SUGGESTIONS = 5
_MOST_SUGGESTIONS = 1_000


def suggest(request: Request, desk: Desk) -> Answer:
    """Return the replies that answer ``message`` best, at most ``limit``; none are an empty list."""
    limit = optional_count(request, "limit", _MOST_SUGGESTIONS) or _USUAL_SUGGESTIONS
    message = text(request, "message").strip()
    if not message:
        return problem(Exit.USAGE, "no-message")
    if len(message) > LONGEST_MESSAGE:
        return problem(Exit.USAGE, "message-too-long", most=LONGEST_MESSAGE)
    found = desk.advice.suggest(message, limit)
    if not found:
        return found_nothing(desk, "nothing-fits")
    return done([suggestion_shape(each) for each in found])


def suggestion_shape(suggestion: "Suggestion") -> dict[str, Any]:
    """Return a suggestion as JSON, in the shape of a hit with its reasons beside."""
    return {
        **snippet_shape(suggestion.snippet),
        "score": round(suggestion.score, 3),
        "shared": list(suggestion.shared),
        "like": suggestion.like,
    }
