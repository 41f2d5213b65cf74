"""Searching for known replies of the starter pack by what is remembered of them."""

from collections import Counter
from collections.abc import Callable
from statistics import fmean

import pytest

from quickdesk.replies.snippet import Snippet
from quickdesk.search.finder import LibraryFinder
from quickdesk.text.readings import pinyin, readings
from tests.packs.test_starter import STARTER

FINDER = LibraryFinder(STARTER.snippets)
ENDS = Counter(
    end for each in STARTER.snippets for end in {each.title[:2], each.title[-2:], *each.tags} if len(end) == 2
)


def first_two(reply: Snippet) -> list[str]:
    return [reply.title[:2]]


def last_two(reply: Snippet) -> list[str]:
    return [reply.title[-2:]]


def tags(reply: Snippet) -> list[str]:
    return [tag for tag in reply.tags if len(tag) == 2]


def middle_two(reply: Snippet) -> list[str]:
    """Mostly no word at all."""
    middle = len(reply.title) // 2
    return [reply.title[middle - 1 : middle + 1]] if len(reply.title) > 3 else []


def words_amid(reply: Snippet) -> list[str]:
    """What begins or ends several titles or is their tag, where it stands amid this one."""
    pairs = (reply.title[at : at + 2] for at in range(1, len(reply.title) - 2))
    return [pair for pair in pairs if ENDS[pair] > 1]


def whole(reply: Snippet) -> list[str]:
    return [reply.title[:6]]


def initials(text: str) -> str:
    return "".join(name[0] for name in pinyin(text))


def mean_reciprocal_rank(remembered: Callable[[Snippet], list[str]], typed: Callable[[str], str]) -> float:
    ranks = []
    for reply in STARTER.snippets:
        for text in remembered(reply):
            if all(readings(char) for char in text):
                found = [hit.snippet.id for hit in FINDER.find(typed(text), 20)]
                ranks.append(1 / (found.index(reply.id) + 1) if reply.id in found else 0.0)
    assert len(ranks) > 20
    return fmean(ranks)


@pytest.mark.parametrize(
    ("remembered", "typed", "least"),
    [
        (first_two, initials, 0.74),
        (last_two, initials, 0.53),
        (middle_two, initials, 0.44),
        (words_amid, initials, 0.25),
        (tags, initials, 0.21),
        (whole, initials, 0.98),
        (first_two, lambda text: "".join(pinyin(text)), 0.86),
        (tags, lambda text: "".join(pinyin(text)), 0.26),
        (whole, str, 0.98),
    ],
)
def test_a_known_reply_ranks_high(
    remembered: Callable[[Snippet], list[str]], typed: Callable[[str], str], least: float
) -> None:
    assert mean_reciprocal_rank(remembered, typed) >= least


@pytest.mark.parametrize(
    ("typed", "better", "worse"),
    [
        ("tk", "拒收后怎么退款", "转接其他客服"),
        ("tk", "退差价", "还有其他可以帮您的吗"),
        ("th", "退货地址", "超过退货期限"),
    ],
)
def test_a_whole_word_ranks_above_a_match_by_chance(typed: str, better: str, worse: str) -> None:
    titles = [hit.snippet.title for hit in FINDER.find(typed, 50)]
    assert titles.index(better) < titles.index(worse)
