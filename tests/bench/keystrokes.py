"""The queries of agents with their meaning: queries of every kind about the replies of a library.

The oracle does not depend on the matching of the program: a reply is right if it contains what was meant, or
if a regular expression over the ways to type its characters (tests/search/oracle.py) matches it.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from random import Random

from quickdesk.replies.snippet import Snippet
from quickdesk.text.folding import fold
from quickdesk.text.readings import pinyin, readings
from quickdesk.text.tables import folds
from tests.search.oracle import occurs_in

_ENGLISH = ("refund", "iphone", "tracking", "order")


@dataclass(frozen=True)
class Query:
    """A query of a kind; a right reply contains every string of ``meant``."""

    kind: str
    text: str
    meant: tuple[str, ...]

    def is_right(self, snippet: Snippet) -> bool:
        fields = (snippet.title, snippet.body, snippet.code, " ".join(snippet.tags), snippet.folder_path)
        if all(any(stretch in fold(field) for field in fields) for stretch in self.meant):
            return True
        if self.kind == "subsequence" and re.match(".*".join(map(re.escape, self.text)), fold(snippet.code)):
            return True
        words = self.text.split()
        return all(any(occurs_in(field, word) for field in fields) for word in words)


def relevant(query: Query, texts: Iterable[str], maximum: int = 20) -> int:
    """Return the number of texts that contain the meaning, counted up to ``maximum``."""
    found = 0
    for text in texts:
        found += all(stretch in text for stretch in query.meant)
        if found == maximum:
            break
    return found


def plain_texts(library: Iterable[Snippet]) -> list[str]:
    """Return the folded text of each reply, with separated fields."""
    return [
        fold("\n".join((each.title, each.code, " ".join(each.tags), each.folder_path, each.body)))
        for each in library
    ]


def keystrokes(queries: Iterable[Query], seed: int) -> list[Query]:
    """Return every prefix of every query, in random order."""
    typed = [
        Query(each.kind, each.text[:end], each.meant)
        for each in queries
        for end in range(1, len(each.text) + 1)
    ]
    Random(seed).shuffle(typed)
    return typed


def make_queries(library: list[Snippet], each: int, seed: int) -> list[Query]:
    """Return ``each`` queries of each kind."""
    random = Random(seed)
    makers: dict[str, Callable[[], Query]] = {
        kind: (lambda way=way, kind=kind: _one(random, library, kind, way)) for kind, way in _WAYS.items()
    }
    makers |= {
        "and": lambda: _several(random, library),
        "typo": lambda: _typo(random),
        "code": lambda: _code(random, library, gaps=False),
        "subsequence": lambda: _code(random, library, gaps=True),
    }
    return [make() for _ in range(each) for make in makers.values()]


Way = Callable[[Random, str], str]
_TRADITIONAL = {
    target: chr(source) for source, target in folds().items() if "\u4e00" <= chr(source) <= "\u9fff"
}


def _mixed(random: Random, text: str) -> str:
    return "".join(random.choice((char, pinyin(char)[0], pinyin(char)[0][0])) for char in text)


def _slipped(random: Random, text: str) -> str:
    typed = "".join(pinyin(text))
    at = random.randrange(1, len(typed) - 1)
    return typed[:at] + typed[at + 1] + typed[at] + typed[at + 2 :]


_WAYS: dict[str, tuple[int, int, Way]] = {
    "1 character": (1, 1, lambda _, text: text),
    "2 characters": (2, 2, lambda _, text: text),
    "3 characters": (3, 3, lambda _, text: text),
    "4+ characters": (4, 6, lambda _, text: text),
    "pinyin": (2, 4, lambda _, text: "".join(pinyin(text))),
    "unfinished": (2, 3, lambda _, text: "".join(pinyin(text))[:-1]),
    "initials": (3, 5, lambda _, text: "".join(name[0] for name in pinyin(text))),
    "mixed": (2, 5, _mixed),
    "polyphone": (2, 3, lambda random, text: "".join(random.choice(readings(char)) for char in text)),
    "traditional": (2, 4, lambda _, text: "".join(_TRADITIONAL.get(char, char) for char in text)),
    "pinyin slip": (3, 4, _slipped),
}


def _stretch(random: Random, library: list[Snippet], low: int, high: int) -> str:
    while True:
        snippet = random.choice(library)
        text = fold(random.choice((snippet.title, snippet.title, snippet.body)))
        start = random.randrange(len(text))
        part = text[start : start + random.randint(low, high)]
        if len(part) >= low and all(readings(char) for char in part):
            return part


def _one(random: Random, library: list[Snippet], kind: str, way: tuple[int, int, Way]) -> Query:
    meant = _stretch(random, library, way[0], way[1])
    return Query(kind, way[2](random, meant), (meant,))


def _several(random: Random, library: list[Snippet]) -> Query:
    snippet = random.choice(library)
    meant = [_stretch(random, [snippet], 1, 2) for _ in range(random.randint(2, 3))]
    ways = (lambda text: text, lambda text: "".join(pinyin(text)), lambda text: _mixed(random, text))
    return Query("and", " ".join(random.choice(ways)(each) for each in meant), tuple(meant))


def _typo(random: Random) -> Query:
    word = random.choice(_ENGLISH)
    at = random.randrange(1, len(word) - 1)
    ways = (
        word[:at] + word[at + 1 :],
        word[:at] + word[at + 1] + word[at] + word[at + 2 :],
        word[:at] + random.choice("aeioqwx") + word[at:],
        word[:at] + random.choice("aeioqwx") + word[at + 1 :],
    )
    return Query("typo", random.choice(ways), (word,))


def _code(random: Random, library: list[Snippet], *, gaps: bool) -> Query:
    code = ""
    while len(code) < 4:
        code = random.choice(library).code
    meant = fold(code)
    return Query("subsequence" if gaps else "code", meant[0] + meant[2:] if gaps else meant, (meant,))
