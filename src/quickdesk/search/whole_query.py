"""Readings of a query as a whole: a code, the initials of a topic, and several words as a phrase.

A reply whose code is the initials of a word that also names it (``kd`` for 快递) is the general one of its
topic: the author of the library gave it the shortest code.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import product

from quickdesk.search.element import Element, literal
from quickdesk.search.hit import FieldName
from quickdesk.search.pinyin_segmentation import LETTERS, LONGEST_SYLLABLE, syllable_split
from quickdesk.search.query import MAX_READINGS, Reading, Word, reading_of
from quickdesk.text.readings import readings

_WHOLE_CODE_BONUS = 8000
"""More than usage and choices can add."""
_HEAD_FIELDS: tuple[FieldName, ...] = ("code", "title", "tags", "folder", "asks")
_MAX_TOPIC = 4
"""Characters of a word whose initials may be the code of a topic."""
_LEAST_IN_PHRASE = 3
"""Two single initials are next to each other by chance."""


def with_codes(word: Word) -> Word:
    """Return the word with the codes it may be: typed whole, which comes before all else, or its initials.

    To be used for queries of one word, after the number of typed characters is known.
    """
    if word.field not in (None, "code"):
        return word
    code = _whole_code(word.text, -_WHOLE_CODE_BONUS)
    topics = () if word.field else tuple(_whole_code(each, 0) for each in _initials(word.text))
    return replace(word, readings=(*word.readings, code), topic_codes=topics)


def phrase_of(words: Sequence[Word]) -> Word | None:
    """Return several words as one: next to each other in this order, or their letters as a code.

    Only in codes, titles, tags, folders and asks, where that hardly happens by chance. None if a word is
    restricted to a field, or too little was typed.
    """
    if len(words) == 1 or any(word.field for word in words):
        return None
    paths: list[tuple[int, tuple[Element, ...]]] = [(0, ())]
    for word in words:
        longer = [
            (max(penalty, each.penalty), (*path, *each.elements))
            for penalty, path in paths
            for each in word.readings
        ]
        paths = sorted(longer, key=lambda each: each[0])[:MAX_READINGS]
    found = [reading_of(path) for _, path in paths if len(path) >= _LEAST_IN_PHRASE]
    if not found:
        return None
    code = _whole_code("".join(word.text for word in words), -_WHOLE_CODE_BONUS)
    in_heads = (replace(each, fields=_HEAD_FIELDS) for each in dict.fromkeys(found))
    return Word(" ".join(word.text for word in words), (*in_heads, code))


def _whole_code(text: str, penalty: int) -> Reading:
    elements = tuple(element for char in text for element in literal(char))
    return Reading(elements, penalty, may_be_literal=False, fields=("code",), is_whole=True)


def _initials(text: str) -> list[str]:
    """Return the initials of a short word of 汉字 or full syllables, for all readings of its characters."""
    is_short = len(text) <= _MAX_TOPIC * LONGEST_SYLLABLE
    split = syllable_split(text) if is_short and LETTERS.issuperset(text) else None
    names: list[tuple[str, ...]] = [(name,) for name in split or ()] or [readings(char) for char in text]
    if not 1 < len(names) <= _MAX_TOPIC:
        return []
    letters = ["".join(dict.fromkeys(name[0] for name in each)) for each in names]
    return ["".join(each) for each in product(*letters)]
