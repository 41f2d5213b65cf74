from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent

from quickdesk.ui.palette.held_keys import HeldKeys


def key(kind: QEvent.Type, *, repeats: bool = False) -> QKeyEvent:
    return QKeyEvent(kind, Qt.Key.Key_T, Qt.KeyboardModifier.NoModifier, "t", repeats)


def test_after_a_composition_only_keys_that_repeated_already_were_down_before() -> None:
    held = HeldKeys()
    assert held.is_from_before(key(QEvent.Type.KeyPress, repeats=True))
    held.note(QInputMethodEvent("n", []))  # it may have eaten the first press of any key but that one
    assert held.is_from_before(key(QEvent.Type.KeyPress, repeats=True))
    backspace = QKeyEvent(
        QEvent.Type.KeyPress, Qt.Key.Key_Backspace, Qt.KeyboardModifier.NoModifier, "\b", autorep=True
    )
    assert not held.is_from_before(backspace)


def test_an_empty_input_method_event_changes_nothing() -> None:
    held = HeldKeys()
    held.note(QInputMethodEvent())
    assert held.is_from_before(key(QEvent.Type.KeyPress, repeats=True))


def test_only_repeats_of_earlier_keys_were_down_before() -> None:
    held = HeldKeys()
    assert held.is_from_before(key(QEvent.Type.KeyPress, repeats=True))
    assert not held.is_from_before(key(QEvent.Type.KeyPress))
    assert not held.is_from_before(key(QEvent.Type.KeyPress, repeats=True))
    held.is_from_before(key(QEvent.Type.KeyRelease))
    assert held.is_from_before(key(QEvent.Type.KeyPress, repeats=True))
    held.is_from_before(key(QEvent.Type.KeyPress))
    held.reset()
    assert held.is_from_before(key(QEvent.Type.KeyPress, repeats=True))
