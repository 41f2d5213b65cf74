from quickdesk.packaged import packaged
from quickdesk.text.tables import characters_by_syllable, folds, readings_by_character


def test_readings_are_kept_for_folded_characters_only() -> None:
    assert not set(readings_by_character()) & set(map(chr, folds()))


def test_both_reading_tables_say_the_same() -> None:
    by_character = {(char, syllable) for char, all_ in readings_by_character().items() for syllable in all_}
    by_syllable = [(char, syllable) for syllable, chars in characters_by_syllable().items() for char in chars]
    assert set(by_syllable) == by_character
    assert len(by_syllable) == len(by_character)


def test_every_character_of_the_national_standard_has_a_reading() -> None:
    standard = bytes(
        byte for high in range(0xB0, 0xD8) for low in range(0xA1, 0xFF) for byte in (high, low)
    ).decode("gb2312", "ignore")
    assert len(standard) > 3700
    assert not set(standard) - set(readings_by_character()) - set(map(chr, folds()))


def test_tables_name_their_sources_and_licences() -> None:
    notice = packaged("resources", "readings", "NOTICE").read_text(encoding="utf-8")
    for word in ("OpenCC", "Apache", "pypinyin-dict", "MIT", "Unicode"):
        assert word in notice
