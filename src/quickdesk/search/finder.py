"""The finder of the palette and the command line.

It parses the query, searches each segment, merges the results and highlights the matches. It is an in-memory
cache of the store; the cost of an update grows with the change. For a large library a base index is built
elsewhere from :meth:`LibraryFinder.snapshot` and passed to :meth:`LibraryFinder.adopt`; without it the
results are the same, only slower. Where few replies match for certain, related ones follow. Not thread-safe.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias

from quickdesk.replies.snippet import Snippet
from quickdesk.search.explanation import Explanation, explanation, reasons_of
from quickdesk.search.highlights import Highlighter
from quickdesk.search.hit import Hit
from quickdesk.search.index.arrays import IndexArrays
from quickdesk.search.lookup.all_segments import matchable_words, ranked_rows
from quickdesk.search.lookup.merging import RankedRow, best_match
from quickdesk.search.lookup.request import (
    IsCancelled,
    SearchCancelledError,
    SearchRequest,
    typed_length,
    without_redundant_readings,
)
from quickdesk.search.pinyin_segmentation import LETTERS, LONGEST_SYLLABLE, syllable_split
from quickdesk.search.preparation import Preparation
from quickdesk.search.query import Word, words_of
from quickdesk.search.ranking import prior_cap, rounded
from quickdesk.search.related.asked import NOTHING_ASKED, asked
from quickdesk.search.related.certainty import certainty_of
from quickdesk.search.related.counted_forms import CountedForms
from quickdesk.search.related.lexicon import Lexicon, trade_lexicon
from quickdesk.search.related.search import MAX_RELATED, RelatedRow, RelatedSearch
from quickdesk.search.segment import Segment
from quickdesk.search.segments import Segments, Snapshot
from quickdesk.search.sounds import EXACT, Sounds
from quickdesk.search.typos import with_typo_readings
from quickdesk.search.usage.first_letters import NOTHING_PICKED, Picks
from quickdesk.search.usage.pins import marked, pinned_first
from quickdesk.search.whole_query import phrase_of, with_codes

TYPO_BELOW_HITS, TYPO_BELOW_SCORE = 20, 240.0
"""Typos are considered if there are fewer hits than this and none has a higher score without its prior: then
no word matches literally or as full pinyin, and no title matches."""

SENTENCE = 12
"""A query of at least this many characters that finds nothing for certain may be a buyer's message."""
Votes: TypeAlias = Callable[[str], Mapping[str, float]]
"""Returns the votes (0 to 1) of past messages for replies, by id."""
MAX_NEAREST = 5
"""Replies that are offered where nothing fits."""
_MAX_SYLLABLES = 8
_MAX_EXPLAINED = MAX_RELATED + 200
FEW_CERTAIN = 3
"""Related replies follow if fewer replies than this match for certain, and better than in their bodies."""


class LibraryFinder:
    """A :class:`Finder` for libraries of any size."""

    def __init__(self, snippets: Iterable[Snippet] = ()) -> None:
        self._segments = Segments()
        self._sounds = EXACT
        self._picks: Picks = NOTHING_PICKED
        self._pinned: dict[str, None] = {}
        self._votes: Votes = _no_votes
        self._lexicon: Lexicon | None = None
        self._counted: CountedForms | None = None
        self._preparation = Preparation()
        self.rebuild(snippets)

    def rebuild(self, snippets: Iterable[Snippet], base: IndexArrays | None = None) -> None:
        """Replace the indexed snippets by these, in this order.

        ``base`` may be of any age: only its rows that still equal a snippet are used.
        """
        self._counted = None
        self._segments.reset(snippets)
        if base is not None:
            self.recognise(base)

    def recognise(self, base: IndexArrays) -> None:
        """Use the rows of an index of any age that still equal a snippet."""
        self._counted = None
        self._segments.recognise(base)

    def update(self, put: Iterable[Snippet] = (), remove: Iterable[str] = ()) -> None:
        """Add or replace snippets and remove others by id; takes effect with the next find().

        A replaced snippet keeps its position in the order, a new one is added at the end.
        """
        self._segments.update(put, remove)

    def snapshot(self) -> Snapshot | None:
        """Return the snapshot from which a new base index should be built, or None if none is due."""
        return self._segments.snapshot()

    def adopt(self, base: IndexArrays, snapshot: Snapshot) -> bool:
        """Use a base index that was built from a snapshot; later changes are kept.

        Return False and change nothing if it does not fit.
        """
        self._counted = None
        return self._segments.adopt(base, snapshot)

    def take_over(self, other: "LibraryFinder", snapshot: Snapshot) -> None:
        """Replace the segments by those of a finder built from a snapshot; later changes are kept.

        ``other`` must not be used afterwards. It can be built on another thread, so this call is fast.
        """
        self._counted = None
        put, remove = self._segments.changes_since(snapshot.number)
        prior, number = self._segments.prior, self._segments.number
        self._segments = other.release()
        self._segments.number = max(number, self._segments.number)
        self._segments.set_prior(prior)
        if put or remove:
            self._segments.update(put, remove)

    def release(self) -> Segments:
        """Return the segments and leave this finder empty."""
        segments, self._segments = self._segments, Segments()
        return segments

    @property
    def changes(self) -> int:
        """The number of changes applied so far, as in :attr:`Snapshot.number`."""
        return self._segments.number

    def segments(self) -> Sequence[Segment]:
        """Return the searched segments, from which replies are suggested too."""
        return self._segments.built()

    def set_prior(self, prior: Mapping[str, float]) -> None:
        """Set the priors by snippet id: how likely each is needed now; all others become 0.

        The prior is added to the score of a match, up to a cap that falls with the length of the query; 100
        is about the difference between two kinds of match. It also orders the result of an empty query.
        """
        self._segments.set_prior(prior)

    def set_first_letters(self, picks: Picks) -> None:
        """Set the replies that are preferred after each query."""
        self._picks = picks

    def set_pinned(self, ids: Iterable[str]) -> None:
        """Set the pinned replies, which :meth:`listed` marks, in their order."""
        self._pinned = dict.fromkeys(ids)

    def set_votes(self, votes: Votes) -> None:
        """Set what the replies chosen for past messages say about a new one, for whole sentences."""
        self._votes = votes

    @property
    def lexicon(self) -> Lexicon:
        """The words that mean the same: those of the trade, read on first use, unless others were set."""
        return self._lexicon or trade_lexicon()

    def set_lexicon(self, lexicon: Lexicon) -> None:
        """Set the words that mean the same, for related replies; takes effect with the next find()."""
        self._lexicon = lexicon

    def set_sounds(self, sounds: Sounds) -> None:
        """Set the fuzzy pinyin pairs."""
        self._sounds = sounds

    def find(self, query: str, limit: int = 50) -> Sequence[Hit]:
        """Return the best hits, best first; for an empty query by prior, then in library order.

        Every word must match in code, title, tags, folder, asks or body. If fewer than FEW_CERTAIN replies
        match for certain, replies that match partly or in meaning follow, then those that may match by
        chance; both are marked. If there are none, the MAX_NEAREST nearest replies are returned, which are no
        matches and are marked so. Any string is valid.
        """
        return self.find_unless(query, limit, lambda: False) or []

    def find_certain(
        self, query: str, limit: int = 50, is_cancelled: IsCancelled = lambda: False
    ) -> Sequence[Hit]:
        """Return only those that match in every word, by chance too; raise SearchCancelledError."""
        words = words_of(query, self._sounds) if limit > 0 else ()
        if not words:
            return self.find(query, limit)
        request, ranked = self._ranked(query, words, limit, is_cancelled)
        return _hits(self._segments.built(), request.words, ranked[:limit])

    def find_unless(self, query: str, limit: int, is_cancelled: IsCancelled) -> Sequence[Hit] | None:
        """Return the result of :meth:`find`, or None if ``is_cancelled`` returns True during the search."""
        if limit <= 0:
            return []
        words = words_of(query, self._sounds)
        if not words:
            self._counted = None  # the palette was closed: what it holds can go
            return [Hit(snippet, prior) for snippet, prior in self._segments.by_prior(limit)]
        try:
            return self._find(query, words, limit, is_cancelled)
        except SearchCancelledError:
            return None

    def listed(self, query: str, limit: int, is_cancelled: IsCancelled) -> Sequence[Hit] | None:
        """Return the result of :meth:`find_unless` with pinned replies marked, first for an empty query."""
        hits = self.find_unless(query, limit, is_cancelled)
        if not hits or not self._pinned:
            return hits
        if words_of(query, self._sounds):
            return marked(hits, self._pinned)
        found = (self._segments.get(snippet_id) for snippet_id in self._pinned)
        return pinned_first(hits, [snippet for snippet in found if snippet is not None], limit)

    def prepare(self) -> bool:
        """Do a few milliseconds of work ahead of the next search; return False when nothing is left to do.

        To be called while idle, again after each change. Results do not depend on it, but without it the
        first use of each letter and the first search after a large import are slower.
        """
        return self._preparation.step(self._segments, self._sounds)

    def explain(self, query: str, snippet_id: str) -> Explanation | None:
        """Return how the score of a snippet is composed, or None if it does not match."""
        snippet = self._segments.get(snippet_id)
        words = words_of(query, self._sounds)
        if snippet is None or not words:
            return None
        request, _ = self._ranked(query, words, 1, lambda: False)
        reasons = reasons_of(snippet, request.words, request.phrase)
        if not reasons or self._is_related(query, snippet_id):
            related = self._explain_related(query, words, snippet_id)
            if related is not None or not reasons:
                return related
        prior = min(self._segments.prior_of(snippet_id), prior_cap(request.typed))
        picked = sum(bonus for key, bonus in request.picked if key == snippet_id)
        return explanation(snippet, reasons, prior, picked)

    def _find(self, query: str, words: tuple[Word, ...], limit: int, is_cancelled: IsCancelled) -> list[Hit]:
        request, ranked = self._ranked(query, words, limit, is_cancelled)
        segments = self._segments.built()
        rows = certainty_of(ranked, segments, request, words, self.lexicon)
        if rows.found >= FEW_CERTAIN or len(rows.certain) >= limit:
            return _hits(segments, request.words, ranked[:limit])
        search = self._related_search(segments, query, words, is_cancelled)
        certain = _hits(segments, request.words, rows.certain)
        related = self._related(query, words, certain, search)
        if related:
            known = {hit.snippet.id for hit in related}
            by_chance = _hits(segments, request.words, rows.by_chance)
            rest = (replace(hit, is_related=True) for hit in by_chance if hit.snippet.id not in known)
            return [*certain, *related, *rest][:limit]
        if ranked:
            return _hits(segments, request.words, ranked[:limit])
        nearest = search.nearest(min(limit, MAX_NEAREST), _syllables(words))
        return [replace(hit, is_nearest=True) for hit in _related_hits(segments, search, nearest)]

    def _related(
        self, query: str, words: Sequence[Word], certain: Sequence[Hit], search: RelatedSearch
    ) -> list[Hit]:
        """Return the hits that follow the certain ones if these are few; a filter allows no others."""
        votes = {} if certain else self._votes_for(query, words)
        known = {hit.snippet.id for hit in certain}
        segments = self._segments.built()
        rows = search.rows(MAX_RELATED + len(known), votes, len(known))
        found = [each for each in rows if segments[each.segment].snippets[each.row].id not in known]
        return _related_hits(segments, search, found[:MAX_RELATED])

    def _related_search(
        self, segments: Sequence[Segment], query: str, words: Sequence[Word], is_cancelled: IsCancelled
    ) -> RelatedSearch:
        """Return the related rows of a query; none if a word is restricted to a field."""
        what = NOTHING_ASKED if any(word.field for word in words) else asked(query)
        search = RelatedSearch(segments, what, self.lexicon, is_cancelled, self._counted)
        self._counted = search.counted
        return search

    def _is_related(self, query: str, snippet_id: str) -> bool:
        return any(hit.is_related and hit.snippet.id == snippet_id for hit in self.find(query))

    def _votes_for(self, query: str, words: Sequence[Word]) -> Mapping[str, float]:
        """Return the votes of past messages if the query is long enough to be one."""
        return self._votes(query) if sum(len(word.text) for word in words) >= SENTENCE else {}

    def _explain_related(self, query: str, words: Sequence[Word], snippet_id: str) -> Explanation | None:
        segments = self._segments.built()
        search = self._related_search(segments, query, words, lambda: False)
        votes = self._votes_for(query, words)
        listed = search.rows(_MAX_EXPLAINED, votes, _MAX_EXPLAINED)
        for each in listed or search.nearest(MAX_NEAREST, _syllables(words)):
            if segments[each.segment].snippets[each.row].id == snippet_id:
                reasons = search.reasons(each.segment, each.row)
                chosen = each.score - sum(reason.worth for reason in reasons)
                return Explanation((), 0, 0.0, chosen if snippet_id in votes else 0.0, reasons)
        return None

    def _ranked(
        self, query: str, words: tuple[Word, ...], limit: int, is_cancelled: IsCancelled
    ) -> tuple[SearchRequest, list[RankedRow]]:
        """Return the final request, perhaps with typos, and the best rows: TYPO_BELOW_HITS or more."""
        segments = self._segments.built(is_cancelled)
        typed = typed_length(segments, words, is_cancelled)
        words = tuple(map(without_redundant_readings, words))
        if len(words) == 1:
            words = tuple(map(with_codes, words))
        most = max(limit, TYPO_BELOW_HITS)
        phrase = phrase_of(words)
        request = SearchRequest(
            matchable_words(segments, words, is_cancelled),
            most,
            typed,
            self._picks.bonuses(query),
            phrase=None if phrase is None else matchable_words(segments, (phrase,), is_cancelled)[0],
        )
        ranked = ranked_rows(segments, request, is_cancelled)
        if len(ranked) < TYPO_BELOW_HITS and best_match(ranked, segments, request) < TYPO_BELOW_SCORE:
            request = replace(
                request, words=matchable_words(segments, map(with_typo_readings, words), is_cancelled)
            )
            ranked = ranked_rows(segments, request, is_cancelled)
        return request, ranked


def _no_votes(_: str) -> Mapping[str, float]:
    return {}


def _syllables(words: Sequence[Word]) -> list[str]:
    """Return the first syllables of words in pinyin that are not restricted to a field."""
    split = (syllable_split(word.text) for word in words if not word.field and _is_pinyin(word.text))
    return [name for names in split for name in names or ()][:_MAX_SYLLABLES]


def _is_pinyin(text: str) -> bool:
    return len(text) <= _MAX_SYLLABLES * LONGEST_SYLLABLE and LETTERS.issuperset(text)


def _related_hits(
    segments: Sequence[Segment], search: RelatedSearch, rows: Sequence[RelatedRow]
) -> list[Hit]:
    found = [(segments[each.segment].snippets[each.row], each.score) for each in rows]
    highlighter = Highlighter(search.highlighted(), [snippet for snippet, _ in found])
    return [Hit(snippet, round(score, 4), highlighter, is_related=True) for snippet, score in found]


def _hits(segments: Sequence[Segment], words: Sequence[Word], ranked: Sequence[RankedRow]) -> list[Hit]:
    snippets = [segments[each.segment].snippets[each.row] for each in ranked]
    highlighter = Highlighter(words, snippets)
    return [
        Hit(snippet, rounded(each.score), highlighter) for snippet, each in zip(snippets, ranked, strict=True)
    ]
