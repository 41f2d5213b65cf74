"""How much was typed, as far as habit counts it: the shorter the query, the more habit may add."""

from collections.abc import Sequence

from quickdesk.search.lookup.wanted import Overtaken, as_typed, go_on
from quickdesk.search.places import Part
from quickdesk.search.query import Reading, Word
from quickdesk.search.segment import Segment


def typed_length(segments: Sequence[Segment], words: Sequence[Word], overtaken: Overtaken) -> int:
    """Return how many characters were typed; raises OvertakenError.

    Letters of pinyin count as the characters they mean (``tuikuan`` says no more than 退款), unless the very
    letters stand in a code, a title, a tag or a folder: then they may be meant as they are.
    """
    return sum(_length(segments, word, overtaken) for word in words)


def _length(segments: Sequence[Segment], word: Word, overtaken: Overtaken) -> int:
    likeliest = min(word.readings, key=lambda each: (each.penalty, len(each.elements)))
    typed, meant = len(word.text), len(likeliest.elements)
    if typed <= meant or any(_stands_as_typed(segments, each, overtaken) for each in word.readings):
        return typed
    return meant


def _stands_as_typed(segments: Sequence[Segment], reading: Reading, overtaken: Overtaken) -> bool:
    letters = as_typed(reading)
    if letters is None:
        return False
    for segment in segments:
        go_on(overtaken)
        found = segment.index.candidates(letters, Part.HEAD).details()
        if (segment.alive[found.row] & ~found.in_word).any():
            return True
    return False
