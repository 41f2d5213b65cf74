"""A quick note with real keys: select in the chat, Ctrl+Alt+N, Enter; focus and clipboard as before."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.desktop_rig import Rig, require, until
from tests.e2e.program import Program
from tests.e2e.targets import copied_text, copy_text
from tests.e2e.texts import BEFORE, clipboard_is

pytestmark = pytest.mark.desktop

HOTKEY, PANEL = "ctrl+alt+n", "Quick note"
SAID = "No ZTO please, size 38"


@pytest.fixture(scope="module")
def typed(rig: Rig) -> Path:
    """What the chat window receives as keys."""
    return rig.home / "typed.txt"


@pytest.fixture(scope="module")
def chat(rig: Rig, typed: Path) -> Iterator[int]:
    """An xterm with a sentence of the buyer in its first line, which keeps what is typed into it."""
    require("xterm")
    script = f"printf '%s\\n' '{SAID}'; cat > {typed}"
    process = rig.start("xterm", "-title", "the chat", "-e", "sh", "-c", script)
    window = rig.window("--name", "the chat")
    until(typed.exists, "the chat window")
    yield window
    rig.stop(process)


@pytest.fixture(scope="module")
def buyer(program: Program) -> str:
    added = program.cli("customer", "add", "--nick", "xiaoyu", "--json")
    assert added.exit == 0, added.err
    return str(added.json["id"])


def _select_first_line(rig: Rig, chat: int) -> None:
    rig.focus(chat)
    rig.xdotool("mousemove", "--window", str(chat), "20", "10")
    rig.xdotool("click", "--repeat", "3", "--delay", "40", "1")
    until(lambda: copied_text(rig, "primary").strip() == SAID, "the selection in the chat")


def _notes(program: Program, buyer: str) -> list[str]:
    return [note["text"] for note in program.cli("customer", "show", buyer, "--json").json["notes"]]


def test_a_selection_becomes_a_note_without_leaving_the_chat(
    rig: Rig, program: Program, chat: int, typed: Path, buyer: str
) -> None:
    program.secrets.add(SAID)
    assert program.cli("customer", "use", buyer).exit == 0
    copy_text(rig, BEFORE)
    _select_first_line(rig, chat)
    program.key(HOTKEY)
    program.wait_for_window(PANEL)
    program.key("Return")
    program.wait_for_focus(chat)
    until(lambda: _notes(program, buyer) == [SAID], "the note on the card")
    assert not program.window(PANEL)
    clipboard_is(rig, BEFORE)
    assert copied_text(rig, "primary").strip() == SAID
    assert typed.read_bytes() == b"", "no key of the note reached the chat"


def test_esc_leaves_everything_as_it_was(
    rig: Rig, program: Program, chat: int, typed: Path, buyer: str
) -> None:
    before = _notes(program, buyer)
    copy_text(rig, BEFORE)
    _select_first_line(rig, chat)
    program.key(HOTKEY)
    program.wait_for_window(PANEL)
    program.key("Escape")
    program.wait_for_focus(chat)
    assert _notes(program, buyer) == before
    clipboard_is(rig, BEFORE)
    assert typed.read_bytes() == b""


def test_an_order_remark_is_on_the_clipboard(rig: Rig, program: Program, chat: int, buyer: str) -> None:
    _select_first_line(rig, chat)
    program.key(HOTKEY)
    program.wait_for_window(PANEL)
    program.key("ctrl+r")
    program.wait_for_focus(chat)
    until(lambda: copied_text(rig).endswith(SAID), "the remark on the clipboard")
    assert copied_text(rig)[:2] == "20", "it begins with the date"
    assert program.cli("customer", "use", buyer).exit == 0
