"""Splits into whole syllables, and the letters that repair a word."""

from string import ascii_lowercase

from hypothesis import given
from hypothesis import strategies as st

from quickdesk.search.element import syllable
from quickdesk.search.spelling import SyllableRepair, whole_syllables

WORDS = st.one_of(
    st.text("aeinghutxz", min_size=1, max_size=9),
    st.lists(st.sampled_from(["tui", "huo", "zhuang", "an", "xi", "t"]), min_size=1, max_size=4).map("".join),
)


def test_few_syllables_come_first_then_long_ones() -> None:
    assert whole_syllables("xianshi") == [(syllable("xian"), syllable("shi"))]
    assert whole_syllables("xian", 3)[0] == (syllable("xian"),)
    assert (syllable("xi"), syllable("an")) in whole_syllables("xian", 3)
    assert whole_syllables("tuih") == whole_syllables("", 3) == []


@given(WORDS, st.data())
def test_exactly_the_fitting_letters_are_returned(word: str, data: st.DataObject) -> None:
    begin = data.draw(st.integers(0, len(word)))
    end = data.draw(st.integers(begin, min(begin + 1, len(word))))
    fitting = {char for char in ascii_lowercase if whole_syllables(word[:begin] + char + word[end:])}
    assert set(SyllableRepair(word).fitting_letters(begin, end)) == fitting


@given(WORDS)
def test_every_split_spells_the_word(word: str) -> None:
    ways = whole_syllables(word, 8)
    assert ways[:1] == [] or len(ways[0]) == min(map(len, ways))
    assert bool(ways) == bool(whole_syllables(word))
    assert len(set(ways)) == len(ways)
