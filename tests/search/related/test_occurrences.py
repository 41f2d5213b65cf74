"""Occurrences of terms are the same in a positional index and in a scan."""

import pytest

from quickdesk.replies.snippet import Snippet
from quickdesk.search.finder import LibraryFinder
from quickdesk.search.index.arrays import build
from quickdesk.search.matches import Part
from quickdesk.search.related.concepts import Form, Relation, path_of
from quickdesk.search.related.occurrences import count_occurrences
from quickdesk.search.segment import Segment

REPLIES = [
    Snippet("wanton", "wanton", "wantonly Wanton-like, want"),
    Snippet("plural", "Refunds", "refunded. Refund; prerefund refundable"),
    Snippet("mixed", "VIP客户", "第7天 17天 70 vip\n7"),
    Snippet("moved", "moving", "move, moved! movie", tags=("moves",)),
    Snippet("tagged", "y", "z", folder=("售后",), tags=("售后",)),
    Snippet("asked", "x", "y", asks=("还没收到货", "when will it arrive", "货没收到")),
    Snippet("ship", "x", "Shipping shipped ships shipment", code="ship"),
]


@pytest.fixture(params=["scanned", "arrays"])
def segment(request: pytest.FixtureRequest) -> Segment:
    finder = LibraryFinder(REPLIES)
    if request.param == "arrays":
        finder.rebuild(REPLIES, build(REPLIES))
    (found,) = (each for each in finder.segments() if len(each))
    return found


def counts(segment: Segment, term: str, part: Part, *, is_of_titles: bool = False) -> dict[str, float]:
    path = () if term.isascii() else path_of(term)
    found = count_occurrences(segment, Form(term, path, 1.0, Relation.WORDS, is_of_titles), part)
    return {segment.snippets[row].id: n for row, n in zip(found.rows, found.counts, strict=True)}


@pytest.mark.parametrize(
    ("term", "head", "body"),
    [
        ("want", {}, {"wanton": 1}),
        ("wanton", {"wanton": 1}, {"wanton": 1}),
        ("refund", {"plural": 1}, {"plural": 2}),
        ("refunds", {"plural": 1}, {"plural": 2}),
        ("vip", {"mixed": 1}, {"mixed": 1}),
        ("7", {}, {"mixed": 2}),
        ("天", {}, {"mixed": 2}),
        ("客户", {"mixed": 1}, {}),
        ("售后", {"tagged": 0.75}, {}),
        ("moved", {"moved": 1}, {"moved": 2}),
        ("ship", {}, {"ship": 3}),
        ("shipping", {}, {"ship": 3}),
        ("收到", {"asked": 1}, {}),
        ("arrive", {"asked": 1}, {}),
        ("nowhere", {}, {}),
    ],
)
def test_words_are_counted_as_wholes_and_the_best_field_of_a_head_counts(
    segment: Segment, term: str, head: dict[str, float], body: dict[str, float]
) -> None:
    assert counts(segment, term, Part.HEAD) == head
    assert counts(segment, term, Part.BODY) == body


def test_what_counts_in_titles_counts_nowhere_else(segment: Segment) -> None:
    assert counts(segment, "客户", Part.HEAD, is_of_titles=True) == {"mixed": 1}
    assert counts(segment, "售后", Part.HEAD, is_of_titles=True) == {}
    assert counts(segment, "天", Part.BODY, is_of_titles=True) == {}


def test_what_is_gone_is_not_counted(segment: Segment) -> None:
    segment.drop("plural")
    assert counts(segment, "refund", Part.BODY) == {}
