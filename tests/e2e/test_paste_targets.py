"""The paster on a real X11 desktop: into a terminal, an editor, a web page, and with disturbances."""

import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from threading import Timer

import pytest

from tests.desktop_rig import Rig, require, until
from tests.e2e.paste_probe import PasteProbe
from tests.e2e.targets import (
    ChatTarget,
    ChromiumTarget,
    EditorTarget,
    XtermTarget,
    copied_text,
    copy_file,
    copy_text,
)
from tests.e2e.texts import BEFORE, LONG, TEXTS

pytestmark = pytest.mark.desktop


@pytest.fixture(scope="module")
def probe(rig: Rig) -> Iterator[PasteProbe]:
    with PasteProbe(rig) as probe:
        yield probe


@pytest.fixture
def ready(rig: Rig, one_xterm: XtermTarget) -> XtermTarget:
    """An empty xterm with the focus, and a text on the clipboard."""
    copy_text(rig, BEFORE)
    one_xterm.clear()
    return one_xterm


@pytest.mark.parametrize("name", TEXTS)
def test_a_reply_arrives_and_the_clipboard_is_as_before(
    rig: Rig, probe: PasteProbe, chat: ChatTarget, name: str
) -> None:
    chat.clear()
    copy_text(rig, BEFORE)
    report = probe.paste(TEXTS[name])
    assert chat.wait_for(TEXTS[name]) == TEXTS[name]
    assert (report["outcome"], report["clipboard"]) == ("pasted", "as-before")
    assert copied_text(rig) == BEFORE


@pytest.mark.parametrize("delay_ms", [0, 40])
def test_a_stalled_program_never_pastes_the_old_clipboard(
    rig: Rig, probe: PasteProbe, chat: ChatTarget, delay_ms: int
) -> None:
    chat.clear()
    copy_text(rig, BEFORE)
    probe.ask("capture")
    stopped = chat.stop_for(450, delay_ms)
    report = probe.ask("paste", text=TEXTS["emoji"])
    stopped.join()
    assert chat.wait_for(TEXTS["emoji"]) == TEXTS["emoji"]
    assert report["outcome"] == "pasted"
    assert copied_text(rig) == BEFORE


def test_the_cursor_is_moved_to_its_position_in_the_reply(
    rig: Rig, probe: PasteProbe, chat: ChatTarget
) -> None:
    chat.clear()
    report = probe.paste("亲爱的，您好", cursor_back=3)
    assert report["cursor_moved"]
    rig.xdotool("key", "x")
    expected = "亲爱的，您好\x1b[D\x1b[D\x1b[Dx" if isinstance(chat, XtermTarget) else "亲爱的x，您好"
    assert chat.wait_for(expected) == expected


def test_a_million_bytes_go_over_in_parts(rig: Rig, probe: PasteProbe, ready: XtermTarget) -> None:
    text = LONG * 12 + "完"
    copy_text(rig, BEFORE)
    report = probe.paste(text)
    assert ready.wait_for(text, 10) == text
    assert report["outcome"] == "pasted"
    assert copied_text(rig) == BEFORE


def test_both_selections_of_a_terminal_come_back(rig: Rig, probe: PasteProbe, ready: XtermTarget) -> None:
    copy_text(rig, "marked with the mouse", "primary")
    assert probe.paste("您好")["outcome"] == "pasted"
    assert ready.wait_for("您好") == "您好"
    assert (copied_text(rig), copied_text(rig, "primary")) == (BEFORE, "marked with the mouse")


def test_a_page_that_takes_its_time_gets_the_reply(rig: Rig, probe: PasteProbe) -> None:
    require(*ChromiumTarget.programs)
    with ChromiumTarget(rig) as chat:
        chat.busy_ms = 700  # between the browser's two reads
        chat.clear()
        copy_text(rig, BEFORE)
        assert probe.paste("您好")["reads"] == 2
        assert chat.wait_for("您好") == "您好"
        assert copied_text(rig) == BEFORE


def test_without_a_window_manager_the_input_focus_counts() -> None:
    require("xclip", *XtermTarget.programs)
    with Rig(window_manager=False) as bare, PasteProbe(bare) as probe, BareXterm(bare) as chat:
        copy_text(bare, BEFORE)
        report = probe.paste("您好")
        assert chat.wait_for("您好") == "您好"
        assert report["outcome"] == "pasted"
        assert copied_text(bare) == BEFORE


class BareXterm(XtermTarget):
    def focus(self) -> None:
        self.rig.xdotool("windowfocus", "--sync", str(self.window))


def test_an_empty_clipboard_stays_empty(rig: Rig, probe: PasteProbe, ready: XtermTarget) -> None:
    holder = subprocess.Popen(
        ["xclip", "-quiet", "-selection", "clipboard", "-i", "/dev/null"],
        env=rig.env,
        stdin=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    until(lambda: "TARGETS" in rig.run("xclip", "-selection", "clipboard", "-t", "TARGETS", "-o"), "xclip")
    holder.terminate()
    holder.wait()
    assert probe.paste("您好")["clipboard"] == "as-before"
    with pytest.raises(subprocess.CalledProcessError):
        copied_text(rig)


def test_a_picture_on_the_clipboard_comes_back_to_the_byte(
    rig: Rig, probe: PasteProbe, ready: XtermTarget, tmp_path: Path
) -> None:
    picture = tmp_path / "picture.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4000)  # a megabyte is sent in parts
    copy_file(rig, picture, "image/png")
    assert probe.paste("您好")["clipboard"] == "as-before"
    back = subprocess.run(
        ["xclip", "-selection", "clipboard", "-t", "image/png", "-o"],
        env=rig.env,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=True,
        timeout=10,
    )
    assert back.stdout == picture.read_bytes()


def test_modifiers_that_are_still_held_are_released(rig: Rig, probe: PasteProbe, ready: XtermTarget) -> None:
    rig.xdotool("keydown", "ctrl", "keydown", "alt")
    try:
        report = probe.paste("您好")
    finally:
        rig.xdotool("keyup", "alt", "keyup", "ctrl")
    assert ready.wait_for("您好") == "您好"
    assert 350 <= report["timings_ms"]["released"] < 600


def test_a_return_key_still_held_sends_nothing(rig: Rig, probe: PasteProbe, ready: XtermTarget) -> None:
    probe.ask("capture")
    probe.ask("palette", show=True)
    rig.window("--name", "palette")
    rig.xdotool("keydown", "Return")
    try:
        assert probe.ask("paste", text="您好")["outcome"] == "pasted"
        time.sleep(0.8)  # the server would repeat the key by now
    finally:
        rig.xdotool("keyup", "Return")
    assert ready.text() == "您好"


def test_the_palette_gives_the_focus_back(rig: Rig, probe: PasteProbe, ready: XtermTarget) -> None:
    probe.ask("capture")
    probe.ask("palette", show=True)
    rig.focus(rig.window("--name", "palette"))
    assert probe.ask("paste", text="您好")["outcome"] == "pasted"
    assert ready.wait_for("您好") == "您好"


def test_our_own_window_is_never_the_target(rig: Rig, probe: PasteProbe, ready: XtermTarget) -> None:
    probe.ask("palette", show=True)
    rig.focus(rig.window("--name", "palette"))
    assert probe.ask("capture")["window"] == 0
    probe.ask("palette", show=False)


def test_capture_returns_the_program_and_its_geometry_and_is_fast(
    probe: PasteProbe, ready: XtermTarget
) -> None:
    taken = [probe.ask("capture") for _ in range(5)]
    assert (taken[0]["program"], taken[0]["window"]) == ("xterm", ready.window)
    assert taken[0]["process"] == ready.process
    assert taken[0]["geometry"][2] > 100
    print("capture ms", sorted(round(each["took_ms"], 2) for each in taken))


def test_a_frozen_clipboard_owner_blocks_nothing(rig: Rig, probe: PasteProbe, ready: XtermTarget) -> None:
    owner = rig.start("xclip", "-quiet", "-selection", "clipboard", "-i", str(_file(rig, "frozen")))
    until(lambda: copied_text(rig) == "frozen", "xclip")
    probe.ask("capture")
    try:
        _signal(owner.pid, "STOP")
        probe.order("beat", seconds=1.5)
        probe.order("paste", text="您好")
        beat = probe.answer()
        report = probe.answer()
    finally:
        _signal(owner.pid, "CONT")
        rig.stop(owner)
    assert ready.wait_for("您好") == "您好"
    assert (report["outcome"], report["clipboard"]) == ("pasted", "unreadable")
    assert report["timings_ms"]["sent"] < 600
    assert beat["longest_ms"] < 150


def test_an_owner_that_wakes_up_during_the_paste_gets_its_content_back(
    rig: Rig, probe: PasteProbe, ready: XtermTarget
) -> None:
    owner = rig.start("xclip", "-quiet", "-selection", "clipboard", "-i", str(_file(rig, "slow")))
    until(lambda: copied_text(rig) == "slow", "xclip")
    probe.ask("capture")
    _signal(owner.pid, "STOP")
    waking = Timer(0.45, _signal, (owner.pid, "CONT"))
    waking.start()
    report = probe.ask("paste", text="您好")
    waking.join()
    rig.stop(owner)
    assert (report["outcome"], report["clipboard"]) == ("pasted", "partly")
    assert copied_text(rig) == "slow"


def test_content_copied_meanwhile_stays(rig: Rig, probe: PasteProbe, ready: XtermTarget) -> None:
    probe.ask("capture")
    probe.order("paste", text="您好")
    ready.wait_for("您好")
    copy_text(rig, "user copied")
    report = probe.answer()
    assert (report["outcome"], report["clipboard"]) == ("pasted", "copied-meanwhile")
    assert copied_text(rig) == "user copied"


def test_a_window_that_is_gone_leaves_the_reply_on_the_clipboard(rig: Rig, probe: PasteProbe) -> None:
    require(*XtermTarget.programs)
    with XtermTarget(rig):
        assert probe.ask("capture")["window"]
    report = probe.ask("paste", text="您好 gone")
    assert (report["outcome"], report["clipboard"]) == ("target-gone", "reply")
    assert copied_text(rig) == "您好 gone"


def test_a_window_that_does_not_read_leaves_the_reply_on_the_clipboard(
    rig: Rig, probe: PasteProbe, ready: XtermTarget
) -> None:
    probe.ask("capture")
    ready.stop()
    try:
        report = probe.ask("paste", text="您好 unread")
        assert (report["outcome"], report["clipboard"]) == ("not-read", "reply")
        assert copied_text(rig) == "您好 unread"
    finally:
        ready.go_on()
    # Late, but still the reply and not what was on the clipboard before.
    assert ready.wait_for("您好 unread") == "您好 unread"


def test_without_the_focus_no_key_is_pressed(rig: Rig, probe: PasteProbe, ready: XtermTarget) -> None:
    probe.ask("capture")
    rig.xdotool("windowunmap", str(ready.window))
    probe.ask("palette", show=True)
    thief = rig.start("xev", "-name", "thief")
    try:
        rig.focus(rig.window("--name", "thief"))
        report = probe.ask("paste", text="您好 lost")
    finally:
        rig.stop(thief)
        rig.xdotool("windowmap", str(ready.window))
    assert (report["outcome"], report["clipboard"]) == ("focus-lost", "reply")
    assert copied_text(rig) == "您好 lost"


def test_reads_of_a_clipboard_history_are_not_the_targets(
    rig: Rig, probe: PasteProbe, ready: XtermTarget
) -> None:
    probe.ask("capture")
    ready.stop()
    try:
        probe.order("paste", text="您好 watched")
        time.sleep(0.5)
        assert copied_text(rig) == "您好 watched"
        report = probe.answer()
    finally:
        ready.go_on()
    assert report["outcome"] == "not-read"
    assert report["other_reads"] >= 1


def test_two_pastes_come_one_after_the_other(rig: Rig, probe: PasteProbe, ready: XtermTarget) -> None:
    probe.ask("capture")
    probe.order("paste", text="一")
    probe.order("paste", text="二")
    assert [probe.answer()["outcome"] for _ in range(2)] == ["pasted", "pasted"]
    assert ready.wait_for("一二") == "一二"
    assert copied_text(rig) == BEFORE


def test_the_text_of_the_clipboard_is_available_at_any_time(
    rig: Rig, probe: PasteProbe, ready: XtermTarget
) -> None:
    assert probe.ask("text")["text"] == BEFORE
    probe.paste("您好")
    assert probe.ask("text")["text"] == BEFORE  # it is Qt's own now
    probe.ask("copy", text="copied")
    assert probe.ask("text")["text"] == copied_text(rig) == "copied"


@pytest.mark.parametrize("layout", ["ru", "us,ru", "fr"])
def test_the_layout_of_the_keyboard_does_not_matter(rig: Rig, probe: PasteProbe, layout: str) -> None:
    require("setxkbmap", *EditorTarget.programs)
    with EditorTarget(rig) as chat:
        rig.run("setxkbmap", layout)
        try:
            assert probe.paste("您好 layout")["outcome"] == "pasted"
        finally:
            rig.run("setxkbmap", "us")
        assert chat.wait_for("您好 layout") == "您好 layout"


def _file(rig: Rig, text: str) -> Path:
    path = rig.home / f"{text}.txt"
    path.write_text(text)
    return path


def _signal(process: int, name: str) -> None:
    subprocess.run(["kill", f"-{name}", str(process)], check=True)
