"""Redundant readings are left out, and no others."""

import numpy as np

from quickdesk.search.index.arrays import build
from quickdesk.search.index.positional import PositionalIndex
from quickdesk.search.lookup.request import without_redundant_readings
from quickdesk.search.lookup.scoring import word_scores
from quickdesk.search.query import words_of
from quickdesk.search.sounds import EXACT, Sound
from quickdesk.search.typos import with_typo_readings
from tests.bench.library import queries, replies

LIBRARY = replies(120, seed=31, body_length=40)
INDEX = PositionalIndex(build(LIBRARY))
ROWS = np.arange(len(LIBRARY))
TYPED = sorted(
    {query[:end] for _, query in queries(LIBRARY, 60, seed=32) for end in range(1, len(query) + 1)}
)


def test_scores_are_the_same_without_redundant_readings() -> None:
    fewer = 0
    for typed in TYPED[::4]:
        for sounds in (EXACT, frozenset({Sound.S_SH, Sound.IN_ING})):
            for plain in words_of(typed, sounds):
                for word in (plain, with_typo_readings(plain)):
                    needed = without_redundant_readings(word)
                    assert (
                        word_scores(INDEX, needed, ROWS).tolist() == word_scores(INDEX, word, ROWS).tolist()
                    ), typed
                    fewer += len(word.readings) - len(needed.readings)
    assert fewer > len(TYPED) // 4


def test_one_of_equivalent_readings_is_kept() -> None:
    (heshi,) = words_of("heshi")
    kept = without_redundant_readings(heshi).readings
    assert kept[0] == heshi.readings[0]
    assert len({tuple(frozenset(each.units) for each in reading.elements) for reading in kept}) == len(kept)
    assert without_redundant_readings(without_redundant_readings(heshi)).readings == kept
