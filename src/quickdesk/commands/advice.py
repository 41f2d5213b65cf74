"""What a command may ask of whoever knows the search and the agent's past; where nobody does, nothing."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:  # they bring numpy in, which most commands never need
    from quickdesk.search.explanation import Explanation
    from quickdesk.search.suggest.suggestion import Suggestion

LONGEST_MESSAGE = 5000
"""Characters of a message; what is longer is no message of a buyer."""


class Advice(Protocol):
    """Explains what was found, and suggests replies."""

    def explain(self, query: str, snippet_id: str) -> "Explanation | None":
        """Return why a reply stands where it stands, None where it does not match."""
        ...

    def suggest(self, message: str, limit: int) -> "Sequence[Suggestion]":
        """Return the replies that answer a buyer's message best, best first."""
        ...
