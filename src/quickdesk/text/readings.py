"""Pinyin readings without tones, as people type them (``v`` for ü): 重 is zhong and chong.

Characters outside the Basic Multilingual Plane have no readings.
"""

from functools import cache

from quickdesk.text.folding import fold
from quickdesk.text.tables import characters_by_syllable, readings_by_character

_table = cache(readings_by_character)


def readings(char: str) -> tuple[str, ...]:
    """Return the readings of a character, the most frequent first; empty for Latin characters."""
    return _table().get(fold(char), ())


def pinyin(text: str) -> tuple[str, ...]:
    """Return the most frequent reading of each character, or the folded character if it has none."""
    table = _table()
    return tuple(table[char][0] if char in table else char for char in fold(text))


def initials(text: str) -> str:
    """Return the initials of a text: ``退货7天`` is ``th7t``.

    Letters and digits are folded; punctuation and spaces are dropped.
    """
    table = _table()
    letters = (table[char][0][0] if char in table else char for char in fold(text))
    return "".join(char for char in letters if char.isalnum())


def characters_read_as(syllable: str) -> str:
    """Return the folded characters with exactly this reading."""
    return characters_by_syllable().get(syllable, "")


@cache
def syllables() -> frozenset[str]:
    """Return all readings of all characters."""
    return frozenset(characters_by_syllable())
