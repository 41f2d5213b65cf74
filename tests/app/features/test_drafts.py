"""What was typed is offered again after Esc, the end of the program or a crash, but not filled in unasked."""

import logging
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from quickdesk.app.drafts.drafts import KeptDrafts
from quickdesk.app.features.drafts import DraftsFeature
from quickdesk.app.process.work import Work
from quickdesk.commands.answer import done
from quickdesk.replies.drafts import Drafts, FormDraft
from quickdesk.replies.snippet import Snippet
from quickdesk.replies.store import Change, StoreError, StoreProblem
from quickdesk.storage.disk import LocalDisk
from quickdesk.storage.drafts.draft_file import DRAFTS, DraftFile
from quickdesk.ui.drafts.draft_bar import DraftBar
from quickdesk.ui.editor.snippet_editor import SnippetEditor
from quickdesk.ui.form.field_form import FieldForm
from tests.app.rig import REFUND, Rig
from tests.fakes.clock import NOON, MovingClock
from tests.fakes.disk import MemoryDisk
from tests.fakes.worker import WorkerAtOnce

ESCAPE, CONTROL = Qt.Key.Key_Escape, Qt.KeyboardModifier.ControlModifier
HALF = Snippet("", "一", "写了一半 {")


@pytest.fixture
def restarted(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Callable[[], Rig]]:
    """A function that ends the program, as SIGTERM does, and starts it again."""
    running: list[Rig] = []

    def restart() -> Rig:
        if running:
            running.pop().close()
        running.append(Rig(qtbot, qapp, tmp_path))
        running[0].session.start()
        return running[0]

    yield restart
    for rig in running:
        rig.close()


def stored(rig: Rig) -> Drafts:
    return DraftFile(LocalDisk(), rig.services.folder).load()


def write_half(rig: Rig) -> None:
    rig.edit.create("一")
    rig.the(SnippetEditor).findChild(QPlainTextEdit).insertPlainText(HALF.body)


def offer(rig: Rig, kind: type[SnippetEditor] | type[FieldForm]) -> str:
    """The text of the bar that offers a draft; empty if there is none."""
    bar = rig.the(kind).findChild(DraftBar)
    return str(bar.findChildren(QLabel)[1].text()) if bar.isVisible() else ""


def click(rig: Rig, kind: type[SnippetEditor] | type[FieldForm], text: str) -> None:
    buttons = [each for each in rig.the(kind).findChildren(QPushButton) if each.text() == text]
    next(each for each in buttons if each.isVisible()).click()


def fill_in(rig: Rig, value: str) -> None:
    rig.reply("tk")
    rig.lines(FieldForm)[1].insert(value)


# A reply that is being written.


def test_what_is_typed_is_on_the_disk_shortly_after_without_an_answer(rig: Rig) -> None:
    write_half(rig)
    rig.qtbot.waitUntil(lambda: [each.content for each in stored(rig).replies] == [HALF])


def test_a_new_reply_is_offered_after_a_restart_and_restored_on_request(
    restarted: Callable[[], Rig],
) -> None:
    write_half(restarted())
    rig = restarted()
    rig.edit.create("查询")
    assert offer(rig, SnippetEditor) == "Unsaved draft (12:00): 一"
    assert rig.the(SnippetEditor).content == Snippet("", "查询", "")
    rig.qtbot.keyClick(rig.the(SnippetEditor), Qt.Key.Key_R, CONTROL)
    assert rig.the(SnippetEditor).content == HALF
    assert offer(rig, SnippetEditor) == ""
    rig.qtbot.keyClick(rig.the(SnippetEditor), Qt.Key.Key_R, CONTROL)
    rig.the(SnippetEditor).findChild(QPlainTextEdit).setPlainText("写完了")
    rig.qtbot.keyClick(rig.the(SnippetEditor), Qt.Key.Key_Return, CONTROL)
    assert rig.shown(SnippetEditor) == []
    assert not (rig.services.folder / DRAFTS).exists()


def test_a_restored_draft_is_as_unsaved_as_before(restarted: Callable[[], Rig]) -> None:
    write_half(restarted())
    rig = restarted()
    rig.edit.create()
    click(rig, SnippetEditor, "Restore")
    assert rig.ask("quit")["problem"] == "unsaved-reply"
    rig = restarted()
    rig.edit.create()
    assert "一" in offer(rig, SnippetEditor)


def test_the_draft_of_a_reply_is_offered_for_that_reply_only(restarted: Callable[[], Rig]) -> None:
    rig = restarted()
    rig.edit.edit("b2")
    rig.lines(SnippetEditor)[0].setText("退款到账")
    rig = restarted()
    for opened in (partial_edit(rig, "a1"), rig.edit.create):
        opened()
        assert offer(rig, SnippetEditor) == ""
    rig.edit.edit("b2")
    assert "退款到账" in offer(rig, SnippetEditor)
    assert rig.the(SnippetEditor).content == REFUND


def partial_edit(rig: Rig, snippet_id: str) -> Callable[[], None]:
    return lambda: rig.edit.edit(snippet_id)


def test_the_draft_of_a_reply_that_is_gone_is_offered_for_a_new_one(restarted: Callable[[], Rig]) -> None:
    rig = restarted()
    rig.edit.edit("b2")
    rig.lines(SnippetEditor)[0].setText("退款到账")
    rig = restarted()
    rig.library.apply(Change(remove=("b2",)))
    rig.edit.create()
    assert "退款到账" in offer(rig, SnippetEditor)


def test_what_is_typed_beside_an_offer_replaces_no_draft(restarted: Callable[[], Rig]) -> None:
    write_half(restarted())
    rig = restarted()
    rig.edit.create("二")
    rig.the(SnippetEditor).findChild(QPlainTextEdit).insertPlainText("另一条")
    click(rig, SnippetEditor, "Restore")
    assert rig.the(SnippetEditor).content == HALF
    rig.services.drafts.save_now()
    assert {each.content.title for each in stored(rig).replies} == {"一", "二"}


@pytest.mark.parametrize(("answer", "kept"), [("Keep as draft", [HALF]), ("Discard", [])])
def test_escape_asks_and_the_answer_decides(rig: Rig, answer: str, kept: list[Snippet]) -> None:
    write_half(rig)
    rig.qtbot.keyClick(rig.the(SnippetEditor), ESCAPE)
    click(rig, SnippetEditor, answer)
    assert rig.shown(SnippetEditor) == []
    assert [each.content for each in stored(rig).replies] == kept
    rig.edit.create()
    assert bool(offer(rig, SnippetEditor)) == bool(kept)


def test_a_draft_is_discarded_on_request(restarted: Callable[[], Rig]) -> None:
    write_half(restarted())
    rig = restarted()
    rig.edit.create()
    click(rig, SnippetEditor, "Discard")
    assert not (rig.services.folder / DRAFTS).exists()
    assert rig.the(SnippetEditor).isVisible()


def test_text_that_is_deleted_again_leaves_no_draft(rig: Rig) -> None:
    write_half(rig)
    rig.services.drafts.save_now()
    rig.the(SnippetEditor).findChild(QPlainTextEdit).clear()
    rig.services.drafts.save_now()
    assert not (rig.services.folder / DRAFTS).exists()


# A form, whose values belong to one buyer.


def test_a_form_that_was_closed_is_offered_with_its_window_and_nothing_is_filled_in(rig: Rig) -> None:
    fill_in(rig, "支付宝")
    rig.the(FieldForm).close()
    rig.reply("tk")
    assert offer(rig, FieldForm) == "Filled in at 12:00, not sent: chat"
    assert dict(rig.the(FieldForm).values) == {"天数": "3", "账户": ""}
    rig.qtbot.keyClick(rig.lines(FieldForm)[0], Qt.Key.Key_R, CONTROL)
    assert dict(rig.the(FieldForm).values) == {"天数": "3", "账户": "支付宝"}
    assert rig.the(FieldForm).focusWidget() is rig.lines(FieldForm)[0]
    rig.submit_form()
    assert rig.paster.texts == ["您的退款3天内到支付宝。"]
    assert not (rig.services.folder / DRAFTS).exists()


def test_after_a_customer_was_erased_no_form_is_offered(rig: Rig) -> None:
    fill_in(rig, "支付宝")
    rig.the(FieldForm).close()
    assert stored(rig).forms
    rig.services.events.command_done.emit("customer erase", done())
    rig.qtbot.waitUntil(lambda: not (rig.services.folder / DRAFTS).exists())
    rig.reply("tk")
    assert offer(rig, FieldForm) == ""


def test_a_form_is_offered_after_a_restart(restarted: Callable[[], Rig]) -> None:
    fill_in(restarted(), "支付宝")
    rig = restarted()
    rig.reply("tk")
    assert "chat" in offer(rig, FieldForm)
    click(rig, FieldForm, "Discard")
    assert rig.the(FieldForm).values["账户"] == ""
    assert not (rig.services.folder / DRAFTS).exists()


def test_after_half_an_hour_the_values_of_a_buyer_are_gone(restarted: Callable[[], Rig]) -> None:
    rig = restarted()
    fill_in(rig, "支付宝")
    rig.the(FieldForm).close()
    rig.clock.moment += timedelta(minutes=31)
    rig.reply("tk")
    assert offer(rig, FieldForm) == ""
    rig.services.drafts.start()
    assert not (rig.services.folder / DRAFTS).exists()


@pytest.mark.parametrize("name", [DRAFTS, f"{DRAFTS}.new"])
def test_what_a_crash_or_damage_has_left_is_deleted_at_the_next_start(
    restarted: Callable[[], Rig], tmp_path: Path, name: str, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / name).write_bytes('{"forms": [{"values": {"账户": "支付宝"'.encode())
    restarted()
    assert not (tmp_path / name).exists()
    caplog.clear()


def test_values_that_were_sent_are_deleted_once_the_disk_can_be_written(
    qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    disk = MemoryDisk()
    disk.make_folder(Path("/data"))
    kept = KeptDrafts(DraftFile(disk, Path("/data")), Work(WorkerAtOnce()), MovingClock(), try_again_ms=1)
    kept.put(FormDraft(1, NOON, "b2", {"账户": "支付宝"}))
    assert disk.names(Path("/data")) == [DRAFTS]
    with monkeypatch.context() as patched, qtbot.waitSignal(kept.failed):
        patched.setattr(disk, "remove", refuse)
        kept.drop(1)
    qtbot.waitUntil(lambda: disk.names(Path("/data")) == [])
    kept.close()
    caplog.clear()


def refuse(_path: Path) -> None:
    raise PermissionError


def test_going_back_and_choosing_the_same_reply_offers_nothing(rig: Rig) -> None:
    fill_in(rig, "支付宝")
    line = rig.the(FieldForm).focusWidget()
    assert line is not None
    rig.qtbot.keyClick(line, ESCAPE)
    rig.qtbot.waitUntil(lambda: rig.shown(FieldForm) == [])
    rig.press(Qt.Key.Key_Return)
    assert offer(rig, FieldForm) == ""
    assert rig.the(FieldForm).values["账户"] == "支付宝"


def test_what_was_sent_by_another_reply_of_the_same_opening_leaves_no_draft(rig: Rig) -> None:
    rig.library.apply(Change(put=(Snippet("d4", "转账", "转到{账户}", "zz"),)))
    fill_in(rig, "支付宝")
    line = rig.the(FieldForm).focusWidget()
    assert line is not None
    rig.qtbot.keyClick(line, ESCAPE)
    rig.qtbot.waitUntil(lambda: rig.shown(FieldForm) == [])
    rig.press(ESCAPE)
    rig.write("zz")
    rig.press(Qt.Key.Key_Return)
    rig.submit_form()
    assert rig.paster.texts == ["转到支付宝"]
    assert not (rig.services.folder / DRAFTS).exists()


# The end of the session, and disks that fail.


def test_at_logout_the_drafts_are_saved_before_the_answer(rig: Rig) -> None:
    write_half(rig)
    rig.feature(DraftsFeature).on_session_ending()
    assert [each.content for each in stored(rig).replies] == [HALF]


def test_where_nothing_can_be_saved_typing_goes_on_and_the_agent_is_told_once(
    rig: Rig, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(_self: DraftFile, _drafts: Drafts) -> None:
        raise StoreError(StoreProblem.DISK_FULL, "/data")

    with monkeypatch.context() as patched:
        patched.setattr(DraftFile, "save", fail)
        write_half(rig)
        rig.services.drafts.save_now()
        assert "No draft is kept The disk is full." in rig.notification()
        rig.the(SnippetEditor).findChild(QPlainTextEdit).insertPlainText("再写")
        with rig.qtbot.assertNotEmitted(rig.services.drafts.failed):
            rig.services.drafts.save_now()
    assert caplog.text.count("drafts not kept: DISK_FULL") == 1
    caplog.clear()
    rig.services.drafts.save_now()
    assert [each.content.body for each in stored(rig).replies] == [HALF.body + "再写"]


def test_nothing_of_a_draft_is_logged(rig: Rig, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    fill_in(rig, "账户秘密")
    rig.the(FieldForm).close()
    rig.edit.create("标题秘密")
    rig.the(SnippetEditor).findChild(QPlainTextEdit).insertPlainText("正文秘密")
    rig.services.drafts.save_now()
    assert stored(rig)
    assert "秘密" not in caplog.text
