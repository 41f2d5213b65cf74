"""Explains ranks and suggests replies, by the library that is indexed and by what was answered before."""

from collections.abc import Sequence

from quickdesk.search.explanation import Explanation
from quickdesk.search.finder import LibraryFinder
from quickdesk.search.suggest.meaning import Likeness, nothing_alike
from quickdesk.search.suggest.suggester import Suggester
from quickdesk.search.suggest.suggestion import Answered, Suggestion


class LibraryAdvice:
    """The Advice of a finder, for the thread that the finder is used on."""

    def __init__(
        self,
        finder: LibraryFinder,
        answered: Sequence[Answered] = (),
        likeness: Likeness = nothing_alike,
    ) -> None:
        self._finder, self._likeness = finder, likeness
        self.use(self.suggester(answered))

    def suggester(self, answered: Sequence[Answered]) -> Suggester:
        """Return a suggester that knows what was answered; it takes time, and any thread may call it."""
        return Suggester(self._finder.segments, answered, lambda: self._finder.lexicon, self._likeness)

    def use(self, suggester: Suggester) -> None:
        """Suggest with this suggester from now on; the finder asks it about whole sentences."""
        self._suggester = suggester
        self._finder.set_votes(suggester.votes)

    def explain(self, query: str, snippet_id: str) -> Explanation | None:
        """Return the reasons for the rank of a reply, None if it does not match."""
        return self._finder.explain(query, snippet_id)

    def suggest(self, message: str, limit: int) -> Sequence[Suggestion]:
        """Return the replies that answer a buyer's message best, best first."""
        return self._suggester.suggest(message, limit)
