"""The windows of other programs: the focus, and that keys reach only the target."""

import os
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace

import pytest
from Xlib import X
from Xlib.display import Display

from quickdesk.desktop.paste.programs import CTRL_V
from quickdesk.desktop.ports.target import Target
from quickdesk.desktop.x11.target import X11TargetWindows
from tests.desktop_rig import Rig, require, until

pytestmark = pytest.mark.desktop


@pytest.fixture(scope="module")
def rig() -> Iterator[Rig]:
    require("xterm", "xev")
    with Rig() as rig:
        yield rig


@pytest.fixture
def windows(rig: Rig) -> Iterator[X11TargetWindows]:
    windows = X11TargetWindows(os.getpid(), rig.display)
    yield windows
    windows.close()


@pytest.fixture
def terminal(rig: Rig, windows: X11TargetWindows) -> Iterator[Target]:
    """A terminal window with the focus."""
    program = rig.start("xterm")
    rig.focus(rig.window("--class", "xterm"))
    target = windows.capture()
    assert target is not None
    yield target
    rig.stop(program)


def test_keys_go_to_the_target_only(rig: Rig, windows: X11TargetWindows, terminal: Target) -> None:
    assert windows.press(terminal, CTRL_V)
    assert windows.press_left(terminal, 1)
    thief = rig.start("xev", "-name", "thief", "-event", "keyboard")
    try:
        rig.focus(rig.window("--name", "thief"))
        assert not windows.press(terminal, CTRL_V)
        assert not windows.press_left(terminal, 1)
        rig.xdotool("key", "x")
        until(lambda: any("keysym 0x78" in path.read_text() for path in rig.home.glob("xev*.log")), "x")
        assert "Control_L" not in "".join(path.read_text() for path in rig.home.glob("xev*.log"))
    finally:
        rig.stop(thief)


def test_the_title_is_that_of_the_window_and_no_repr_has_it(rig: Rig, windows: X11TargetWindows) -> None:
    program = rig.start("xterm", "-title", "buyer 7")
    rig.focus(rig.window("--name", "buyer 7"))
    target = windows.capture()
    assert target is not None
    now = windows.title(target)
    rig.stop(program)
    assert target.title == now == "buyer 7"
    assert "buyer" not in repr(target)
    assert target == replace(target, title="buyer 8")


def test_keys_that_stay_down_are_released(rig: Rig, windows: X11TargetWindows, terminal: Target) -> None:
    rig.xdotool("keydown", "ctrl", "keydown", "Return")
    windows.release_keys()
    assert windows.modifiers_held()
    with closing(Display(rig.display)) as display:
        assert sum(display.query_keymap()[index].bit_count() for index in range(32)) == 1
    rig.xdotool("keyup", "ctrl")


def test_no_key_is_pressed_while_a_modifier_is_down(
    rig: Rig, windows: X11TargetWindows, terminal: Target
) -> None:
    rig.xdotool("keydown", "alt")
    try:
        assert not windows.press(terminal, CTRL_V)
    finally:
        rig.xdotool("keyup", "alt")
    assert windows.press(terminal, CTRL_V)


def test_a_reused_window_id_is_another_window(windows: X11TargetWindows, terminal: Target) -> None:
    assert windows.exists(terminal)
    assert not windows.exists(replace(terminal, process=terminal.process + 1))
    remote = replace(terminal, process=0)
    assert windows.exists(remote)
    assert not windows.exists(replace(remote, program="another"))


def test_a_closed_window_does_not_exist(rig: Rig, windows: X11TargetWindows) -> None:
    program = rig.start("xterm", "-T", "short-lived")
    rig.focus(rig.window("--name", "short-lived"))
    target = windows.capture()
    assert target is not None
    rig.stop(program)
    until(lambda: not windows.exists(target), "the window went")
    assert not windows.press(target, CTRL_V)


def test_a_program_that_holds_the_keyboard_is_noticed_and_asking_changes_nothing(
    rig: Rig, windows: X11TargetWindows, terminal: Target
) -> None:
    with closing(Display(rig.display)) as other:
        focused = other.get_input_focus().focus
        focused.change_attributes(event_mask=X.FocusChangeMask)
        other.sync()
        assert not windows.keyboard_is_held()
        other.sync()
        assert not other.pending_events(), "the window with the focus sees nothing of it"
        focused.change_attributes(event_mask=X.NoEventMask)
        focused.grab_keyboard(True, X.GrabModeAsync, X.GrabModeAsync, X.CurrentTime)
        assert windows.keyboard_is_held()
    until(lambda: not windows.keyboard_is_held(), "the keyboard free")


def test_a_broken_connection_can_be_closed() -> None:
    with Rig(window_manager=False) as short_lived:
        windows = X11TargetWindows(os.getpid(), short_lived.display)
    windows.close()
