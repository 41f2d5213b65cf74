import pytest

from quickdesk.replies.graphemes import boundaries, count_from


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("abc", 3),
        ("退货", 2),
        ("e\u0301a", 2),
        ("\u0301", 1),
        ("👍🏽", 1),
        ("❤️🔥", 2),
        ("❤️‍🔥", 1),
        ("👨‍👩‍👧‍👦", 1),
        ("🧑🏽‍💻x", 2),
        ("🇨🇳🇭🇰", 2),
        ("🇨🇳🇭", 2),
        ("1️⃣2️⃣", 2),
        ("🏴\U000e0067\U000e0062\U000e007f", 1),
        ("a\r\nb", 3),
        ("\n\u0301", 2),
        ("한국", 2),
        ("\u1112\u1161\u11ab", 1),
        ("ｶﾞ", 1),
        ("a\u200db", 2),
    ],
)
def test_characters_are_counted_as_an_editor_does(text: str, count: int) -> None:
    assert len(list(boundaries(text))) == count
    assert count_from(text, 0) == count
    assert count_from(text, len(text)) == 0


def test_a_position_inside_a_cluster_counts_as_its_start() -> None:
    assert count_from("a👍🏽b", 2) == 2
