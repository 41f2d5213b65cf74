import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from quickdesk.ui.keys.names import KeyNames
from quickdesk.ui.palette.key_map import PaletteAction, PaletteRequest, Pick, request_of

_K, _M = Qt.Key, Qt.KeyboardModifier
_NAMES = KeyNames("offscreen")


def _key(key: Qt.Key, held: Qt.KeyboardModifier = _M.NoModifier, *, repeats: bool = False) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, key, held, "", repeats)


@pytest.mark.parametrize(
    ("event", "asked"),
    [
        (_key(_K.Key_Return), PaletteAction.ACCEPT),
        (_key(_K.Key_Enter, _M.KeypadModifier), PaletteAction.ACCEPT),
        (_key(_K.Key_Return, _M.ControlModifier), PaletteAction.COPY),
        (_key(_K.Key_Enter, _M.ControlModifier | _M.KeypadModifier), PaletteAction.COPY),
        (_key(_K.Key_Down, _M.KeypadModifier), PaletteAction.DOWN),
        (_key(_K.Key_PageUp), PaletteAction.PAGE_UP),
        (_key(_K.Key_PageDown, _M.ShiftModifier), PaletteAction.PREVIEW_DOWN),
        (_key(_K.Key_1, _M.AltModifier), Pick(1)),
        (_key(_K.Key_9, _M.AltModifier), Pick(9)),
        (_key(_K.Key_N, _M.ControlModifier), PaletteAction.CREATE),
        (_key(_K.Key_E, _M.ControlModifier), PaletteAction.EDIT),
        (_key(_K.Key_Escape), PaletteAction.CLEAR_OR_CLOSE),
        (_key(_K.Key_Tab), PaletteAction.IGNORE),
        (_key(_K.Key_Backtab, _M.ShiftModifier), PaletteAction.IGNORE),
    ],
)
def test_keys_of_the_palette(event: QKeyEvent, asked: PaletteRequest) -> None:
    assert request_of(event, _NAMES) == asked


@pytest.mark.parametrize(
    "event",
    [
        _key(_K.Key_Home),
        _key(_K.Key_End),
        _key(_K.Key_1),
        _key(_K.Key_0, _M.AltModifier),
        _key(_K.Key_1, _M.AltModifier | _M.ControlModifier),
        _key(_K.Key_V, _M.ControlModifier),
        _key(_K.Key_A, _M.ControlModifier),
        _key(_K.Key_E),
        _key(_K.Key_Return, _M.ShiftModifier),
    ],
)
def test_keys_of_the_search_box(event: QKeyEvent) -> None:
    assert request_of(event, _NAMES) is None


def test_a_held_key_repeats_movements_but_not_answers() -> None:
    assert request_of(_key(_K.Key_Down, repeats=True), _NAMES) is PaletteAction.DOWN
    assert request_of(_key(_K.Key_Return, repeats=True), _NAMES) is PaletteAction.IGNORE
    assert request_of(_key(_K.Key_2, _M.AltModifier, repeats=True), _NAMES) is PaletteAction.IGNORE


def test_digits_work_on_a_layout_that_shifts_them() -> None:
    french = QKeyEvent(QEvent.Type.KeyPress, _K.Key_Ampersand, _M.AltModifier, 10, 0, 0, "&")
    assert request_of(french, KeyNames("xcb")) == Pick(1)
