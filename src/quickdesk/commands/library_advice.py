"""Advice by the library that the finder holds, and by what was answered before."""

from collections.abc import Sequence

from quickdesk.search.explanation import Explanation
from quickdesk.search.finder import LibraryFinder
from quickdesk.search.suggest.suggester import Suggester
from quickdesk.search.suggest.suggestion import Answered, Suggestion


class LibraryAdvice:
    """An Advice; whoever owns the finder's thread may ask."""

    def __init__(self, finder: LibraryFinder, answered: Sequence[Answered] = ()) -> None:
        self._finder = finder
        self._suggester = self.suggester(answered)

    def suggester(self, answered: Sequence[Answered]) -> Suggester:
        """Return one that knows what was answered; on any thread, since it takes some time."""
        return Suggester(self._finder.segments, answered)

    def use(self, suggester: Suggester) -> None:
        """Suggest by this one from now on."""
        self._suggester = suggester

    def explain(self, query: str, snippet_id: str) -> Explanation | None:
        """Return why a reply stands where it stands, None where it does not match."""
        return self._finder.explain(query, snippet_id)

    def suggest(self, message: str, limit: int) -> Sequence[Suggestion]:
        """Return the replies that answer a buyer's message best, best first."""
        return self._suggester.suggest(message, limit)
