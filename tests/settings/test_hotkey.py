"""Which combinations can be a global hotkey, and how they are written."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quickdesk.settings.hotkey import KEYS, MODIFIERS, Hotkey, HotkeyError, HotkeyProblem
from quickdesk.settings.settings import DEFAULT_HOTKEY


def flaw_of(text: str) -> HotkeyProblem:
    with pytest.raises(HotkeyError) as caught:
        Hotkey.parse(text)
    assert caught.value.text == text
    return caught.value.problem


@pytest.mark.parametrize(
    ("written", "meant", "label"),
    [
        ("ctrl+alt+space", "ctrl+alt+space", "Ctrl+Alt+Space"),
        (" Alt + CONTROL + spacebar ", "ctrl+alt+space", "Ctrl+Alt+Space"),
        ("Win+J", "super+j", "Super+J"),
        ("shift+ctrl+,", "ctrl+shift+,", "Ctrl+Shift+,"),
        ("F9", "f9", "F9"),
        ("shift+f12", "shift+f12", "Shift+F12"),
        ("pause", "pause", "Pause"),
        ("ctrl+\talt + page up", "ctrl+alt+pageup", "Ctrl+Alt+PageUp"),
        ("ctrl+alt+PgUp", "ctrl+alt+pageup", "Ctrl+Alt+PageUp"),
        ("ctrl+alt+Escape", "ctrl+alt+esc", "Ctrl+Alt+Esc"),
        ("ctrl+alt+\\", "ctrl+alt+\\", "Ctrl+Alt+\\"),
    ],
)
def test_a_combination_is_read_as_people_write_it(written: str, meant: str, label: str) -> None:
    hotkey = Hotkey.parse(written)
    assert (str(hotkey), hotkey.label) == (meant, label)


def test_the_default_can_be_a_hotkey() -> None:
    assert str(Hotkey.parse(DEFAULT_HOTKEY)) == DEFAULT_HOTKEY


@pytest.mark.parametrize(
    ("text", "flaw"),
    [
        ("", HotkeyProblem.EMPTY),
        ("  ", HotkeyProblem.EMPTY),
        ("+", HotkeyProblem.EMPTY),
        ("ctrl", HotkeyProblem.ONLY_MODIFIERS),
        ("ctrl+alt+", HotkeyProblem.ONLY_MODIFIERS),
        ("cmd + shift", HotkeyProblem.ONLY_MODIFIERS),
        ("ctrl+a+b", HotkeyProblem.TWO_KEYS),
        ("ctrl+alt+空格", HotkeyProblem.UNKNOWN_KEY),
        ("ctrl+é", HotkeyProblem.UNKNOWN_KEY),
        ("ctrl+alt+f25", HotkeyProblem.UNKNOWN_KEY),
        ("a", HotkeyProblem.NEEDS_MODIFIER),
        ("shift+a", HotkeyProblem.NEEDS_MODIFIER),
        ("space", HotkeyProblem.NEEDS_MODIFIER),
        ("shift+enter", HotkeyProblem.NEEDS_MODIFIER),
        ("ctrl+space", HotkeyProblem.RESERVED),
        ("shift+space", HotkeyProblem.RESERVED),
        ("ctrl+c", HotkeyProblem.RESERVED),
        ("alt+ctrl+f2", HotkeyProblem.RESERVED),
        ("ctrl+alt+del", HotkeyProblem.RESERVED),
        ("Control+Return", HotkeyProblem.RESERVED),
    ],
)
def test_a_combination_that_cannot_work_is_refused_with_the_reason(text: str, flaw: HotkeyProblem) -> None:
    assert flaw_of(text) is flaw


@given(st.sets(st.sampled_from(MODIFIERS)), st.sampled_from(sorted(KEYS)))
def test_what_was_read_is_read_again_as_the_same(modifiers: set[str], key: str) -> None:
    try:
        hotkey = Hotkey.parse("+".join((*modifiers, key)))
    except HotkeyError:
        return
    assert Hotkey.parse(str(hotkey)) == hotkey
    assert Hotkey.parse(hotkey.label) == hotkey


@given(st.text(max_size=30))
def test_any_other_text_is_refused_and_never_fails_otherwise(text: str) -> None:
    with contextlib.suppress(HotkeyError):
        assert Hotkey.parse(text).key in KEYS
