"""The board: groups by urgency, one key for each state, order numbers masked until asked."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from quickdesk.customers.case import Case, CaseState, CaseType
from quickdesk.customers.case_rules import board
from quickdesk.ui.cases.board_tree import BoardContent
from quickdesk.ui.cases.board_window import CaseBoard
from quickdesk.ui.cases.keys import BoardAction
from quickdesk.ui.theme import Theme

NOW = datetime(2026, 11, 29, 9, 30, tzinfo=UTC)
TODAY = NOW.date()
LATE = Case(
    id="late",
    customer_id="k",
    type=CaseType.COMPLAINT,
    opened=NOW,
    order_number="112233445566",
    request="退款\n今天",
    emotion=4,
    next_date=TODAY - timedelta(days=1),
    promise="18:00 前",
)
UNDATED = replace(LATE, id="undated", next_date=None, emotion=0, type=CaseType.INQUIRY)
SOON = replace(LATE, id="soon", next_date=TODAY + timedelta(days=2), is_escalated=True)
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier


class Board:
    """An open board and what it emitted."""

    def __init__(self, qtbot: QtBot, theme: Theme, cases: Sequence[Case]) -> None:
        self.qtbot, self.window, self.cases = qtbot, CaseBoard(theme), cases
        qtbot.addWidget(self.window)
        self.emitted: list[tuple[object, ...]] = []
        self.window.chosen.connect(lambda action, case: self.emitted.append((action, case.id)))
        self.window.state_chosen.connect(lambda case, state: self.emitted.append((state, case.id)))
        self.window.create_requested.connect(lambda: self.emitted.append(("new",)))
        self.window.undo_requested.connect(lambda: self.emitted.append(("undo",)))
        self.window.shown_otherwise.connect(self.show)
        self.window.open_on(QGuiApplication.primaryScreen())
        self.show()
        qtbot.waitUntil(self.window.isActiveWindow)

    def show(self) -> None:
        content = BoardContent(board(self.cases, TODAY), {"k": "小雨"}, TODAY, self.window.is_revealed)
        self.window.show_content(content)

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
        self.qtbot.keyClick(self.window.focusWidget() or self.window, key, held)

    @property
    def rows(self) -> tuple[tuple[str, ...], ...]:
        return self.window.tree.rows


@pytest.fixture
def shown(qtbot: QtBot, theme: Theme) -> Board:
    return Board(qtbot, theme, [SOON, UNDATED, LATE])


def test_cases_are_in_groups_by_urgency(shown: Board) -> None:
    assert [row[0] for row in shown.rows] == [
        "Overdue  ·  1",
        "小雨",
        "Without a next date: set one  ·  1",
        "小雨",
        "Later  ·  1",
        "小雨",
    ]
    assert shown.rows[1][1:6] == ("Complaint", "To verify", "退款 今天", "yesterday", "4/5")
    assert shown.rows[5][2] == "To verify · escalated"


def test_order_numbers_are_masked_until_asked(shown: Board) -> None:
    assert "112233445566" not in str(shown.rows)
    shown.press(Qt.Key.Key_M)
    assert shown.rows[1][6] == "112233445566"
    shown.press(Qt.Key.Key_M)
    assert "112233445566" not in str(shown.rows)


@pytest.mark.parametrize(
    ("key", "state"),
    [
        (Qt.Key.Key_1, CaseState.TO_VERIFY),
        (Qt.Key.Key_2, CaseState.IN_PROGRESS),
        (Qt.Key.Key_3, CaseState.WAITING_FOR_CUSTOMER),
        (Qt.Key.Key_4, CaseState.WAITING_FOR_WAREHOUSE),
        (Qt.Key.Key_5, CaseState.SOLVED),
        (Qt.Key.Key_6, CaseState.CLOSED),
    ],
)
def test_one_key_for_each_state(shown: Board, key: Qt.Key, state: CaseState) -> None:
    shown.press(key)
    assert shown.emitted == [(state, "late")]


def test_keys_on_the_selected_case(shown: Board) -> None:
    shown.press(Qt.Key.Key_Down)  # over the heading
    shown.press(Qt.Key.Key_Return)
    shown.press(Qt.Key.Key_E)
    shown.press(Qt.Key.Key_A, SHIFT)
    shown.press(Qt.Key.Key_Delete)
    shown.press(Qt.Key.Key_N)
    shown.press(Qt.Key.Key_Z, CONTROL)
    actions = (BoardAction.OPEN, BoardAction.ESCALATE, BoardAction.SAVE_ASK, BoardAction.REMOVE)
    assert shown.emitted == [*((action, "undated") for action in actions), ("new",), ("undo",)]


def test_the_selection_stays_with_its_case_or_its_place(shown: Board) -> None:
    shown.press(Qt.Key.Key_Down)
    shown.cases = [LATE, UNDATED]
    shown.show()
    assert shown.window.tree.current_case == UNDATED
    shown.cases = [SOON, LATE]
    shown.show()
    assert shown.window.tree.current_case == SOON


def test_without_cases_it_says_so_and_keys_work(qtbot: QtBot, theme: Theme) -> None:
    empty = Board(qtbot, theme, [])
    empty.press(Qt.Key.Key_E)
    empty.press(Qt.Key.Key_N)
    assert empty.emitted == [("new",)]
    empty.press(Qt.Key.Key_Escape)
    assert empty.window.isHidden()
