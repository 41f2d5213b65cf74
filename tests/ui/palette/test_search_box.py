import pytest
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quickdesk.ui.palette.search_box import SearchBox


@pytest.fixture
def box(qtbot: QtBot) -> SearchBox:
    box = SearchBox()
    qtbot.addWidget(box)
    return box


@pytest.fixture
def queries(box: SearchBox) -> list[str]:
    heard: list[str] = []
    box.query_changed.connect(heard.append)
    return heard


def _compose(box: SearchBox, preedit: str, commit: str = "") -> None:
    event = QInputMethodEvent(preedit, [])
    if commit:
        event.setCommitString(commit)
    QApplication.sendEvent(box, event)


@pytest.mark.parametrize("preedit", ["tui'kuan", "tui kuan", "tui’kuan", "tui\u3000kuan"])
def test_a_composition_is_part_of_the_query(box: SearchBox, queries: list[str], preedit: str) -> None:
    _compose(box, preedit)
    assert queries == ["tuikuan"]
    assert box.is_composing
    assert box.text() == ""


def test_a_commit_is_one_change(box: SearchBox, queries: list[str]) -> None:
    _compose(box, "tui")
    _compose(box, "tui'k")
    _compose(box, "", "退款")
    assert queries == ["tui", "tuik", "退款"]
    assert not box.is_composing


def test_a_composition_is_inserted_at_the_cursor(box: SearchBox, queries: list[str]) -> None:
    box.setText("😀运费")
    box.setCursorPosition(2)
    _compose(box, "tui")
    assert box.query == queries[-1] == "😀tui运费"


def test_a_cancelled_composition_leaves_the_text(box: SearchBox, queries: list[str]) -> None:
    box.setText("运费 ")
    _compose(box, "tui")
    _compose(box, "")
    assert queries == ["运费 ", "运费 tui", "运费 "]


def test_a_reset_always_emits_the_query(box: SearchBox, queries: list[str]) -> None:
    box.reset()
    box.setText("tk")
    _compose(box, "x")
    box.reset()
    assert queries == ["", "tk", "tkx", ""]
    assert box.query == ""
    assert not box.is_composing
