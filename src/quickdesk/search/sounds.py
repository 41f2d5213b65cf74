"""Exact and fuzzy pinyin (模糊音): the characters that a syllable or its first letters can mean.

Digits have readings too: ``qi`` also means 7.
"""

from collections.abc import Iterable, Iterator
from enum import Enum
from functools import cache, lru_cache
from itertools import product
from typing import TypeAlias

from quickdesk.settings.settings import Settings
from quickdesk.text.readings import characters_read_as, syllables

DIGITS = {
    "ling": "0",
    "yi": "1",
    "yao": "1",
    "er": "2",
    "liang": "2",
    "san": "3",
    "si": "4",
    "wu": "5",
    "liu": "6",
    "qi": "7",
    "ba": "8",
    "jiu": "9",
}
_FINALS = ("an", "en", "in")


class Sound(Enum):
    """A pair of sounds that fuzzy pinyin treats as equal; the value is their two spellings."""

    Z_ZH = ("z", "zh")
    C_CH = ("c", "ch")
    S_SH = ("s", "sh")
    N_L = ("n", "l")
    F_H = ("f", "h")
    AN_ANG = ("an", "ang")
    EN_ENG = ("en", "eng")
    IN_ING = ("in", "ing")


Sounds: TypeAlias = frozenset[Sound]
EXACT: Sounds = frozenset()


def digits_for_prefix(letters: str) -> str:
    """Return the digits with a reading that starts with these letters."""
    return "".join(dict.fromkeys(digit for name, digit in DIGITS.items() if name.startswith(letters)))


@lru_cache(4096)
def characters_for_syllable(letters: str, sounds: Sounds = EXACT) -> str:
    """Return the characters and digits read as this syllable, empty if there is no such syllable."""
    meant = [
        characters_read_as(name) + DIGITS.get(name, "")
        for name in _syllables_by_spelling(sounds).get(letters, ())
    ]
    return "".join(dict.fromkeys("".join(meant)))


@lru_cache(4096)
def characters_for_prefix(letters: str, sounds: Sounds = EXACT) -> str:
    """Return the characters with a reading that starts so; digits only for two letters or more."""
    meant = (
        characters_read_as(name) + (DIGITS.get(name, "") if len(letters) > 1 else "")
        for spelled, names in _syllables_by_spelling(sounds).items()
        if spelled.startswith(letters)
        for name in names
    )
    return "".join(dict.fromkeys("".join(meant)))


@cache
def syllable_prefixes(sounds: Sounds = EXACT) -> frozenset[str]:
    """Return every prefix of every spelling of a syllable, whole spellings included."""
    return frozenset(name[:end] for name in _syllables_by_spelling(sounds) for end in range(1, len(name) + 1))


@cache
def _syllables_by_spelling(sounds: Sounds) -> dict[str, tuple[str, ...]]:
    """Return the syllables for each spelling, the exact one first."""
    found: dict[str, list[str]] = {}
    for name in sorted(syllables()):
        for spelled in _spellings(name, sounds):
            names = found.setdefault(spelled, [])
            if spelled == name:
                names.insert(0, name)
            else:
                names.append(name)
    return {spelled: tuple(names) for spelled, names in found.items()}


def _spellings(name: str, sounds: Iterable[Sound]) -> Iterator[str]:
    head = next((start for start in ("zh", "ch", "sh") if name.startswith(start)), name[:1])
    rest = name[len(head) :]
    heads, rests = {head}, {rest}
    for sound in sounds:
        one, other = sound.value
        if one in _FINALS:
            rests |= _other_final(rest, one, other)
        elif head in (one, other):
            heads |= {one, other}
    for first, last in product(sorted(heads), sorted(rests)):
        yield first + last


def _other_final(rest: str, short: str, long: str) -> set[str]:
    if rest.endswith(short):
        return {rest[: -len(short)] + long}
    return {rest[: -len(long)] + short} if rest.endswith(long) else set()


def sounds_of(settings: Settings) -> Sounds:
    """Return the fuzzy pairs that are enabled in the settings."""
    return frozenset(Sound[pair.name] for pair in settings.similar_sounds)
