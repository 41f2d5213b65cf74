"""A disk that is slow, full or broken while the program runs: nothing blocks, nothing is lost."""

import errno
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from quickdesk.replies.snippet import Snippet
from quickdesk.replies.store import Change, StoreProblem
from quickdesk.settings.settings import Language, Settings, ThemeChoice
from quickdesk.storage.journal.background import ThreadWorker
from quickdesk.storage.journal.record import put
from quickdesk.storage.open import open_stores
from quickdesk.storage.snippets.shape import SNIPPETS
from quickdesk.ui.editor.snippet_editor import SnippetEditor
from quickdesk.ui.notice import Notice, NoticeBar
from tests.app.rig import GREETING, Rig
from tests.fakes.gated_disk import GatedDisk

FULL = OSError(errno.ENOSPC, "No space left on device")


@pytest.fixture
def disk() -> GatedDisk:
    return GatedDisk()


@pytest.fixture
def slow(qtbot: QtBot, qapp: QApplication, tmp_path: Path, disk: GatedDisk) -> Iterator[Rig]:
    """The program with threads of its own, as it is outside of tests."""
    stores = open_stores(tmp_path, disk=disk)
    stores.settings.save(Settings(language=Language.ENGLISH))
    stores.snippets.apply(Change(put=(GREETING,)))
    rig = Rig(qtbot, qapp, tmp_path, stores, lambda: ThreadWorker("work"))
    rig.session.start()
    settle(rig)
    yield rig
    disk.error = None
    disk.open_gate()
    rig.close()


def settle(rig: Rig) -> None:
    """Wait until what begins at the start is done: the backup of the day, for example."""
    done: list[None] = []
    work = rig.services.work
    queues = (work.reading, work.changes, work.settings, work.folder, work.upkeep, work.answers)
    for each in queues:
        each.submit(lambda: None, done.append)
    rig.qtbot.waitUntil(lambda: len(done) == len(queues))


def write(rig: Rig, text: str) -> SnippetEditor:
    rig.edit.edit("a1")
    editor = rig.the(SnippetEditor)
    body = editor.findChild(QPlainTextEdit)
    assert body is not None
    body.setPlainText(text)
    return editor


def ticks(rig: Rig, number: int) -> None:
    """Let the event loop turn so many times: it does not where a window waits."""
    seen: list[int] = []
    timer = QTimer(interval=1)
    timer.timeout.connect(lambda: seen.append(1))
    timer.start()
    rig.qtbot.waitUntil(lambda: len(seen) >= number)
    timer.stop()


def test_an_editor_is_open_until_its_reply_is_on_the_disk_and_the_windows_work_on(
    slow: Rig, disk: GatedDisk
) -> None:
    editor = write(slow, "新")
    disk.is_shut = True
    with slow.qtbot.waitSignal(slow.services.events.replies_changed):
        editor.saved.emit(editor.content)
        editor.saved.emit(editor.content)  # pressed twice
        ticks(slow, 20)
        assert editor.isVisible()
        assert "Saved" not in slow.notification()
        slow.hotkey()
        slow.qtbot.waitUntil(slow.palette.isActiveWindow)
        slow.edit.create("另一个")
        assert slow.shown(SnippetEditor) == [editor], "it is not thrown away for another"
        assert not slow.edit.close_unchanged()
        disk.open_gate()
    assert slow.shown(SnippetEditor) == []
    slow.qtbot.waitUntil(lambda: "Saved: 问候" in slow.notification())
    assert len(slow.library.store.snippets()) == 1


def test_what_is_typed_while_it_is_saved_stays(slow: Rig, disk: GatedDisk) -> None:
    slow.edit.create("新的")
    editor = slow.the(SnippetEditor)
    body = editor.findChild(QPlainTextEdit)
    assert body is not None
    body.setPlainText("一")
    disk.is_shut = True
    with slow.qtbot.waitSignal(slow.services.events.replies_changed):
        editor.saved.emit(editor.content)
        body.setPlainText("一二")
        disk.open_gate()
    assert editor.isVisible()
    with slow.qtbot.waitSignal(slow.services.events.replies_changed):
        editor.saved.emit(editor.content)
    assert [each.body for each in slow.library.store.snippets()] == [GREETING.body, "一二"]
    assert slow.shown(SnippetEditor) == []


def problem_of(editor: SnippetEditor) -> Notice | None:
    bar = editor.findChild(NoticeBar)
    assert bar is not None
    return bar.notice


def test_what_cannot_be_saved_stays_in_the_editor_and_is_shown_everywhere(slow: Rig, disk: GatedDisk) -> None:
    editor = write(slow, "新")
    disk.error = FULL
    editor.saved.emit(editor.content)
    slow.qtbot.waitUntil(lambda: problem_of(editor) is not None)
    assert editor.isVisible()
    assert editor.content.body == "新"
    assert slow.home.icon._is_read_only
    disk.error = None
    with slow.qtbot.waitSignal(slow.services.events.replies_changed):
        editor.saved.emit(editor.content)
    assert slow.library.store.get("a1") == Snippet("a1", "问候", "新", "nh")
    slow.qtbot.waitUntil(lambda: not slow.home.icon._is_read_only)


def test_a_discarded_draft_that_could_not_be_saved_comes_back(slow: Rig, disk: GatedDisk) -> None:
    editor = write(slow, "新")
    disk.is_shut = True
    editor.saved.emit(editor.content)
    ticks(slow, 3)
    editor._on_discarded()
    disk.error = OSError(errno.EIO, "broken")
    disk.open_gate()
    slow.qtbot.waitUntil(lambda: any(problem_of(each) for each in slow.shown(SnippetEditor)))
    assert slow.the(SnippetEditor).content.body == "新"
    slow.the(SnippetEditor).finish()


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS, errno.EIO])
def test_a_disk_that_begins_to_refuse_is_seen_at_once_and_when_it_works_again(
    slow: Rig, disk: GatedDisk, number: int
) -> None:
    engine = slow.stores.engine(SNIPPETS)
    tray, home = slow.home.icon, slow.home.window
    disk.error = OSError(number, "refused")
    engine.stage([put("snippets", "1", {"_id": "x", "title": "t", "body": "b"})])  # without waiting
    slow.qtbot.waitUntil(lambda: tray._is_read_only)
    assert home._banner.notice is not None
    assert "Read-only" in slow.notification() or "full" in slow.notification()
    assert slow.library.store.get("x") is None
    disk.error = None
    engine.stage([put("snippets", "1", {"_id": "x", "title": "t", "body": "b"})])
    if engine.refusal is None:
        slow.qtbot.waitUntil(lambda: not tray._is_read_only)
        assert home._banner.notice is None
    else:
        assert engine.refusal.problem in (StoreProblem.DISK_FULL, StoreProblem.NOT_WRITABLE)


def test_settings_wait_for_no_disk_and_hold_from_when_they_are_saved(slow: Rig, disk: GatedDisk) -> None:
    slow.settings.open()
    window, settings = slow.settings_window(), slow.services.settings
    disk.is_shut = True
    window.changed.emit(Settings(language=Language.ENGLISH, theme=ThemeChoice.DARK))
    window.hotkey_requested.emit("ctrl+alt+j")
    ticks(slow, 5)
    assert settings.current.theme is ThemeChoice.SYSTEM
    disk.open_gate()
    wanted = Settings(language=Language.ENGLISH, theme=ThemeChoice.DARK, hotkey="ctrl+alt+j")
    slow.qtbot.waitUntil(lambda: settings.current == wanted)
    assert slow.stores.settings.load() == wanted


def test_a_command_is_answered_when_its_change_is_on_the_disk(slow: Rig, disk: GatedDisk) -> None:
    answers: list[dict[str, object]] = []
    disk.is_shut = True
    add = {"command": "add", "arguments": {"title": "退款", "body": "文"}}
    slow.session.handle(add, answers.append)
    ticks(slow, 20)
    assert answers == []
    assert slow.ask("find", query="退款")["data"] == []
    disk.open_gate()
    slow.qtbot.waitUntil(lambda: bool(answers))
    assert answers[0]["exit"] == 0
    assert len(slow.ask("find", query="退款")["data"]) == 1


def test_what_only_reads_waits_for_no_change(slow: Rig, disk: GatedDisk) -> None:
    answers: list[dict[str, object]] = []
    disk.is_shut = True
    slow.session.handle({"command": "remove", "arguments": {"id": "a1"}}, answers.append)
    ticks(slow, 5)
    listed = slow.ask("list")
    assert listed["exit"] == 0
    assert answers == []
    disk.open_gate()
    slow.qtbot.waitUntil(lambda: bool(answers))


def test_what_is_under_way_at_the_end_is_still_answered(slow: Rig, disk: GatedDisk) -> None:
    answers: list[dict[str, object]] = []
    disk.is_shut = True
    add = {"command": "add", "arguments": {"title": "退款", "body": "文"}}
    slow.session.handle(add, answers.append)
    disk.open_gate()
    slow.services.finish_work()
    assert [each["exit"] for each in answers] == [0]


def test_lines_of_an_editor_stay_as_they_were_typed(slow: Rig) -> None:
    editor = write(slow, "新")
    title = editor.findChild(QLineEdit, "title")
    assert title is not None
    title.setText(" 问候 ")
    with slow.qtbot.waitSignal(slow.services.events.replies_changed):
        editor.saved.emit(editor.content)
    assert slow.shown(SnippetEditor) == []
