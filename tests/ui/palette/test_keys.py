"""The keys of the palette."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent

from quickdesk.ui.key_names import KeyNames
from quickdesk.ui.palette.keys import HeldKeys, request_for
from quickdesk.ui.palette.requests import PaletteAction, PaletteRequest, PendingRequests, Pick

_K, _M = Qt.Key, Qt.KeyboardModifier
_NAMES = KeyNames("offscreen")


def _key(key: Qt.Key, held: Qt.KeyboardModifier = _M.NoModifier, *, repeats: bool = False) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, key, held, "", repeats)


@pytest.mark.parametrize(
    ("event", "asked"),
    [
        (_key(_K.Key_Return), PaletteAction.ACCEPT),
        (_key(_K.Key_Enter, _M.KeypadModifier), PaletteAction.ACCEPT),
        (_key(_K.Key_Return, _M.ShiftModifier), PaletteAction.FILL_IN),
        (_key(_K.Key_Return, _M.ControlModifier), PaletteAction.COPY),
        (_key(_K.Key_Enter, _M.ControlModifier | _M.KeypadModifier), PaletteAction.COPY),
        (_key(_K.Key_Down, _M.KeypadModifier), PaletteAction.DOWN),
        (_key(_K.Key_PageUp), PaletteAction.PAGE_UP),
        (_key(_K.Key_PageDown, _M.ShiftModifier), PaletteAction.PREVIEW_DOWN),
        (_key(_K.Key_1, _M.AltModifier), Pick(1)),
        (_key(_K.Key_9, _M.AltModifier), Pick(9)),
        (_key(_K.Key_N, _M.ControlModifier), PaletteAction.CREATE),
        (_key(_K.Key_E, _M.ControlModifier), PaletteAction.EDIT),
        (_key(_K.Key_M, _M.AltModifier), PaletteAction.REMEMBER),
        (_key(_K.Key_Escape), PaletteAction.CLEAR_OR_CLOSE),
        (_key(_K.Key_Tab), PaletteAction.IGNORE),
        (_key(_K.Key_Backtab, _M.ShiftModifier), PaletteAction.IGNORE),
    ],
)
def test_keys_of_the_palette(event: QKeyEvent, asked: PaletteRequest) -> None:
    assert request_for(event, _NAMES) == asked


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
    ],
)
def test_keys_of_the_search_box(event: QKeyEvent) -> None:
    assert request_for(event, _NAMES) is None


def test_a_held_key_repeats_movements_but_not_answers() -> None:
    assert request_for(_key(_K.Key_Down, repeats=True), _NAMES) is PaletteAction.DOWN
    assert request_for(_key(_K.Key_Return, repeats=True), _NAMES) is PaletteAction.IGNORE
    assert request_for(_key(_K.Key_2, _M.AltModifier, repeats=True), _NAMES) is PaletteAction.IGNORE


def test_digits_work_on_a_layout_that_shifts_them() -> None:
    french = QKeyEvent(QEvent.Type.KeyPress, _K.Key_Ampersand, _M.AltModifier, 10, 0, 0, "&")
    assert request_for(french, KeyNames("xcb")) == Pick(1)


def key(kind: QEvent.Type, *, repeats: bool = False) -> QKeyEvent:
    return QKeyEvent(kind, Qt.Key.Key_T, Qt.KeyboardModifier.NoModifier, "t", repeats)


def test_after_a_composition_only_keys_that_repeated_already_were_down_before() -> None:
    held = HeldKeys()
    assert held.is_old_repeat(key(QEvent.Type.KeyPress, repeats=True))
    # The input method may have consumed the first press of any key except that one.
    held.record_composition(QInputMethodEvent("n", []))
    assert held.is_old_repeat(key(QEvent.Type.KeyPress, repeats=True))
    backspace = QKeyEvent(
        QEvent.Type.KeyPress, Qt.Key.Key_Backspace, Qt.KeyboardModifier.NoModifier, "\b", autorep=True
    )
    assert not held.is_old_repeat(backspace)


def test_an_empty_input_method_event_changes_nothing() -> None:
    held = HeldKeys()
    held.record_composition(QInputMethodEvent())
    assert held.is_old_repeat(key(QEvent.Type.KeyPress, repeats=True))


def test_only_repeats_of_earlier_keys_were_down_before() -> None:
    held = HeldKeys()
    assert held.is_old_repeat(key(QEvent.Type.KeyPress, repeats=True))
    assert not held.is_old_repeat(key(QEvent.Type.KeyPress))
    assert not held.is_old_repeat(key(QEvent.Type.KeyPress, repeats=True))
    held.is_old_repeat(key(QEvent.Type.KeyRelease))
    assert held.is_old_repeat(key(QEvent.Type.KeyPress, repeats=True))
    held.is_old_repeat(key(QEvent.Type.KeyPress))
    held.reset()
    assert held.is_old_repeat(key(QEvent.Type.KeyPress, repeats=True))


SEVEN = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_7, Qt.KeyboardModifier.NoModifier, "7")


def test_without_a_request_for_a_row_no_key_is_queued() -> None:
    pending = PendingRequests()
    pending.add(PaletteAction.DOWN)
    assert not pending.filter_event(SEVEN)
    assert pending.take_all() == ([PaletteAction.DOWN], [])


def test_only_the_commit_of_a_composition_is_queued() -> None:
    pending, end = PendingRequests(), QInputMethodEvent()
    pending.add(PaletteAction.ACCEPT)
    end.setCommitString("你")
    assert pending.filter_event(QInputMethodEvent("ni", []))
    assert pending.filter_event(end)
    assert [event.commitString() for event in pending.take_all()[1]] == ["你"]


@pytest.mark.parametrize(
    ("requests", "takes"),
    [(PaletteAction.ACCEPT, True), (PaletteAction.COPY, True), (Pick(2), True), (PaletteAction.DOWN, False)],
)
def test_it_reports_whether_a_row_will_be_accepted(requests: PaletteRequest, takes: bool) -> None:
    pending = PendingRequests()
    assert not pending
    pending.add(requests)
    assert pending
    assert pending.will_accept is takes


def test_queued_keys_are_returned_in_order_and_once() -> None:
    pending = PendingRequests()
    pending.add(PaletteAction.DOWN)
    pending.add(PaletteAction.ACCEPT)
    assert pending.filter_event(SEVEN)
    requests, typed_ahead = pending.take_all()
    assert requests == [PaletteAction.DOWN, PaletteAction.ACCEPT]
    assert [event.text() for event in typed_ahead] == ["7"]
    assert pending.take_all() == ([], [])
