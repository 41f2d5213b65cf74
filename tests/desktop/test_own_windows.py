"""Our own windows on the desktop: the monitor in use, and no entry in task bars."""

import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QGuiApplication, QWindow
from pytestqt.qtbot import QtBot

from quickdesk.desktop.own_windows import (
    best_monitor,
    in_device_pixels,
    in_logical_pixels,
    keep_off_taskbar,
    monitor_of,
    scaled_down,
)
from quickdesk.desktop.x11.skip_taskbar import SkipTaskbarFilter
from tests.desktop_rig import Rig, require, until

LEFT, RIGHT = QRect(0, 0, 1920, 1080), QRect(1920, 0, 1280, 1024)


@pytest.mark.parametrize(
    ("window", "number"),
    [
        (QRect(100, 100, 800, 600), 0),
        (QRect(2000, 100, 800, 600), 1),
        (QRect(1800, 100, 800, 600), 1),  # most of it
        (QRect(1900, 0, 40, 600), 1),  # half and half: the nearer centre
        (QRect(-500, -500, 100, 100), 0),  # outside all monitors: the nearest
        (QRect(9000, 0, 10, 10), 1),
    ],
)
def test_the_monitor_with_most_of_the_window(window: QRect, number: int) -> None:
    assert best_monitor(window, [LEFT, RIGHT]) == number


def test_a_monitor_is_always_found(qapp: QGuiApplication) -> None:
    first = qapp.primaryScreen()
    assert monitor_of(None) in qapp.screens()
    assert monitor_of(in_device_pixels(first)) is first


def test_device_pixels_on_a_scaled_monitor_are_converted() -> None:
    second = QPoint(1920, 0)  # Qt leaves the corner of a monitor in device pixels
    assert scaled_down(QRect(1920, 0, 2560, 1440), second, 2) == QRect(1920, 0, 1280, 720)
    assert scaled_down(QRect(2920, 600, 800, 301), second, 1.5) == QRect(2587, 400, 533, 201)
    assert scaled_down(QRect(1900, -20, 40, 40), second, 2) == QRect(1910, -10, 20, 20)


def test_without_scaling_nothing_moves(qapp: QGuiApplication) -> None:
    assert in_logical_pixels(RIGHT, qapp.primaryScreen()) == RIGHT


_PALETTE = """
import sys
from PySide6.QtCore import QRect, QSocketNotifier
from PySide6.QtWidgets import QApplication
from quickdesk.desktop.own_windows import keep_off_taskbar
from quickdesk.ui.palette.window import Palette
from quickdesk.ui.theme import Theme
from quickdesk.ui.tokens import LIGHT

app = QApplication(["palette"])
palette = Palette(Theme(LIGHT))
keep_off_taskbar(palette.windowHandle())

def turn():
    if not sys.stdin.readline():
        app.quit()
    elif palette.isVisible():
        palette.close_palette()
    else:
        palette.open_at(QRect(0, 0, 1280, 800))
    print(int(palette.winId()), flush=True)

notifier = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
notifier.activated.connect(turn)
app.exec()
"""


def test_the_hint_is_set_each_time_it_is_shown(qtbot: QtBot) -> None:
    del qtbot
    window = QWindow()
    hinted: list[int] = []
    SkipTaskbarFilter(window, hinted.append)
    for _ in range(2):
        window.show()
        window.hide()
    assert hinted == [window.winId()] * 2


def test_on_other_platforms_nothing_is_done(qtbot: QtBot) -> None:
    del qtbot
    window = QWindow()
    keep_off_taskbar(window)
    assert not window.findChildren(SkipTaskbarFilter)


@pytest.mark.desktop
def test_the_palette_is_in_no_task_bar_and_has_the_focus() -> None:
    require()
    with Rig() as rig:
        palette = subprocess.Popen(
            [sys.executable, "-c", _PALETTE],
            env=rig.env,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            bufsize=1,
            cwd=Path(__file__).parents[2],
        )
        assert palette.stdin
        assert palette.stdout

        def turn() -> str:
            palette.stdin.write("turn\n")
            return palette.stdout.readline().strip()

        try:
            for _ in range(2):  # the window manager removes the hint when the window is hidden
                window = turn()
                until(partial(_is_active, rig, window), "the palette has the keyboard")
                state = rig.run("xprop", "-id", window, "_NET_WM_STATE")
                assert "SKIP_TASKBAR" in state
                assert "SKIP_PAGER" in state
                assert "ABOVE" in state
                turn()
                until(lambda: not _is_shown(rig), "the palette is hidden")
        finally:
            palette.terminate()
            palette.wait(5)
            palette.stdin.close()
            palette.stdout.close()


def _is_active(rig: Rig, window: str) -> bool:
    try:
        return rig.xdotool("getactivewindow") == window
    except subprocess.CalledProcessError:
        return False


def _is_shown(rig: Rig) -> bool:
    try:
        return bool(rig.xdotool("search", "--onlyvisible", "--name", "Quick replies"))
    except subprocess.CalledProcessError:
        return False
