"""Rows that match by chance make room for what is more likely meant, but are never lost."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quickdesk.replies.snippet import Snippet
from quickdesk.search.finder import LibraryFinder
from quickdesk.search.usage.first_letters import FirstLetters
from tests.packs.test_starter import STARTER

NOW = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)
FINDER = LibraryFinder(STARTER.snippets)
REAL = Snippet("real", "是不是正品", "")
BY_CHANCE = [Snippet(f"chance{n}", f"第{n}场", "请参加活动，价格划算") for n in range(6)]


def _found(finder: LibraryFinder, query: str, limit: int = 50) -> list[tuple[str, bool]]:
    return [(hit.snippet.id, hit.is_related) for hit in finder.find(query, limit)]


def test_pinyin_of_a_known_word_is_not_certain_where_other_words_meet() -> None:
    finder = LibraryFinder([*BY_CHANCE, REAL])
    assert _found(finder, "jiahuo")[0] == ("real", True)
    assert {key for key, _ in _found(finder, "jiahuo")} == {each.id for each in (*BY_CHANCE, REAL)}
    finder.update(put=[Snippet("named", "乙", "假货包退")])
    assert _found(finder, "jiahuo")[:2] == [("named", False), ("real", True)]


def test_a_match_in_bodies_alone_does_not_keep_others_away() -> None:
    bodies = [Snippet(f"body{n}", f"第{n}条", "不卖假货") for n in range(4)]
    found = _found(LibraryFinder([*bodies, REAL]), "假货")
    assert found == [*((each.id, False) for each in bodies), ("real", True)]
    titles = [Snippet(f"title{n}", "不卖假货", "") for n in range(3)]
    assert _found(LibraryFinder([*titles, REAL]), "假货") == [(each.id, False) for each in titles]


def test_the_initials_of_a_courier_find_it_though_other_words_have_them() -> None:
    found = [hit.snippet.title for hit in FINDER.find("sf")][:5]
    assert "发什么快递" in found
    assert "指定快递" in found


def test_initials_of_a_known_word_find_what_means_the_same() -> None:
    hits = FINDER.find("cx")
    assert {"取消订单，未发货", "活动预热"} <= {hit.snippet.title for hit in hits[:5]}
    first = next(hit for hit in hits if hit.is_related)
    account = FINDER.explain("cx", first.snippet.id)
    assert account is not None
    assert account.related
    assert account.score == pytest.approx(first.score, abs=0.001)


def test_without_anything_likelier_rows_by_chance_are_certain() -> None:
    library = [Snippet("a", "甲", "前来"), Snippet("b", "乙", "前来")]
    assert _found(LibraryFinder(library), "ql") == [("a", False), ("b", False)]


def test_what_was_chosen_after_the_same_letters_is_certain() -> None:
    finder = LibraryFinder([*BY_CHANCE, REAL])
    finder.set_first_letters(FirstLetters().chosen("jiahuo", "chance3", NOW))
    assert _found(finder, "jiahuo")[:2] == [("chance3", False), ("real", True)]


@pytest.mark.parametrize("query", ["sf", "cx", "jiahuo", "kd", "开票", "th dz", "shouhou", "wlbd"])
def test_a_shorter_list_is_the_beginning_of_a_longer_one(query: str) -> None:
    whole = _found(FINDER, query)
    for limit in (1, 2, 5, 9, 20):
        assert _found(FINDER, query, limit) == whole[:limit]


@given(st.text(st.sampled_from("sfcxkdjiahuotkz假货退款 "), max_size=8))
def test_no_row_is_lost_and_certain_ones_come_first(query: str) -> None:
    hits, strict = FINDER.find(query, 200), FINDER.find_certain(query, 200)
    assert {hit.snippet.id for hit in strict} <= {hit.snippet.id for hit in hits}
    assert [hit.is_related for hit in hits] == sorted(hit.is_related for hit in hits)
    certain = [hit for hit in hits if not hit.is_related]
    assert certain == [hit for hit in strict if hit in certain]
