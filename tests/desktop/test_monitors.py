from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QGuiApplication

from quickdesk.desktop.monitors import Monitors, in_device_pixels, in_logical_pixels, pick, scaled_down
from tests.desktop_rig import Rig, require, until

LEFT, RIGHT = QRect(0, 0, 1920, 1080), QRect(1920, 0, 1280, 1024)


@pytest.mark.parametrize(
    ("window", "number"),
    [
        (QRect(100, 100, 800, 600), 0),
        (QRect(2000, 100, 800, 600), 1),
        (QRect(1800, 100, 800, 600), 1),  # most of it
        (QRect(1900, 0, 40, 600), 1),  # half and half: the nearer centre
        (QRect(-500, -500, 100, 100), 0),  # outside of all: the nearest
        (QRect(9000, 0, 10, 10), 1),
    ],
)
def test_the_monitor_with_most_of_the_window(window: QRect, number: int) -> None:
    assert pick(window, [LEFT, RIGHT]) == number


def test_a_monitor_is_always_found(qapp: QGuiApplication) -> None:
    first = qapp.primaryScreen()
    assert Monitors().current() in qapp.screens()
    assert Monitors(lambda: in_device_pixels(first)).current() is first


def test_a_window_on_a_scaled_monitor_is_where_ours_would_be() -> None:
    second = QPoint(1920, 0)  # Qt leaves the corner of a monitor in device pixels
    assert scaled_down(QRect(1920, 0, 2560, 1440), second, 2) == QRect(1920, 0, 1280, 720)
    assert scaled_down(QRect(2920, 600, 800, 301), second, 1.5) == QRect(2587, 400, 533, 201)
    assert scaled_down(QRect(1900, -20, 40, 40), second, 2) == QRect(1910, -10, 20, 20)


def test_without_scaling_nothing_moves(qapp: QGuiApplication) -> None:
    assert in_logical_pixels(RIGHT, qapp.primaryScreen()) == RIGHT


@pytest.fixture
def rig() -> Iterator[Rig]:
    require("xterm")
    with Rig() as rig:
        yield rig


@pytest.mark.desktop
def test_where_the_focused_window_is_on_x11(rig: Rig) -> None:
    from quickdesk.desktop.x11_focused_window import X11FocusedWindow

    focused = X11FocusedWindow(rig.display)
    assert focused() is None
    terminal = rig.start("xterm", "-geometry", "40x10+300+200")
    rig.focus(rig.window("--class", "xterm"))
    place = focused()
    assert place is not None
    assert QRect(290, 190, 60, 60).contains(place.topLeft())  # inside its frame
    rig.stop(terminal)
    until(lambda: focused() is None, "no window has the focus")
    focused.close()
    assert focused() is None


@pytest.mark.desktop
def test_a_server_that_went_away_is_no_error() -> None:
    from quickdesk.desktop.x11_focused_window import X11FocusedWindow

    require()
    with Rig(window_manager=False) as short_lived:
        focused = X11FocusedWindow(short_lived.display)
    assert focused() is None
    focused.close()
