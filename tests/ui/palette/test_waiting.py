import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent

from quickdesk.ui.palette.key_map import Asked, Command, Pick
from quickdesk.ui.palette.waiting import WaitingKeys

SEVEN = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_7, Qt.KeyboardModifier.NoModifier, "7")


def test_nothing_is_kept_back_where_no_row_is_to_be_taken() -> None:
    waiting = WaitingKeys()
    waiting.ask(Command.DOWN)
    assert not waiting.keeps(SEVEN)
    assert waiting.drop() == ([Command.DOWN], [])


def test_of_a_composition_only_its_end_is_kept() -> None:
    waiting, end = WaitingKeys(), QInputMethodEvent()
    waiting.ask(Command.ACCEPT)
    end.setCommitString("你")
    assert waiting.keeps(QInputMethodEvent("ni", []))
    assert waiting.keeps(end)
    assert [event.commitString() for event in waiting.drop()[1]] == ["你"]


@pytest.mark.parametrize(
    ("asked", "takes"),
    [(Command.ACCEPT, True), (Command.COPY, True), (Pick(2), True), (Command.DOWN, False)],
)
def test_it_says_whether_a_row_is_to_be_taken(asked: Asked, takes: bool) -> None:
    waiting = WaitingKeys()
    assert not waiting
    waiting.ask(asked)
    assert waiting
    assert waiting.will_take is takes


def test_what_waits_comes_in_its_order_and_once() -> None:
    waiting = WaitingKeys()
    waiting.ask(Command.DOWN)
    waiting.ask(Command.ACCEPT)
    assert waiting.keeps(SEVEN)
    asked, typed_on = waiting.drop()
    assert asked == [Command.DOWN, Command.ACCEPT]
    assert [event.text() for event in typed_on] == ["7"]
    assert waiting.drop() == ([], [])
