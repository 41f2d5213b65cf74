"""The settings a new agent starts with."""

from dataclasses import FrozenInstanceError, replace

import pytest

from quickdesk.settings.settings import DEFAULT_HOTKEY, TEXT_SCALES, Language, Settings, ThemeChoice


def test_a_new_agent_starts_with_the_system_s_looks_and_language() -> None:
    settings = Settings()
    assert settings.hotkey == DEFAULT_HOTKEY
    assert (settings.theme, settings.language) == (ThemeChoice.SYSTEM, Language.SYSTEM)
    assert settings.text_scale == 100
    assert settings.text_scale in TEXT_SCALES
    assert settings.paste_keys == {}


def test_settings_do_not_change_they_are_made_anew() -> None:
    settings = Settings()
    with pytest.raises(FrozenInstanceError):
        settings.text_scale = 125
    with pytest.raises(TypeError):
        settings.paste_keys["putty"] = "shift+insert"
    assert replace(settings, theme=ThemeChoice.DARK) != settings
    assert Settings() == settings


def test_the_sizes_on_offer_rise() -> None:
    assert list(TEXT_SCALES) == sorted(set(TEXT_SCALES))


@pytest.mark.parametrize("choice", [ThemeChoice, Language])
def test_choices_are_written_as_plain_words_and_read_back(choice: type[ThemeChoice] | type[Language]) -> None:
    assert all(choice(str(member)) is member for member in choice)
