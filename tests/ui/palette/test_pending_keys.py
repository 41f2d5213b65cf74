import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent

from quickdesk.ui.palette.key_map import PaletteAction, PaletteRequest, Pick
from quickdesk.ui.palette.pending_keys import PendingKeys

SEVEN = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_7, Qt.KeyboardModifier.NoModifier, "7")


def test_without_a_request_for_a_row_no_key_is_queued() -> None:
    pending = PendingKeys()
    pending.add(PaletteAction.DOWN)
    assert not pending.keeps(SEVEN)
    assert pending.drop() == ([PaletteAction.DOWN], [])


def test_only_the_commit_of_a_composition_is_queued() -> None:
    pending, end = PendingKeys(), QInputMethodEvent()
    pending.add(PaletteAction.ACCEPT)
    end.setCommitString("你")
    assert pending.keeps(QInputMethodEvent("ni", []))
    assert pending.keeps(end)
    assert [event.commitString() for event in pending.drop()[1]] == ["你"]


@pytest.mark.parametrize(
    ("requests", "takes"),
    [(PaletteAction.ACCEPT, True), (PaletteAction.COPY, True), (Pick(2), True), (PaletteAction.DOWN, False)],
)
def test_it_reports_whether_a_row_will_be_accepted(requests: PaletteRequest, takes: bool) -> None:
    pending = PendingKeys()
    assert not pending
    pending.add(requests)
    assert pending
    assert pending.will_accept is takes


def test_queued_keys_are_returned_in_order_and_once() -> None:
    pending = PendingKeys()
    pending.add(PaletteAction.DOWN)
    pending.add(PaletteAction.ACCEPT)
    assert pending.keeps(SEVEN)
    requests, typed_ahead = pending.drop()
    assert requests == [PaletteAction.DOWN, PaletteAction.ACCEPT]
    assert [event.text() for event in typed_ahead] == ["7"]
    assert pending.drop() == ([], [])
