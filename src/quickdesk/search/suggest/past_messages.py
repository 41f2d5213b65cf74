"""Past messages and the replies chosen for them: which replies a similar message had.

Messages are compared by BM25 over 汉字, pairs of them, Latin words and numbers; everything that does not
depend on the new message is computed once.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from quickdesk.search.matches import Numbers
from quickdesk.search.ranking import Scores
from quickdesk.search.related.asked import asked
from quickdesk.search.suggest.suggestion import Answered

MIN_VOTE = 0.4
"""Messages that are less similar say nothing about each other."""
_SATURATION, _LENGTH = 1.2, 0.75
_PAIR = 1.6
"""The weight of two adjacent characters and of a word, relative to a character."""
_NEIGHBOURS = 8
MAX_TERMS = 400
"""Further terms of a longer message are ignored."""

_RUN = re.compile(r"[a-z0-9]+|[\u3400-\u9fff]+")
_FIELD = re.compile(r"\{[^{}]*\}")
_STOP_WORDS = re.compile(
    "你好|您好|在吗|在不在|请问|麻烦|谢谢|亲亲?|哈喽|哦|啊|呀|呢|吧|啦|嘛|哈|么|吗|了|的|我|你|您|是|就|都|也|给|想|要|个|下|这"
)


@dataclass(frozen=True, slots=True)
class Votes:
    """What past messages say about a new one: votes (0 to 1) by snippet id, and the most similar message."""

    by_id: Mapping[str, float]
    like: Mapping[str, str]


_NONE = Votes(MappingProxyType({}), MappingProxyType({}))


class PastMessages:
    """Compares new messages with past ones."""

    def __init__(self, answered: Sequence[Answered]) -> None:
        self._answered = tuple(answered)
        bags = [Counter(terms(each.message)) for each in self._answered]
        lengths = np.array([bag.total() for bag in bags], np.float64)
        norms = (
            _SATURATION * (1 - _LENGTH + _LENGTH * lengths / max(float(lengths.mean()), 1.0))
            if bags
            else lengths
        )
        postings: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for number, bag in enumerate(bags):
            for term, count in bag.items():
                postings[term].append((number, count))
        self._postings: dict[str, tuple[Numbers, Scores]] = {}
        self._own = np.zeros(len(bags))
        for term, found in postings.items():
            numbers, counts = np.array(found).T
            weight = (_PAIR if len(term) > 1 else 1.0) * _rarity(len(bags), len(found))
            scores = weight * counts * (_SATURATION + 1) / (counts + norms[numbers])
            self._postings[term] = numbers, scores
            self._own[numbers] += scores

    def votes(self, message: str) -> Votes:
        """Return the votes of the most similar past messages."""
        total = np.zeros(len(self._own))
        for term in dict.fromkeys(terms(message)):
            known = self._postings.get(term)
            if known is not None:
                numbers, scores = known
                total[numbers] += scores
        near = [
            number for number in (-total).argsort(kind="stable")[:_NEIGHBOURS].tolist() if total[number] > 0
        ]
        if not near:
            return _NONE
        votes: dict[str, float] = defaultdict(float)
        like: dict[str, str] = {}
        for number in near:
            answered = self._answered[number]
            votes[answered.snippet_id] += float(total[number])
            like.setdefault(answered.snippet_id, answered.message)
        # Scale by the score of a message against itself, so that an equal message gives a full vote.
        scale = max(float(self._own[near].max()), *votes.values())
        kept = {key: vote / scale for key, vote in votes.items() if vote / scale >= MIN_VOTE}
        return Votes(kept, {key: like[key] for key in kept})


def _rarity(count: int, frequency: int) -> float:
    return float(np.log(1 + (count - frequency + 0.5) / (frequency + 0.5)))


def terms(text: str) -> list[str]:
    """Return the 汉字, pairs of them, Latin words and numbers of a text without its fields, in order."""
    words = asked(_FIELD.sub(" ", text))
    said = " ".join(words.words)
    return list(_terms(said if words.is_greeting else _STOP_WORDS.sub(" ", said)))[:MAX_TERMS]


def _terms(said: str) -> Iterator[str]:
    for run in _RUN.findall(said):
        if run[0] <= "z":
            yield run
        else:
            yield from run
            yield from (run[at : at + 2] for at in range(len(run) - 1))
