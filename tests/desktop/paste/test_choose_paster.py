from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from quickdesk.commands.machine_facts import Obstacle
from quickdesk.desktop.paste.choose_paster import choose_paster
from quickdesk.desktop.paste.copy_only import CopyPaster
from quickdesk.desktop.paste.ways import PasteWay, paste_choice

X11 = {"DISPLAY": ":0"}
WAYLAND = {"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0", "XDG_SESSION_TYPE": "wayland"}


def found(name: str) -> str | None:
    return f"/usr/bin/{name}"


def missing(name: str) -> str | None:
    return None


@pytest.mark.parametrize(
    ("environ", "platform", "which", "way"),
    [
        (X11, "linux", missing, PasteWay.X11),
        (WAYLAND, "linux", found, PasteWay.WL_COPY),
        (WAYLAND, "linux", missing, PasteWay.PYPERCLIP),
        ({}, "linux", missing, PasteWay.PYPERCLIP),
        ({}, "win32", missing, PasteWay.QT),
        (X11, "darwin", missing, PasteWay.QT),
    ],
)
def test_the_best_working_backend_is_used(
    environ: dict[str, str], platform: str, which: Callable[[str], str | None], way: PasteWay
) -> None:
    assert paste_choice(environ, platform, which).chosen.way == way


def test_each_unused_backend_has_a_reason() -> None:
    rejected = paste_choice(WAYLAND, "linux", missing).rejected
    assert [candidate.obstacles for candidate in rejected] == [
        (Obstacle.WAYLAND,),
        (Obstacle.NO_MODULE,),
        (Obstacle.WAYLAND,),
    ]
    assert rejected[1].install == ("wl-clipboard",)


def test_a_display_that_cannot_be_reached_is_not_pasted_to() -> None:
    choice = paste_choice(X11, "linux", missing, is_reachable=False)
    assert choice.chosen.way == PasteWay.PYPERCLIP
    assert choice.rejected[0].obstacles == (Obstacle.NOT_REACHABLE,)


# python-xlib leaves the sockets of failed attempts to the garbage collector.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_without_an_answer_of_the_display_replies_are_copied(qtbot: QtBot) -> None:
    chosen = choose_paster(paste_choice({"DISPLAY": ":987"}, "linux", missing), {}, ":987")
    assert isinstance(chosen.paster, CopyPaster)
    assert chosen.windows.capture() is None
    assert chosen.choice.chosen.way == PasteWay.QT
    assert chosen.choice.rejected[0].obstacles == (Obstacle.DID_NOT_OPEN,)
    chosen.close()
