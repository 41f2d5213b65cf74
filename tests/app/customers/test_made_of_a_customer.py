"""What window and dock open of a customer: the reply of a note, a case, the page of an order."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListView, QPushButton, QToolButton

from quickdesk.app.customers.dock import CustomerDockFeature
from quickdesk.app.customers.window import CustomerWindowFeature
from quickdesk.customers.case import Case
from quickdesk.customers.customer import Order
from quickdesk.customers.store import CustomerChange
from quickdesk.customers.timeline import Event, EventType
from quickdesk.replies.history import ActionType
from quickdesk.ui.card.notes_pane import NotesPane
from quickdesk.ui.cases.case_form import CaseForm
from quickdesk.ui.customers.customer_window import CustomerWindow
from quickdesk.ui.customers.timeline_view import TimelineView
from quickdesk.ui.dock.dock_window import DockWindow
from quickdesk.ui.editor.snippet_editor import SnippetEditor
from tests.app.customers.conftest import CASE, WANG
from tests.app.rig import Rig

CONTROL = Qt.KeyboardModifier.ControlModifier
CONTROL_SHIFT = CONTROL | Qt.KeyboardModifier.ShiftModifier
NO_KEY = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def window(shop: Rig) -> CustomerWindow:
    """The window on 小王, who has a note and a case with an event."""
    event = Event("e", WANG.id, EventType.CASE, shop.clock.now(), case_id=CASE.id, text="open")
    shop.services.commands.cards.apply(CustomerChange(cases=(CASE,), events=(event,)), ActionType.OPEN_CASE)
    shop.feature(CustomerWindowFeature).open(WANG.id)
    window = shop.the(CustomerWindow)
    shop.qtbot.waitUntil(lambda: window.card.customer == WANG and window.isActiveWindow())
    return window


@pytest.fixture
def dock(shop: Rig) -> DockWindow:
    """The dock on 小王."""
    shop.services.current_customer.open(WANG.id)
    shop.feature(CustomerDockFeature).toggle()
    dock = shop.the(DockWindow)
    shop.qtbot.waitUntil(lambda: bool(dock.view.rows))
    return dock


def _press(rig: Rig, window: CustomerWindow, key: Qt.Key, held: Qt.KeyboardModifier = NO_KEY) -> None:
    rig.qtbot.keyClick(window.focusWidget() or window, key, held)


def _buttons(widget: CustomerWindow | DockWindow, name: str) -> list[QToolButton | QPushButton]:
    found = [*widget.findChildren(QToolButton), *widget.findChildren(QPushButton)]
    return [each for each in found if each.isVisible() and each.accessibleName() == name]


def test_a_note_on_the_card_becomes_a_reply_without_personal_data(shop: Rig, window: CustomerWindow) -> None:
    (button,) = _buttons(window, "Make a reply of the note")
    button.click()
    assert shop.the(SnippetEditor).content.body == "喜欢晚上联系 {电话}"


def test_ctrl_e_makes_a_reply_of_the_note_that_is_being_written(shop: Rig, window: CustomerWindow) -> None:
    notes = window.card.findChild(NotesPane)
    notes.start()
    notes.set_typed("小王：改天再说")
    _press(shop, window, Qt.Key.Key_E, CONTROL)
    assert shop.the(SnippetEditor).content.body == "{买家昵称}：改天再说"
    assert notes.typed == "小王：改天再说"


def test_ctrl_e_elsewhere_takes_the_note_on_top(shop: Rig, window: CustomerWindow) -> None:
    _press(shop, window, Qt.Key.Key_E, CONTROL)
    assert shop.the(SnippetEditor).content.body == "喜欢晚上联系 {电话}"


def test_enter_in_the_timeline_opens_the_case_of_the_entry(shop: Rig, window: CustomerWindow) -> None:
    view = window.findChild(TimelineView)
    view.setFocus()
    entries = [view.entry(row) for row in range(view.model().rowCount())]
    for row, entry in enumerate(entries):
        view.setCurrentIndex(view.model().index(row, 0))
        _press(shop, window, Qt.Key.Key_Return)
        is_of_case = isinstance(entry, Case) or (isinstance(entry, Event) and bool(entry.case_id))
        assert len(shop.shown(CaseForm)) == is_of_case
        for form in shop.shown(CaseForm):
            assert form._case.id == CASE.id
            form.close()
    assert len(entries) == 3


def test_a_double_click_opens_the_case(shop: Rig, window: CustomerWindow) -> None:
    view = window.findChild(TimelineView)
    row = next(row for row in range(3) if isinstance(view.entry(row), Case))
    _double_click(shop, view, row)
    assert shop.the(CaseForm)._case.id == CASE.id


def test_the_timeline_stays_at_its_entry_when_something_changes(shop: Rig, window: CustomerWindow) -> None:
    view = window.findChild(TimelineView)
    view.setFocus()
    view.setCurrentIndex(view.model().index(2, 0))
    entry = view.entry(2)
    later = Event("e2", WANG.id, EventType.ORDER_REMARK, shop.clock.now())
    shop.services.commands.cards.apply(CustomerChange(events=(later,)), ActionType.EDIT_CUSTOMER)
    shop.services.events.customers_changed.emit()
    shop.qtbot.waitUntil(lambda: view.model().rowCount() == 4)
    assert view.entry(view.currentIndex().row()) == entry


def test_a_key_and_a_button_open_a_new_case_for_the_customer_shown(shop: Rig, window: CustomerWindow) -> None:
    shop.services.current_customer.open("l")
    _press(shop, window, Qt.Key.Key_N, CONTROL_SHIFT)
    form = shop.the(CaseForm)
    assert form._case.customer_id == WANG.id
    assert form._case.order_number == "A1001"
    form.close()
    (button,) = [each for each in window.findChildren(QPushButton) if each.text() == "New case"]
    button.click()
    assert shop.the(CaseForm)._case.customer_id == WANG.id


def test_nothing_is_made_of_a_customer_in_the_trash(shop: Rig, window: CustomerWindow) -> None:
    shop.services.commands.cards.apply(
        CustomerChange(remove_customers=(WANG.id,)), ActionType.REMOVE_CUSTOMER
    )
    _press(shop, window, Qt.Key.Key_B, CONTROL)
    shop.qtbot.waitUntil(lambda: window.card.customer is not None and not window.card.is_editable)
    _press(shop, window, Qt.Key.Key_N, CONTROL_SHIFT)
    _press(shop, window, Qt.Key.Key_E, CONTROL)
    assert (shop.shown(CaseForm), shop.shown(SnippetEditor)) == ([], [])


def test_a_note_in_the_dock_becomes_a_reply(shop: Rig, dock: DockWindow) -> None:
    (button,) = _buttons(dock, "Make a reply of the note")
    assert button.focusPolicy() is Qt.FocusPolicy.NoFocus
    button.click()
    assert shop.the(SnippetEditor).content.body == "喜欢晚上联系 {电话}"
    assert shop.paster.texts == [], "the value is not copied"


def test_the_dock_opens_the_page_of_an_order(shop: Rig, dock: DockWindow) -> None:
    opened: list[str] = []
    shop.feature(CustomerWindowFeature)._open_url = opened.append
    order = Order("A1001", "淘宝")
    shop.services.commands.cards.apply(
        CustomerChange(customers=(replace(WANG, orders=(order,)),)), ActionType.EDIT_CUSTOMER
    )
    shop.services.events.customers_changed.emit()
    shop.qtbot.waitUntil(lambda: len(dock.view.rows) == 4)
    (button,) = _buttons(dock, "Open its page")
    button.click()
    assert "There is no link" in shop.notification()
    links = {"淘宝": "https://example.com/?id={订单号}"}
    shop.services.settings.save(replace(shop.services.settings.current, order_links=links))
    shop.qtbot.waitUntil(lambda: shop.services.settings.current.order_links == links)
    button.click()
    assert opened == ["https://example.com/?id=A1001"]


def _double_click(rig: Rig, view: QListView, row: int) -> None:
    at = view.visualRect(view.model().index(row, 0)).center()
    rig.qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    rig.qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
