"""The effect of habits: the rank of the reply that an agent needs, with all learnt data and with less.

``python tests/bench/bench_habits.py [seed,seed ...] [replies ...]``: simulated shifts (tests/bench/shifts.py)
in which the program learns as it does in a session; queries of the last two weeks count. ``pytest
tests/bench/bench_habits.py -s``: small. MRR is the mean of 1/rank (0 below the 50th row), "first" the share
that Enter accepts, "nine" the share that a digit accepts. "as typed" are the queries that the agent types;
the other rows query every reply in every way, including ways that this agent never uses.
"""

import sys
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from statistics import fmean

import pytest

from quickdesk.replies.snippet import Snippet
from quickdesk.search.finder import LibraryFinder
from quickdesk.search.index.arrays import build
from quickdesk.search.usage.first_letters import NOTHING_PICKED, FirstLetters
from quickdesk.search.usage.frecency import bonus
from quickdesk.search.usage.habits import Habit, Use, followed, noted
from quickdesk.search.usage.prior import FOLLOWS_WITHIN, likely, likely_next
from quickdesk.text.personal import masked
from tests.bench.library import replies
from tests.bench.shifts import DAYS, KINDS, Agent, Need

_ROWS, _DIGITS = 50, 9
_ASKED_FROM_DAY, _ASKED_EVERY = DAYS - 14, 3


@dataclass
class Learnt:
    """The habits of an agent, learnt as quickdesk.app.features.habits does."""

    habits: dict[str, Habit] = field(default_factory=dict)
    letters: FirstLetters = NOTHING_PICKED
    last: Use | None = None

    def use(self, need: Need) -> None:
        previous = self.previous(need)
        use = Use(need.reply.id, need.typed, need.now, need.channel, previous)
        self.habits[use.snippet_id] = noted(self.habits.get(use.snippet_id), use)
        if previous and previous != use.snippet_id:
            self.habits[previous] = followed(self.habits[previous], use)
        if masked(use.query) == use.query:
            self.letters = self.letters.chosen(use.query, use.snippet_id, use.now)
        self.last = use

    def previous(self, need: Need) -> str:
        if self.last is None or abs(need.now - self.last.now) > FOLLOWS_WITHIN:
            return ""
        return self.last.snippet_id


Habits = tuple[Mapping[str, float], FirstLetters]
"""The priors and picks that the finder is given."""


def all_habits(learnt: Learnt, need: Need) -> Habits:
    habit = learnt.habits.get(learnt.previous(need))
    following = likely_next(habit.following, need.now) if habit else {}
    return likely(learnt.habits, need.now).prior(need.channel, following), learnt.letters.as_of(need.now)


def frecency_alone(learnt: Learnt, need: Need) -> Habits:
    prior = {key: bonus(habit.frecency.at(need.now)) for key, habit in learnt.habits.items()}
    return prior, NOTHING_PICKED


def none(_learnt: Learnt, _need: Need) -> Habits:
    return {}, NOTHING_PICKED


WAYS: dict[str, Callable[[Learnt, Need], Habits]] = {
    "all habits": all_habits,
    "frecency": frecency_alone,
    "none": none,
}


@dataclass
class Ranks:
    """The ranks by kind of query and by the habits given; 0: not among the rows."""

    known: dict[tuple[str, str], list[int]] = field(default_factory=lambda: defaultdict(list))

    def figures(self, kind: str, way: str) -> tuple[float, float, float]:
        ranks = self.known[kind, way]
        return (
            fmean(1 / rank if rank else 0.0 for rank in ranks),
            fmean(rank == 1 for rank in ranks),
            fmean(1 <= rank <= _DIGITS for rank in ranks),
        )

    def lines(self) -> list[str]:
        kinds = [kind for kind in ("as typed", *KINDS) if any(key[0] == kind for key in self.known)]
        return [
            f"{'':14}" + "".join(f"{way:>24}" for way in WAYS),
            f"{'':14}" + "     MRR  first   nine" * len(WAYS),
            *(f"{kind:14}" + "".join(self._cells(kind, way) for way in WAYS) for kind in kinds),
        ]

    def _cells(self, kind: str, way: str) -> str:
        return "  " + "".join(f"{each:7.3f}" for each in self.figures(kind, way)) + " "


def simulated(library: list[Snippet], finder: LibraryFinder, seed: int, into: Ranks) -> None:
    """Simulate six weeks of an agent, and rank what it needs in the last two."""
    learnt = Learnt()
    first = None
    for number, need in enumerate(Agent(library, seed).shifts()):
        first = first or need.now
        if (need.now - first).days >= _ASKED_FROM_DAY and number % _ASKED_EVERY == 0:
            for way, habits in WAYS.items():
                _ask(finder, need, way, habits(learnt, need), into)
        learnt.use(need)


def _ask(finder: LibraryFinder, need: Need, way: str, habits: Habits, into: Ranks) -> None:
    prior, letters = habits
    finder.set_prior(prior)
    finder.set_first_letters(letters)
    for kind, query in {**need.probes, "as typed": need.typed}.items():
        found = [hit.snippet.id for hit in finder.find(query, _ROWS)]
        rank = found.index(need.reply.id) + 1 if need.reply.id in found else 0
        into.known[kind, way].append(rank)


def finder_of(library: list[Snippet]) -> LibraryFinder:
    finder = LibraryFinder(library)
    snapshot = finder.snapshot()
    if snapshot is not None:
        finder.adopt(build(library), snapshot)
    return finder


def report(seeds: list[int], size: int) -> Ranks:
    """Return the figures of several agents, each with its own library."""
    ranks = Ranks()
    for seed in seeds:
        library = replies(size, seed)
        simulated(library, finder_of(library), seed, ranks)
    return ranks


@pytest.mark.bench
def test_habit_brings_up_what_is_needed_and_hides_nothing() -> None:
    ranks = report([4], 1_000)
    for kind in KINDS:
        assert ranks.figures(kind, "all habits")[0] >= ranks.figures(kind, "none")[0], kind
    for kind in ("as typed", "empty", "2 initials", "2 characters"):
        assert ranks.figures(kind, "all habits")[0] > ranks.figures(kind, "frecency")[0], kind
    print(*ranks.lines(), sep="\n")


def main() -> None:
    seeds, *sizes = sys.argv[1:] or ["1"]
    for size in map(int, sizes or ("2000", "100000")):
        ranks = report([int(seed) for seed in seeds.split(",")], size)
        needs = len(ranks.known["empty", "none"])
        print(f"{size} replies, seeds {seeds}, {needs} needs", *ranks.lines(), sep="\n", flush=True)


if __name__ == "__main__":
    main()
