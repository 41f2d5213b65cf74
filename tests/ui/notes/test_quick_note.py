"""The panel of a quick note: Enter saves, Esc drops, and payment data is warned of."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quickdesk.ui.keys.key_hints import KeyCap
from quickdesk.ui.keys.key_sheet import KeySheet
from quickdesk.ui.notes.note_edit import NoteEdit
from quickdesk.ui.notes.quick_note import QuickNote
from quickdesk.ui.notice import Notice, Tone
from quickdesk.ui.theme import Theme

ENTER, ESC = Qt.Key.Key_Return, Qt.Key.Key_Escape
CONTROL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
NONE = Qt.KeyboardModifier.NoModifier


class Panel:
    """An open panel and what it emitted."""

    def __init__(self, qtbot: QtBot, theme: Theme, text: str, customer: str | None = "小雨") -> None:
        self.qtbot, self.window = qtbot, QuickNote(theme)
        qtbot.addWidget(self.window)
        self.emitted: list[tuple[object, ...]] = []
        self.window.saved.connect(lambda *note: self.emitted.append(("saved", *note)))
        self.window.remark_requested.connect(lambda text: self.emitted.append(("remark", text)))
        self.window.case_requested.connect(lambda text: self.emitted.append(("case", text)))
        self.window.reply_requested.connect(lambda text: self.emitted.append(("reply", text)))
        self.window.choose_requested.connect(lambda: self.emitted.append(("choose",)))
        self.window.dropped.connect(lambda: self.emitted.append(("dropped",)))
        self.window.show_customer(customer, "淘宝")
        self.window.open_at(QGuiApplication.primaryScreen().availableGeometry(), text)
        qtbot.waitUntil(self.window.isActiveWindow)

    @property
    def edit(self) -> NoteEdit:
        found = self.window.findChild(NoteEdit)
        assert found is not None
        return found

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
        self.qtbot.keyClick(self.edit, key, held)

    def key_caps(self) -> list[str]:
        return [each.text() for each in self.window.findChildren(KeyCap) if each.isVisible()]


@pytest.fixture
def panel(qtbot: QtBot, theme: Theme) -> Callable[..., Panel]:
    return lambda *arguments: Panel(qtbot, theme, *arguments)


def test_enter_saves_the_selected_text_and_closes(panel: Callable[..., Panel]) -> None:
    note = panel("不要中通")
    assert note.window.who == "Note for: 小雨  ·  淘宝"
    note.press(ENTER)
    assert note.emitted == [("saved", "不要中通", False)]
    assert note.window.isHidden()


@pytest.mark.parametrize(("key", "held"), [(ENTER, CONTROL), (Qt.Key.Key_P, ALT)])
def test_one_key_saves_it_pinned(panel: Callable[..., Panel], key: Qt.Key, held: Qt.KeyboardModifier) -> None:
    note = panel("不要中通")
    note.press(key, held)
    assert note.emitted == [("saved", "不要中通", True)]


def test_the_text_can_be_changed_and_have_lines(panel: Callable[..., Panel]) -> None:
    note = panel("a")
    assert not note.window.is_edited
    note.press(ENTER, SHIFT)
    note.qtbot.keyClicks(note.edit, "b")
    assert note.window.is_edited
    note.press(ENTER)
    assert note.emitted == [("saved", "a\nb", False)]


def test_esc_drops_it(panel: Callable[..., Panel]) -> None:
    note = panel("x")
    note.press(ESC)
    assert note.emitted == [("dropped",)]
    assert note.window.isHidden()


def test_an_empty_note_is_not_saved(panel: Callable[..., Panel]) -> None:
    note = panel(" \n ")
    note.press(ENTER)
    note.press(Qt.Key.Key_R, CONTROL)
    assert note.emitted == []
    assert note.window.isVisible()
    note.window.hide()


def test_without_a_customer_it_says_so_and_keeps_the_text_for_the_choice(
    panel: Callable[..., Panel],
) -> None:
    note = panel("不要中通", None)
    assert note.window.who == "No customer is chosen yet"
    note.press(ENTER)
    assert note.emitted == [("choose",)]
    note.window.set_aside()
    note.window.show_customer("小雨", "")
    note.window.bring_to_front()
    note.press(ENTER)
    assert note.emitted[1:] == [("saved", "不要中通", False)]


def test_the_other_keys_ask_for_a_remark_a_reply_and_another_customer(panel: Callable[..., Panel]) -> None:
    note = panel("改地址")
    note.press(Qt.Key.Key_C, ALT)
    note.press(Qt.Key.Key_R, CONTROL)
    assert note.emitted == [("choose",), ("remark", "改地址")]
    other = panel("改地址")
    other.press(Qt.Key.Key_E, CONTROL)
    assert other.emitted == [("reply", "改地址")]
    third = panel("改地址")
    third.press(Qt.Key.Key_O, CONTROL)
    assert third.emitted == [("case", "改地址")]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("卡号 4111 1111 1111 1111", "a bank card number"),
        ("密码是 abc12345", "a password"),
        ("验证码 482913", "a one-time code"),
    ],
)
def test_payment_data_is_warned_of_and_not_blocked(panel: Callable[..., Panel], text: str, said: str) -> None:
    note = panel(text)
    assert said in note.window.warning
    note.press(ENTER)
    assert note.emitted == [("saved", text, False)]


def test_the_warning_follows_what_is_typed(panel: Callable[..., Panel]) -> None:
    note = panel("")
    assert note.window.warning == ""
    note.qtbot.keyClicks(note.edit, "4111111111111111")
    assert note.window.warning
    note.press(Qt.Key.Key_Backspace)
    assert note.window.warning == ""
    note.window.hide()


def test_a_note_that_was_not_saved_says_why_and_keeps_its_text(panel: Callable[..., Panel]) -> None:
    note = panel("x")
    note.window.show_problem(Notice(Tone.PROBLEM, "Not saved", "The disk is full."))
    assert note.window.warning == "Not saved The disk is full."
    assert note.window.text == "x"
    note.window.hide()


def test_enter_of_an_input_method_saves_nothing(panel: Callable[..., Panel]) -> None:
    note = panel("")
    QApplication.sendEvent(note.edit, QInputMethodEvent("bu", []))
    note.press(ENTER)
    note.press(ESC)
    assert note.emitted == []
    note.window.hide()


def test_f1_shows_all_keys_and_esc_goes_back_to_the_text(panel: Callable[..., Panel]) -> None:
    note = panel("x")
    note.press(Qt.Key.Key_F1)
    sheet = note.window.findChild(KeySheet)
    assert sheet is not None
    assert "Copy as an order remark" in sheet.accessibleDescription()
    note.qtbot.keyClick(sheet, ESC)
    assert sheet.isHidden()
    assert note.window.isVisible()
    assert note.edit.hasFocus()
    note.window.hide()


def test_the_footer_always_says_what_enter_does(panel: Callable[..., Panel]) -> None:
    note = panel("x")
    assert "Enter" in note.key_caps()
    note.window.hide()
