"""How often the meant reply is found, beside plain BM25 over characters and pairs of characters, in one run.

``python -m tests.bench.bench_meaning [--scripts FOLDER] [--kind KIND] [--misses]`` or
``pytest tests/bench/bench_meaning.py -s``. The sets are in tests/data/meaning; they are never changed to suit
what the program finds. ``--scripts`` names the folder of a collection of scripts that is not in the project.

Columns: the share of cases with a right reply among the first 1, 3, 5 and 9; without any reply; with a
certain reply; and with a wrong reply shown first as certain.
"""

import argparse
import math
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Protocol

import pytest

from quickdesk.replies.snippet import Snippet
from quickdesk.search.finder import LibraryFinder
from quickdesk.search.suggest.suggester import Suggester
from tests.bench import meaning_sets
from tests.bench.meaning_sets import Case, Library

LIMIT = 9
RANKS = (1, 3, 5, 9)


class Found(Protocol):
    """A reply that an engine shows: a hit, or a suggestion."""

    @property
    def snippet(self) -> Snippet:
        """The reply."""
        ...


@dataclass(frozen=True)
class Row:
    """A reply that BM25 finds."""

    snippet: Snippet


Engine = Callable[[str], Sequence[Found]]


class Bm25:
    """BM25 over the characters and pairs of characters of the text of replies, without a threshold."""

    def __init__(self, snippets: Sequence[Snippet], k1: float = 1.2, b: float = 0.75) -> None:
        texts = [" ".join((s.title, *s.folder, *s.tags, s.code, *s.asks, s.body)) for s in snippets]
        self._rows = [Row(snippet) for snippet in snippets]
        counts = [Counter(grams(text)) for text in texts]
        mean = sum(each.total() for each in counts) / len(snippets)
        self._weights: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for at, bag in enumerate(counts):
            norm = k1 * (1 - b + b * bag.total() / mean)
            for gram, count in bag.items():
                self._weights[gram].append((at, count * (k1 + 1) / (count + norm)))

    def find(self, query: str) -> list[Row]:
        """Return the best replies that share a character with the query, best first."""
        scores: dict[int, float] = defaultdict(float)
        for gram in self._weights.keys() & set(grams(query)):
            found = self._weights[gram]
            rarity = math.log(1 + (len(self._rows) - len(found) + 0.5) / (len(found) + 0.5))
            for at, weight in found:
                scores[at] += rarity * weight
        return [self._rows[at] for at in sorted(scores, key=lambda at: (-scores[at], at))[:LIMIT]]


def grams(text: str) -> list[str]:
    """Return the letters, digits and signs of a text and the pairs of neighbours, NFKC and case-folded."""
    letters = [letter for letter in unicodedata.normalize("NFKC", text).casefold() if not letter.isspace()]
    return letters + [first + second for first, second in pairwise(letters)]


def is_certain(found: Found) -> bool:
    """Whether a reply is shown as an answer, not as merely related; without the field it is an answer."""
    return not getattr(found, "is_related", False)


@dataclass
class Tally:
    """What an engine shows for some cases."""

    ranks: list[int | None] = field(default_factory=list)
    """For each case the rank of the first right reply, from 1; None if it is not shown."""

    empty: int = 0
    certain: int = 0
    """Cases with a certain reply at any rank."""

    wrong: int = 0
    """Cases whose first reply is certain and no answer."""

    def add(self, case: Case, keys: Sequence[str], certain: Sequence[bool]) -> None:
        """Count what was shown for a case."""
        self.ranks.append(next((at for at, key in enumerate(keys, 1) if key in case.expected), None))
        self.empty += not keys
        self.certain += any(certain)
        self.wrong += bool(keys) and certain[0] and keys[0] not in case.expected

    def hit(self, rank: int) -> float:
        """The share of cases with a right reply among the first ``rank``."""
        return sum(at is not None and at <= rank for at in self.ranks) / len(self.ranks)

    def share(self, times: int) -> float:
        """The share of the cases that a count makes up."""
        return times / len(self.ranks)

    def __str__(self) -> str:
        hits = " ".join(f"{self.hit(rank):5.2f}" for rank in RANKS)
        empty, certain, wrong = map(self.share, (self.empty, self.certain, self.wrong))
        return f"{hits} {empty:5.2f} {certain:7.2f} {wrong:5.2f}"


@dataclass(frozen=True)
class Run:
    """The tallies of one engine over one set by kind, with ``total``, and the misses."""

    tallies: dict[str, Tally]
    misses: list[str]


def run(cases: Sequence[Case], library: Library, engine: Engine) -> Run:
    """Ask an engine every case of a set; a miss is a case without a right reply among the first three."""
    tallies = {kind: Tally() for kind in [*dict.fromkeys(case.kind for case in cases), "total"]}
    misses = []
    for case in cases:
        found = engine(case.text)
        keys = [library.key_by_id[one.snippet.id] for one in found]
        certain = [is_certain(one) for one in found]
        for name in (case.kind, "total"):
            tallies[name].add(case, keys, certain)
        if not case.expected & set(keys[:3]) and (case.expected or any(certain)):
            misses.append(f"  {case.kind}: {case.text} -> {' '.join(keys[:3]) or 'nothing'}")
    return Run(tallies, misses)


def table(title: str, runs: dict[str, Run]) -> list[str]:
    """Return the tallies of several engines over one set side by side."""
    columns = " ".join(f"{f'@{rank}':>5}" for rank in RANKS) + " empty certain wrong"
    lines = [title, f"{'':18}{'n':>4}" + "".join(f" | {name:43}" for name in runs)]
    lines.append(" " * 22 + "".join(f" | {columns:43}" for _ in runs))
    kinds = next(iter(runs.values())).tallies
    for kind, tally in kinds.items():
        cells = "".join(f" | {engine.tallies[kind]!s:43}" for engine in runs.values())
        lines.append(f"{kind:18}{len(tally.ranks):4}{cells}")
    return lines


def silence(title: str, runs: dict[str, Run]) -> list[str]:
    """Return how often engines show nothing certain, over a set whose cases have no answer."""
    lines = [title, f"{'':18}{'n':>4}" + "".join(f" | {name:8}" for name in runs)]
    for kind, tally in next(iter(runs.values())).tallies.items():
        shares = (engine.tallies[kind].share(engine.tallies[kind].certain) for engine in runs.values())
        lines.append(f"{kind:18}{len(tally.ranks):4}" + "".join(f" | {1 - share:8.2f}" for share in shares))
    return lines


def engines(library: Library) -> dict[str, Engine]:
    """Return what is compared: the search, the suggestions and BM25."""
    finder = LibraryFinder(library.snippets)
    suggester = Suggester(finder.segments)
    return {
        # Where nothing fits, the nearest replies are no matches.
        "find": lambda query: [hit for hit in finder.find(query, LIMIT) if not hit.is_nearest],
        "suggest": lambda query: suggester.suggest(query, LIMIT),
        "BM25": Bm25(library.snippets).find,
    }


@dataclass(frozen=True)
class Measured:
    """The runs of all engines over one set."""

    title: str
    runs: dict[str, Run]
    is_answerable: bool

    def lines(self, misses_of: str = "") -> list[str]:
        """Return the table, and the misses of one engine if it is named."""
        lines = (table if self.is_answerable else silence)(self.title, self.runs)
        missed = self.runs[misses_of].misses if misses_of else []
        return [*lines, *([f"misses of {misses_of}:", *missed] if missed else []), ""]


def measure(title: str, cases: Sequence[Case], library: Library, kind: str = "") -> Measured | None:
    """Return the runs over the cases of a kind, or over all; None where there is no such case."""
    chosen = [case for case in cases if not kind or case.kind == kind]
    if not chosen:
        return None
    runs = {name: run(chosen, library, engine) for name, engine in engines(library).items()}
    return Measured(title, runs, any(case.expected for case in chosen))


@dataclass(frozen=True)
class Set:
    """Cases over a library, and the engine whose misses matter."""

    title: str
    cases: Sequence[Case]
    library: Library
    engine: str


def all_sets(scripts_folder: Path | None) -> list[Set]:
    """Return all sets; the searches over the collection of scripts only where its folder is given."""
    starter = meaning_sets.starter_pack()
    answered = [case for case in meaning_sets.messages() if case.expected]
    unanswered = [case for case in meaning_sets.messages() if not case.expected]
    sets = [
        Set("everyday searches, starter pack", meaning_sets.everyday(), starter, "find"),
        Set("buyers' messages, starter pack", answered, starter, "suggest"),
        Set("searches without an answer: nothing certain shown", meaning_sets.nothing(), starter, "find"),
        Set("messages without an answer: nothing certain shown", unanswered, starter, "suggest"),
    ]
    if scripts_folder is not None:
        collection = meaning_sets.script_collection(scripts_folder)
        sets.insert(1, Set("searches, collection of scripts", meaning_sets.scripts(), collection, "find"))
    return sets


def report(scripts_folder: Path | None = None, kind: str = "", with_misses: bool = False) -> list[str]:
    """Return the tables of all sets, or of the cases of a kind."""
    lines = []
    for each in all_sets(scripts_folder):
        measured = measure(each.title, each.cases, each.library, kind)
        if measured is not None:
            lines += measured.lines(each.engine if with_misses else "")
    return lines


@pytest.mark.bench
def test_the_search_finds_what_it_found_and_stays_silent_where_nothing_fits() -> None:
    print("\n" + "\n".join(report()))
    starter = meaning_sets.starter_pack()
    searches = measure("", meaning_sets.everyday(), starter)
    silent = measure("", meaning_sets.nothing(), starter)
    assert searches is not None
    assert silent is not None
    assert searches.runs["find"].tallies["total"].hit(3) >= 0.15
    assert silent.runs["find"].tallies["total"].certain == 0


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--scripts", type=Path, metavar="FOLDER", help="the collection of scripts")
    parser.add_argument("--kind", default="", help="only the cases of this kind")
    parser.add_argument("--misses", action="store_true", help="list where the first three replies are wrong")
    given = parser.parse_args()
    print("\n".join(report(given.scripts, given.kind, given.misses)))
