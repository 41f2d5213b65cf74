"""How pinyin is spelled: exactly, or also as people write it who do not tell some sounds apart.

A spelling says which characters some letters may mean. Digits are read too: ``qi`` also means 7.
"""

from collections.abc import Iterable, Iterator
from enum import Enum
from functools import cache, lru_cache
from itertools import product
from typing import TypeAlias

from quickdesk.settings.settings import Settings
from quickdesk.text.readings import characters_read_as, syllable_starts

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
    """Two sounds that an agent may want to be taken for one; the value is a pair of spellings."""

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
    """Return the digits whose reading starts so."""
    return "".join(dict.fromkeys(digit for name, digit in DIGITS.items() if name.startswith(letters)))


@lru_cache(4096)
def characters_for_syllable(letters: str, sounds: Sounds = EXACT) -> str:
    """Return what can be meant by exactly this syllable; nothing where there is no such syllable."""
    meant = [
        characters_read_as(name) + DIGITS.get(name, "")
        for name in _syllables_by_spelling(sounds).get(letters, ())
    ]
    return "".join(dict.fromkeys("".join(meant)))


@lru_cache(4096)
def characters_for_prefix(letters: str, sounds: Sounds = EXACT) -> str:
    """Return what can be meant by these first letters of a syllable; a digit has no initial."""
    meant = (
        characters_read_as(name) + (DIGITS.get(name, "") if len(letters) > 1 else "")
        for spelled, names in _syllables_by_spelling(sounds).items()
        if spelled.startswith(letters)
        for name in names
    )
    return "".join(dict.fromkeys("".join(meant)))


@cache
def syllable_prefixes(sounds: Sounds = EXACT) -> frozenset[str]:
    """Return every beginning of every syllable as it may be spelled, the whole ones among them."""
    return frozenset(name[:end] for name in _syllables_by_spelling(sounds) for end in range(1, len(name) + 1))


@cache
def _syllables_by_spelling(sounds: Sounds) -> dict[str, tuple[str, ...]]:
    """Return, for each way to spell a syllable, the syllables it may be."""
    found: dict[str, list[str]] = {}
    for name in sorted(start for start in syllable_starts() if characters_read_as(start)):
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
    """Return the sounds that the agent wants to be taken for one."""
    return frozenset(Sound[pair.name] for pair in settings.sounds)
