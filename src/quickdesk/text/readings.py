"""Pinyin readings without tones, as people type them (``v`` for ü): 重 is zhong and chong.

Characters beyond the Basic Multilingual Plane have no reading here; they are found as themselves.
"""

from functools import cache

from quickdesk.text.folding import fold
from quickdesk.text.tables import characters_by_syllable, readings_by_character


def readings(char: str) -> tuple[str, ...]:
    """Return the syllables one character can be read as, the most usual first; none for Latin."""
    return readings_by_character().get(fold(char), ())


def pinyin(text: str) -> tuple[str, ...]:
    """Return the most usual syllable of each character that has one; others stay, folded."""
    table = readings_by_character()
    return tuple(table[char][0] if char in table else char for char in fold(text))


def initials(text: str) -> str:
    """Return the first letters of a text, as an agent would abbreviate it: ``退货7天`` is ``th7t``.

    Letters and digits stay, folded; punctuation and spaces are dropped.
    """
    table = readings_by_character()
    letters = (table[char][0][0] if char in table else char for char in fold(text))
    return "".join(char for char in letters if char.isalnum())


def characters_read_as(syllable: str) -> str:
    """Return the folded characters that can be read as exactly this syllable."""
    return characters_by_syllable().get(syllable, "")


@cache
def characters_starting_with(letters: str) -> str:
    """Return the folded characters with a reading that starts with these letters, each once."""
    found = (chars for syllable, chars in characters_by_syllable().items() if syllable.startswith(letters))
    return "".join(dict.fromkeys("".join(found)))


@cache
def syllable_starts() -> frozenset[str]:
    """Return every beginning of every syllable, the whole syllables among them."""
    return frozenset(
        syllable[:length] for syllable in characters_by_syllable() for length in range(1, len(syllable) + 1)
    )
