"""Pasting into our own text widgets with keys, menu and middle button, without QClipboard."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit
from pytestqt.qtbot import QtBot

from quickdesk.ui.paste_filter import FORWARDS_KEYS, PasteFilter, TextMenu

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
KINDS = (QLineEdit, QPlainTextEdit, QTextEdit)


@pytest.fixture
def pasting(qapp: QApplication) -> Iterator[PasteFilter]:
    qapp.clipboard().setText("the reply on loan")
    pasting = PasteFilter(qapp, lambda: "copied", lambda: "marked")
    yield pasting
    pasting.close()


Text = QLineEdit | QPlainTextEdit | QTextEdit


def shown(qtbot: QtBot, kind: type[Text]) -> Text:
    widget = kind()
    qtbot.addWidget(widget)
    widget.show()
    widget.activateWindow()
    qtbot.waitUntil(widget.isActiveWindow)
    widget.setFocus()
    qtbot.waitUntil(widget.hasFocus)
    return widget


def text_of(widget: Text) -> str:
    return widget.text() if isinstance(widget, QLineEdit) else widget.toPlainText()


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(("key", "held"), [(Qt.Key.Key_V, CONTROL), (Qt.Key.Key_Insert, SHIFT)])
def test_the_keys_paste_the_copied_text_over_the_selection(
    qtbot: QtBot, pasting: PasteFilter, kind: type[Text], key: Qt.Key, held: Qt.KeyboardModifier
) -> None:
    widget = shown(qtbot, kind)
    qtbot.keyClicks(widget, "old")
    widget.selectAll()
    qtbot.keyClick(widget, key, held)
    assert text_of(widget) == "copied"


@pytest.mark.parametrize("kind", KINDS)
def test_the_middle_button_pastes_the_selected_text_at_the_click(
    qtbot: QtBot, pasting: PasteFilter, kind: type[Text]
) -> None:
    widget = shown(qtbot, kind)
    qtbot.keyClicks(widget, "old")
    aimed = widget if isinstance(widget, QLineEdit) else widget.viewport()
    qtbot.mouseRelease(aimed, Qt.MouseButton.MiddleButton, pos=QPoint(1, 8))
    assert text_of(widget) == "markedold"


@pytest.mark.parametrize("kind", KINDS)
def test_the_menu_pastes_and_edits_like_the_keys(
    qtbot: QtBot, pasting: PasteFilter, kind: type[Text]
) -> None:
    widget = shown(qtbot, kind)
    qtbot.keyClicks(widget, "old")
    aimed = widget if isinstance(widget, QLineEdit) else widget.viewport()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(1, 1), QPoint(1, 1))
    QApplication.sendEvent(aimed, event)
    menu = widget.findChild(TextMenu)
    assert menu is not None
    actions = {action.text(): action for action in menu.actions() if action.text()}
    assert [name for name, action in actions.items() if not action.isEnabled()] == ["Redo", "Cut", "Copy"]
    actions["Select all"].trigger()
    actions["Paste"].trigger()
    assert text_of(widget) == "copied"
    actions["Undo"].trigger()
    assert text_of(widget) == "old"
    menu.close()


def test_read_only_widgets_and_those_that_forward_keys_are_ignored(
    qtbot: QtBot, pasting: PasteFilter
) -> None:
    read_only, passing = shown(qtbot, QLineEdit), shown(qtbot, QLineEdit)
    read_only.setReadOnly(True)
    passing.setProperty(FORWARDS_KEYS, True)
    qtbot.keyClick(read_only, Qt.Key.Key_V, CONTROL)
    assert text_of(read_only) == ""
    qtbot.keyClick(passing, Qt.Key.Key_V, CONTROL)
    assert "copied" not in text_of(passing), "its own filter would have it"


def test_line_breaks_are_kept_in_a_body(qtbot: QtBot, qapp: QApplication) -> None:
    pasting = PasteFilter(qapp, lambda: "一\n二", lambda: "")
    body = shown(qtbot, QPlainTextEdit)
    qtbot.keyClick(body, Qt.Key.Key_V, CONTROL)
    body.moveCursor(QTextCursor.MoveOperation.Start)
    pasting.close()
    assert text_of(body) == "一\n二"
