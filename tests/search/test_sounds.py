from quickdesk.search.sounds import EXACT, Sound, characters_for_prefix, sounds_of, syllable_prefixes
from quickdesk.settings.settings import PinyinPair, Settings


def test_every_pair_of_the_settings_is_one_of_the_search() -> None:
    assert sounds_of(Settings()) == EXACT
    assert sounds_of(Settings(similar_sounds=frozenset(PinyinPair))) == frozenset(Sound)
    assert {tuple(pair.value.split("-")) for pair in PinyinPair} == {sound.value for sound in Sound}


def test_prefixes_of_syllables_have_their_characters() -> None:
    assert {"z", "zh", "zho", "zhon", "zhong"} <= syllable_prefixes()
    found = characters_for_prefix("zho")
    assert "重" in found
    assert "启" not in found
    assert len(found) == len(set(found))
    assert characters_for_prefix("i") == ""
