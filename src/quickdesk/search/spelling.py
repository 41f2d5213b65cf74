"""Splitting words into full pinyin syllables, and finding the letters that repair a typo.

Instead of trying every letter at every position, the letters before and after a position determine which
ones complete a syllable there.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from functools import cache, lru_cache
from itertools import islice

from quickdesk.search.element import syllable
from quickdesk.search.pinyin_segmentation import LONGEST_SYLLABLE, Path
from quickdesk.search.sounds import characters_for_syllable, syllable_prefixes

_MAX_SPLITS = 32
_CACHE_SIZE = 4096


def whole_syllables(word: str, most: int = 1) -> list[Path]:
    """Return up to ``most`` splits of a word into full syllables, fewest first, then longest first."""
    first = _first_split(word)
    if first is None or most == 1:
        return [] if first is None else [first]
    return sorted(islice(_splits(word), _MAX_SPLITS), key=len)[:most]


class SyllableRepair:
    """Finds the letters that turn a word with one wrong letter into full syllables."""

    def __init__(self, word: str) -> None:
        self._word = word
        self._before = [0, *(at for at in range(1, len(word) + 1) if _first_split(word[:at]))]
        self._after = [*(at for at in range(len(word)) if _first_split(word[at:])), len(word)]

    def fitting_letters(self, begin: int, end: int) -> AbstractSet[str]:
        """Return the letters that make it full syllables if they replace ``word[begin:end]``."""
        found: set[str] = set()
        for first in self._before:
            if begin - LONGEST_SYLLABLE < first <= begin:
                before = self._word[first:begin]
                for last in self._after:
                    if end <= last < end + LONGEST_SYLLABLE:
                        found |= _letters_between().get((before, self._word[end:last]), _NONE)
        return found


_NONE: frozenset[str] = frozenset()


@cache
def _letters_between() -> Mapping[tuple[str, str], AbstractSet[str]]:
    """Return the letters that complete a syllable, by the letters before and after them."""
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for name in _syllables():
        for at, char in enumerate(name):
            found[name[:at], name[at + 1 :]].add(char)
    return dict(found)


@cache
def _syllables() -> frozenset[str]:
    return frozenset(name for name in syllable_prefixes() if characters_for_syllable(name))


@lru_cache(_CACHE_SIZE)
def _first_split(word: str) -> Path | None:
    """Return the first of :func:`_splits`; cached, because words with a typo share their ends."""
    for end in range(min(LONGEST_SYLLABLE, len(word)), 0, -1):
        if word[:end] in _syllables():
            rest = _first_split(word[end:]) if end < len(word) else ()
            if rest is not None:
                return (syllable(word[:end]), *rest)
    return None


def _splits(word: str) -> Iterator[Path]:
    for end in range(min(LONGEST_SYLLABLE, len(word)), 0, -1):
        if word[:end] not in _syllables():
            continue
        if end == len(word):
            yield (syllable(word),)
        elif _first_split(word[end:]) is not None:
            yield from ((syllable(word[:end]), *rest) for rest in _splits(word[end:]))
