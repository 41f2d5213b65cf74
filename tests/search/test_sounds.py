from quickdesk.search.sounds import EXACT, Sound, sounds_of
from quickdesk.settings.settings import Settings, SoundPair


def test_every_pair_of_the_settings_is_one_of_the_search() -> None:
    assert sounds_of(Settings()) == EXACT
    assert sounds_of(Settings(sounds=frozenset(SoundPair))) == frozenset(Sound)
    assert {tuple(pair.value.split("-")) for pair in SoundPair} == {sound.value for sound in Sound}
