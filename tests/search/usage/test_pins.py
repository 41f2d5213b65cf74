"""Pinned replies stand first where nothing was asked, and change no other list."""

from hypothesis import given
from hypothesis import strategies as st

from quickdesk.replies.snippet import Snippet
from quickdesk.search.finder import LibraryFinder

IDS = tuple(f"r{number}" for number in range(8))
UNKNOWN = "gone"
PINS = st.lists(st.sampled_from((*IDS, UNKNOWN)), unique=True)
PRIORS = st.dictionaries(st.sampled_from((*IDS, UNKNOWN)), st.floats(0, 400))
LIMITS = st.integers(0, 10)


def made(pins: list[str], priors: dict[str, float]) -> LibraryFinder:
    finder = LibraryFinder(Snippet(each, f"退款{each}", "正文", each) for each in IDS)
    finder.set_prior(priors)
    finder.set_pinned(pins)
    return finder


def listed(finder: LibraryFinder, query: str, limit: int = 50) -> list[tuple[str, bool]]:
    hits = finder.listed(query, limit, lambda: False)
    assert hits is not None
    return [(hit.snippet.id, hit.is_pinned) for hit in hits]


@given(PINS, PRIORS, LIMITS, st.sampled_from(["", " ", "　"]))
def test_first_the_pinned_in_their_order_then_the_others_in_theirs(
    pins: list[str], priors: dict[str, float], limit: int, query: str
) -> None:
    finder = made(pins, priors)
    others = [hit.snippet.id for hit in finder.find("") if hit.snippet.id not in pins]
    wanted = [(each, True) for each in pins if each != UNKNOWN] + [(each, False) for each in others]
    assert listed(finder, query, limit) == wanted[:limit]


@given(PINS, PRIORS, LIMITS, st.sampled_from(["tk", "退款", "r1", "退款 r", "zzz"]))
def test_what_is_typed_is_listed_in_the_order_without_pins(
    pins: list[str], priors: dict[str, float], limit: int, query: str
) -> None:
    without = [hit.snippet.id for hit in made([], priors).find(query, limit)]
    assert listed(made(pins, priors), query, limit) == [(each, each in pins) for each in without]


@given(PINS, PRIORS)
def test_a_command_lists_the_same_with_and_without_pins(pins: list[str], priors: dict[str, float]) -> None:
    assert made(pins, priors).find("") == made([], priors).find("")


def test_pins_outlive_a_new_library_and_a_reply_that_comes_back_is_pinned_again() -> None:
    finder = made(["r3", "r1"], {})
    finder.update(remove=["r3"])
    assert listed(finder, "")[:2] == [("r1", True), ("r0", False)]
    finder.update(put=[Snippet("r3", "退款", "正文")])
    assert listed(finder, "")[:2] == [("r3", True), ("r1", True)]
    finder.rebuild([Snippet("r1", "退款", "正文"), Snippet("r3", "退款", "正文")])
    assert listed(finder, "") == [("r3", True), ("r1", True)]


def test_a_search_that_was_abandoned_lists_nothing() -> None:
    finder = made(["r3"], {})
    finder.update(put=[Snippet("new", "新", "正文")])
    assert finder.listed("退款", 5, lambda: True) is None
