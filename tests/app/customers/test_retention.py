"""Settings shows what has been kept long enough, and erases what it showed after a question."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QPushButton, QWidget

from quickdesk.customers.case import Case, CaseState, CaseType
from quickdesk.customers.store import CustomerChange
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
