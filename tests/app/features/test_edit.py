"""Writing and changing replies: on the disk before the editor closes, and a draft is never lost."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit

from quickdesk.app.features.edit import EditFeature
from quickdesk.commands.answer import Exit, problem
from quickdesk.replies.snippet import Snippet
from quickdesk.replies.store import Change, StoreProblem
from quickdesk.storage.open import open_stores
from quickdesk.ui import data_notices
from quickdesk.ui.editor.snippet_editor import SnippetEditor
from quickdesk.ui.form.field_form import FieldForm
from quickdesk.ui.notice import Notice, NoticeBar
from quickdesk.ui.palette.actions_menu import ActionsMenu
from quickdesk.ui.palette.window import Palette
from tests.app.rig import GREETING, Rig
from tests.fakes.paster import CHAT
from tests.fakes.snippet_store import MemorySnippetStore

CONTROL = Qt.KeyboardModifier.ControlModifier


def save(rig: Rig) -> None:
    rig.qtbot.keyClick(rig.the(SnippetEditor), Qt.Key.Key_Return, CONTROL)


def body(rig: Rig) -> QPlainTextEdit:
    found = rig.the(SnippetEditor).findChild(QPlainTextEdit)
    assert found is not None
    return found


def test_a_search_that_found_nothing_becomes_the_title_of_a_new_reply(rig: Rig, tmp_path: Path) -> None:
    rig.hotkey()
    rig.write("yunfeixian")
    rig.press(Qt.Key.Key_N, CONTROL)
    assert rig.the(SnippetEditor).content.title == "yunfeixian"
    body(rig).insertPlainText("有运费险。")
    save(rig)
    assert rig.shown(SnippetEditor) == []
    assert "Saved: yunfeixian" in rig.notification()
    with open_stores(tmp_path, read_only=True) as stores:
        assert [each.body for each in stores.snippets.snippets()][-1] == "有运费险。"
    rig.reply("yunfeixian")
    assert rig.paster.texts == ["有运费险。"]


def test_a_reply_is_changed_and_keeps_its_id(rig: Rig) -> None:
    rig.edit.edit("a1")
    body(rig).setPlainText("您好。")
    save(rig)
    assert rig.library.store.get("a1") == Snippet("a1", GREETING.title, "您好。", "nh")


def test_a_remark_is_written_and_shown_again(rig: Rig) -> None:
    rig.edit.edit("a1")
    boxes = rig.the(SnippetEditor).findChildren(QPlainTextEdit)
    (box,) = (each for each in boxes if each.accessibleName() == "Remark")
    box.setPlainText("先问主管\n再发")
    save(rig)
    assert rig.library.store.get("a1") == replace(GREETING, remark="先问主管\n再发")
    rig.edit.edit("a1")
    assert rig.the(SnippetEditor).content.remark == "先问主管\n再发"


def test_a_remark_that_is_too_long_is_refused_in_the_editor(rig: Rig) -> None:
    rig.edit.create("t")
    editor = rig.the(SnippetEditor)
    editor.saved.emit(Snippet("", "t", "b", remark="长" * 2_001))
    notice = editor.findChildren(NoticeBar)[0].notice
    assert notice is not None
    assert "remark" in notice.headline + notice.text
    assert "2,000" in notice.headline + notice.text


def test_too_many_asks_are_refused_in_the_editor_with_the_limit(rig: Rig) -> None:
    rig.edit.create("t")
    editor = rig.the(SnippetEditor)
    editor.saved.emit(Snippet("", "t", "b", asks=tuple(f"第{number}问" for number in range(10_000))))
    notice = editor.findChildren(NoticeBar)[0].notice
    assert notice is not None
    assert "other ways to ask" in notice.headline + notice.text
    assert "200" in notice.headline + notice.text


def test_a_reply_that_is_gone_is_passed_over(rig: Rig) -> None:
    rig.edit.edit("zzz")
    assert rig.shown(SnippetEditor) == []


def test_a_draft_is_not_thrown_away_for_another(rig: Rig) -> None:
    rig.edit.create("一")
    body(rig).insertPlainText("写了一半")
    rig.edit.edit("a1")
    rig.edit.create("二")
    assert rig.the(SnippetEditor).content == Snippet("", "一", "写了一半")


def test_a_reply_removed_while_it_is_edited_is_saved_all_the_same(rig: Rig) -> None:
    rig.edit.edit("a1")
    rig.library.apply(Change(remove=("a1",)))
    body(rig).setPlainText("您好。")
    save(rig)
    saved = rig.library.store.get("a1")
    assert saved is not None
    assert saved.body == "您好。"


def test_a_change_of_language_loses_nothing_of_a_draft(rig: Rig) -> None:
    rig.edit.create("一")
    body(rig).insertPlainText("写了一半")
    rig.settings.open()
    rig.choose_language("简体中文")
    assert rig.the(SnippetEditor).content == Snippet("", "一", "写了一半")
    save(rig)
    assert "已保存" in rig.notification() or "一" in rig.notification()
    assert [each.title for each in rig.library.store.snippets()][-1] == "一"


@pytest.mark.parametrize("reason", [StoreProblem.DISK_FULL, StoreProblem.NOT_WRITABLE])
def test_what_cannot_be_saved_stays_in_the_editor(rig: Rig, reason: StoreProblem) -> None:
    store = MemorySnippetStore([GREETING])
    services = replace(rig.services, commands=replace(rig.services.commands, store=store))
    store.refuse = reason
    feature = EditFeature(
        services, rig.session._appearance, lambda _: None, rig.reply_feature, rig.session.handle
    )
    feature.edit("a1")
    editor = rig.the(SnippetEditor)
    editor.saved.emit(Snippet("a1", "改", "了"))
    assert editor.findChild(NoticeBar).notice.headline == data_notices.store_problem(reason, "").headline
    assert editor.isVisible()
    store.refuse = None
    editor.saved.emit(Snippet("a1", "改", "了"))
    assert not editor.isVisible()
    assert store.get("a1") == Snippet("a1", "改", "了")


def test_a_flaw_is_shown_in_the_editor(rig: Rig) -> None:
    rig.edit.create("t")
    editor = rig.the(SnippetEditor)
    editor.saved.emit(Snippet("", "t" * 500, "b"))
    assert editor.isVisible()
    assert len(rig.library.store.snippets()) == 3


def test_the_palette_shows_what_was_saved_while_it_is_open(rig: Rig) -> None:
    rig.edit.edit("a1")
    editor = rig.the(SnippetEditor)
    rig.hotkey()
    rig.write("xin")
    editor.saved.emit(Snippet("a1", "新的", "新文", "xin"))
    assert rig.shown(Palette)
    rig.press(Qt.Key.Key_Return)
    assert rig.paster.texts == ["新文"]


def test_another_reply_is_edited_where_nothing_was_written(rig: Rig) -> None:
    first, second = rig.library.store.snippets()[:2]
    rig.edit.edit(first.id)
    rig.edit.edit(second.id)
    (editor,) = rig.shown(SnippetEditor)
    assert editor.content.id == second.id


def test_quit_asks_about_what_is_being_written(rig: Rig) -> None:
    rig.edit.edit(rig.library.store.snippets()[0].id)
    (editor,) = rig.shown(SnippetEditor)
    editor._title.setText("anders")
    answer = rig.ask("quit")
    assert (answer["exit"], answer["problem"]) == (4, "unsaved-reply")
    assert rig.shown(SnippetEditor) == [editor]
    editor.finish()


def test_the_holder_of_a_code_is_shown_while_the_code_is_typed(rig: Rig) -> None:
    rig.edit.create("新")
    code = next(line for line in rig.lines(SnippetEditor) if line.accessibleName() == "Code")
    code.setText("TK")
    assert "退款" in code.accessibleDescription()
    code.setText("tkk")
    assert code.accessibleDescription() == ""


def test_a_reply_is_not_shown_as_the_holder_of_its_own_code(rig: Rig) -> None:
    rig.edit.edit("b2")
    code = next(line for line in rig.lines(SnippetEditor) if line.accessibleName() == "Code")
    assert code.text() == "tk"
    assert code.accessibleDescription() == ""


def save_and_paste(rig: Rig) -> None:
    held = CONTROL | Qt.KeyboardModifier.ShiftModifier
    rig.qtbot.keyClick(rig.the(SnippetEditor), Qt.Key.Key_Return, held)


def test_a_reply_is_saved_and_pasted_where_the_palette_was_opened(rig: Rig) -> None:
    rig.hotkey()
    rig.write("xin")
    rig.press(Qt.Key.Key_N, CONTROL)
    body(rig).insertPlainText("新写的{{")
    rig.windows.front = None  # the target stays the one the agent came from
    save_and_paste(rig)
    assert rig.shown(SnippetEditor) == []
    assert [(target, each.text) for target, each in rig.paster.pasted] == [(CHAT, "新写的{")]
    assert rig.library.store.snippets()[-1].body == "新写的{{"
    assert sum(day.keys_saved for day in rig.services.stores.habits().daily.days()) == 0


def test_a_reply_with_fields_asks_for_them_before_it_is_pasted(rig: Rig) -> None:
    rig.hotkey()
    rig.write("tk")
    rig.press(Qt.Key.Key_E, CONTROL)
    body(rig).setPlainText("转到{账户}")
    save_and_paste(rig)
    rig.lines(FieldForm)[0].insert("支付宝")
    rig.submit_form()
    assert [(target, each.text) for target, each in rig.paster.pasted] == [(CHAT, "转到支付宝")]


def test_escape_from_the_form_of_a_reply_written_just_now_leads_to_that_reply(rig: Rig) -> None:
    rig.hotkey()
    rig.write("tk")
    rig.press(Qt.Key.Key_E, CONTROL)
    body(rig).setPlainText("转到{账户}")
    save_and_paste(rig)
    rig.qtbot.keyClick(rig.lines(FieldForm)[0], Qt.Key.Key_Escape)
    assert rig.palette.isVisible()
    hit = rig.palette._view.results.current_hit
    assert hit is not None
    assert hit.snippet.body == "转到{账户}"
    rig.palette.close_palette()


def test_without_a_chat_window_the_editor_does_not_offer_to_paste(rig: Rig) -> None:
    rig.edit.create("一")
    body(rig).insertPlainText("二")
    save_and_paste(rig)
    assert rig.the(SnippetEditor).isVisible()
    assert rig.paster.texts == []


def test_what_cannot_be_saved_is_not_pasted(rig: Rig) -> None:
    rig.hotkey()
    rig.press(Qt.Key.Key_N, CONTROL)
    rig.the(SnippetEditor).fill(Snippet("", "t" * 500, "b"))
    save_and_paste(rig)
    assert rig.the(SnippetEditor).isVisible()
    assert rig.paster.texts == []


def test_folders_and_tags_in_use_are_offered_the_most_frequent_first(rig: Rig) -> None:
    tagged = [Snippet(f"t{n}", f"t{n}", "x", folder=("物流",), tags=("急",) * (n > 0)) for n in range(3)]
    rig.library.apply(Change(put=(*tagged, Snippet("t9", "t9", "x", folder=("物料", "单"), tags=("节",)))))
    rig.edit.create("新")
    folder = next(line for line in rig.lines(SnippetEditor) if line.accessibleName() == "Folder")
    rig.qtbot.keyClicks(folder, "wul")
    model = folder.completer().completionModel()
    assert [model.index(row, 0).data() for row in range(model.rowCount())] == ["物流", "物料/单"]
    rig.the(SnippetEditor).finish()


def test_a_reply_is_duplicated_without_its_code(rig: Rig) -> None:
    rig.hotkey()
    rig.write("nh")
    rig.press(Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    content = rig.the(SnippetEditor).content
    assert content == Snippet("", "问候", "您好，很高兴为您服务。")
    save(rig)
    assert [each.title for each in rig.library.store.snippets()].count("问候") == 2


def test_a_reply_is_deleted_from_the_palette_and_comes_back_with_an_undo_there(rig: Rig) -> None:
    rig.hotkey()
    rig.write("nh")
    rig.press(Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    assert rig.library.store.get("a1") is None
    assert rig.palette.isVisible()
    assert "Ctrl+K" in rig.notification()
    rig.palette._view.box.clear()
    rig.press(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    menu = rig.palette.findChild(ActionsMenu)
    menu._box.insert("Undo")
    assert menu.texts[0].startswith("Undo")
    rig.qtbot.keyClick(menu._box, Qt.Key.Key_Return)
    assert rig.library.store.get("a1") is not None
    assert not rig.palette.isVisible()


def test_a_reply_that_cannot_be_deleted_stays_and_says_why(rig: Rig) -> None:
    asked: list[str] = []

    def refuse(request: dict[str, Any], take: Callable[[dict[str, Any]], None]) -> None:
        asked.append(request["arguments"]["id"])
        take(problem(Exit.DATA, "data-disk-full", path="/d/x.log", folder="/d").to_json())

    told: list[Notice] = []
    EditFeature(rig.services, rig.session._appearance, told.append, rig.reply_feature, refuse)
    rig.palette.remove_requested.emit("gone")
    assert asked == ["gone"]
    assert "disk is full" in told[0].headline
