"""Quitting keeps what was written or filled in, and waits for the last reply."""

import pytest
from PySide6.QtCore import Qt

from quickdesk.ui.editor.snippet_editor import SnippetEditor
from quickdesk.ui.form.field_form import FieldForm
from tests.app.rig import Rig


def quit_by_tray(rig: Rig) -> None:
    rig.menu_item("Quit").trigger()


def test_a_filled_form_prevents_quitting_and_is_shown(rig: Rig) -> None:
    rig.reply("tk")
    rig.lines(FieldForm)[1].insert("支付宝")
    answer = rig.ask("quit")
    assert (answer["exit"], answer["problem"]) == (4, "unfinished-form")
    with rig.qtbot.assertNotEmitted(rig.session.quitting.ended, wait=20):
        quit_by_tray(rig)
    assert rig.the(FieldForm).values["账户"] == "支付宝"
    assert "still running" in rig.notification()
    rig.submit_form()
    assert rig.paster.texts == ["您的退款3天内到支付宝。"]
    with rig.qtbot.waitSignal(rig.session.quitting.ended):
        quit_by_tray(rig)


@pytest.mark.parametrize("typed", ["", "x"])
def test_a_form_as_it_was_opened_keeps_nothing(rig: Rig, typed: str) -> None:
    rig.reply("tk")
    line = rig.lines(FieldForm)[1]
    line.insert(typed)
    line.clear()
    with rig.qtbot.waitSignal(rig.session.quitting.ended):
        assert rig.ask("quit")["exit"] == 0
    assert rig.shown(FieldForm) == []


def test_an_editor_keeps_the_program_too(rig: Rig) -> None:
    rig.edit.edit("a1")
    rig.lines(SnippetEditor)[0].insert("改")
    assert rig.ask("quit")["problem"] == "unsaved-reply"
    with rig.qtbot.assertNotEmitted(rig.session.quitting.ended, wait=20):
        quit_by_tray(rig)
    assert rig.the(SnippetEditor)


def test_an_open_palette_keeps_nothing(rig: Rig) -> None:
    rig.hotkey()
    rig.press(Qt.Key.Key_A)
    with rig.qtbot.waitSignal(rig.session.quitting.ended):
        quit_by_tray(rig)
