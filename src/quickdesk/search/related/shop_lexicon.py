"""The shop's own words for search: a text of groups in the notation of the lexicon of the trade.

The text is checked line by line before it is stored, so that one word cannot mean everything and a search
stays quick. Cycles are no flaws, because groups are not chained.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import Protocol

from quickdesk.replies.history import Action
from quickdesk.search.related.lexicon import LONGEST, MAX_IN_LINE, MAX_MEANINGS
from quickdesk.text.folding import fold, searchable

MAX_TEXT = 200_000
"""Maximum length of the text in code points."""
MAX_GROUPS = 2_000
MAX_WORDS = 10_000
"""Maximum number of words in all lines together."""
MAX_FLAWS = 20
"""Flaws that are reported; a text with more is something else."""

_SEPARATORS = re.compile(r"[\s,，、;；]+")
_ARROW = re.compile(r"[=＝\-]?[>＞]|[→⇒]")
_FORBIDDEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_COMMENT = "#＃"


class LexiconFlawKind(Enum):
    """What is wrong with a line, or with the text."""

    TEXT_TOO_LONG = auto()
    TOO_MANY_GROUPS = auto()
    TOO_MANY_WORDS = auto()
    UNUSABLE_CHARACTER = auto()
    """A control character or a lone surrogate."""
    SEVERAL_ARROWS = auto()
    ALONE = auto()
    """There is nothing that the words of the line could mean: one word only, or an empty side."""
    TOO_MANY_IN_LINE = auto()
    WORD_TOO_LONG = auto()
    NO_WORD = auto()
    """A word has no letter and no digit."""
    ONE_LETTER = auto()
    """A word is a single letter or digit, which is in nearly every text."""
    TOO_MANY_MEANINGS = auto()
    """A word means more other words than a search looks for."""


LIMITS = {
    LexiconFlawKind.TEXT_TOO_LONG: MAX_TEXT,
    LexiconFlawKind.TOO_MANY_GROUPS: MAX_GROUPS,
    LexiconFlawKind.TOO_MANY_WORDS: MAX_WORDS,
    LexiconFlawKind.TOO_MANY_IN_LINE: MAX_IN_LINE,
    LexiconFlawKind.WORD_TOO_LONG: LONGEST,
    LexiconFlawKind.TOO_MANY_MEANINGS: MAX_MEANINGS,
}


@dataclass(frozen=True, slots=True)
class LexiconFlaw:
    """One flaw; ``line`` counts from 1 and is 0 for the whole text, ``word`` is the word that is wrong."""

    kind: LexiconFlawKind
    line: int = 0
    word: str = ""

    @property
    def limit(self) -> int | None:
        """The limit that is exceeded, if it is one."""
        return LIMITS.get(self.kind)


class LexiconStore(Protocol):
    """Stores the shop's own words as one text."""

    def text(self) -> str:
        """Return the text, empty if there is none; raise StoreError if it cannot be read."""
        ...

    def save(self, text: str, action: Action) -> None:
        """Replace the text, as one transaction that can be undone; raise StoreError."""
        ...


def normalized_lexicon(text: str) -> str:
    r"""Return a text with one space between words, ``>`` for every arrow, ``\n``, and each group once.

    Comments and single blank lines between groups are kept.
    """
    lines: list[str] = []
    seen: set[tuple[tuple[str, ...], ...]] = set()
    for line in _lines(text):
        found = _normalized_line(line)
        key = _key(found)
        if (key and key in seen) or (not found and (not lines or not lines[-1])):
            continue
        if key:
            seen.add(key)
        lines.append(found)
    return "\n".join(lines).strip("\n")


def check_lexicon(text: str) -> tuple[LexiconFlaw, ...]:
    """Return the first MAX_FLAWS flaws of a text; one without flaws may be stored, normalized."""
    if len(text) > MAX_TEXT:
        return (LexiconFlaw(LexiconFlawKind.TEXT_TOO_LONG),)
    found: list[LexiconFlaw] = []
    meanings: dict[str, set[str]] = {}
    groups = words = 0
    for number, typed in enumerate(_lines(text), start=1):
        line = _normalized_line(typed)
        sides = _sides(line)
        groups += bool(sides)
        words += sum(map(len, sides))
        flaw = _line_flaw(line, sides, number) or _meanings_flaw(sides, number, meanings)
        if flaw is not None:
            found.append(flaw)
    if groups > MAX_GROUPS:
        found.insert(0, LexiconFlaw(LexiconFlawKind.TOO_MANY_GROUPS))
    if words > MAX_WORDS:
        found.insert(0, LexiconFlaw(LexiconFlawKind.TOO_MANY_WORDS))
    return tuple(found[:MAX_FLAWS])


def groups_of(text: str) -> tuple[str, ...]:
    """Return the lines of a normalized text that are groups."""
    return tuple(line for line in text.split("\n") if _sides(line))


def with_groups(text: str, lines: Iterable[str]) -> str:
    """Return the normalized text with further lines at its end; groups that it has already are left out."""
    return normalized_lexicon("\n".join((text, *lines)))


def without_group(text: str, line: str) -> str:
    """Return the normalized text without a group; unchanged if it has none with these words."""
    wanted = _key(_normalized_line(line))
    return normalized_lexicon(
        "\n".join(each for each in text.split("\n") if not wanted or _key(each) != wanted)
    )


def merged_lexicon(before: str, own: str, other: str) -> str:
    """Return the normalized text ``own`` with the groups that ``other`` has and ``before`` had not.

    Both were made of ``before``: one in a window, the other by a command meanwhile.
    """
    known = set(map(_key, groups_of(before)))
    return with_groups(own, (line for line in groups_of(other) if _key(line) not in known))


def _lines(text: str) -> list[str]:
    return text.replace("\ufeff", "").replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _normalized_line(line: str) -> str:
    separators = _SEPARATORS.match(line)
    bare = (line[separators.end() :] if separators else line).rstrip()
    if bare[:1] and bare[0] in _COMMENT:
        return f"#{bare[1:].rstrip()}"
    text, mark, comment = bare.partition("#")
    sides = [" ".join(filter(None, _SEPARATORS.split(side))) for side in _ARROW.split(text)]
    joined = " > ".join(sides).strip()
    return f"{joined} #{comment.rstrip()}".strip() if mark else joined


def _sides(line: str) -> list[list[str]]:
    """Return the words of a group, on each side of its arrow; empty for blank lines and comments."""
    text = line.partition("#")[0]
    if not text.strip():
        return []
    return [side.split() for side in text.split(">")]


def _key(line: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(sorted(set(map(_folded, side)))) for side in _sides(line))


def _line_flaw(line: str, sides: Sequence[Sequence[str]], number: int) -> LexiconFlaw | None:
    if _FORBIDDEN.search(line):
        return LexiconFlaw(LexiconFlawKind.UNUSABLE_CHARACTER, number)
    if not sides:
        return None
    words = [word for side in sides for word in side]
    is_particles = words[:1] == ["-"]
    if len(sides) > 2:
        return LexiconFlaw(LexiconFlawKind.SEVERAL_ARROWS, number)
    if len(words) < 2 or not all(sides):
        return LexiconFlaw(LexiconFlawKind.ALONE, number, words[0] if words else "")
    if len(words) > MAX_IN_LINE:
        return LexiconFlaw(LexiconFlawKind.TOO_MANY_IN_LINE, number)
    return next(_word_flaws(words[is_particles:], number), None)


def _word_flaws(words: Iterable[str], number: int) -> Iterator[LexiconFlaw]:
    for word in words:
        folded = _folded(word)
        if len(folded) > LONGEST:
            yield LexiconFlaw(LexiconFlawKind.WORD_TOO_LONG, number, word)
        elif not any(unicodedata.category(char)[0] in "LN" for char in folded):
            yield LexiconFlaw(LexiconFlawKind.NO_WORD, number, word)
        elif len(folded) == 1 and folded < "\u2e80":
            yield LexiconFlaw(LexiconFlawKind.ONE_LETTER, number, word)


def _meanings_flaw(
    sides: Sequence[Sequence[str]], number: int, meanings: dict[str, set[str]]
) -> LexiconFlaw | None:
    """Add the meanings of a line, and return the first word that has too many of them now."""
    if not sides or sides[0][:1] == ["-"]:
        return None
    others = set(map(_folded, sides[-1]))
    for word in sides[0]:
        known = meanings.setdefault(_folded(word), set())
        known |= others - {_folded(word)}
        if len(known) > MAX_MEANINGS:
            return LexiconFlaw(LexiconFlawKind.TOO_MANY_MEANINGS, number, word)
    return None


def _folded(word: str) -> str:
    return fold(searchable(word))
