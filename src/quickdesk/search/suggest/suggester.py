"""Suggests replies to a buyer's message, by what they have of it and by replies chosen for similar messages.

Works offline on the library alone; it finds what the search finds for a whole sentence, but is silent where
nothing fits. Where a sentence model is installed, what a reply means counts beside its words.
"""

from collections.abc import Callable, Mapping, Sequence

from quickdesk.search.related.asked import asked
from quickdesk.search.related.lexicon import Lexicon, trade_lexicon
from quickdesk.search.related.search import RelatedSearch
from quickdesk.search.segment import Segment
from quickdesk.search.suggest.meaning import Likeness, nothing_alike
from quickdesk.search.suggest.past_messages import PastMessages
from quickdesk.search.suggest.suggestion import Answered, Suggestion


class Suggester:
    """Suggests replies; ``segments`` and ``lexicon`` return the current ones of the finder."""

    def __init__(
        self,
        segments: Callable[[], Sequence[Segment]],
        answered: Sequence[Answered] = (),
        lexicon: Callable[[], Lexicon] = trade_lexicon,
        likeness: Likeness = nothing_alike,
    ) -> None:
        self._segments, self._lexicon, self._likeness = segments, lexicon, likeness
        self._past = PastMessages(answered)

    def suggest(self, message: str, limit: int = 5) -> list[Suggestion]:
        """Return up to ``limit`` suggestions, best first; empty if nothing fits."""
        segments = self._segments()
        search = RelatedSearch(segments, asked(message), self._lexicon(), lambda: False)
        votes = self._past.votes(message)
        found = []
        for each in search.fitting(max(limit, 0), votes.by_id, self._likeness(message)):
            snippet = segments[each.segment].snippets[each.row]
            reasons = search.reasons(each.segment, each.row)
            found.append(Suggestion(snippet, each.score, reasons, votes.like.get(snippet.id)))
        return found

    def votes(self, message: str) -> Mapping[str, float]:
        """Return the votes (0 to 1) of similar past messages for replies, by id."""
        return self._past.votes(message).by_id
