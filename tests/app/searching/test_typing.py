"""Typing while the search is slow: no letter is lost, and no reply is sent that was not chosen."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from queue import SimpleQueue

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quickdesk.app.delivery import DeliveryQueue
from quickdesk.app.features.hotkey import HotkeyFeature
from quickdesk.app.features.reply import ReplyFeature
from quickdesk.app.process.work import Work
from quickdesk.app.searching.search_service import SearchService, TakeHits
from quickdesk.storage.journal.background import ThreadWorker
from quickdesk.ui.editor.snippet_editor import SnippetEditor
from quickdesk.ui.form.field_form import FieldForm
from quickdesk.ui.palette.search_box import SearchBox
from quickdesk.ui.palette.window import Palette
from quickdesk.ui.results.result_list import ResultList
from tests.app.rig import GREETING, REFUND, Rig
from tests.fakes.paster import FakePaster

ENTER, DOWN = Qt.Key.Key_Return, Qt.Key.Key_Down


class SlowRig(Rig):
    """A program with real threads, whose search works when the test says so."""

    def __init__(self, qtbot: QtBot, app: QApplication, folder: Path) -> None:
        super().__init__(qtbot, app, folder, make_worker=lambda: ThreadWorker("work"))
        self._gate: SimpleQueue[None] = SimpleQueue()

    def hold(self) -> None:
        self.services.search.service.run(lambda _: self._gate.get(timeout=10), lambda _: None)

    def let_go(self) -> None:
        self._gate.put(None)

    @property
    def results(self) -> ResultList:
        return self.palette.findChild(ResultList)

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
    rig.reply_feature.hide()
    rig.let_go()
    rig.services.search.service.find("")
    rig.hotkey()
    rig.qtbot.waitUntil(lambda: len(rig.listed()) == 3)
    assert rig.the(Palette).query == ""


def test_the_suggest_key_does_not_wait_and_enter_waits_for_its_result(rig: SlowRig) -> None:
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


def suggest_key(rig: SlowRig) -> None:
    rig.press(Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)


def opened(rig: SlowRig, copied: str = "我的退款什么时候能到") -> None:
    rig.paster.clipboard = copied
    rig.hotkey()
    rig.qtbot.waitUntil(lambda: len(rig.listed()) == 3)


def test_a_change_of_the_library_does_not_take_the_place_of_a_suggestion(rig: SlowRig) -> None:
    opened(rig)
    rig.hold()
    suggest_key(rig)
    rig.press(ENTER)
    rig.reply_feature.refresh()
    rig.let_go()
    rig.qtbot.waitUntil(lambda: bool(rig.shown(FieldForm)))
    assert rig.the(FieldForm).windowTitle().endswith(REFUND.title)
    assert rig.paster.texts == []


@pytest.mark.parametrize("typed_on", ["x", "G"])
def test_what_follows_an_enter_that_waits_comes_after_it(rig: SlowRig, typed_on: str) -> None:
    opened(rig)
    rig.hold()
    rig.write("nh")
    rig.press(ENTER)
    rig.write(typed_on) if typed_on == "x" else suggest_key(rig)
    rig.press(Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    rig.let_go()
    rig.qtbot.waitUntil(lambda: rig.paster.texts == [GREETING.body])
    assert not rig.shown(Palette)
    assert not rig.shown(SnippetEditor)


def test_what_is_typed_after_an_enter_goes_into_the_form(rig: SlowRig) -> None:
    opened(rig)
    rig.hold()
    rig.write("tk")
    rig.press(ENTER)
    rig.write("78")
    rig.let_go()
    rig.qtbot.waitUntil(lambda: bool(rig.shown(FieldForm)))
    assert any("78" in line.text() for line in rig.lines(FieldForm))


def test_an_enter_that_finds_nothing_to_take_leaves_the_letters_to_the_box(rig: SlowRig) -> None:
    opened(rig)
    rig.hold()
    rig.write("zzz")
    rig.press(ENTER)
    rig.write("q")
    rig.let_go()
    rig.qtbot.waitUntil(lambda: rig.the(Palette).query == "zzzq")
    assert rig.paster.texts == []


def test_escape_takes_back_an_enter_that_waits(rig: SlowRig) -> None:
    opened(rig)
    rig.hold()
    rig.write("nh")
    rig.press(ENTER)
    rig.press(Qt.Key.Key_Escape)
    rig.let_go()
    rig.qtbot.waitUntil(lambda: len(rig.listed()) == 3)
    assert rig.paster.texts == []


def test_where_nothing_can_be_suggested_the_choice_stays(rig: SlowRig) -> None:
    opened(rig, "")
    rig.press(DOWN)
    rig.press(DOWN)
    chosen = rig.results.current_hit
    suggest_key(rig)
    assert rig.results.current_hit is chosen


def test_a_list_that_comes_after_the_palette_is_gone_is_not_kept_for_the_next_opening(rig: SlowRig) -> None:
    rig.hold()
    rig.hotkey()
    rig.reply_feature.hide()
    rig.let_go()
    done: list[object] = []
    rig.services.search.service.run(lambda _: None, done.append)
    rig.qtbot.waitUntil(lambda: bool(done))
    assert rig.listed() == []


def _compose(rig: SlowRig, composing: str, committed: str) -> None:
    box = rig.the(Palette).findChild(SearchBox)
    QApplication.sendEvent(box, QInputMethodEvent(composing, []))
    done = QInputMethodEvent()
    done.setCommitString(committed)
    QApplication.sendEvent(box, done)


def test_what_an_input_method_writes_after_enter_comes_after_it(rig: SlowRig) -> None:
    rig.hotkey()
    rig.qtbot.waitUntil(lambda: len(rig.listed()) == 3)
    rig.hold()
    rig.write("nh")
    rig.press(ENTER)
    _compose(rig, "ni", "你")
    assert rig.the(Palette).query == "nh"
    rig.let_go()
    rig.qtbot.waitUntil(lambda: rig.paster.texts == [GREETING.body])


def reply_feature(rig: SlowRig, search: SearchService, paster: FakePaster) -> ReplyFeature:
    """Return another palette, with another search and another chat window."""
    services = replace(
        rig.services,
        search=replace(rig.services.search, service=search),
        delivery=DeliveryQueue(paster),
    )
    hotkey = rig.feature(HotkeyFeature)
    return ReplyFeature(rig.app, services, rig.session._appearance, lambda _: None, hotkey)


class Breaking(SearchService):
    """A search that breaks at its first letters."""

    def __init__(self, rig: SlowRig) -> None:
        super().__init__(rig.finder, Work(ThreadWorker("search")))
        self.breaks = 1

    def search(self, query: str, limit: int, take: TakeHits, patience_ms: int = 0) -> None:
        if query and self.breaks:
            self.breaks -= 1
            take(None)
        else:
            super().search(query, limit, take, patience_ms)


@pytest.fixture
def breaking(rig: SlowRig) -> Iterator[tuple[Breaking, Palette, FakePaster]]:
    search, paster = Breaking(rig), FakePaster()
    feature = reply_feature(rig, search, paster)
    feature.open()
    yield search, feature.palette, paster
    feature.hide()
    feature.close()
    search.close()


def test_after_a_search_broke_enter_looks_again(
    rig: SlowRig, breaking: tuple[Breaking, Palette, FakePaster]
) -> None:
    _, palette, paster = breaking
    box = palette.findChild(SearchBox)
    rig.qtbot.keyClicks(box, "n")
    rig.qtbot.keyClick(box, ENTER)
    rig.qtbot.waitUntil(lambda: len(paster.texts) == 1)


def test_where_the_search_breaks_again_and_again_letters_can_be_typed_still(
    rig: SlowRig, breaking: tuple[Breaking, Palette, FakePaster]
) -> None:
    search, palette, paster = breaking
    search.breaks = 9
    box = palette.findChild(SearchBox)
    rig.qtbot.keyClicks(box, "n")
    rig.qtbot.keyClick(box, ENTER)
    rig.qtbot.keyClicks(box, "h")
    assert palette.query == "nh"
    assert paster.texts == []


class PatienceNoted(SearchService):
    """Records the patience of each query."""

    def __init__(self, rig: SlowRig) -> None:
        super().__init__(rig.finder, Work(ThreadWorker("search")))
        self.patience: dict[str, int] = {}

    def search(self, query: str, limit: int, take: TakeHits, patience_ms: int = 0) -> None:
        self.patience[query] = patience_ms
        super().search(query, limit, take, patience_ms)


def test_an_opening_palette_waits_for_its_list_a_letter_a_moment_and_neither_longer_than_a_frame_or_two(
    rig: SlowRig,
) -> None:
    noted = PatienceNoted(rig)
    feature = reply_feature(rig, noted, rig.paster)
    feature.open()
    rig.qtbot.keyClicks(feature.palette.findChild(SearchBox), "n")
    assert 16 < noted.patience[""] < 33
    assert 0 < noted.patience["n"] < 9
    feature.hide()
    feature.close()
    noted.close()
