"""Typing while the search takes its time: the letters are there, and nothing is sent that was not meant."""

from collections.abc import Iterator
from pathlib import Path
from queue import SimpleQueue

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quickdesk.storage.journal.background import ThreadWorker
from quickdesk.ui.form.field_form import FieldForm
from quickdesk.ui.palette.result_list import ResultList
from quickdesk.ui.palette.window import Palette
from tests.app.rig import GREETING, REFUND, Rig

ENTER, DOWN = Qt.Key.Key_Return, Qt.Key.Key_Down


class SlowRig(Rig):
    """A program with real threads, whose search works when the test says so."""

    def __init__(self, qtbot: QtBot, app: QApplication, folder: Path) -> None:
        super().__init__(qtbot, app, folder, make_worker=lambda: ThreadWorker("work"))
        self._gate: SimpleQueue[None] = SimpleQueue()

    def hold(self) -> None:
        self.engine.search.desk.do(lambda _: self._gate.get(timeout=10), lambda _: None)

    def let_go(self) -> None:
        self._gate.put(None)

    @property
    def results(self) -> ResultList:
        return self.session._windows.palette.findChild(ResultList)

    def listed(self) -> list[str]:
        model = self.results._model
        return [model.hit(row).snippet.id for row in range(model.rowCount())]


@pytest.fixture
def rig(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[SlowRig]:
    made = SlowRig(qtbot, qapp, tmp_path)
    made.session.start()
    yield made
    made.close()


def test_the_list_is_there_when_the_palette_opens(rig: SlowRig) -> None:
    rig.hotkey()
    rig.qtbot.waitUntil(lambda: len(rig.listed()) == 3)


def test_it_opens_and_letters_come_while_the_search_is_busy(rig: SlowRig) -> None:
    rig.hold()
    rig.hotkey()
    rig.write("nh")
    assert rig.the(Palette).query == "nh"
    assert rig.listed() == []
    rig.let_go()
    rig.qtbot.waitUntil(lambda: rig.listed() == [GREETING.id])


def test_enter_takes_what_the_letters_before_it_find(rig: SlowRig) -> None:
    rig.hotkey()
    rig.qtbot.waitUntil(lambda: len(rig.listed()) == 3)
    rig.hold()
    rig.write("nh")
    rig.press(ENTER)
    assert rig.paster.texts == []
    rig.let_go()
    rig.qtbot.waitUntil(lambda: rig.paster.texts == [GREETING.body])


def test_rows_move_only_with_the_list_they_were_meant_for(rig: SlowRig) -> None:
    rig.hotkey()
    rig.qtbot.waitUntil(lambda: len(rig.listed()) == 3)
    rig.hold()
    rig.write("t")
    rig.press(DOWN)
    rig.let_go()
    rig.qtbot.waitUntil(lambda: len(rig.listed()) < 3)
    assert rig.results.current_hit.snippet.id == rig.listed()[1]


def test_closed_before_the_answer_it_opens_without_the_old_one(rig: SlowRig) -> None:
    rig.hotkey()
    rig.qtbot.waitUntil(lambda: len(rig.listed()) == 3)
    rig.hold()
    rig.write("n")
    rig.session._reply.hide()
    rig.let_go()
    rig.engine.search.desk.find("")
    rig.hotkey()
    rig.qtbot.waitUntil(lambda: len(rig.listed()) == 3)
    assert rig.the(Palette).query == ""


def test_the_suggest_key_waits_for_nobody_and_enter_for_its_answer(rig: SlowRig) -> None:
    rig.paster.clipboard = "我的退款什么时候能到"
    rig.hotkey()
    rig.qtbot.waitUntil(lambda: len(rig.listed()) == 3)
    rig.hold()
    rig.press(Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    rig.press(ENTER)
    assert len(rig.listed()) == 3
    rig.let_go()
    rig.qtbot.waitUntil(lambda: bool(rig.shown(FieldForm)))
    assert rig.the(FieldForm).windowTitle().endswith(REFUND.title)
