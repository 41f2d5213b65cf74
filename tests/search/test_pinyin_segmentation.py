import pytest
from hypothesis import given
from hypothesis import strategies as st

from quickdesk.search.element import ElementKind, letter, literal, start, syllable
from quickdesk.search.pinyin_segmentation import LONGEST_WORD, character_path, paths
from quickdesk.search.sounds import syllable_prefixes
from quickdesk.text.readings import characters_read_as


def _said(word: str) -> list[list[str]]:
    """The readings as people write them: syllables, ``z-`` for a start, single letters."""
    names = {}
    for length in range(1, 7):
        for begin in range(len(word)):
            piece = word[begin : begin + length]
            if characters_read_as(piece):
                names[syllable(piece)] = piece
            if length > 1 and piece.isalpha() and piece in syllable_prefixes():
                names.setdefault(start(piece), piece + "-")
            if length == 1 and piece.isascii() and piece.isalpha():
                names[letter(piece)] = piece
            if length == 1:
                names.setdefault(literal(piece)[0], piece)
    return [[names[element] for element in path] for path in paths(word, 16)]


def test_letters_for_themselves_come_first_then_whole_syllables() -> None:
    assert _said("tuihuo")[:2] == [["t", "u", "i", "h", "u", "o"], ["tui", "huo"]]


@pytest.mark.parametrize(
    ("word", "reading"),
    [
        ("xian", ["xian"]),
        ("xian", ["xi", "an"]),
        ("fangan", ["fang", "an"]),
        ("fangan", ["fan", "gan"]),
        ("kuang", ["kuang"]),
        ("kuang", ["kuan", "g"]),
        ("tuih", ["tui", "h"]),
        ("tuiku", ["tui", "ku-"]),
        ("tuizho", ["tui", "zho-"]),
        ("shdz", ["sh-", "d", "z"]),
        ("shdz", ["s", "h", "d", "z"]),
        ("退h", ["退", "h"]),
        ("tui货", ["tui", "货"]),
        ("ch货", ["ch-", "货"]),
        ("7tian", ["7", "tian"]),
        ("tui'kuan", ["tui", "kuan"]),
        ("tui'", ["tui"]),
        ("vipke", ["v", "i", "p", "ke"]),
    ],
)
def test_finds_the_reading(word: str, reading: list[str]) -> None:
    assert reading in _said(word)


def test_an_apostrophe_separates_syllables() -> None:
    said = _said("xi'an")
    assert ["xi", "an"] in said
    assert all("xian" not in reading for reading in said)
    assert said[0] == ["x", "i", "'", "a", "n"]


def test_a_word_without_letters_is_literal() -> None:
    assert paths("退货7天", 16) == [character_path("退货7天")]
    assert paths("'", 16) == [literal("'")]


def test_a_character_of_two_units_becomes_two_elements() -> None:
    assert [element.units for element in character_path("👍")] == ["\ud83d", "\udc4d"]


def test_a_very_long_word_is_taken_by_characters() -> None:
    word = "tui" * LONGEST_WORD
    assert paths(word, 16) == [character_path(word)]


@pytest.mark.parametrize("word", ["xian" * 16, "an" * 32, "zh" * 32, "tuihuoyunfei" * 5, "a'" * 32])
def test_words_with_countless_readings_are_read_quickly_and_only_so_often(word: str) -> None:
    found = paths(word, 16)
    assert 1 < len(found) <= 16
    assert len(set(found)) == len(found)


@given(st.text("aehinguoxzst'退7", min_size=1, max_size=12))
def test_every_reading_spells_the_word(word: str) -> None:
    for path in paths(word, 16):
        literals = [element.units for element in path if element.kind is ElementKind.LITERAL]
        assert [units for units in literals if "'" not in units] == [char for char in word if char in "退7"]
        letters = sum(char.isascii() and char.isalpha() for char in word)
        assert len(path) - len(literals) <= letters <= 6 * (len(path) - len(literals))
