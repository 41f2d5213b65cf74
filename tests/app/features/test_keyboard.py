"""While another program holds the keyboard, our windows show no caret and say why."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from tests.app.rig import Rig


def has_caret() -> bool:
    return isinstance(QApplication.focusWidget(), QLineEdit)


def test_the_palette_has_no_caret_until_the_keyboard_is_free(rig: Rig) -> None:
    rig.windows.holds_keyboard = True
    rig.hotkey()
    rig.qtbot.waitUntil(lambda: rig.palette.isActiveWindow() and not has_caret())
    rig.qtbot.waitUntil(lambda: "All keys go to another program" in rig.notification())
    assert not has_caret()
    rig.windows.holds_keyboard = False
    rig.palette.activateWindow()  # on this platform the notice takes the focus
    rig.qtbot.waitUntil(has_caret)
    rig.write("nh")
    assert rig.palette.query == "nh"


def test_a_window_manager_that_holds_it_for_a_moment_is_not_worth_a_word(rig: Rig) -> None:
    rig.windows.holds_keyboard = True
    rig.hotkey()
    rig.qtbot.waitUntil(lambda: rig.palette.isActiveWindow() and not has_caret())
    rig.windows.holds_keyboard = False
    rig.qtbot.waitUntil(has_caret)
    assert "All keys" not in rig.notification()


def test_a_palette_that_is_closed_meanwhile_gets_its_caret_when_it_opens_again(rig: Rig) -> None:
    rig.windows.holds_keyboard = True
    rig.hotkey()
    rig.qtbot.waitUntil(lambda: rig.palette.isActiveWindow() and not has_caret())
    rig.hotkey()
    rig.qtbot.waitUntil(lambda: not rig.palette.isVisible())
    rig.windows.holds_keyboard = False
    rig.hotkey()
    rig.qtbot.waitUntil(has_caret)


def test_an_editor_has_no_caret_either(rig: Rig) -> None:
    rig.windows.holds_keyboard = True
    rig.settings.open()
    window = rig.settings_window()
    rig.qtbot.waitUntil(lambda: window.isActiveWindow() and QApplication.focusWidget() is None)
    rig.windows.holds_keyboard = False
    rig.qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)


def test_a_key_that_comes_before_the_keyboard_was_asked_again_is_not_lost(rig: Rig) -> None:
    rig.windows.holds_keyboard = True
    rig.hotkey()
    rig.qtbot.waitUntil(lambda: rig.palette.isActiveWindow() and not has_caret())
    rig.windows.holds_keyboard = False
    QTest.keyClick(rig.palette.windowHandle(), Qt.Key.Key_N)
    assert has_caret()
    assert rig.palette.query == "n"
