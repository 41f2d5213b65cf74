"""The preview of a merge."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from quickdesk.customers.customer import Customer, Nickname
from quickdesk.ui.customers.customer_window import CustomerWindow
from quickdesk.ui.customers.merge_sheet import MergeSheet
from quickdesk.ui.theme import Theme

AT = datetime(2026, 11, 1, tzinfo=UTC)
KEPT = Customer("c1", (Nickname("小鱼", "淘宝"),), tags=("老客",), phones=("13800000006",), created=AT)
OTHER = Customer("c2", (Nickname("fish", "微信"),), name="王女士", created=AT)
RESULT = Customer("c1", (*KEPT.nicknames, *OTHER.nicknames), "王女士", tags=("老客",), phones=KEPT.phones)


@pytest.fixture
def window(qtbot: QtBot, theme: Theme) -> CustomerWindow:
    window = CustomerWindow(theme, lambda _id: "", lambda _number: "")
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(window.isActiveWindow)
    window.show_merge(KEPT, OTHER, RESULT)
    return window


def _texts(window: CustomerWindow) -> str:
    sheet = window.findChild(MergeSheet)
    assert sheet is not None
    return "\n".join(each.text() for each in sheet.findChildren(QLabel) if each.isVisible())


def test_it_names_both_cards_and_what_they_become(window: CustomerWindow) -> None:
    texts = _texts(window)
    assert "Stays: 小鱼" in texts
    assert "Goes to the trash: fish" in texts
    assert "小鱼 · 淘宝; fish · 微信" in texts
    assert "138****0006" in texts
    assert "Birthday" not in texts


def test_tab_stays_on_what_covers_the_window(qtbot: QtBot, window: CustomerWindow) -> None:
    sheet = window.findChild(MergeSheet)
    reached = []
    for _press in range(4):
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        assert sheet.isAncestorOf(window.focusWidget())
        reached.append(window.focusWidget().text())
    assert {"Merge", "Keep the other card", "Cancel"} <= set(reached)


def test_enter_merges_and_esc_does_not(qtbot: QtBot, window: CustomerWindow) -> None:
    answers: list[tuple[str, str]] = []
    window.merge_accepted.connect(lambda kept, other: answers.append((kept, other)))
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
    assert (answers, _texts(window)) == ([], "")
    window.show_merge(KEPT, OTHER, RESULT)
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    assert answers == [("c1", "c2")]


def test_the_other_card_can_stay(window: CustomerWindow) -> None:
    wanted: list[tuple[str, str]] = []
    window.merge_requested.connect(lambda kept, other: wanted.append((kept, other)))
    (swap,) = [each for each in window.findChildren(QPushButton) if each.text() == "Keep the other card"]
    swap.click()
    assert wanted == [("c2", "c1")]
