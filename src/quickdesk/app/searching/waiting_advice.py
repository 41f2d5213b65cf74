"""Advice for other threads than the one that owns it: whoever asks waits, and typing goes on in between."""

from collections.abc import Sequence
from functools import partial

from quickdesk.app.process.work import Work
from quickdesk.commands.library_advice import LibraryAdvice
from quickdesk.search.explanation import Explanation
from quickdesk.search.suggest.suggestion import Suggestion


class WaitingAdvice:
    """An Advice; the thread of the windows must not ask it."""

    def __init__(self, advice: LibraryAdvice, owner: Work) -> None:
        self._advice, self._owner = advice, owner

    def explain(self, query: str, snippet_id: str) -> Explanation | None:
        """Return why a reply stands where it stands, None where it does not match."""
        return self._owner.wait(partial(self._advice.explain, query, snippet_id))

    def suggest(self, message: str, limit: int) -> Sequence[Suggestion]:
        """Return the replies that answer a buyer's message best, best first."""
        return self._owner.wait(partial(self._advice.suggest, message, limit))
