import pytest
from hypothesis import given
from hypothesis import strategies as st

from quickdesk.search.element import ElementKind
from quickdesk.search.query import MAX_READINGS, MAX_WORDS, folded_words, words_of
from quickdesk.text.folding import fold


def _texts(query: str) -> list[str]:
    return [word.text for word in words_of(query)]


def test_splits_at_spaces_of_every_kind_and_folds() -> None:
    assert _texts("  退貨　ＶＩＰ\t7天\n") == ["退货", "vip", "7天"]


@pytest.mark.parametrize(
    ("query", "texts"),
    [
        ("退款，进度", ["退款", "进度"]),
        ("退款、进度", ["退款", "进度"]),
        ("退款进度？", ["退款进度"]),
        ("你好！请问。能退吗；", ["你好", "请问", "能退吗"]),
        ("refund,status; when?!", ["refund", "status", "when"]),
        ("，tuikuan", ["tuikuan"]),
        ("退款 ？", ["退款"]),
        ("th-01_a.b/c:d+e#f@g", ["th-01_a.b/c:d+e#f@g"]),
        ("满1,000元", ["满1,000元"]),
        ("3、5天", ["3、5天"]),
        ("#退款，@售后", ["#退款", "@售后"]),
    ],
)
def test_punctuation_separates_words(query: str, texts: list[str]) -> None:
    assert folded_words(query) == texts


@pytest.mark.parametrize("query", ["？", "。，！", "1,000", "!", "👍！"])
def test_punctuation_alone_is_a_word(query: str) -> None:
    assert folded_words(query) == [fold(query)]


def test_a_repeated_word_counts_once() -> None:
    assert _texts("退款 退款 TK tk") == ["退款", "tk"]


@pytest.mark.parametrize("query", ["", " ", "　\t\n", "\u202e\u200f", "\x00\x07", "\ud83d", "\udc4d \ud83d"])
def test_meaningless_characters_are_no_word(query: str) -> None:
    assert words_of(query) == ()


def test_direction_marks_and_control_characters_are_ignored() -> None:
    assert _texts("\u202e退\x07款\u200b") == ["退款"]


def test_what_joins_emoji_is_ignored() -> None:
    assert _texts("👨\u200d👩\u200d👧 ❤️") == ["👨👩👧", "❤"]


@pytest.mark.parametrize(
    ("query", "texts"),
    [
        ("“退款”进度", ["退款", "进度"]),
        ('"退款"', ["退款"]),
        ("‘退款’", ["退款"]),
        ("退款.", ["退款"]),
        ("退款…", ["退款"]),
        ("tui'huo", ["tui'huo"]),
        ("v2.0 a.b", ["v2.0", "a.b"]),
        ("tuì kuǎn", ["tui", "kuan"]),
    ],
)
def test_quotes_stops_and_tone_marks_are_not_searched(query: str, texts: list[str]) -> None:
    assert folded_words(query) == texts


def test_more_literal_readings_are_dearer() -> None:
    def least(query: str) -> int:
        return min(reading.penalty for reading in words_of(query)[0].readings)

    assert least("退货") == 0
    assert least("退货") < least("tuihuo") < least("tuih") < least("tkyf")


def test_zh_for_one_character_among_others_is_dearer_than_two_initials() -> None:
    penalties = {len(reading.elements): reading.penalty for reading in words_of("shdz")[0].readings}
    assert penalties[4] < penalties[3]


def test_the_number_of_words_and_readings_is_bounded() -> None:
    words = words_of(" ".join(f"xianxian{number}" for number in range(1000)))
    assert len(words) == MAX_WORDS
    assert all(len(word.readings) <= MAX_READINGS for word in words)


@pytest.mark.parametrize(
    ("query", "taken"),
    [
        ("七天", "7"),
        ("7天", "七"),
        ("两天", "二"),
        ("零元", "〇"),
        ("满100元", "一"),
        ("第１名", "一"),
    ],
)
def test_a_numeral_and_its_digit_count_as_the_same(query: str, taken: str) -> None:
    exact, *further = words_of(query)[0].readings
    assert exact.penalty == 0
    assert all(taken not in element.units for element in exact.elements)
    assert any(taken in element.units for reading in further for element in reading.elements)
    assert all(reading.penalty > 0 for reading in further)


@pytest.mark.parametrize("query", ["7", "七", "12", "th12", "订单12345678", "2026年", "sf-7", "天"])
def test_numbers_and_codes_are_literal(query: str) -> None:
    literal = [
        element
        for reading in words_of(query)[0].readings
        for element in reading.elements
        if element.kind is ElementKind.LITERAL
    ]
    assert {element.units for element in literal} <= set(query)


@given(st.text(st.characters(codec=None)))
def test_any_string_is_a_query(query: str) -> None:
    for word in words_of(query):
        assert word.text
        assert all(reading.elements for reading in word.readings)
