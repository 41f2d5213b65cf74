"""What the environment says of display, language and who started us."""

import os

import pytest

from quickdesk.cli.context import has_display, system_locale, was_launched_by_desktop


@pytest.mark.parametrize(
    ("environment", "platform", "expected"),
    [
        ({}, "linux", False),
        ({"DISPLAY": ""}, "linux", False),
        ({"DISPLAY": ":0"}, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({"QT_QPA_PLATFORM": "offscreen"}, "linux", True),
        ({}, "win32", True),
        ({}, "darwin", True),
    ],
)
def test_a_display(environment: dict[str, str], platform: str, expected: bool) -> None:
    assert has_display(environment, platform) is expected


def test_the_first_variable_that_says_something_decides() -> None:
    given = {"LC_ALL": "", "LC_MESSAGES": "zh_TW.UTF-8", "LANG": "en_US.UTF-8"}
    assert system_locale(given) == "zh_TW.UTF-8"
    assert system_locale({**given, "LC_ALL": "C"}) == "C"
    assert system_locale({}) == ""


def test_marks_of_a_click() -> None:
    assert not was_launched_by_desktop({}, "linux")
    assert was_launched_by_desktop({"DESKTOP_STARTUP_ID": "x"}, "linux")
    assert was_launched_by_desktop({"XDG_ACTIVATION_TOKEN": "x"}, "linux")
    assert was_launched_by_desktop({"GIO_LAUNCHED_DESKTOP_FILE_PID": str(os.getpid())}, "linux")
    inherited = {"GIO_LAUNCHED_DESKTOP_FILE_PID": "1"}
    assert not was_launched_by_desktop(inherited, "linux"), "our father was clicked, not we"
