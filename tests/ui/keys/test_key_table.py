from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from quickdesk.ui.cases.keys import BOARD_KEYS, CASE_FORM_KEYS
from quickdesk.ui.customers.keys import CUSTOMER_KEYS
from quickdesk.ui.key_names import KeyNames
from quickdesk.ui.keys.key_table import Binding, KeyTable
from quickdesk.ui.notes.keys import NOTE_KEYS
from quickdesk.ui.palette.keys import PALETTE_KEYS
from quickdesk.ui.palette.requests import PaletteAction

_M = Qt.KeyboardModifier
_NAMES = KeyNames("offscreen")
_TABLE = KeyTable(
    Binding("save", ("Ctrl+Enter", "Ctrl+S"), lambda: "Save"),
    Binding("pick", ("Alt+1…9",), lambda: "Pick", lambda: "P"),
    Binding("more", ("→",), lambda: "More"),
)


def _event(key: Qt.Key, held: Qt.KeyboardModifier = _M.NoModifier) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, key, held)


@pytest.mark.parametrize(
    ("event", "action", "digit"),
    [
        (_event(Qt.Key.Key_Return, _M.ControlModifier), "save", 0),
        (_event(Qt.Key.Key_Enter, _M.ControlModifier | _M.KeypadModifier), "save", 0),
        (_event(Qt.Key.Key_S, _M.ControlModifier), "save", 0),
        (_event(Qt.Key.Key_7, _M.AltModifier), "pick", 7),
        (_event(Qt.Key.Key_Right), "more", 0),
    ],
)
def test_keys_are_found(event: QKeyEvent, action: str, digit: int) -> None:
    found = _TABLE.find(event, _NAMES)
    assert found is not None
    assert (found.binding.action, found.digit) == (action, digit)


def test_other_keys_are_not_found() -> None:
    for event in (_event(Qt.Key.Key_S), _event(Qt.Key.Key_0, _M.AltModifier), _event(Qt.Key.Key_Return)):
        assert _TABLE.find(event, _NAMES) is None


def test_a_footer_has_the_short_text() -> None:
    assert (_TABLE.of("pick").text(), _TABLE.of("pick").short_text) == ("Pick", "P")
    assert _TABLE.of("save").short_text == "Save"
    assert _TABLE.of("save").label == "Ctrl+Enter / Ctrl+S"
    with pytest.raises(KeyError):
        _TABLE.of("nothing")


def _shown_keys() -> Iterator[str]:
    for binding in PALETTE_KEYS.bindings:
        yield from binding.keys


def test_no_key_of_the_palette_has_two_meanings_and_no_action_is_without_a_key() -> None:
    keys = list(_shown_keys())
    assert len(keys) == len(set(keys))
    assert {binding.action for binding in PALETTE_KEYS.bindings} == set(PaletteAction) - {
        PaletteAction.IGNORE
    }


@pytest.mark.parametrize("table", [CUSTOMER_KEYS, BOARD_KEYS, CASE_FORM_KEYS, NOTE_KEYS])
def test_no_key_of_a_window_of_customers_has_two_meanings(table: KeyTable) -> None:
    keys = [key for binding in table.bindings for key in binding.keys]
    assert len(keys) == len(set(keys))
