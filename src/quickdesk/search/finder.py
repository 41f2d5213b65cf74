"""The finder of the palette and the command line: keeps the texts, asks the index, ranks, marks.

A cache of the store in memory. Taking up a change costs as much as the change; what the index
needs is laid out anew at the first search after it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

import numpy as np

from quickdesk.replies.snippet import Snippet
from quickdesk.search.codes import CodeList
from quickdesk.search.highlights import spans_of
from quickdesk.search.hit import Hit
from quickdesk.search.places import Index
from quickdesk.search.query import Word, words_of
from quickdesk.search.ranking import Scores, best_rows, match_all, total
from quickdesk.search.scan import Row, ScanIndex, encoded

_NO_PRIOR: Mapping[str, float] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class _Shelf:
    """The library as it is searched; replaced as a whole after a change."""

    snippets: tuple[Snippet, ...]
    index: Index
    codes: CodeList
    title_lengths: Scores
    prior: Scores


class ScanFinder:
    """A Finder for libraries of some thousand replies."""

    def __init__(self, snippets: Iterable[Snippet] = ()) -> None:
        self._library: dict[str, tuple[Snippet, Row]] = {}
        self._prior = _NO_PRIOR
        self._shelf: _Shelf | None = None
        self.rebuild(snippets)

    def rebuild(self, snippets: Iterable[Snippet]) -> None:
        """Forget everything and index these, in this order."""
        self._library = {}
        self.update(snippets)

    def update(self, put: Iterable[Snippet] = (), remove: Iterable[str] = ()) -> None:
        """Take up new and changed snippets and drop removed ones; the next find sees it.

        A changed snippet keeps its place in the order, a new one comes last.
        """
        for snippet_id in remove:
            self._library.pop(snippet_id, None)
        for snippet in put:
            self._library[snippet.id] = (snippet, _row(snippet))
        self._shelf = None

    def set_prior(self, prior: Mapping[str, float]) -> None:
        """Give snippets, by id, a bonus for how likely they are needed now; others have none.

        It is added to the score of a match, where 100 is about the step from one kind of match
        to the next, and orders the answer to an empty query.
        """
        self._prior = dict(prior)
        if self._shelf is not None:
            self._shelf = replace(self._shelf, prior=_bonuses(self._shelf.snippets, self._prior))

    def find(self, query: str, limit: int = 50) -> Sequence[Hit]:
        """Return the best hits, best first; an empty query lists by prior, then in library order.

        Every word must match somewhere in code, title, tags, folder or body. Any string will do.
        """
        if limit <= 0:
            return []
        shelf = self._laid_out()
        words = words_of(query)
        if words and shelf.snippets:
            return _matching(shelf, words, limit)
        return [Hit(shelf.snippets[row], float(shelf.prior[row])) for row in best_rows(shelf.prior, limit)]

    def _laid_out(self) -> _Shelf:
        if self._shelf is None:
            self._shelf = _shelf(list(self._library.values()), self._prior)
        return self._shelf


def _matching(shelf: _Shelf, words: tuple[Word, ...], limit: int) -> list[Hit]:
    matches = match_all(shelf.index, shelf.codes, words, len(shelf.snippets))
    scores = total(matches, shelf.title_lengths, shelf.prior)
    rows = best_rows(scores, limit)
    spans = spans_of(matches, shelf.snippets, rows)
    return [Hit(shelf.snippets[row], float(scores[row]), spans.get(row, ())) for row in rows]


def _row(snippet: Snippet) -> Row:
    fields = (snippet.code, snippet.title, " ".join(snippet.tags), snippet.folder_path, snippet.body)
    return tuple(map(encoded, fields))


def _shelf(entries: Sequence[tuple[Snippet, Row]], prior: Mapping[str, float]) -> _Shelf:
    snippets = tuple(snippet for snippet, _ in entries)
    return _Shelf(
        snippets=snippets,
        index=ScanIndex([row for _, row in entries]),
        codes=CodeList([snippet.code for snippet in snippets]),
        title_lengths=np.array([len(row[1]) // 2 for _, row in entries], np.float64),
        prior=_bonuses(snippets, prior),
    )


def _bonuses(snippets: Sequence[Snippet], prior: Mapping[str, float]) -> Scores:
    return np.array([prior.get(snippet.id, 0.0) for snippet in snippets], np.float64)
