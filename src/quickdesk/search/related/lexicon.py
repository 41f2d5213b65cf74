"""The lexicon of the trade: words that mean the same in a shop's chat, and the words that carry no meaning.

A lexicon is text: one group of words per line, with ``>`` for groups that hold in one direction only, ``-``
before words without meaning (particles, politeness), and ``#`` for comments. Groups are not chained, so
cycles are harmless. Words and groups beyond the limits are ignored.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import islice, product

from quickdesk.packaged import packaged
from quickdesk.text.folding import fold, searchable
from quickdesk.text.readings import readings

MAX_WORDS = 20_000
MAX_IN_LINE = 64
MAX_MEANINGS = 24
"""Further words that mean the same as one word are ignored."""
LONGEST = 12
"""Characters of the longest word."""
_MAX_SPELLINGS = 8
_SIMILAR = (("zh", "z"), ("ch", "c"), ("sh", "s"), ("ang", "an"), ("eng", "en"), ("ing", "in"))


class Lexicon:
    """Finds words by their text or by their sound, and what means the same."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._meanings: dict[str, tuple[str, ...]] = {}
        self._particles: set[str] = set()
        self._by_sound: dict[tuple[str, ...], list[str]] = {}
        for line in lines:
            self._add(line)
            if len(self._meanings) >= MAX_WORDS:
                break
        for word in (*self._meanings, *self._particles):
            for spelling in _spellings(word):
                self._by_sound.setdefault(spelling, []).append(word)

    def __contains__(self, word: str) -> bool:
        return word in self._meanings

    def __len__(self) -> int:
        return len(self._meanings)

    def meanings(self, word: str) -> tuple[str, ...]:
        """Return the words that also answer to a folded word, itself left out; empty if it is unknown."""
        return self._meanings.get(word, ())

    def is_particle(self, word: str) -> bool:
        """Return whether a folded word carries no meaning."""
        return word in self._particles

    def like_sound(self, syllables: Sequence[Sequence[str]]) -> list[str]:
        """Return the words that sound like these syllables or similar, one for each character.

        ``syllables`` are the readings of each character; only words of two or more characters are returned.
        """
        if not all(syllables) or len(syllables) == 1:
            return []
        spellings = _alike(syllables)
        return list(dict.fromkeys(word for each in spellings for word in self._by_sound.get(each, ())))

    def _add(self, line: str) -> None:
        text, _, _ = line.partition("#")
        first, arrow, second = text.partition(">")
        before, after = _words(first), _words(second)
        if before[:1] == ["-"]:
            self._particles.update(before[1:])
            return
        for word in before:
            others = after if arrow else before
            known = (*self._meanings.get(word, ()), *(other for other in others if other != word))
            self._meanings[word] = tuple(dict.fromkeys(known))[:MAX_MEANINGS]
        for word in after:
            self._meanings.setdefault(word, ())


@cache
def trade_lexicon() -> Lexicon:
    """Return the lexicon that ships with the program."""
    text = packaged("resources", "lexicon", "trade.txt").read_text(encoding="utf-8")
    return Lexicon(text.split("\n"))


def _words(part: str) -> list[str]:
    words = (fold(searchable(word)) for word in part.split())
    return [word for word in words if len(word) <= LONGEST][:MAX_IN_LINE]


def _spellings(word: str) -> Iterator[tuple[str, ...]]:
    names = [readings(char) for char in word]
    if len(word) > 1 and all(names):
        yield from _alike(names)


def _alike(syllables: Sequence[Sequence[str]]) -> Iterator[tuple[str, ...]]:
    """Yield the likeliest combinations of readings, without distinctions that many don't make."""
    return islice(product(*([_similar(each) for each in names] for names in syllables)), _MAX_SPELLINGS)


@cache
def _similar(syllable: str) -> str:
    """Return a syllable without the distinctions that many speakers don't make."""
    for start, plain in _SIMILAR[:3]:
        if syllable.startswith(start):
            syllable = plain + syllable[2:]
    for end, plain in _SIMILAR[3:]:
        if syllable.endswith(end):
            syllable = syllable.removesuffix(end) + plain
    return syllable
