"""Where nothing fits, the nearest replies are offered, but never as matches."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quickdesk.search.finder import MAX_NEAREST, LibraryFinder
from quickdesk.search.index.arrays import build
from quickdesk.search.segments import Snapshot
from tests.packs.test_starter import STARTER

FINDER = LibraryFinder(STARTER.snippets)


@pytest.mark.parametrize(("query", "near"), [("股票", "发票"), ("wuzuoren", "作")])
def test_the_nearest_share_a_character_or_a_syllable(query: str, near: str) -> None:
    hits = FINDER.find(query)
    assert 0 < len(hits) <= MAX_NEAREST
    assert all(hit.is_nearest and hit.is_related for hit in hits)
    assert any(near in hit.snippet.title + hit.snippet.body for hit in hits)
    assert FINDER.find_certain(query) == []


@pytest.mark.parametrize("query", ["#股票", "@股票", "code:股票", "🦄", "★"])
def test_there_may_be_none(query: str) -> None:
    assert FINDER.find(query) == []


def test_an_empty_library_has_none() -> None:
    assert LibraryFinder().find("股票") == []


@given(st.text(st.sampled_from("股票天气吃饭电影gupiaoxyz假货退款 "), max_size=10), st.integers(0, 12))
def test_nearest_replies_stand_alone(query: str, limit: int) -> None:
    hits = FINDER.find(query, limit)
    nearest = [hit for hit in hits if hit.is_nearest]
    assert nearest in ([], hits)
    assert len(nearest) <= min(limit, MAX_NEAREST)
    assert [hit.score for hit in nearest] == sorted((hit.score for hit in nearest), reverse=True)


def test_both_kinds_of_index_have_the_same_nearest_and_none_that_is_gone() -> None:
    indexed = LibraryFinder(STARTER.snippets)
    indexed.adopt(build(STARTER.snippets), Snapshot(tuple(STARTER.snippets), indexed.changes))
    first, *others = [hit.snippet for hit in indexed.find("股票")]
    assert [first, *others] == [hit.snippet for hit in FINDER.find("股票")]
    indexed.update(remove=[first.id])
    assert first not in [hit.snippet for hit in indexed.find("股票")]
