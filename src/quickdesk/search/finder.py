"""The finder of the palette and the command line: takes a query apart, asks each segment, merges, marks.

A cache of the store in memory. Taking up a change costs as much as the change. Large libraries get a base
index that somebody builds elsewhere of :meth:`LibraryFinder.snapshot` and hands to
:meth:`LibraryFinder.adopt`; until then everything is found too, only slower. Not for several threads.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from quickdesk.replies.snippet import Snippet
from quickdesk.search.explanation import Explanation, explanation, reasons_of
from quickdesk.search.highlights import Highlighter
from quickdesk.search.hit import Hit
from quickdesk.search.index.arrays import IndexArrays
from quickdesk.search.lookup.best_rows import best_rows
from quickdesk.search.lookup.merging import RankedRow, best_match, merged, with_likelier_readings
from quickdesk.search.lookup.request import (
    IsCancelled,
    SearchCancelledError,
    SearchRequest,
    check_cancelled,
    typed_length,
    without_redundant_readings,
)
from quickdesk.search.lookup.scoring import can_match
from quickdesk.search.matches import PARTS
from quickdesk.search.preparation import Preparation
from quickdesk.search.query import Word, words_of
from quickdesk.search.ranking import prior_cap, rounded
from quickdesk.search.segment import Segment
from quickdesk.search.segments import Segments, Snapshot
from quickdesk.search.sounds import EXACT, Sounds
from quickdesk.search.typos import with_typo_readings
from quickdesk.search.usage.first_letters import NOTHING_PICKED, FirstLetters

TYPO_BELOW_HITS, TYPO_BELOW_SCORE = 20, 240.0
"""With fewer hits than this, none of which scores higher but for habit, slips of the finger are suspected: no
word stands there as typed or in full pinyin, and no title matches."""


class LibraryFinder:
    """A Finder for libraries of any size."""

    def __init__(self, snippets: Iterable[Snippet] = ()) -> None:
        self._segments = Segments()
        self._sounds = EXACT
        self._picks = NOTHING_PICKED
        self._preparation = Preparation()
        self.rebuild(snippets)

    def rebuild(self, snippets: Iterable[Snippet], base: IndexArrays | None = None) -> None:
        """Forget everything and index these, in this order.

        ``base`` may be of any age: its rows count as far as they are still those of the library.
        """
        self._segments.reset(snippets)
        if base is not None:
            self.recognise(base)

    def recognise(self, base: IndexArrays) -> None:
        """Take up an index of any age as far as its rows are those of the library."""
        self._segments.recognise(base)

    def update(self, put: Iterable[Snippet] = (), remove: Iterable[str] = ()) -> None:
        """Take up new and changed snippets and drop removed ones; the next find sees it.

        A changed snippet keeps its place in the order, a new one comes last.
        """
        self._segments.update(put, remove)

    def snapshot(self) -> Snapshot | None:
        """Return what a new base should be built of now, or None while none is due."""
        return self._segments.snapshot()

    def adopt(self, base: IndexArrays, snapshot: Snapshot) -> bool:
        """Take up a base built of a snapshot; changes since then stay.

        Returns False, and does nothing, where it does not fit.
        """
        return self._segments.adopt(base, snapshot)

    def take_over(self, other: "LibraryFinder", snapshot: Snapshot) -> None:
        """Go on with the library of a finder that was made of a snapshot elsewhere; changes since then stay.

        The other must not be used any more. What costs time was done where it was made.
        """
        put, remove = self._segments.changes_since(snapshot.number)
        prior, number = self._segments.prior, self._segments.number
        self._segments = other.release()
        self._segments.number = max(number, self._segments.number)
        self._segments.set_prior(prior)
        if put or remove:
            self._segments.update(put, remove)

    def release(self) -> Segments:
        """Return what is searched, for another finder to go on with; this one is empty then."""
        segments, self._segments = self._segments, Segments()
        return segments

    @property
    def changes(self) -> int:
        """How many changes were taken up: the number of a snapshot made now."""
        return self._segments.number

    def segments(self) -> Sequence[Segment]:
        """Return what is searched, for whoever suggests replies by it."""
        return self._segments.built()

    def set_prior(self, prior: Mapping[str, float]) -> None:
        """Give snippets, by id, a bonus for how likely they are needed now; others have none.

        It is added to the score of a match, where 100 is about the step from one kind of match to the
        next, but the less the longer the query; and it orders the answer to an empty query.
        """
        self._segments.set_prior(prior)

    def set_first_letters(self, picks: FirstLetters) -> None:
        """Tell what was chosen after which letters."""
        self._picks = picks

    def set_sounds(self, sounds: Sounds) -> None:
        """Say which sounds of pinyin the agent does not tell apart."""
        self._sounds = sounds

    def find(self, query: str, limit: int = 50) -> Sequence[Hit]:
        """Return the best hits, best first; an empty query lists by prior, then in library order.

        Every word must match somewhere in code, title, tags, folder or body. Any string will do.
        """
        return self.find_unless(query, limit, lambda: False) or []

    def find_unless(self, query: str, limit: int, is_cancelled: IsCancelled) -> Sequence[Hit] | None:
        """Return the same as :meth:`find`, or None as soon as nobody waits for it any more."""
        if limit <= 0:
            return []
        words = words_of(query, self._sounds)
        if not words:
            return [Hit(snippet, prior) for snippet, prior in self._segments.by_prior(limit)]
        try:
            return self._matching(query, words, limit, is_cancelled)
        except SearchCancelledError:
            return None

    def prepare(self) -> bool:
        """Do a few milliseconds of what the coming key strokes will need; returns False once all is done.

        To be called while nobody types, again after each change. Nothing depends on it, but without it the
        first use of each letter is slower, and after an import of thousands the first search.
        """
        return self._preparation.step(self._segments, self._sounds)

    def explain(self, query: str, snippet_id: str) -> Explanation | None:
        """Return why a snippet stands where it stands, or None where it does not match."""
        snippet = self._segments.get(snippet_id)
        words = words_of(query, self._sounds)
        if snippet is None or not words:
            return None
        request, _ = self._ranked(query, words, 1, lambda: False)
        reasons = reasons_of(snippet, request.words)
        if not reasons:
            return None
        prior = min(self._segments.prior_of(snippet_id), prior_cap(request.typed))
        picked = sum(bonus for key, bonus in request.picked if key == snippet_id)
        return explanation(snippet, reasons, prior, picked)

    def _matching(
        self, query: str, words: tuple[Word, ...], limit: int, is_cancelled: IsCancelled
    ) -> list[Hit]:
        request, ranked = self._ranked(query, words, limit, is_cancelled)
        return _hits(self._segments.built(), request.words, ranked[:limit])

    def _ranked(
        self, query: str, words: tuple[Word, ...], limit: int, is_cancelled: IsCancelled
    ) -> tuple[SearchRequest, list[RankedRow]]:
        """Return what was looked for in the end, and what was found: as much as it takes to judge that."""
        segments = self._segments.built(is_cancelled)
        typed = typed_length(segments, words, is_cancelled)
        words = tuple(map(without_redundant_readings, words))
        most = max(limit, TYPO_BELOW_HITS)
        request = SearchRequest(
            matchable_words(segments, words, is_cancelled), most, typed, self._picks.bonuses(query)
        )
        ranked = ranked_rows(segments, request, is_cancelled)
        if len(ranked) < TYPO_BELOW_HITS and best_match(ranked, segments, request) < TYPO_BELOW_SCORE:
            request = replace(
                request, words=matchable_words(segments, map(with_typo_readings, words), is_cancelled)
            )
            ranked = ranked_rows(segments, request, is_cancelled)
        return request, ranked


def matchable_words(
    segments: Sequence[Segment], words: Iterable[Word], is_cancelled: IsCancelled = lambda: False
) -> tuple[Word, ...]:
    """Return the words without the readings that cannot match; raise SearchCancelledError."""
    found = []
    for word in words:
        readings = []
        for reading in word.readings:
            check_cancelled(is_cancelled)
            if any(can_match(segment.index, reading, part) for segment in segments for part in PARTS):
                readings.append(reading)
        found.append(replace(word, readings=tuple(readings)))
    return tuple(found)


def ranked_rows(
    segments: Sequence[Segment], request: SearchRequest, is_cancelled: IsCancelled
) -> list[RankedRow]:
    """Return the best rows of all segments, best first; raises SearchCancelledError."""

    def search(some: SearchRequest) -> list[RankedRow]:
        return merged([best_rows(segment, some, is_cancelled) for segment in segments], some.limit)

    return with_likelier_readings(search(request), segments, request, search)


def _hits(segments: Sequence[Segment], words: Sequence[Word], ranked: Sequence[RankedRow]) -> list[Hit]:
    snippets = [segments[each.segment].snippets[each.row] for each in ranked]
    highlighter = Highlighter(words, snippets)
    return [
        Hit(snippet, rounded(each.score), highlighter) for snippet, each in zip(snippets, ranked, strict=True)
    ]
