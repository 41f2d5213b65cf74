"""Two journeys of an after-sales agent, counted in keys.

Not counted, because it does not exist yet: the reminder that rings at the promised time, and the hand-over of
a shift as one file. Until then a promise sets the next date of the case, and the board is the hand-over.
"""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from quickdesk.customers.case import Case, CaseType
from quickdesk.customers.customer import Customer, Nickname, Order
from quickdesk.customers.store import CustomerChange
from quickdesk.replies.history import ActionType
from quickdesk.replies.snippet import Snippet
from quickdesk.replies.store import Change
from quickdesk.ui.cases.board_window import CaseBoard
from quickdesk.ui.cases.case_form import CaseForm
from quickdesk.ui.notes.quick_note import QuickNote
from quickdesk.ui.palette.search_box import SearchBox
from tests.app.rig import Rig

BUYER = Customer("k", (Nickname("小雨", "淘宝"),), orders=(Order("112233445566"),))
BROKEN = Snippet("p1", "破损致歉", "非常抱歉，订单{订单号}的破损请发两张照片，今天18点前给您答复。", "ps")
OFFER = Snippet("p2", "补发方案", "为您补发一件，运费我们承担。", "bf")
NONE, CONTROL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
ENTER = Qt.Key.Key_Return


class Agent:
    """Presses keys and counts them; a key with modifiers counts as one."""

    def __init__(self, rig: Rig) -> None:
        self.rig, self.keys = rig, 0
        self.cards = rig.services.commands.cards
        self.cards.apply(CustomerChange(customers=(BUYER,)), ActionType.ADD_CUSTOMER)
        rig.library.apply(Change(put=(BROKEN, OFFER)))

    def hotkey(self, keys: str) -> None:
        assert self.rig.hotkeys.press(keys)
        self.keys += 1

    def write(self, window: type[QWidget], text: str) -> None:
        for letter in text:
            self.press(window, Qt.Key(ord(letter.upper())))

    def press(self, window: type[QWidget], key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
        shown = self.rig.the(window)
        self.rig.qtbot.waitUntil(shown.isActiveWindow)
        self.rig.qtbot.keyClick(shown.focusWidget() or shown, key, held)
        self.keys += 1

    def palette_letters(self, text: str) -> None:
        self.rig.write(text)
        self.keys += len(text)

    def palette_key(self, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
        self.rig.press(key, held)
        self.keys += 1

    def reply(self, letters: str) -> None:
        self.hotkey("ctrl+alt+space")
        self.palette_letters(letters)
        self.palette_key(ENTER)


@pytest.fixture
def agent(rig: Rig) -> Agent:
    return Agent(rig)


def test_a_complaint_about_damage_with_replies_case_and_promise(agent: Agent) -> None:
    """Facts: 150 keys by hand, about 60 with a phrase tool, about 20 wanted."""
    agent.rig.paster.selection = "小雨"
    agent.hotkey("ctrl+alt+c")
    agent.reply("ps")
    agent.reply("bf")
    agent.rig.paster.selection = "箱子压坏了，杯子碎了两个，要补发"
    agent.hotkey("ctrl+alt+n")
    agent.press(QuickNote, Qt.Key.Key_O, CONTROL)
    agent.write(CaseForm, "18")
    agent.press(CaseForm, ENTER)

    first, second = (each.text for _, each in agent.rig.paster.pasted)
    assert "112233445566" in first
    assert second == OFFER.body
    (case,) = agent.cards.store.cases()
    assert (case.customer_id, case.order_number) == ("k", "112233445566")
    assert case.request == "箱子压坏了，杯子碎了两个，要补发"
    assert case.promise.endswith("18:00")
    assert case.next_date is not None
    assert agent.keys == 14


def test_what_the_next_shift_has_to_go_on_with(agent: Agent) -> None:
    """Facts: ten minutes from memory, two minutes wanted. One key for each case that is handed over."""
    now = agent.cards.clock.now()
    cases = [
        Case(f"c{number}", "k", CaseType.COMPLAINT, now, request=f"诉求{number}", emotion=number)
        for number in range(1, 4)
    ]
    cases[0] = Case("c0", "k", CaseType.LOGISTICS, now, request="催件", next_date=now.date() - timedelta(1))
    agent.cards.apply(CustomerChange(cases=tuple(cases)), ActionType.OPEN_CASE)
    agent.hotkey("ctrl+alt+space")
    agent.palette_key(Qt.Key.Key_K, CONTROL)
    menu = agent.rig.palette.findChildren(SearchBox)[-1]
    agent.rig.qtbot.keyClicks(menu, "cases")
    agent.rig.qtbot.keyClick(menu, ENTER)
    agent.keys += len("cases") + 1
    for _ in cases:
        agent.press(CaseBoard, Qt.Key.Key_E)
        agent.press(CaseBoard, Qt.Key.Key_Down)

    assert ["催件" in text for text in agent.rig.paster.texts] == [True, False, False], (
        "the overdue one first"
    )
    assert all(case.is_escalated for case in agent.cards.store.cases())
    assert agent.keys == 8 + 2 * len(cases)
