"""The parts of an explanation add up to the score of the hit, for any query and library."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from quickdesk.replies.snippet import Snippet
from quickdesk.search.finder import LibraryFinder
from quickdesk.search.index.arrays import build
from quickdesk.search.segments import Snapshot
from quickdesk.search.sounds import Sound
from quickdesk.search.usage.first_letters import FirstLetters
from tests.bench.keystrokes import make_queries
from tests.bench.library import queries, replies

NOW = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)
TEXTS = st.text(st.sampled_from("退款货换他客服重启7 tkVs-"), max_size=9)
REPLIES = st.builds(
    lambda title, body, code, folder, tag, asks: Snippet(
        "", title, body, code, (folder,), (tag,), "", tuple(asks)
    ),
    TEXTS,
    TEXTS,
    st.text(st.sampled_from("tkh012-"), max_size=5),
    st.sampled_from(["", "售后", "退货", "tk"]),
    st.sampled_from(["", "退款", "时效", "vip"]),
    st.lists(TEXTS, max_size=2),
)
WORDS = st.one_of(
    st.text(st.sampled_from("退款货换他tkhs7'"), min_size=1, max_size=5),
    st.lists(
        st.sampled_from(["tui", "kuan", "huo", "ta", "ke", "fu", "chong", "qi", "sh"]), min_size=1, max_size=3
    ).map("".join),
    st.sampled_from(["#tk", "@售后", "code:th", "th0", "t-1", "tuihou", "kuna", "vpi", "退kuan", "qitui"]),
)
QUERIES = st.lists(WORDS, min_size=1, max_size=3).map(" ".join)
LIBRARY = replies(1500, seed=21, body_length=50)
TYPED = sorted(
    {query for _, query in queries(LIBRARY, 120, seed=22)}
    | {each.text for each in make_queries(LIBRARY, 8, 23)}
)


def check(finder: LibraryFinder, query: str, limit: int) -> None:
    for hit in finder.find(query, limit):
        account = finder.explain(query, hit.snippet.id)
        assert account is not None, (query, hit)
        assert account.score == pytest.approx(hit.score, abs=1e-3), (query, hit, account)


@given(
    library=st.lists(REPLIES, min_size=1, max_size=24),
    query=QUERIES,
    priors=st.lists(st.floats(0, 700), max_size=24),
    picked=st.lists(st.integers(0, 23), max_size=6),
    sounds=st.frozensets(st.sampled_from(Sound)),
    limit=st.sampled_from([1, 9, 50]),
)
@example([Snippet("", "", "退货")] * 12, "t'uho", [], [], frozenset(), 9)
def test_the_parts_of_an_explanation_add_up(
    library: list[Snippet],
    query: str,
    priors: list[float],
    picked: list[int],
    sounds: frozenset[Sound],
    limit: int,
) -> None:
    named = [replace(each, id=str(number)) for number, each in enumerate(library)]
    finder = LibraryFinder(named)
    finder.set_sounds(sounds)
    finder.set_prior({str(number): prior for number, prior in enumerate(priors)})
    letters = FirstLetters()
    for number in picked:
        letters = letters.chosen(query, str(number), NOW)
    finder.set_first_letters(letters)
    check(finder, query, limit)


@pytest.mark.parametrize(("limit", "step"), [(1, 1), (9, 2), (50, 24)])
def test_they_add_up_over_a_base_with_changes(limit: int, step: int) -> None:
    """Of long lists fewer queries: each hit is explained by a search of its own."""
    finder = LibraryFinder(LIBRARY)
    finder.adopt(build(LIBRARY), Snapshot(tuple(LIBRARY), finder.changes))
    finder.update(put=[Snippet("extra", "退款 extra", "退款"), LIBRARY[3]], remove=["r7"])
    finder.set_prior({f"r{number}": 9.5 * (number % 50) for number in range(0, 1500, 3)})
    for query in TYPED[::step]:
        finder.set_first_letters(FirstLetters().chosen(query, "r12", NOW).chosen(query, "r13", NOW))
        check(finder, query, limit)
