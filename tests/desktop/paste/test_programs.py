import logging

import pytest

from quickdesk.desktop.paste.programs import paste_keys_for
from quickdesk.desktop.ports.target import PasteKeys, PasteKeysError


@pytest.mark.parametrize(
    ("program", "keys"),
    [
        ("chromium", "ctrl+v"),
        ("", "ctrl+v"),
        ("xterm", "shift+insert"),
        ("gnome-terminal", "ctrl+shift+v"),
        ("konsole", "ctrl+shift+v"),
        ("kitty", "ctrl+shift+v"),
    ],
)
def test_programs_have_their_keys(program: str, keys: str) -> None:
    assert str(paste_keys_for(program, {})) == keys


def test_the_keys_in_the_settings_take_precedence() -> None:
    assert str(paste_keys_for("xterm", {"xterm": "Ctrl + Shift + V"})) == "ctrl+shift+v"


def test_invalid_keys_in_the_settings_are_ignored(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        assert str(paste_keys_for("xterm", {"xterm": "enter"})) == "shift+insert"
    assert "xterm" in caplog.text
    caplog.clear()


@pytest.mark.parametrize("text", ["", "+", "ctrl", "v", "shift+v", "ctrl+enter", "hyper+v", "ctrl+好"])
def test_keys_that_cannot_paste_are_refused(text: str) -> None:
    with pytest.raises(PasteKeysError):
        PasteKeys.parse(text)


@pytest.mark.parametrize("text", ["ctrl+v", "ctrl+shift+v", "shift+insert", "super+v", "f9"])
def test_keys_are_formatted_as_they_are_parsed(text: str) -> None:
    assert str(PasteKeys.parse(text.upper())) == text
