"""The finder on a thread of its own: typing never waits for a search, nor a window for the index.

Changes and questions are taken up in the order in which they came, so an answer knows every change before it.
Of what is typed only the newest query is looked for: one that another has overtaken is given up. In between,
while nobody asks, the finder gets ready for what may be asked next, one small step at a time.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import TypeVar

from quickdesk.app.process.work import Work
from quickdesk.replies.snippet import Snippet
from quickdesk.search.finder import LibraryFinder
from quickdesk.search.hit import Hit
from quickdesk.search.index.arrays import IndexArrays
from quickdesk.search.sounds import Sounds
from quickdesk.search.usage.first_letters import FirstLetters

T = TypeVar("T")
TakeHits = Callable[[Sequence[Hit] | None], None]


class SearchDesk:
    """A Finder for any thread, and what else is asked of it; no other hand may touch ``finder``."""

    def __init__(self, finder: LibraryFinder, work: Work) -> None:
        """``work`` is its own."""
        self._finder, self._work = finder, work
        self._newest = 0
        self._is_preparing = False

    # What the library is.

    def rebuild(self, snippets: Iterable[Snippet]) -> None:
        """Forget everything and index these, in this order."""
        self._change(partial(self._finder.rebuild, tuple(snippets)))

    def begin_with(self, snippets: Iterable[Snippet], kept: Callable[[], IndexArrays | None]) -> None:
        """Index these, and nothing else, with the help of an index that was kept, if there is one."""
        library = tuple(snippets)
        self._change(partial(self._finder.rebuild, library))
        self._change(partial(_recognise, self._finder, kept))

    def update(self, put: Iterable[Snippet] = (), remove: Iterable[str] = ()) -> None:
        """Follow a change; whoever asks from now on knows of it."""
        self._change(partial(self._finder.update, tuple(put), tuple(remove)))

    # What is likely.

    def set_prior(self, prior: Mapping[str, float]) -> None:
        """Give snippets a bonus for how likely they are needed now; see LibraryFinder."""
        self.do(lambda finder: finder.set_prior(prior), _nothing)

    def set_first_letters(self, picks: FirstLetters) -> None:
        """Tell what was chosen after which letters."""
        self.do(lambda finder: finder.set_first_letters(picks), _nothing)

    def set_sounds(self, sounds: Sounds) -> None:
        """Say which sounds of pinyin the agent does not tell apart."""
        self._change(partial(self._finder.set_sounds, sounds))

    # What is asked.

    def ask(self, query: str, limit: int, take: TakeHits, patience_ms: int = 0) -> None:
        """Look for what is typed; ``take`` gets the best hits, unless something newer is asked.

        It gets None where the search broke. Where the answer comes within ``patience_ms`` it is taken before
        this returns.
        """
        number = self._next()
        job = partial(self._finder.find_unless, query, limit, lambda: number != self._newest)
        self._work.do(job, partial(self._take, number, take), patience_ms)

    def ask_for(self, job: Callable[[LibraryFinder], T], take: Callable[[T | None], None]) -> None:
        """Look for something else than what is typed; ``take`` gets it, unless something newer is asked.

        It gets None where that broke.
        """
        self._work.do(partial(job, self._finder), partial(self._take, self._next(), take))

    def drop(self) -> None:
        """Whoever asked last does not want to know any more."""
        self._next()

    def find(self, query: str, limit: int = 50) -> Sequence[Hit]:
        """Return the best hits, and wait for them as long as it takes: not for the thread of the windows."""
        return self._work.wait(partial(self._finder.find, query, limit))

    def do(self, job: Callable[[LibraryFinder], T], told: Callable[[T], None]) -> None:
        """Do something else with the finder; ``told`` gets what came of it, in the thread of the windows."""
        self._work.do(partial(job, self._finder), partial(_tell, told))

    def close(self) -> None:
        """Return when everything begun is done."""
        self._work.close()

    def _next(self) -> int:
        self._newest += 1
        return self._newest

    def _take(self, number: int, take: Callable[[T | None], None], outcome: T | Exception | None) -> None:
        if number == self._newest:  # else nobody waits for it, and a search was given up with None
            take(None if isinstance(outcome, Exception) else outcome)
        _unless_a_bug(outcome)

    # What comes next.

    def _change(self, job: Callable[[], object]) -> None:
        self._work.do(job, partial(_tell, lambda _: self.prepare()))

    def prepare(self) -> None:
        """Get ready, step by step, for what may be asked next."""
        if not self._is_preparing:
            self._is_preparing = True
            self._work.do(self._finder.prepare, self._on_prepared)

    def _on_prepared(self, outcome: object) -> None:
        self._is_preparing = False
        if _unless_a_bug(outcome):  # there is more to do
            self.prepare()


def _recognise(finder: LibraryFinder, kept: Callable[[], IndexArrays | None]) -> None:
    base = kept()
    if base is not None:
        finder.recognise(base)


def _tell(told: Callable[[T], None], outcome: T | Exception) -> None:
    told(_unless_a_bug(outcome))


def _unless_a_bug(outcome: T | Exception) -> T:
    if isinstance(outcome, Exception):
        raise outcome
    return outcome


def _nothing(_: object) -> None:
    pass
