"""The tray menu names the last action and undoes it."""

import base64
from dataclasses import replace

import pytest
from PySide6.QtGui import QAction

from quickdesk.app.features.undo import result_notice, undo_hint
from quickdesk.commands.answer import Exit, done, problem
from quickdesk.commands.command import data_problem
from quickdesk.replies.store import Change, StoreError, StoreProblem
from tests.app.rig import GREETING, Rig


def entry(rig: Rig) -> QAction:
    (found,) = [each for each in rig.home.icon._menu.actions() if each.text().startswith("Undo")]
    return found


def bring(rig: Rig, text: str) -> None:
    rig.ask("import", files=[{"name": "a.csv", "content": base64.b64encode(text.encode()).decode()}])


def test_nothing_done_is_nothing_to_undo(rig: Rig) -> None:
    assert (entry(rig).text(), entry(rig).isEnabled()) == ("Undo", False)


def test_an_import_is_named_with_its_count_and_taken_back(rig: Rig) -> None:
    bring(rig, "标题,内容\n一,x\n二,y\n")
    assert "tray menu" in rig.notification()
    assert (entry(rig).text(), entry(rig).isEnabled()) == ("Undo: import (replies: 2)", True)
    entry(rig).trigger()
    assert len(rig.stores.snippets.snippets()) == 3
    assert "Undone: import (replies: 2)" in rig.notification()
    assert "Now in the trash (2): 一, 二" in rig.notification()
    assert not entry(rig).isEnabled()


def test_a_reply_saved_in_the_editor_can_be_undone_there(rig: Rig) -> None:
    rig.ask("edit", id="a1", title="新")
    assert entry(rig).text() == "Undo: changed reply"
    entry(rig).trigger()
    assert rig.stores.snippets.get("a1") == GREETING
    assert "As before (1): 问候" in rig.notification()


def test_what_changed_since_is_said(rig: Rig) -> None:
    rig.ask("edit", id="a1", title="新")
    rig.library.apply(Change(put=(replace(GREETING, title="更新"),)))
    entry(rig).trigger()
    assert "Nothing was undone These replies have changed since: 更新" in rig.notification()


def test_an_undo_that_comes_too_late_says_so(rig: Rig) -> None:
    rig.ask("edit", id="a1", title="新")
    rig.stores.snippets.undo(rig.clock.now())
    entry(rig).trigger()
    assert "nothing to undo" in rig.notification()
    assert not entry(rig).isEnabled()


def test_the_entry_follows_the_language(rig: Rig) -> None:
    rig.ask("edit", id="a1", title="新")
    rig.settings.open()
    rig.choose_language("简体中文")
    texts = [each.text() for each in rig.home.icon._menu.actions()]
    assert any(text.startswith("撤销：") for text in texts)


@pytest.mark.usefixtures("qtbot")
def test_data_that_cannot_be_written_is_said_and_a_bug_only_once() -> None:
    notice = result_notice(problem(Exit.DATA, "data-disk-full", path="/d/x.log", folder="/d"))
    assert notice is not None
    assert "disk is full" in notice.headline
    assert result_notice(problem(Exit.FAILED, "broke")) is None


def test_an_undo_in_a_folder_that_is_gone_names_that_folder() -> None:
    notice = result_notice(data_problem(StoreError(StoreProblem.MOVED, "/home/li/data")))
    assert notice is not None
    assert notice.text.startswith("/home/li/data was renamed")


@pytest.mark.usefixtures("qtbot")
def test_what_a_command_removed_or_imported_has_a_hint_how_to_undo_it() -> None:
    removed = undo_hint("remove", done({"title": "退款"}))
    imported = undo_hint("import", done({"new": 3, "changed": 1}))
    assert removed is not None
    assert imported is not None
    assert (removed.headline, removed.text) == (
        "Moved to the trash: 退款",
        "To undo: Ctrl+K in the palette, or the tray menu.\nCommand: quickdesk undo",
    )
    assert imported.headline == "Imported: 3 new, 1 changed"
    counts = {"new": 1, "changed": 2, "removed": 3}
    recovered = undo_hint("restore", done({"file": "b.zip", "backup": "before.zip", **counts}))
    assert recovered is not None
    assert recovered.headline == ("Backup restored: 1 brought back, 2 changed, 3 moved to the trash")
    assert undo_hint("restore", done({"file": "b.zip", "backup": None, **counts})) is None
    assert undo_hint("restore", done({"title": "t"})) is None
    assert undo_hint("add", done({"title": "t"})) is None
    assert undo_hint("remove", problem(Exit.NOT_FOUND, "no-such-reply")) is None
