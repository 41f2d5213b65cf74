"""The search of a command that runs without the program; the replies are indexed only if it searches."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from quickdesk.replies.clock import Clock
from quickdesk.replies.snippet import Snippet
from quickdesk.replies.store import StoreError
from quickdesk.search.hit import Hit
from quickdesk.storage.open import Stores

if TYPE_CHECKING:  # they import numpy, which most commands never need
    from quickdesk.search.explanation import Explanation
    from quickdesk.search.finder import LibraryFinder
    from quickdesk.search.suggest.suggestion import Answered, Suggestion


class LazyFinder:
    """A Finder and an Advice that index the replies on first use.

    They rank by the user's habits, as the running program does.
    """

    def __init__(
        self, snippets: Callable[[], Sequence[Snippet]], folder: Path, habits: "SavedHabits | None" = None
    ) -> None:
        """``folder`` is the data folder, which may have a saved index."""
        self._snippets, self._folder, self._habits = snippets, folder, habits
        self._finder: LibraryFinder | None = None

    def rebuild(self, snippets: Iterable[Snippet]) -> None:
        """Index these replies."""
        self._finder = self._indexed(snippets)

    def update(self, put: Iterable[Snippet] = (), remove: Iterable[str] = ()) -> None:
        """Apply a change to the index, if there is one."""
        if self._finder is not None:
            self._finder.update(put, remove)

    def find(self, query: str, limit: int = 50) -> Sequence[Hit]:
        """Return the best hits."""
        return self._indexed_finder().find(query, limit)

    def explain(self, query: str, snippet_id: str) -> "Explanation | None":
        """Return the reasons for the rank of a reply, None if it does not match."""
        return self._indexed_finder().explain(query, snippet_id)

    def suggest(self, message: str, limit: int) -> "Sequence[Suggestion]":
        """Return the replies that answer a buyer's message best, best first."""
        from quickdesk.search.advice import LibraryAdvice

        answered = self._habits.answered() if self._habits is not None else ()
        return LibraryAdvice(self._indexed_finder(), answered).suggest(message, limit)

    def _indexed_finder(self) -> "LibraryFinder":
        if self._finder is None:
            self._finder = self._indexed(self._snippets())
        return self._finder

    def _indexed(self, snippets: Iterable[Snippet]) -> "LibraryFinder":
        from quickdesk.search.finder import LibraryFinder
        from quickdesk.storage.disk import LocalDisk
        from quickdesk.storage.search_cache.cache import INDEX_FOLDER, SearchCache

        finder = LibraryFinder()
        finder.rebuild(snippets, SearchCache(self._folder / INDEX_FOLDER, LocalDisk()).load())
        if self._habits is not None:
            self._habits.apply_to(finder)
        return finder


@dataclass(frozen=True, slots=True)
class SavedHabits:
    """The user's habits and settings; a search works without those that cannot be read."""

    stores: Stores
    clock: Clock

    def apply_to(self, finder: "LibraryFinder") -> None:
        """Set the priors of a finder, and the sounds of pinyin that it treats as the same."""
        from quickdesk.search.related.lexicon import shop_lexicon
        from quickdesk.search.sounds import sounds_of
        from quickdesk.search.usage.prior import likely

        finder.set_sounds(sounds_of(self.stores.settings.load()))
        finder.set_votes(partial(self._votes, finder))
        now, usage = self.clock.now(), self.stores.habits().usage
        with suppress(StoreError):
            words = self.stores.lexicon().text()
            if words:  # without them the finder reads the lexicon of the trade only if it needs it
                finder.set_lexicon(shop_lexicon(words))
        with suppress(StoreError):
            finder.set_prior(likely(usage.habits(), now).prior("", {}))
            finder.set_first_letters(usage.first_letters().as_of(now))

    def _votes(self, finder: "LibraryFinder", message: str) -> "Mapping[str, float]":
        """Return what past answers say about a whole sentence; they are read only if it is one."""
        from quickdesk.search.suggest.suggester import Suggester

        return Suggester(finder.segments, self.answered()).votes(message)

    def answered(self) -> "Sequence[Answered]":
        """Return which messages were answered with which reply."""
        with suppress(StoreError):
            return self.stores.habits().answered.answered()
        return ()
