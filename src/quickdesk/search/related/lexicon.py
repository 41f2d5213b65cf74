"""The lexicon of the trade: words that mean the same in a shop's chat, and the words that carry no meaning.

A lexicon is text: one group of words per line, with ``>`` for groups that hold in one direction only, ``-``
before words without meaning (particles, politeness), and ``#`` for comments. Groups are not chained, so
cycles are harmless. Words and groups beyond the limits are ignored.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
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


@dataclass(slots=True)
class LexiconEntries:
    """What a lexicon knows: the meanings of each word, words without meaning, and words by their sound."""

    meanings: dict[str, tuple[str, ...]] = field(default_factory=dict)
    particles: set[str] = field(default_factory=set)
    by_sound: dict[tuple[str, ...], tuple[str, ...]] = field(default_factory=dict)

    def copy(self) -> "LexiconEntries":
        """Return a copy; it takes a millisecond."""
        return LexiconEntries(dict(self.meanings), set(self.particles), dict(self.by_sound))


class Lexicon:
    """Finds words by their text or by their sound, and what means the same."""

    def __init__(self, lines: Iterable[str], base: "Lexicon | None" = None) -> None:
        """``base`` is a lexicon that is extended; what the lines say of a word comes before what it says."""
        self.entries: LexiconEntries = LexiconEntries() if base is None else base.entries.copy()
        self._is_extension = base is not None
        before = len(self.entries.meanings)
        for line in lines:
            self._add(line)
            if len(self.entries.meanings) - before >= MAX_WORDS:
                break
        for word in (*self.entries.meanings, *self.entries.particles):
            if base is None or (word not in base and not base.is_particle(word)):
                for spelling in _spellings(word):
                    known = self.entries.by_sound.get(spelling, ())
                    self.entries.by_sound[spelling] = (*known, word)

    def __contains__(self, word: str) -> bool:
        return word in self.entries.meanings

    def __len__(self) -> int:
        return len(self.entries.meanings)

    def meanings(self, word: str) -> tuple[str, ...]:
        """Return the words that also answer to a folded word, itself left out; empty if it is unknown."""
        return self.entries.meanings.get(word, ())

    def is_particle(self, word: str) -> bool:
        """Return whether a folded word carries no meaning."""
        return word in self.entries.particles

    def like_sound(self, syllables: Sequence[Sequence[str]]) -> list[str]:
        """Return the words that sound like these syllables or similar, one for each character.

        ``syllables`` are the readings of each character; only words of two or more characters are returned.
        """
        if not all(syllables) or len(syllables) == 1:
            return []
        spellings = _alike(syllables)
        return list(dict.fromkeys(word for each in spellings for word in self.entries.by_sound.get(each, ())))

    def of_initials(self, letters: str) -> Sequence[str]:
        """Return the words whose syllables begin with these letters."""
        return self._by_initials.get(letters, ())

    @cached_property
    def _by_initials(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for spelling, words in self.entries.by_sound.items():
            known = found.setdefault("".join(name[0] for name in spelling), [])
            known += [word for word in words if word not in known and not self.is_particle(word)]
        return found

    def _add(self, line: str) -> None:
        text, _, _ = line.partition("#")
        first, arrow, second = text.partition(">")
        before, after = _words(first), _words(second)
        if before[:1] == ["-"]:
            self.entries.particles.update(before[1:])
            return
        for word in before:
            others = after if arrow else before
            new = tuple(other for other in others if other != word)
            known = self.entries.meanings.get(word, ())
            meant = (*new, *known) if self._is_extension else (*known, *new)
            self.entries.meanings[word] = tuple(dict.fromkeys(meant))[:MAX_MEANINGS]
        for word in after:
            self.entries.meanings.setdefault(word, ())


@cache
def trade_lexicon() -> Lexicon:
    """Return the lexicon that ships with the program."""
    text = packaged("resources", "lexicon", "trade.txt").read_text(encoding="utf-8")
    return Lexicon(text.split("\n"))


def shop_lexicon(text: str) -> Lexicon:
    """Return the lexicon of the trade extended by the shop's own words, which come first."""
    return Lexicon(text.split("\n"), trade_lexicon()) if text.strip() else trade_lexicon()


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
