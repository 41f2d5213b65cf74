"""The search on a thread of its own: neither typing nor a window waits for it.

Changes and queries are processed in the order of the calls, so a result reflects every earlier change. Of
the queries that are typed only the newest is answered; a search that a newer one has replaced is abandoned.
While there is nothing to do, the finder prepares for the next query in small steps.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import TypeVar

from quickdesk.app.process.work import Work
from quickdesk.replies.snippet import Snippet
from quickdesk.search.advice import LibraryAdvice
from quickdesk.search.explanation import Explanation
from quickdesk.search.finder import LibraryFinder
from quickdesk.search.hit import Hit
from quickdesk.search.index.arrays import IndexArrays
from quickdesk.search.related.lexicon import Lexicon
from quickdesk.search.sounds import Sounds
from quickdesk.search.suggest.suggestion import Suggestion
from quickdesk.search.usage.first_letters import FirstLetters

T = TypeVar("T")
TakeHits = Callable[[Sequence[Hit] | None], None]


class SearchService:
    """Runs everything that uses ``finder`` on the thread of ``work``; nothing else may use either of them.

    Callbacks are called in the main thread. Methods may be called in the main thread, or in any thread if
    they say so.
    """

    def __init__(self, finder: LibraryFinder, work: Work) -> None:
        self._finder, self._work = finder, work
        self._newest = 0
        self._is_preparing = False

    # The library.

    def rebuild(self, snippets: Iterable[Snippet]) -> None:
        """Index these snippets instead of those there were."""
        self._change(partial(self._finder.rebuild, tuple(snippets)))

    def load(self, snippets: Iterable[Snippet], saved: Callable[[], IndexArrays | None]) -> None:
        """Index these snippets, with the index that ``saved`` returns if it fits."""
        library = tuple(snippets)
        self._change(partial(self._finder.rebuild, library))
        self._change(partial(_recognise, self._finder, saved))

    def update(self, put: Iterable[Snippet] = (), remove: Iterable[str] = ()) -> None:
        """Add, replace and remove snippets; may be called in any thread."""
        self._change(partial(self._finder.update, tuple(put), tuple(remove)))

    # The ranking.

    def set_prior(self, prior: Mapping[str, float]) -> None:
        """Set the bonus of snippets that are likely to be needed now; see LibraryFinder."""
        self.run(lambda finder: finder.set_prior(prior), _ignore)

    def set_first_letters(self, picks: FirstLetters) -> None:
        """Set what was chosen after which letters."""
        self.run(lambda finder: finder.set_first_letters(picks), _ignore)

    def set_pinned(self, ids: Sequence[str]) -> None:
        """Set the pinned replies, which are first while nothing is typed."""
        self.run(lambda finder: finder.set_pinned(ids), _ignore)

    def set_lexicon(self, lexicon: Lexicon) -> None:
        """Set the words that mean the same."""
        self.run(lambda finder: finder.set_lexicon(lexicon), _ignore)

    def set_sounds(self, sounds: Sounds) -> None:
        """Set which sounds of pinyin count as one."""
        self._change(partial(self._finder.set_sounds, sounds))

    # Queries.

    def search(self, query: str, limit: int, take: TakeHits, patience_ms: int = 0) -> None:
        """Call ``take`` with the best hits, unless a newer query comes first; with None if the search failed.

        If the result is there within ``patience_ms``, ``take`` is called before this method returns.
        """
        number = self._next()
        job = partial(self._finder.listed, query, limit, lambda: number != self._newest)
        self._work.submit(job, partial(self._take, number, take), patience_ms)

    def query(self, job: Callable[[LibraryFinder], T], take: Callable[[T | None], None]) -> None:
        """Call ``take`` with the result of a job, unless a newer query comes first; with None on failure."""
        self._work.submit(partial(job, self._finder), partial(self._take, self._next(), take))

    def cancel(self) -> None:
        """Cancel the newest query: its callback is not called."""
        self._next()

    def find(self, query: str, limit: int = 50) -> Sequence[Hit]:
        """Return the best hits, however long that takes; may be called in any thread but the main one."""
        return self._work.wait(partial(self._finder.find, query, limit))

    def run(self, job: Callable[[LibraryFinder], T], done: Callable[[T], None]) -> None:
        """Run another job with the finder, and call ``done`` with its result."""
        self._work.submit(partial(job, self._finder), partial(_call, done))

    def close(self) -> None:
        """Return when all jobs are done."""
        self._work.close()

    def _next(self) -> int:
        self._newest += 1
        return self._newest

    def _take(self, number: int, take: Callable[[T | None], None], outcome: T | Exception | None) -> None:
        if number == self._newest:  # otherwise the search was abandoned, with None as its result
            take(None if isinstance(outcome, Exception) else outcome)
        _raise_exception(outcome)

    # Preparing.

    def _change(self, job: Callable[[], object]) -> None:
        self._work.submit(job, partial(_call, lambda _: self.prepare()))

    def prepare(self) -> None:
        """Prepare for the next query, one step after the other."""
        if not self._is_preparing:
            self._is_preparing = True
            self._work.submit(self._finder.prepare, self._on_prepared)

    def _on_prepared(self, outcome: object) -> None:
        self._is_preparing = False
        if _raise_exception(outcome):  # there is more to do
            self.prepare()


class BlockingAdvice:
    """An Advice for commands, which wait for it on threads of their own; not for the main thread."""

    def __init__(self, advice: LibraryAdvice, owner: Work) -> None:
        """``owner`` is the work of the search, the only one that may use ``advice``."""
        self._advice, self._owner = advice, owner

    def explain(self, query: str, snippet_id: str) -> Explanation | None:
        """Return why a reply has its place in the list, None if it does not match."""
        return self._owner.wait(partial(self._advice.explain, query, snippet_id))

    def suggest(self, message: str, limit: int) -> Sequence[Suggestion]:
        """Return the replies that answer a buyer's message best, best first."""
        return self._owner.wait(partial(self._advice.suggest, message, limit))


def _recognise(finder: LibraryFinder, saved: Callable[[], IndexArrays | None]) -> None:
    base = saved()
    if base is not None:
        finder.recognise(base)


def _call(done: Callable[[T], None], outcome: T | Exception) -> None:
    done(_raise_exception(outcome))


def _raise_exception(outcome: T | Exception) -> T:
    if isinstance(outcome, Exception):
        raise outcome
    return outcome


def _ignore(_: object) -> None:
    pass
