import pytest

from quickdesk.search.element import ElementKind, letter, literal, start, syllable


def test_a_letter_is_itself_or_a_character_that_begins_so() -> None:
    units = letter("t").units
    assert "t" in units
    assert "退" in units
    assert "货" not in units
    assert letter("i").units == "i"


def test_a_syllable_is_every_character_with_that_reading() -> None:
    assert {"重", "充"} <= set(syllable("chong").units)
    assert "重" in syllable("zhong").units
    assert syllable("xyz").units == ""


def test_the_start_of_a_syllable_takes_all_that_go_on_so() -> None:
    assert {"重", "这", "长"} <= set(start("zh").units)
    assert "在" not in start("zh").units


@pytest.mark.parametrize(("char", "units"), [("退", ["退"]), ("👍", ["\ud83d", "\udc4d"]), ("’", ["'’"])])
def test_a_literal_takes_as_many_elements_as_units(char: str, units: list[str]) -> None:
    assert [element.units for element in literal(char)] == units
    assert {element.kind for element in literal(char)} == {ElementKind.LITERAL}
