"""The form of a case: Enter saves, a promise is read as people type it, what is missing is named."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from quickdesk.customers.case import Case, CaseState, CaseType
from quickdesk.customers.case_rules import CaseField
from quickdesk.ui.cases.case_form import CaseDraft, CaseForm
from quickdesk.ui.theme import Theme

NOW = datetime(2026, 11, 29, 9, 30, tzinfo=UTC)
NEW = Case(
    id="", customer_id="k", type=CaseType.QUALITY, opened=NOW, order_number="112233445566", request="退款"
)
ENTER, TAB, ESC = Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Escape


class Form:
    """An open form and what it emitted."""

    def __init__(self, qtbot: QtBot, theme: Theme, case: Case) -> None:
        self.qtbot = qtbot
        self.window = CaseForm(case, "小雨", ("112233445566",), NOW, theme)
        qtbot.addWidget(self.window)
        self.saved: list[CaseDraft] = []
        self.window.saved.connect(self.saved.append)
        self.window.open_on(QGuiApplication.primaryScreen())
        qtbot.waitUntil(self.window.isActiveWindow)

    @property
    def focused(self) -> str:
        widget = self.window.focusWidget()
        return "" if widget is None else widget.accessibleName()

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.qtbot.keyClick(self.window.focusWidget(), key, held)

    def write(self, text: str) -> None:
        widget = self.window.focusWidget()
        if isinstance(widget, QLineEdit):
            widget.insert(text)
        elif isinstance(widget, QPlainTextEdit):
            widget.insertPlainText(text)


@pytest.fixture
def form(qtbot: QtBot, theme: Theme) -> Callable[[Case], Form]:
    return lambda case: Form(qtbot, theme, case)


def test_a_promise_is_three_keys_and_sets_the_next_date(form: Callable[[Case], Form]) -> None:
    shown = form(NEW)
    assert shown.focused == "Promised until"
    shown.qtbot.keyClicks(shown.window.focusWidget(), "18")
    shown.press(ENTER)
    (draft,) = shown.saved
    assert draft.case.promise == "2026-11-29 18:00"
    assert draft.case.next_date == date(2026, 11, 29)
    assert draft.state is CaseState.TO_VERIFY
    shown.window.finish()


def test_all_fields_are_filled_with_the_keyboard(form: Callable[[Case], Form]) -> None:
    shown = form(NEW)
    for text in ("尽快", "明天"):
        shown.write(text)
        shown.press(TAB)
    shown.qtbot.keyClicks(shown.window.focusWidget(), "4")  # the emotion that begins with it
    shown.press(TAB)
    for text in ("照片、视频", "照片", "补发", "退 20 元", "破损包赔"):
        shown.write(text)
        shown.press(TAB)
    shown.press(ENTER, Qt.KeyboardModifier.ControlModifier)
    case = shown.saved[0].case
    assert (case.promise, case.next_date, case.emotion) == ("尽快", date(2026, 11, 30), 4)
    assert (case.evidence_asked, case.evidence_received) == (("照片", "视频"), ("照片",))
    assert (case.offered, case.solution, case.basis) == ("补发", "退 20 元", "破损包赔")
    shown.window.finish()


def test_what_is_no_date_is_said_and_not_saved(form: Callable[[Case], Form]) -> None:
    shown = form(NEW)
    shown.press(TAB)
    shown.write("下次")
    shown.press(ENTER)
    assert shown.saved == []
    assert shown.window.notice is not None
    assert shown.focused == "Next date"
    shown.window.finish()


def test_what_is_missing_to_close_is_named_and_focused(form: Callable[[Case], Form]) -> None:
    shown = form(NEW)
    shown.window.show_missing((CaseField.SOLUTION, CaseField.BASIS))
    assert shown.window.notice is not None
    assert "Solution, Rule it rests on" in shown.window.notice.text
    assert shown.focused == "Solution"
    shown.write("退款")
    shown.press(ENTER)
    assert shown.saved[0].state is CaseState.CLOSED
    shown.window.finish()


def test_required_fields_follow_the_type(form: Callable[[Case], Form]) -> None:
    shown = form(NEW)
    box = shown.window.fields.box("type")
    box.setFocus()
    shown.press(Qt.Key.Key_Home)
    assert shown.window.fields.choices["type"] is CaseType.LOGISTICS
    shown.press(ENTER)
    assert shown.saved[0].case.type is CaseType.LOGISTICS
    shown.window.finish()


def test_esc_closes_an_unchanged_form_and_asks_about_changes(form: Callable[[Case], Form]) -> None:
    shown = form(NEW)
    shown.press(ESC)
    assert shown.window.isHidden()
    changed = form(NEW)
    changed.write("18")
    changed.press(ESC)
    assert changed.window.isVisible()
    changed.window.finish()


def test_a_box_without_a_reading_is_as_wide_as_the_others(form: Callable[[Case], Form]) -> None:
    shown = form(NEW)
    boxes = {box.accessibleName(): box for box in shown.window.findChildren(QLineEdit)}
    rights = {boxes[name].geometry().right() for name in ("Promised until", "Next date", "Order number")}
    assert len(rights) == 1
