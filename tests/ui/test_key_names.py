import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from quickdesk.ui.key_names import KeyNames, combination, label

NONE = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
META = Qt.KeyboardModifier.MetaModifier
KEYPAD = Qt.KeyboardModifier.KeypadModifier


def press(
    key: int, modifiers: Qt.KeyboardModifier = NONE, *, scan_code: int = 0, virtual_key: int = 0
) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, key, modifiers, scan_code, virtual_key, 0)


@pytest.mark.parametrize(
    ("key", "name"),
    [
        (Qt.Key.Key_Space, "space"),
        (Qt.Key.Key_A, "a"),
        (Qt.Key.Key_7, "7"),
        (Qt.Key.Key_F12, "f12"),
        (Qt.Key.Key_Backtab, "tab"),
        (Qt.Key.Key_Semicolon, ";"),
        (Qt.Key.Key_PageDown, "pagedown"),
        (Qt.Key.Key_CapsLock, None),
        (Qt.Key.Key_AltGr, None),
        (Qt.Key.Key_VolumeUp, None),
    ],
)
def test_keys_have_the_names_of_the_settings(key: Qt.Key, name: str | None) -> None:
    assert KeyNames("offscreen").key(press(key.value)) == name


def test_a_shifted_character_is_mapped_to_its_key() -> None:
    on_x11 = KeyNames("xcb")
    assert on_x11.key(press(Qt.Key.Key_Exclam.value, SHIFT, scan_code=10)) == "1"
    assert on_x11.key(press(Qt.Key.Key_QuoteDbl.value, SHIFT, scan_code=11)) == "2", "a German keyboard"
    assert on_x11.key(press(0x0424, CTRL, scan_code=38)) == "a", "a Russian layout"
    on_windows = KeyNames("windows")
    assert on_windows.key(press(Qt.Key.Key_Question.value, SHIFT, virtual_key=0xBF)) == "/"
    assert KeyNames("cocoa").key(press(Qt.Key.Key_Colon.value, SHIFT)) == ";"


def test_keypad_keys_have_no_name_but_arrows_of_a_mac_have() -> None:
    assert KeyNames("xcb").key(press(Qt.Key.Key_1.value, KEYPAD, scan_code=87)) is None
    assert KeyNames("xcb").key(press(Qt.Key.Key_Enter.value, KEYPAD)) is None
    assert KeyNames("cocoa").key(press(Qt.Key.Key_Up.value, KEYPAD)) == "up"


def test_modifiers() -> None:
    names = KeyNames("xcb")
    assert names.modifier(press(Qt.Key.Key_Super_L.value)) == "super"
    assert names.modifier(press(Qt.Key.Key_A.value)) is None
    assert names.modifiers(press(Qt.Key.Key_A.value, CTRL | META)) == {"ctrl", "super"}
    assert KeyNames("cocoa").modifiers(press(Qt.Key.Key_A.value, CTRL)) == {"super"}


def test_a_combination_has_a_fixed_order() -> None:
    assert combination(frozenset({"shift", "ctrl"}), "v") == "ctrl+shift+v"
    assert label("ctrl+shift+v") == "Ctrl+Shift+V"
