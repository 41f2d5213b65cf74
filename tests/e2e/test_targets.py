"""A text that the end-to-end tests copy is on the clipboard when ``copy_text`` returns."""

import shutil
from collections.abc import Iterator

import pytest
from Xlib.display import Display

from tests.desktop_rig import Rig, require
from tests.e2e.targets import copied_text, copy_text

pytestmark = pytest.mark.desktop


@pytest.fixture
def slow_rig() -> Iterator[Rig]:
    """A desktop on which xclip takes the selection a while after it has returned."""
    require("xclip")
    with Rig(window_manager=False) as rig:
        folder = rig.home / "slow"
        folder.mkdir()
        slow = folder / "xclip"
        slow.write_text(f'#!/bin/sh\n(sleep 0.2; exec {shutil.which("xclip")} "$@") >/dev/null 2>&1 &\n')
        slow.chmod(0o755)
        rig.env["PATH"] = f"{folder}:{rig.env['PATH']}"
        yield rig


def owner(rig: Rig) -> object:
    display = Display(rig.display)
    try:
        return display.get_selection_owner(display.intern_atom("CLIPBOARD"))
    finally:
        display.close()


def test_the_same_text_copied_again_has_another_owner_already(slow_rig: Rig) -> None:
    copy_text(slow_rig, "the same")
    first = owner(slow_rig)
    assert first
    copy_text(slow_rig, "the same")
    assert owner(slow_rig) != first
    slow_rig.env["PATH"] = slow_rig.env["PATH"].partition(":")[2]
    assert copied_text(slow_rig) == "the same"
