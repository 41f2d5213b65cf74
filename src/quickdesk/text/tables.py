"""The folding and reading tables of the program, loaded on first use.

Both are text files of lines ``key<TAB>characters`` (see ``resources/readings/NOTICE``). Only this module
knows their location.
"""

from collections.abc import Iterator, Mapping
from functools import cache

from quickdesk.packaged import packaged

# All spaces fold to U+0020. They are not in the file, where they would be invisible.
_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"


def _groups(name: str) -> Iterator[tuple[str, str]]:
    # splitlines() would also split at characters that are data.
    for line in packaged("resources", "readings", name).read_text(encoding="utf-8").split("\n"):
        key, _, characters = line.partition("\t")
        if characters:
            yield key, characters


@cache
def folds() -> Mapping[int, str]:
    """Return the folded form of each character that has one, by code point (for str.translate)."""
    table = {ord(char): target for target, sources in _groups("folding.txt") for char in sources}
    return table | dict.fromkeys(map(ord, _SPACES), " ")


def readings_by_character() -> Mapping[str, tuple[str, ...]]:
    """Return the readings of each folded character, the most frequent first.

    It takes 3 MB and is not cached, because the search index needs it only once.
    """
    table: dict[str, tuple[str, ...]] = {}
    for key, characters in _groups("readings.txt"):
        table.update(dict.fromkeys(characters, tuple(key.split(","))))
    return table


@cache
def characters_by_syllable() -> Mapping[str, str]:
    """Return the folded characters with each reading."""
    table: dict[str, str] = {}
    for key, characters in _groups("readings.txt"):
        for syllable in key.split(","):
            table[syllable] = table.get(syllable, "") + characters
    return table
