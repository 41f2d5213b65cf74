"""Suggests replies to a buyer's message, by shared terms and by replies chosen for similar messages.

Works offline on the library alone. An optional :class:`Scorer`, such as a semantic one, is combined with it
by standardised scores.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias

import numpy as np

from quickdesk.replies.snippet import Snippet
from quickdesk.search.matches import Numbers
from quickdesk.search.ranking import Scores
from quickdesk.search.segment import Segment
from quickdesk.search.suggest.bm25 import PastMessages
from quickdesk.search.suggest.segment_fit import SegmentFit, segment_fits
from quickdesk.search.suggest.suggestion import Answered, Scorer, Suggestion

MAX_SHARED = 4
_MAX_CANDIDATES = 200
"""Replies per segment that are scored further, those that share most with the message."""
_NEIGHBOURS = 8
_HISTORY_WEIGHT = 1.2
_OWN_WEIGHT = 0.5
_EPSILON = 1e-9
_MIN_SHARE, _MIN_SHARE_UNCLEAR = 0.4, 0.7
"""Minimum score of a suggestion, relative to the best one."""

_Candidate: TypeAlias = tuple[Snippet, SegmentFit, int, float]
"""A reply, the scores of its segment, its row there and its own score."""


class Suggester:
    """Suggests replies; ``segments`` returns the current segments of the finder."""

    def __init__(
        self,
        segments: Callable[[], Sequence[Segment]],
        answered: Sequence[Answered] = (),
        scorer: Scorer | None = None,
    ) -> None:
        self._segments = segments
        self._answered = tuple(answered)
        self._past = PastMessages([each.message for each in answered])
        self._scorer = scorer

    def suggest(self, message: str, limit: int = 5) -> list[Suggestion]:
        """Return up to ``limit`` suggestions, best first; empty if nothing fits."""
        segments = self._segments()
        fitting = segment_fits(segments, message)
        votes, like = self._votes(message)
        snippets = _best_snippets(segments, fitting, votes)
        most = max((score for _, _, _, score in snippets.values()), default=0.0) or 1.0
        if self._scorer is None:
            snippets = _close_to_best(snippets, votes)
        scores = {
            key: score + _HISTORY_WEIGHT * most * votes.get(key, 0.0)
            for key, (_, _, _, score) in snippets.items()
        }
        if self._scorer is not None:
            scores = _combined(scores, self._scorer.scores(message, list(scores)))
        found = []
        for key in sorted(scores, key=lambda key: -scores[key])[: max(limit, 0)]:
            snippet, fit, row, _ = snippets[key]
            found.append(Suggestion(snippet, scores[key], _shared(fit, row), like.get(key)))
        return found

    def votes(self, message: str) -> Mapping[str, float]:
        """Return the votes (0 to 1) of similar past messages for replies, by id."""
        return self._votes(message)[0]

    def _votes(self, message: str) -> tuple[Mapping[str, float], Mapping[str, str]]:
        """Return the votes (0 to 1) of similar past messages for each reply, and the most similar message."""
        near = self._past.scores(message)
        votes: dict[str, float] = defaultdict(float)
        like: dict[str, str] = {}
        for number in (-near).argsort(kind="stable")[:_NEIGHBOURS].tolist():
            if near[number] > _EPSILON:
                answered = self._answered[number]
                votes[answered.snippet_id] += float(near[number])
                like.setdefault(answered.snippet_id, answered.message)
        if not votes:
            return {}, {}
        # Scale by the score of a message against itself, so that an equal message gives a full vote.
        own = max(float(self._past.scores(each).max()) for each in like.values())
        scale = max(own, *votes.values())
        return {key: vote / scale for key, vote in votes.items()}, like


def _best_snippets(
    segments: Sequence[Segment], fitting: Sequence[SegmentFit], votes: Mapping[str, float]
) -> dict[str, _Candidate]:
    """Return the replies that share most with the message, and those with votes."""
    found: dict[str, _Candidate] = {}
    for segment, fit in zip(segments, fitting, strict=True):
        rows = _top_rows(fit.total)
        voted = [row for key in votes if (row := segment.row_of.get(key)) is not None and segment.alive[row]]
        for row in (*rows, *voted):
            if fit.total[row] > _EPSILON or row in voted:
                snippet = segment.snippets[row]
                found[snippet.id] = snippet, fit, row, float(fit.total[row])
    return found


def _close_to_best(found: Mapping[str, _Candidate], votes: Mapping[str, float]) -> dict[str, _Candidate]:
    """Return the replies that score nearly as high as the best one, and those with votes.

    If the best one shares a word, replies that share none need a higher score.
    """
    _, fit, row, most = max(found.values(), key=lambda each: each[-1], default=(None, None, 0, 0.0))
    unclear = _MIN_SHARE_UNCLEAR if fit is not None and fit.is_clear[row] else _MIN_SHARE
    return {
        key: each
        for key, each in found.items()
        if key in votes or each[-1] >= most * (_MIN_SHARE if each[1].is_clear[each[2]] else unclear)
    }


def _top_rows(total: Scores) -> list[int]:
    """Return the rows with the highest totals, best first; of equal ones the first."""
    rows = np.flatnonzero(total > _EPSILON)
    if len(rows) > _MAX_CANDIDATES:
        rows = rows[total[rows] >= np.partition(total[rows], -_MAX_CANDIDATES)[-_MAX_CANDIDATES]]
    ranked: list[int] = rows[(-total[rows]).argsort(kind="stable")[:_MAX_CANDIDATES]].tolist()
    return ranked


def _combined(scores: Mapping[str, float], meant: Mapping[str, float]) -> dict[str, float]:
    """Combine two standardised scores; a reply that one of them does not know counts as average there."""
    known = {key: value for key, value in meant.items() if key in scores}
    if not known:
        return dict(scores)
    own, other = _standardised(scores), _standardised(known)
    return {key: other.get(key, 0.0) + _OWN_WEIGHT * own[key] for key in scores}


def _standardised(values: Mapping[str, float]) -> dict[str, float]:
    known = np.fromiter(values.values(), float)
    spread = known.std() or 1.0
    return dict(zip(values, ((known - known.mean()) / spread).tolist(), strict=True))


def _shared(fit: SegmentFit, row: int) -> tuple[str, ...]:
    """Return the shared terms, highest score first: words, else pairs, else single characters."""
    weights = {term: _term_score(row, *part) for term, part in fit.parts.items()}
    terms = sorted((term for term in weights if weights[term] > 0), key=lambda term: -weights[term])
    words = [term for term in terms if term in fit.words]
    pairs = [term for term in terms if len(term) > 1]
    return tuple((words or pairs or terms)[:MAX_SHARED])


def _term_score(row: int, rows: Numbers, added: Scores) -> float:
    position = int(rows.searchsorted(row))
    return float(added[position]) if position < len(rows) and rows[position] == row else 0.0
