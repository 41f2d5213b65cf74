"""Pinyin segmentation of a query word: ``tuihuo`` is tui-huo, t-u-i-h-u-o, tu-i-huo …

Segmentations are generated in order of cost (about the number of elements) and only as many as requested,
because their number grows exponentially with the length of the word.
"""

import heapq
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count
from math import inf
from typing import TypeAlias

from quickdesk.search.element import APOSTROPHES, Element, letter, literal, start, syllable
from quickdesk.search.sounds import EXACT, Sounds, characters_for_syllable, syllable_prefixes
from quickdesk.text.readings import syllables

LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz")
LONGEST_SYLLABLE = 6
LONGEST_WORD = 64
"""Longer words are not segmented but taken character by character."""
_DIGRAPHS = ("zh", "ch", "sh")
NO_INITIALS = frozenset("iuv")
"""Letters with which no syllable begins."""

# Costs of a step: full syllables are likelier than initials, and initials likelier than Latin letters.
_SYLLABLE, _START, _LETTER, _DIGRAPH, _LATIN, _LITERAL_APOSTROPHE = 1.0, 1.05, 1.1, 1.5, 3.0, 2.0

Path: TypeAlias = tuple[Element, ...]


@dataclass(frozen=True, slots=True)
class _Step:
    """The elements for the letters up to ``end`` and their cost; unlikely ones cost more."""

    end: int
    cost: float
    elements: Path


def character_path(word: str) -> Path:
    """Return one element per character: itself, or an initial if it is a letter."""
    return tuple(
        element for char in word for element in ((letter(char),) if char in LETTERS else literal(char))
    )


def paths(word: str, most: int, sounds: Sounds = EXACT) -> list[Path]:
    """Return up to ``most`` segmentations of a folded word without spaces, the likeliest first.

    The first is always :func:`character_path`. An apostrophe after a letter separates syllables, as in the
    preedit text of an input method, or is literal.
    """
    plain = character_path(word)
    if len(word) > LONGEST_WORD or not LETTERS.intersection(word):
        return [plain]
    steps = [_steps_at(word, at, sounds) for at in range(len(word))]
    found = dict.fromkeys([plain])
    found.update(dict.fromkeys(_cheapest(steps, most)))
    return [path for path in found if path][:most]


def syllable_split(letters: str) -> list[str] | None:
    """Return the split into the fewest full syllables, None if there is none; at a tie the longest first."""
    best: list[list[str] | None] = [None] * len(letters) + [[]]
    for at in range(len(letters) - 1, -1, -1):
        for end in range(min(at + LONGEST_SYLLABLE, len(letters)), at, -1):
            rest = best[end]
            if rest is not None and letters[at:end] in syllables():
                now = best[at]
                if now is None or len(rest) + 1 < len(now):
                    best[at] = [letters[at:end], *rest]
    return best[0]


def _steps_at(word: str, at: int, sounds: Sounds) -> list[_Step]:
    char = word[at]
    if char in LETTERS:
        return _letter_steps(word, at, sounds)
    if char in APOSTROPHES and at and word[at - 1] in LETTERS:
        return [_Step(at + 1, 0.0, ()), _Step(at + 1, _LITERAL_APOSTROPHE, literal(char))]
    return [_Step(at + 1, 1.0, literal(char))]


def _letter_steps(word: str, at: int, sounds: Sounds) -> list[_Step]:
    first = word[at]
    steps = [_Step(at + 1, _LATIN if first in NO_INITIALS else _LETTER, (letter(first, sounds),))]
    for end in range(at + 2, min(at + LONGEST_SYLLABLE, len(word)) + 1):
        letters = word[at:end]
        if letters not in syllable_prefixes(sounds):
            break
        if characters_for_syllable(letters, sounds):
            steps.append(_Step(end, _SYLLABLE, (syllable(letters, sounds),)))
        if end == len(word) or word[end] not in LETTERS:
            steps.append(_Step(end, _START, (start(letters, sounds),)))
        elif letters in _DIGRAPHS:
            steps.append(_Step(end, _DIGRAPH, (start(letters, sounds),)))
    return steps


def _cheapest(steps: Sequence[Sequence[_Step]], most: int) -> list[Path]:
    """Return the ``most`` cheapest paths by an A* search.

    Of equally cheap paths the longest is extended first, so that ties cost no time.
    """
    left = _cost_left(steps)
    serial = count()
    ways: list[tuple[float, int, int, float, Path]] = [(left[0], 0, next(serial), 0.0, ())]
    done: list[Path] = []
    while ways and len(done) < most:
        _, before, _, spent, path = heapq.heappop(ways)
        at = -before
        if at == len(steps):
            done.append(path)
            continue
        for step in steps[at]:
            cost = spent + step.cost
            way = (cost + left[step.end], -step.end, next(serial), cost, path + step.elements)
            heapq.heappush(ways, way)
    return done


def _cost_left(steps: Sequence[Sequence[_Step]]) -> list[float]:
    """Return the minimum cost of the rest of the word from each position."""
    left = [inf] * len(steps) + [0.0]
    for at in reversed(range(len(steps))):
        left[at] = min(step.cost + left[step.end] for step in steps[at])
    return left
