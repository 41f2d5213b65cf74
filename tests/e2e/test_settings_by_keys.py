"""Settings of the whole program, changed by keys."""

from collections.abc import Iterator

import pytest

from tests.desktop_rig import Rig, require, until
from tests.e2e.program import HOME, HOTKEY, PRESSED_IN_XTERM, SETTINGS, Program
from tests.e2e.targets import XtermTarget

pytestmark = pytest.mark.desktop


@pytest.fixture
def with_settings(bare: Rig) -> Iterator[Program]:
    """A program with open settings; without a tray they are opened from the home window."""
    with Program(bare) as program:
        program.wait_for_window(HOME)
        program.key("ctrl+comma")
        program.wait_for_window(SETTINGS)
        yield program


def test_the_hotkey_is_changed_by_pressing_another(bare: Rig, with_settings: Program) -> None:
    require(*XtermTarget.programs)
    program = with_settings
    program.key("space")  # "Record new keys" has the focus
    program.key("ctrl")
    program.key("ctrl+alt+j")
    until(lambda: b"ctrl+alt+j" in program.stored("settings"), "the new hotkey kept")
    program.open_palette(hotkey="ctrl+alt+j")
    program.key("Escape")
    program.wait_for_window(SETTINGS)
    with XtermTarget(bare) as chat:
        program.key(HOTKEY)  # it is no longer registered
        assert chat.wait_for(PRESSED_IN_XTERM) == PRESSED_IN_XTERM
    program.quit()
    program.start()
    program.open_palette(hotkey="ctrl+alt+j")


def test_a_hotkey_that_others_need_is_refused(with_settings: Program) -> None:
    program = with_settings
    program.key("space")
    program.key("ctrl+c")
    program.key("Escape")
    program.open_palette()
    assert not (program.folder / "settings.json").exists()  # nothing was chosen


def test_theme_and_language_change_at_once(with_settings: Program) -> None:
    program = with_settings
    window = program.window(SETTINGS)
    light = program.settled_picture(window)
    program.key("Tab", "Down", "Down")  # the theme: light, dark
    until(lambda: program.settled_picture(window) != light, "the dark theme")
    dark = program.open_palette()
    dark_palette = program.settled_picture(dark)
    program.key("Escape")
    program.wait_for_window(SETTINGS)
    program.key("Tab", "Down")  # the language: 简体中文
    program.wait_for_window("设置")
    program.key(HOTKEY)
    until(lambda: program.window("快捷回复"), "the palette in Chinese")
    chinese = program.window("快捷回复")
    program.wait_for_focus(chinese)
    assert program.settled_picture(chinese) != dark_palette
    program.key("Escape")
    program.wait_for_window("设置")


def test_no_key_leaves_the_settings_while_the_language_changes(bare: Rig, with_settings: Program) -> None:
    require(*XtermTarget.programs)
    program = with_settings
    with XtermTarget(bare) as chat:
        program.key("alt+Tab")
        program.wait_for_focus(program.window(SETTINGS))
        program.key("Tab", "Tab", "Down", "Down", "Down", "Up")
        program.wait_for_window("設定")
        until(lambda: b"zh_TW" in program.stored("settings"), "the language that was chosen last kept")
        program.wait_for_window("設定")
        assert chat.text() == ""
