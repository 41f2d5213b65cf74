"""What a message asks: English is no pinyin, numbers of orders are nothing, a long text is cut."""

import pytest

from quickdesk.search.related.asked import MAX_LENGTH, asked


@pytest.mark.parametrize(
    ("text", "words", "is_english"),
    [
        ("Where's my order? Can you change it", ("order", "change"), True),
        ("tuikuan duojiu daozhang", ("tuikuan", "duojiu", "daozhang"), False),
        ("refund", ("refund",), False),
        ("refund 多久到账", ("refund", "多久到账"), False),
        ("订单号 20241122334455，怎么还没发货呢", ("怎么还没发货呢",), False),
    ],
)
def test_words_that_ask(text: str, words: tuple[str, ...], is_english: bool) -> None:
    found = asked(text)
    assert (found.words, found.is_english) == (words, is_english)


def test_a_mere_greeting_is_replaced_by_its_keywords() -> None:
    found = asked("亲，在吗")
    assert found.is_greeting
    assert "我在" in found.words


def test_a_long_text_is_cut() -> None:
    assert sum(map(len, asked("退货" * MAX_LENGTH).words)) == MAX_LENGTH
