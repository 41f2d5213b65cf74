import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from quickdesk.desktop.paste.copy_only import CommandCopier, Copier, CopyPaster, NoTargetWindows, QtCopier
from quickdesk.desktop.paste.job import PasteReport, QtTimers
from quickdesk.desktop.ports.clipboard import ClipboardState
from quickdesk.desktop.ports.target import TargetWindows
from quickdesk.replies.delivery import Delivery, Outcome


class Broken:
    def copy(self, text: str, done: Callable[[bool], None]) -> None:
        done(False)


def program(folder: Path, code: str) -> str:
    path = folder / "copier"
    path.write_text(f"#!{sys.executable}\nimport sys, time\n{code}\n")
    path.chmod(0o755)
    return str(path)


def delivered(qtbot: QtBot, *copiers: Copier) -> PasteReport:
    paster = CopyPaster(copiers)
    with qtbot.waitSignal(paster.finished, timeout=8_000) as caught:
        paster.paste(None, Delivery("您好 😊"))
    report = caught.args[0]
    assert isinstance(report, PasteReport)
    return report


def test_the_text_goes_to_the_program(qtbot: QtBot, tmp_path: Path) -> None:
    code = f"open({str(tmp_path / 'got')!r}, 'wb').write(sys.stdin.buffer.read())"
    report = delivered(qtbot, CommandCopier([program(tmp_path, code)], QtTimers()))
    assert report == PasteReport(Outcome.COPIED_ONLY, ClipboardState.REPLY)
    assert (tmp_path / "got").read_text("utf-8") == "您好 😊"


@pytest.mark.parametrize("code", ["sys.exit(1)", "time.sleep(30)"])
def test_after_a_program_that_fails_or_hangs_the_next_is_used(
    qtbot: QtBot, tmp_path: Path, code: str
) -> None:
    report = delivered(qtbot, CommandCopier([program(tmp_path, code)], QtTimers()), QtCopier())
    assert report.clipboard is ClipboardState.REPLY
    paster = CopyPaster([QtCopier()])
    assert paster.clipboard_text() == "您好 😊"


def test_after_a_missing_program_the_next_is_used(qtbot: QtBot, tmp_path: Path) -> None:
    missing = CommandCopier([os.fspath(tmp_path / "absent")], QtTimers())
    assert delivered(qtbot, missing, QtCopier()).clipboard is ClipboardState.REPLY


def test_a_failure_of_all_copiers_is_reported(qtbot: QtBot) -> None:
    assert delivered(qtbot, Broken()) == PasteReport(Outcome.COPIED_ONLY, ClipboardState.FAILED)


class Slow:
    """A copier that reports its success later."""

    def __init__(self) -> None:
        self.copied: list[str] = []
        self.done: list[Callable[[bool], None]] = []

    def copy(self, text: str, done: Callable[[bool], None]) -> None:
        self.copied.append(text)
        self.done.append(done)


def test_two_replies_are_copied_one_after_the_other(qtbot: QtBot) -> None:
    slow = Slow()
    paster = CopyPaster([slow])
    reports: list[PasteReport] = []
    paster.finished.connect(reports.append)
    paster.copy(Delivery("一"))
    paster.copy(Delivery("二"))
    assert slow.copied == ["一"]
    slow.done[0](False)
    assert slow.copied == ["一", "二"]
    slow.done[1](True)
    assert [report.clipboard for report in reports] == [ClipboardState.FAILED, ClipboardState.REPLY]


def test_without_access_to_windows_there_is_no_target() -> None:
    windows: TargetWindows = NoTargetWindows()
    assert windows.capture() is None
