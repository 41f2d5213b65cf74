import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtGui import QWindow
from pytestqt.qtbot import QtBot

from quickdesk.desktop.taskbar import SkipTaskbarFilter, keep_off_taskbar
from tests.desktop_rig import Rig, require, until

_PALETTE = """
import sys
from PySide6.QtCore import QRect, QSocketNotifier
from PySide6.QtWidgets import QApplication
from quickdesk.desktop.taskbar import keep_off_taskbar
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


def test_elsewhere_nothing_is_needed(qtbot: QtBot) -> None:
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
            for _ in range(2):  # the window manager takes the hint away when the window is hidden
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
