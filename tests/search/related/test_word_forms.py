"""Inflected forms of English words."""

import pytest

from quickdesk.search.related.word_forms import common_prefix, forms


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("refund", "refunds"),
        ("refunded", "refunding"),
        ("moved", "move"),
        ("moving", "moves"),
        ("boxes", "box"),
        ("shipped", "ship"),
        ("shipping", "shipped"),
        ("deliveries", "delivery"),
        ("addresses", "address"),
    ],
)
def test_simple_endings_are_the_same_word(one: str, other: str) -> None:
    assert other in forms(one)
    assert one in forms(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("note", "not"), ("class", "clas"), ("want", "wanton"), ("us", "used"), ("s23", "s23s")],
)
def test_other_words_are_not(one: str, other: str) -> None:
    assert other not in forms(one)


def test_common_prefix() -> None:
    assert common_prefix(["moved", "moves", "moving"]) == "mov"
    assert common_prefix(["box", "boxes"]) == "box"
    assert common_prefix(["box"]) == "box"
