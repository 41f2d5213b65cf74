"""Settings erases what has been kept long enough, the customer window one customer, after a question."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget

from quickdesk.app.customers.window import CustomerWindowFeature
from quickdesk.customers.case import Case, CaseState, CaseType
from quickdesk.customers.store import CustomerChange
from quickdesk.customers.views.editing import CardField
from quickdesk.ui.card.field_box import FieldBox
from quickdesk.ui.customers.customer_window import CustomerWindow
from quickdesk.ui.customers.window_foot import WindowFoot
from quickdesk.ui.protection.retention_window import RetentionWindow
from quickdesk.ui.settings.settings_window import SettingsWindow
from tests.app.customers.conftest import LI, WANG
from tests.app.rig import Rig
from tests.fakes.clock import StillClock

OLD = StillClock().now() - timedelta(days=400)


class Desk:
    def __init__(self, rig: Rig) -> None:
        self.rig = rig
        rig.settings.open()

    def click(self, window: QWidget, name: str) -> None:
        button = next(each for each in window.findChildren(QPushButton) if each.text() == name)
        assert button.isVisible()
        button.click()

    def preview(self) -> RetentionWindow:
        self.click(self.rig.the(SettingsWindow), "Preview…")
        return self.rig.the(RetentionWindow)

    def rows(self) -> list[str]:
        return self.rig.the(RetentionWindow)._model.stringList()

    def ids(self) -> list[str]:
        return [each.id for each in self.rig.stores.customers().customers()]


@pytest.fixture
def desk(shop: Rig) -> Desk:
    """One inactive customer, and one with an old case."""
    li = replace(LI, created=OLD, updated=StillClock().now())
    case = Case("c1", "l", CaseType.QUALITY, OLD, CaseState.CLOSED, closed=OLD)
    wang = replace(WANG, created=OLD, updated=OLD, phones=("13800000006",))
    notes = tuple(each.id for each in shop.services.commands.customers.notes("w"))
    change = CustomerChange((wang, li), cases=(case,), remove_notes=notes)
    shop.services.commands.customers.apply(change)
    return Desk(shop)


def test_what_is_shown_is_erased_after_the_question(desk: Desk) -> None:
    window = desk.preview()
    assert [row.strip() for row in desk.rows()] == [
        "Inactive customers: 1",
        "小王 · 138****0006",
        "Closed cases of others: 1",
        f"李四 · Quality · {OLD:%Y-%m-%d}",
    ]
    desk.click(window, "Erase…")
    desk.click(window, "Keep")
    assert "w" in desk.ids()
    desk.click(window, "Erase…")
    desk.click(window, "Erase for good")
    assert desk.ids() == ["l", "z"]
    notice = window._result.notice
    assert notice is not None
    assert notice.headline == "Erased: 1 customers, of others 1 cases, 0 entries"
    assert desk.rows() == []


def test_what_is_over_since_is_not_erased(desk: Desk) -> None:
    window = desk.preview()
    later = replace(LI, id="new", created=OLD, updated=OLD)
    desk.rig.services.commands.customers.apply(CustomerChange((later,)))
    desk.click(window, "Erase…")
    desk.click(window, "Erase for good")
    assert desk.ids() == ["l", "z", "new"]
    assert "李四" in desk.rows()[1], "it is shown now"


def test_locked_customers_are_not_shown(desk: Desk) -> None:
    desk.preview()
    desk.rig.ask("data protect", new="correct horse")
    desk.rig.ask("data lock")
    assert not desk.rig.shown(RetentionWindow)
    desk.click(desk.rig.the(SettingsWindow), "Preview…")
    assert not desk.rig.shown(RetentionWindow)
    assert "locked" in desk.rig.notification()


class Cards:
    """The customer window on a customer, and its question before erasing."""

    def __init__(self, rig: Rig) -> None:
        self.rig = rig
        rig.feature(CustomerWindowFeature).open("w")
        self.window = rig.the(CustomerWindow)
        self.sheet = self.window.erase_sheet
        rig.qtbot.waitUntil(lambda: self.window.card.customer is not None)
        assert self.window.card.customer.id == "w"

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.rig.qtbot.keyClick(self.window.focusWidget() or self.window, key, held)

    def ask(self) -> None:
        held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        self.press(Qt.Key.Key_Delete, held)
        self.rig.qtbot.waitUntil(self.sheet.isVisible)

    def confirm(self) -> None:
        self.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        self.rig.qtbot.waitUntil(lambda: not self.sheet.isVisible())

    def ids(self) -> list[str]:
        return [each.id for each in self.rig.stores.customers().customers()]

    def notice(self) -> str:
        notice = self.window.findChild(WindowFoot).notice
        return "" if notice is None else notice.headline


@pytest.fixture
def cards(shop: Rig) -> Cards:
    return Cards(shop)


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return])
def test_the_question_says_who_goes_and_one_key_is_not_enough(cards: Cards, key: Qt.Key) -> None:
    cards.ask()
    texts = "\n".join(each.text() for each in cards.sheet.findChildren(QLabel))
    assert "Erase 小王 for good?" in texts
    assert "Notes: 1, cases: 0" in texts
    assert "This cannot be undone." in texts
    cards.press(key)
    assert not cards.sheet.isVisible()
    assert "w" in cards.ids()


def test_the_confirmed_customer_is_gone_with_what_was_typed(cards: Cards) -> None:
    (box,) = (each for each in cards.window.card.findChildren(FieldBox) if each.field is CardField.BIRTHDAY)
    box.start()
    line = box.control if isinstance(box.control, QLineEdit) else box.control.findChildren(QLineEdit)[0]
    line.setText("sometime")
    cards.ask()
    cards.confirm()
    assert cards.ids() == ["l", "z"]
    assert "w" not in cards.window.card.unsaved
    assert cards.window.card.customer is None or cards.window.card.customer.id != "w"
    assert cards.notice() == "The customer is erased for good"
    assert "小王" not in "".join(each.text() for each in cards.sheet.findChildren(QLabel))
    assert cards.rig.ask("undo")["problem"] != "", "nothing of it is in the history"


def test_a_customer_in_the_trash_is_erased_too(cards: Cards) -> None:
    cards.press(Qt.Key.Key_Delete)
    cards.press(Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    card = cards.window.card
    cards.rig.qtbot.waitUntil(lambda: card.customer is not None and card.customer.id == "w")
    cards.ask()
    cards.confirm()
    assert cards.rig.stores.customers().removed() == ()


def test_the_question_goes_when_customers_are_locked(cards: Cards) -> None:
    cards.rig.ask("data protect", new="correct horse")
    cards.ask()
    cards.rig.ask("data lock")
    cards.rig.qtbot.waitUntil(lambda: not cards.sheet.isVisible())
