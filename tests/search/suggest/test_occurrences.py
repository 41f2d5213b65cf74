"""Occurrences of terms are the same in a positional index and in a scan."""

import pytest

from quickdesk.replies.snippet import Snippet
from quickdesk.search.finder import LibraryFinder
from quickdesk.search.index.arrays import build
from quickdesk.search.segment import Segment
from quickdesk.search.suggest.occurrences import count_occurrences

REPLIES = [
    Snippet("wanton", "wanton", "wantonly Wanton-like, want"),
    Snippet("plural", "Refunds", "refunded. Refund; prerefund refundable"),
    Snippet("mixed", "VIP客户", "第7天 17天 70 vip\n7"),
    Snippet("moved", "moving", "move, moved! movie", tags=("moves",)),
    Snippet("ship", "x", "Shipping shipped ships shipment", code="ship"),
    Snippet("asked", "x", "y", asks=("还没收到货", "when will it arrive", "货没收到")),
]


@pytest.fixture(params=["scanned", "arrays"])
def segment(request: pytest.FixtureRequest) -> Segment:
    finder = LibraryFinder(REPLIES)
    if request.param == "arrays":
        finder.rebuild(REPLIES, build(REPLIES))
    (found,) = (each for each in finder.segments() if len(each))
    return found


@pytest.mark.parametrize(
    ("term", "found"),
    [
        ("want", {"wanton": 1}),
        ("wanton", {"wanton": 4}),
        ("refund", {"plural": 5}),
        ("refunds", {"plural": 5}),
        ("vip", {"mixed": 4}),
        ("7", {"mixed": 2}),
        ("天", {"mixed": 2}),
        ("moved", {"moved": 8}),
        ("ship", {"ship": 3}),
        ("shipping", {"ship": 3}),
        ("收到", {"asked": 6}),
        ("arrive", {"asked": 3}),
        ("nowhere", {}),
    ],
)
def test_words_are_counted_as_wholes_thrice_in_titles_tags_and_asks(
    segment: Segment, term: str, found: dict[str, int]
) -> None:
    rows, counts = count_occurrences(segment, term)
    assert {segment.snippets[row].id: count for row, count in zip(rows, counts, strict=True)} == found


def test_what_is_gone_is_not_counted(segment: Segment) -> None:
    segment.drop("plural")
    assert len(count_occurrences(segment, "refund")[0]) == 0
