"""Beside clipboard managers the reply arrives, the clipboard comes back, and what is told is true."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from Xlib.display import Display

from tests.desktop_rig import Rig, until
from tests.e2e.paste_probe import PasteProbe
from tests.e2e.targets import ChatTarget, XtermTarget, copied_text, copy_text
from tests.e2e.texts import BEFORE, TEXTS

pytestmark = pytest.mark.desktop
REPLY = "亲，您好\n第二行\n"
MANAGER = str(Path(__file__).with_name("greedy_manager.py"))


@pytest.fixture(scope="module")
def probe(rig: Rig) -> Iterator[PasteProbe]:
    with PasteProbe(rig) as probe:
        yield probe


@contextmanager
def manager(rig: Rig, *options: str) -> Iterator[int]:
    """A manager with these options; the value is its window."""
    process = rig.start(sys.executable, MANAGER, *options)
    try:
        until(lambda: owner(rig, f"READY_{process.pid}"), "the manager")
        yield owner(rig, f"READY_{process.pid}")
    finally:
        rig.stop(process)


def owner(rig: Rig, selection: str = "CLIPBOARD") -> int:
    display = Display(rig.display)
    try:
        found = display.get_selection_owner(display.intern_atom(selection))
        return int(found.id) if found else 0
    finally:
        display.close()


def copy_beside(window: int, rig: Rig, text: str) -> None:
    """Copy a text and wait until the manager has taken it."""
    copy_text(rig, text)
    until(lambda: owner(rig) == window, "the manager to take it")
    assert copied_text(rig) == text


@pytest.mark.parametrize("delay_ms", [0, 50, 150])
def test_a_manager_that_takes_every_text(
    rig: Rig, probe: PasteProbe, chat: ChatTarget, delay_ms: int
) -> None:
    with manager(rig, "--delay", str(delay_ms)) as taker:
        copy_beside(taker, rig, BEFORE)
        chat.clear()
        report = probe.paste(TEXTS["lines"])
        assert chat.wait_for(TEXTS["lines"]) == TEXTS["lines"]
        assert (report["outcome"], report["clipboard"]) == ("pasted", "as-before")
        assert copied_text(rig) == BEFORE


@pytest.mark.parametrize(
    "options", [("--strip",), ("--primary",), ("--look",), ("--primary", "--delay", "50")]
)
def test_a_manager_of_another_kind(
    rig: Rig, probe: PasteProbe, one_xterm: XtermTarget, options: tuple[str, ...]
) -> None:
    copy_text(rig, BEFORE)
    with manager(rig, *options):
        one_xterm.clear()
        report = probe.paste(REPLY)
        assert one_xterm.wait_for(REPLY) == REPLY
        assert (report["outcome"], report["clipboard"]) == ("pasted", "as-before")
        assert copied_text(rig) == BEFORE


def test_two_managers(rig: Rig, probe: PasteProbe, one_xterm: XtermTarget) -> None:
    copy_text(rig, BEFORE)
    with manager(rig, "--delay", "30"), manager(rig, "--delay", "45"):
        one_xterm.clear()
        report = probe.paste(REPLY)
        assert one_xterm.wait_for(REPLY) == REPLY
        assert (report["outcome"], report["clipboard"]) == ("pasted", "as-before")
        assert copied_text(rig) == BEFORE


def test_a_manager_that_answers_late_gives_its_text_back(
    rig: Rig, probe: PasteProbe, one_xterm: XtermTarget
) -> None:
    with manager(rig, "--answer", "1500") as taker:
        copy_beside(taker, rig, BEFORE)
        one_xterm.clear()
        report = probe.paste(REPLY)
        assert one_xterm.wait_for(REPLY) == REPLY
        assert report["outcome"] == "pasted"
        until(lambda: copied_text(rig) == BEFORE, "the clipboard of before")


def test_a_program_that_takes_the_clipboard_and_never_answers(
    rig: Rig, probe: PasteProbe, one_xterm: XtermTarget
) -> None:
    copy_text(rig, BEFORE)
    with manager(rig, "--silent"):
        one_xterm.clear()
        report = probe.paste(REPLY)
        assert (report["outcome"], report["clipboard"]) == ("copied-only", "failed")
        assert one_xterm.text() == ""
    copy_text(rig, BEFORE)
    with manager(rig, "--silent", "--delay", "100"):
        one_xterm.clear()
        report = probe.paste(REPLY)
        assert one_xterm.wait_for(REPLY) == REPLY
        assert report["outcome"] == "pasted"


def test_what_is_copied_beside_a_manager_wins(rig: Rig, probe: PasteProbe, one_xterm: XtermTarget) -> None:
    with manager(rig) as taker:
        copy_beside(taker, rig, BEFORE)
        one_xterm.clear()
        probe.ask("capture")
        probe.order("paste", text=REPLY)
        one_xterm.wait_for(REPLY)
        copy_text(rig, "user copied")
        report = probe.answer()
        assert (report["outcome"], report["clipboard"]) == ("pasted", "copied-meanwhile")
        assert copied_text(rig) == "user copied"
