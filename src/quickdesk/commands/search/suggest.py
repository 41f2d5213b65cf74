"""The command ``suggest``: replies that answer a buyer's message, and what each has in common with it."""

from typing import TYPE_CHECKING, Any, Final

from quickdesk.commands.advice import LONGEST_MESSAGE, Advice
from quickdesk.commands.answer import Answer, Exit, Request, done, problem
from quickdesk.commands.arguments import optional_count, text
from quickdesk.commands.replies.shapes import snippet_shape
from quickdesk.commands.search.find import nothing_found
from quickdesk.replies.store import SnippetStore

if TYPE_CHECKING:  # it imports numpy
    from quickdesk.search.suggest.suggestion import Suggestion

USUAL_SUGGESTIONS: Final = 5
MOST_SUGGESTIONS: Final = 1_000


def suggest(request: Request, store: SnippetStore, advice: Advice) -> Answer:
    """Return the replies that answer ``message`` best, at most ``limit``; NOT_FOUND if there are none."""
    limit = optional_count(request, "limit", MOST_SUGGESTIONS) or USUAL_SUGGESTIONS
    message = text(request, "message").strip()
    if not message:
        return problem(Exit.USAGE, "no-message")
    if len(message) > LONGEST_MESSAGE:
        return problem(Exit.USAGE, "message-too-long", most=LONGEST_MESSAGE)
    found = advice.suggest(message, limit)
    if not found:
        return nothing_found(store, "nothing-fits")
    return done([suggestion_shape(each) for each in found])


def suggestion_shape(suggestion: "Suggestion") -> dict[str, Any]:
    """Return a suggestion as JSON: the shape of a hit, and the reasons."""
    return {
        **snippet_shape(suggestion.snippet),
        "score": round(suggestion.score, 3),
        "shared": list(suggestion.shared),
        "like": suggestion.like,
    }
