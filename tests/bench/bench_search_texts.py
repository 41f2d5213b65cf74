"""The time of a keystroke in texts that were not generated.

``python tests/bench/bench_search_texts.py real FOLDER ...``: every Markdown, table and JSON file that can be
imported, and every espanso package (``trigger`` and ``replace`` in quotes), as one library.
``python tests/bench/bench_search_texts.py stress FOLDER [replies]``: bodies of their words.
"""

import re
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path
from random import Random

from quickdesk.exchange.formats import read
from quickdesk.exchange.parsed import ExchangeError, ParsedFile
from quickdesk.exchange.plan import plan
from quickdesk.replies.snippet import Snippet
from quickdesk.text.readings import readings
from tests.bench.bench_search import clock, exactness, opened, speed
from tests.bench.keystrokes import keystrokes, make_queries
from tests.bench.library import replies

_ENTRY = re.compile(r'- trigger: "((?:[^"\\]|\\.)*)"\s+replace: "((?:[^"\\]|\\.)*)"')
_IMPORTED = {".md", ".csv", ".tsv", ".json"}
_WORD = re.compile("[\u4e00-\u9fff]{2,4}")


def imported(folder: Path) -> list[Snippet]:
    """Return the replies of a folder; other files are skipped."""
    found: list[ParsedFile] = []
    for path in sorted(folder.rglob("*")):
        if path.suffix in _IMPORTED and path.is_file():
            try:
                found.append(read(str(path.relative_to(folder)), path.read_bytes()))
            except ExchangeError:
                continue
    numbers = count()
    return [*plan(found, (), lambda: f"{folder.name}-{next(numbers)}").new, *_espanso(folder)]


def _espanso(folder: Path) -> Iterator[Snippet]:
    for path in sorted(folder.rglob("package.yml")):
        place = path.relative_to(folder)
        for number, (trigger, text) in enumerate(_ENTRY.findall(path.read_text("utf-8", "replace"))):
            yield Snippet(f"{place}-{number}", trigger, text, folder=(place.parts[0],))


def timed(library: list[Snippet], seed: int = 1) -> list[str]:
    named = [each for each in library if len([char for char in each.title + each.body if readings(char)]) > 8]
    queries = make_queries(_searchable(named)[:: max(1, len(named) // 3000)], 8, seed)
    typed = keystrokes(queries, seed)
    with tempfile.TemporaryDirectory() as folder:
        at = opened(library, Path(folder))
        same, total = exactness(at.finder, typed)
        slow = sorted(clock(at.finder, typed), key=lambda each: -each[2])[:12]
        return [
            f"== {len(library)} replies, {sum(len(each.body) for each in library)} characters of body",
            *at.lines,
            *speed(at.finder, typed),
            "slowest again: " + ", ".join(f"{query.text!r} {spent:.1f}" for query, _, spent in slow),
            f"same scores as a full scan: {same} of {total}",
        ]


def _searchable(library: list[Snippet]) -> list[Snippet]:
    """Return every reply with a code and a body of readable characters, as the query generators require."""
    return [
        replace(
            each,
            code=each.code if len(each.code) > 3 else "th12",
            title=_readable(each.title) or _readable(each.body),
            body=_readable(each.body) or _readable(each.title),
        )
        for each in library
        if len(_readable(each.title) or _readable(each.body)) > 6
        and len(_readable(each.body) or _readable(each.title)) > 6
    ]


def _readable(text: str) -> str:
    return max(re.findall("[\u4e00-\u9fff]+", text), key=len, default="")


def stressed(words: list[str], number: int, seed: int = 1) -> list[Snippet]:
    """Return a library of random sequences of words."""
    random = Random(seed)
    return [
        replace(
            each,
            title="".join(random.choices(words, k=random.randint(1, 3))),
            body="".join(random.choices(words, k=60)),
        )
        for each in replies(number, seed, body_length=2)
    ]


if __name__ == "__main__":
    mode, *given = sys.argv[1:]
    if mode == "real":
        print("\n".join(timed([each for folder in given for each in imported(Path(folder))])))
    else:
        texts = [f"{each.title} {each.body}" for each in imported(Path(given[0]))]
        vocabulary = sorted({word for text in texts for word in _WORD.findall(text)})
        size = int(given[1]) if len(given) > 1 else 100_000
        print(f"{len(vocabulary)} words")
        print("\n".join(timed(stressed(vocabulary, size))))
