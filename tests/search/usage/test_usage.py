from datetime import UTC, datetime, timedelta

import pytest

from quickdesk.replies.snippet import Snippet
from quickdesk.search.finder import LibraryFinder
from quickdesk.search.usage.first_letters import LONGEST, MAX_AFTER_LONG, MOST_PER_LETTERS, FirstLetters
from quickdesk.search.usage.frecency import HALF_LIFE, Frecency, bonus, with_use

NOW = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)


def test_each_use_adds_one_and_time_halves_it() -> None:
    once = with_use(None, NOW)
    assert once.at(NOW) == 1
    assert once.at(NOW + HALF_LIFE) == pytest.approx(0.5)
    assert with_use(once, NOW + HALF_LIFE).score == pytest.approx(1.5)


def test_a_clock_set_back_adds_nothing() -> None:
    assert Frecency(3, NOW).at(NOW - timedelta(days=300)) == 3


def test_doublings_count_alike() -> None:
    assert bonus(1) == 50
    assert bonus(3) == 100
    assert bonus(-1) == 0


def test_what_was_chosen_after_letters_comes_first_after_these_letters_alone() -> None:
    finder = LibraryFinder(
        [Snippet("a", "退款", ""), Snippet("b", "听课说明书", ""), Snippet("c", "图库", "")]
    )
    assert finder.find("tk")[0].snippet.id == "a"
    finder.set_first_letters(FirstLetters().chosen("tk", "b", NOW))
    assert finder.find("tk")[0].snippet.id == "b"
    assert finder.find(" ＴＫ ")[0].snippet.id == "b"
    assert finder.find("t")[0].snippet.id == "a"
    account = finder.explain("tk", "b")
    assert account is not None
    assert account.score == finder.find("tk")[0].score


def test_choices_are_few_and_short_and_can_go() -> None:
    picks = FirstLetters()
    for number in range(9):
        picks = picks.chosen("t", str(number), NOW + timedelta(hours=number))
    assert len(picks.bonuses("t")) == MOST_PER_LETTERS
    assert picks.chosen("x" * (LONGEST + 1), "a", NOW) == picks
    assert picks.chosen(" ", "a", NOW) == picks
    assert picks.without(str(number) for number in range(9)).bonuses("t") == ()
    assert picks.as_of(NOW + 10 * HALF_LIFE).bonuses("t")[0][1] < picks.bonuses("t")[0][1]


def test_after_four_characters_the_bonus_of_a_choice_is_limited() -> None:
    picks = FirstLetters()
    for number in range(20):
        for letters in ("tui", "tuik", "t u i"):
            picks = picks.chosen(letters, "a", NOW + timedelta(hours=number))
    assert dict(picks.bonuses("tui"))["a"] == dict(picks.bonuses("t u i"))["a"] > 2 * MAX_AFTER_LONG
    assert dict(picks.bonuses("tuik"))["a"] == MAX_AFTER_LONG
