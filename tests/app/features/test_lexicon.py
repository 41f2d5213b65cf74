"""The shop's own words hold for the search as soon as they are saved, by whoever they are changed."""

import base64
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from quickdesk.app.features.lexicon import LexiconFeature
from quickdesk.replies.history import Action, ActionType
from quickdesk.replies.snippet import Snippet
from quickdesk.replies.store import Change, StoreError, StoreProblem
from quickdesk.storage.journal.background import ThreadWorker
from quickdesk.ui.lexicon.lexicon_window import LexiconWindow
from quickdesk.ui.notice import NoticeBar
from quickdesk.ui.settings.settings_window import SettingsWindow
from tests.app.rig import Rig

SHOE = Snippet("shoe", "小白怎么洗", "用软毛刷")


@pytest.fixture
def feature(rig: Rig) -> LexiconFeature:
    rig.stores.snippets.apply(Change(put=(SHOE,)))
    rig.services.search.service.update(put=(SHOE,))
    return rig.feature(LexiconFeature)


def found(rig: Rig, query: str) -> Sequence[str]:
    return [hit.snippet.id for hit in rig.finder.find(query)]


def type_words(rig: Rig, text: str) -> None:
    box = rig.the(LexiconWindow).findChild(QPlainTextEdit)
    assert box is not None
    box.setPlainText(text)


def save(rig: Rig) -> None:
    rig.qtbot.keyClick(rig.the(LexiconWindow), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


@pytest.mark.usefixtures("feature")
def test_settings_open_the_window_and_what_is_saved_is_found_at_once(rig: Rig) -> None:
    assert found(rig, "帆布鞋") == []
    rig.settings.open()
    buttons = rig.the(SettingsWindow).findChildren(QPushButton)
    next(each for each in buttons if each.text() == "Edit words").click()
    type_words(rig, "帆布鞋、小白")
    save(rig)
    assert rig.shown(LexiconWindow) == []
    assert found(rig, "帆布鞋") == ["shoe"]
    assert rig.stores.lexicon().text() == "帆布鞋 小白"


def test_it_is_listed_among_all_actions_only(rig: Rig, feature: LexiconFeature) -> None:
    (entry,) = feature.entries
    assert entry.text() == "Words of the shop"
    assert not entry.is_in_tray
    entry.trigger()
    assert rig.the(LexiconWindow).isVisible()
    feature.close()


@pytest.mark.usefixtures("feature")
def test_a_command_and_its_undo_hold_at_once(rig: Rig) -> None:
    rig.ask("lexicon add", line="帆布鞋 小白")
    assert found(rig, "帆布鞋") == ["shoe"]
    rig.ask("undo")
    assert found(rig, "帆布鞋") == []
    content = base64.b64encode("帆布鞋 > 小白".encode()).decode()
    rig.ask("lexicon import", content=content)
    assert found(rig, "帆布鞋") == ["shoe"]
    rig.clock.moment += timedelta(seconds=1)  # a change is recognized by the time of the last action
    rig.ask("lexicon remove", line="帆布鞋 > 小白")
    assert found(rig, "帆布鞋") == []


def test_the_words_of_the_last_run_are_read_some_time_after_the_start(
    rig: Rig, feature: LexiconFeature
) -> None:
    rig.stores.lexicon().save("帆布鞋 小白", Action(ActionType.CHANGE_LEXICON, rig.clock.now()))
    assert found(rig, "帆布鞋") == []
    feature.preload()
    assert found(rig, "帆布鞋") == ["shoe"]


def test_what_a_command_adds_while_the_window_is_open_is_kept(rig: Rig, feature: LexiconFeature) -> None:
    feature.open()
    rig.ask("lexicon add", line="甲乙 丙丁")
    assert rig.the(LexiconWindow).text == "甲乙 丙丁"
    type_words(rig, "甲乙 丙丁\n帆布鞋 小白")
    rig.clock.moment += timedelta(seconds=1)
    rig.ask("lexicon add", line="戊己 庚辛")
    save(rig)
    assert rig.stores.lexicon().text() == "甲乙 丙丁\n帆布鞋 小白\n戊己 庚辛"


def test_what_is_deleted_after_a_save_stays_deleted(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    rig = Rig(qtbot, qapp, tmp_path, make_worker=lambda: ThreadWorker("work"))
    rig.feature(LexiconFeature).open()
    qtbot.waitUntil(lambda: bool(rig.shown(LexiconWindow)))
    type_words(rig, "帆布鞋 小白")
    with qtbot.waitSignal(rig.services.events.replies_changed):
        save(rig)
        type_words(rig, "甲乙 丙丁")  # before the save is done, so that the window stays open
    with qtbot.waitSignal(rig.services.events.replies_changed):
        save(rig)
    assert rig.stores.lexicon().text() == "甲乙 丙丁"
    rig.close()


def test_the_program_quits_only_when_nothing_is_unsaved(rig: Rig, feature: LexiconFeature) -> None:
    feature.open()
    assert feature.before_quit() is None
    feature.open()
    type_words(rig, "帆布鞋 小白")
    assert rig.ask("quit")["problem"] == "unsaved-words"
    save(rig)
    assert feature.before_quit() is None


def test_what_cannot_be_saved_stays_in_the_window(
    rig: Rig, feature: LexiconFeature, monkeypatch: pytest.MonkeyPatch
) -> None:
    feature.open()
    type_words(rig, "帆布鞋 小白")

    def refuse(_text: str, _action: Action) -> None:
        raise StoreError(StoreProblem.DISK_FULL, "/data/lexicon.json")

    monkeypatch.setattr(feature._words.store, "save", refuse)
    save(rig)
    window = rig.the(LexiconWindow)
    assert window.text == "帆布鞋 小白"
    assert any(bar.isVisible() for bar in window.findChildren(NoticeBar))
    window.finish()


def test_it_is_opened_once(rig: Rig, feature: LexiconFeature) -> None:
    feature.open()
    feature.open()
    rig.the(LexiconWindow).close()
    assert rig.shown(LexiconWindow) == []
    feature.open()
    assert rig.the(LexiconWindow).text == ""
