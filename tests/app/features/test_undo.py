"""The tray's menu names what was done last, and takes it back."""

import base64
from dataclasses import replace

import pytest
from PySide6.QtGui import QAction

from quickdesk.app.features.undo import _notice
from quickdesk.commands.answer import Exit, problem
from quickdesk.commands.command import data_problem
from quickdesk.replies.store import Change, StoreError, StoreProblem
from tests.app.rig import GREETING, Rig


def entry(rig: Rig) -> QAction:
    (found,) = [each for each in rig.session._windows.tray._menu.actions() if each.text().startswith("Undo")]
    return found


def bring(rig: Rig, text: str) -> None:
    rig.ask("import", files=[{"name": "a.csv", "content": base64.b64encode(text.encode()).decode()}])


def test_nothing_done_is_nothing_to_undo(rig: Rig) -> None:
    assert (entry(rig).text(), entry(rig).isEnabled()) == ("Undo", False)


def test_an_import_is_named_with_its_count_and_taken_back(rig: Rig) -> None:
    bring(rig, "标题,内容\n一,x\n二,y\n")
    assert "tray menu" in rig.told()
    assert (entry(rig).text(), entry(rig).isEnabled()) == ("Undo: import (replies: 2)", True)
    entry(rig).trigger()
    assert len(rig.stores.snippets.snippets()) == 3
    assert "Undone: import (replies: 2)" in rig.told()
    assert "Now in the trash (2): 一, 二" in rig.told()
    assert not entry(rig).isEnabled()


def test_a_reply_saved_in_the_editor_can_be_undone_there(rig: Rig) -> None:
    rig.ask("edit", id="a1", title="新")
    assert entry(rig).text() == "Undo: changed reply"
    entry(rig).trigger()
    assert rig.stores.snippets.get("a1") == GREETING
    assert "As before (1): 问候" in rig.told()


def test_what_changed_since_is_said(rig: Rig) -> None:
    rig.ask("edit", id="a1", title="新")
    rig.library.apply(Change(put=(replace(GREETING, title="更新"),)))
    entry(rig).trigger()
    assert "Nothing was undone These replies have changed since: 更新" in rig.told()


def test_an_undo_that_comes_too_late_says_so(rig: Rig) -> None:
    rig.ask("edit", id="a1", title="新")
    rig.stores.snippets.undo(rig.clock.now())
    entry(rig).trigger()
    assert "nothing to undo" in rig.told()
    assert not entry(rig).isEnabled()


def test_the_entry_speaks_the_other_language_after_a_change(rig: Rig) -> None:
    rig.ask("edit", id="a1", title="新")
    rig.session._settings.open()
    rig.choose_language("简体中文")
    texts = [each.text() for each in rig.session._windows.tray._menu.actions()]
    assert any(text.startswith("撤销：") for text in texts)


@pytest.mark.usefixtures("qtbot")
def test_data_that_cannot_be_written_is_said_and_a_bug_only_once() -> None:
    told = _notice(problem(Exit.DATA, "data-disk-full", path="/d/x.log", folder="/d"))
    assert told is not None
    assert "disk is full" in told.headline
    assert _notice(problem(Exit.FAILED, "broke")) is None


def test_an_undo_in_a_folder_that_is_gone_names_that_folder() -> None:
    notice = _notice(data_problem(StoreError(StoreProblem.MOVED, "/home/li/data")))
    assert notice is not None
    assert notice.text.startswith("/home/li/data was renamed")
