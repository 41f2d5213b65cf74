"""The customer window in the running program: what is typed is stored, and what is stored is shown."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QWidget

from quickdesk.app.customers.window import CustomerWindowFeature
from quickdesk.customers.customer import Customer, Nickname, Note, Order
from quickdesk.customers.store import CustomerChange
from quickdesk.customers.views.editing import CardField
from quickdesk.replies.history import ActionType
from quickdesk.ui.card.field_box import FieldBox
from quickdesk.ui.card.notes_pane import NotesPane
from quickdesk.ui.customers.customer_window import CustomerWindow
from quickdesk.ui.customers.merge_sheet import MergeSheet
from quickdesk.ui.customers.window_foot import WindowFoot
from quickdesk.ui.keys.key_hints import KeyCap
from quickdesk.ui.notice import NoticeBar
from tests.app.rig import Rig

AT = datetime(2026, 11, 1, tzinfo=UTC)
FISH = Customer("c1", (Nickname("小鱼", "淘宝"),), "王女士", tags=("老客",), created=AT, updated=AT)
BEAR = Customer("c2", (Nickname("大熊", "京东"),), phones=("13800000006",), created=AT)
CONTROL = Qt.KeyboardModifier.ControlModifier
NO_KEY = Qt.KeyboardModifier.NoModifier


class Page:
    """The window on two customers."""

    def __init__(self, rig: Rig) -> None:
        self.rig = rig
        self.cards = rig.services.commands.cards
        self.store = self.cards.store
        self.put(FISH, BEAR)
        rig.feature(CustomerWindowFeature).open()
        self.window = rig.the(CustomerWindow)
        self.wait(lambda: self.shown == "c1")
        self.wait(self.window.isActiveWindow)

    def put(self, *customers: Customer) -> None:
        """Change cards as a command does."""
        self.cards.apply(CustomerChange(customers=customers), ActionType.EDIT_CUSTOMER)
        self.rig.services.events.customers_changed.emit()

    def wait(self, probe: object) -> None:
        self.rig.qtbot.waitUntil(probe)

    @property
    def shown(self) -> str:
        customer = self.window.card.customer
        return "" if customer is None else customer.id

    @property
    def rows(self) -> list[str]:
        model = self.window.list.view.model()
        return [str(model.index(row, 0).data()) for row in range(model.rowCount())]

    def select(self, row: int) -> None:
        view = self.window.list.view
        view.setCurrentIndex(view.model().index(row, 0))

    def box(self, field: CardField) -> FieldBox:
        (found,) = [each for each in self.window.card.findChildren(FieldBox) if each.field is field]
        return found

    def line(self, field: CardField) -> QLineEdit:
        control = self.box(field).control
        return control if isinstance(control, QLineEdit) else control.findChildren(QLineEdit)[0]

    def write(self, field: CardField, text: str) -> None:
        """Write into the first box of a field, without leaving it."""
        self.box(field).start()
        self.line(field).setFocus()
        self.line(field).setText(text)

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = NO_KEY) -> None:
        self.rig.qtbot.keyClick(self.window.focusWidget() or self.window, key, held)

    def texts(self, widget: QWidget | None = None) -> str:
        return "\n".join(
            each.text() for each in (widget or self.window).findChildren(QLabel) if each.isVisible()
        )

    def click(self, text: str) -> None:
        buttons = [each for each in self.window.findChildren(QPushButton) if each.text() == text]
        (button,) = [each for each in buttons if each.isVisible()]
        button.click()

    def notice(self) -> str:
        notice = self.window.findChild(WindowFoot).notice
        return "" if notice is None else notice.headline


@pytest.fixture
def page(rig: Rig) -> Page:
    return Page(rig)


def test_a_field_that_is_left_is_on_the_disk_and_the_window_says_so(page: Page) -> None:
    page.write(CardField.NAME, "王小鱼")
    assert page.store.get("c1").name == "王女士"
    page.press(Qt.Key.Key_Tab)
    page.wait(lambda: page.store.get("c1").name == "王小鱼")
    page.wait(lambda: "✓ Saved" in page.texts())


def test_ctrl_s_saves_without_leaving_the_field(page: Page) -> None:
    page.write(CardField.NAME, "王小鱼")
    page.press(Qt.Key.Key_S, CONTROL)
    page.wait(lambda: page.store.get("c1").name == "王小鱼")
    assert page.window.focusWidget() is page.line(CardField.NAME)


def test_a_new_card_is_stored_with_its_first_field_and_is_in_the_list(page: Page) -> None:
    page.press(Qt.Key.Key_N, CONTROL)
    page.write(CardField.NICKNAMES, "新客")
    page.press(Qt.Key.Key_S, CONTROL)
    page.wait(lambda: "新客" in page.rows)
    assert [each.label for each in page.store.customers()][-1] == "新客"
    assert page.window.card.customer.label == "新客"


def test_a_note_is_added_by_ctrl_enter(page: Page) -> None:
    page.rig.ask("facts set", name="工号", value="A07")
    page.press(Qt.Key.Key_Return, CONTROL)
    notes = page.window.card.findChild(NotesPane)
    assert notes.is_typing
    notes.set_typed("优先发顺丰")
    page.press(Qt.Key.Key_Return, CONTROL)
    page.wait(lambda: [each.text for each in page.store.notes("c1")] == ["优先发顺丰"])
    page.wait(lambda: "优先发顺丰" in page.texts(notes))
    assert notes.typed == ""
    assert page.store.notes("c1")[0].author == "A07"


def test_delete_moves_to_the_trash_and_ctrl_z_brings_back(page: Page) -> None:
    page.window.list.view.setFocus()
    page.press(Qt.Key.Key_Delete)
    page.wait(lambda: page.rows == ["大熊"])
    assert page.notice() == "Moved to the trash: 小鱼"
    page.wait(lambda: page.shown == "c2")
    page.press(Qt.Key.Key_Z, CONTROL)
    page.wait(lambda: set(page.rows) == {"小鱼", "大熊"})


def test_in_the_empty_search_box_shift_and_arrows_select_and_delete_removes(page: Page) -> None:
    page.window.list.box.setFocus()
    page.press(Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert len(page.window.list.selection) == 2
    page.press(Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    assert [each.id for each in page.window.list.selection] == ["c1"]
    page.press(Qt.Key.Key_Delete)
    page.wait(lambda: page.rows == ["大熊"])


def test_it_opens_with_the_current_customer(rig: Rig) -> None:
    rig.services.commands.cards.apply(CustomerChange(customers=(FISH, BEAR)), ActionType.ADD_CUSTOMER)
    rig.services.current_customer.open("c2")
    rig.feature(CustomerWindowFeature).open()
    window = rig.the(CustomerWindow)
    rig.qtbot.waitUntil(lambda: window.card.customer is not None)
    assert window.card.customer == BEAR


def test_what_the_boxes_beside_the_list_ask_for_is_not_cut_off(page: Page) -> None:
    page.window.list.view.selectAll()
    page.press(Qt.Key.Key_T, CONTROL)
    lines = [page.window.list.box, page.window.focusWidget()]
    for line in lines:
        assert isinstance(line, QLineEdit)
        needed = line.fontMetrics().horizontalAdvance(line.placeholderText())
        assert needed <= line.width() - 2 * page.window._theme.space(2), line.placeholderText()


def test_the_trash_shows_what_is_removed_and_brings_it_back(page: Page) -> None:
    note = Note("n1", "c2", "优先发顺丰", AT)
    page.cards.apply(CustomerChange(notes=(note,)), ActionType.ADD_NOTE)
    page.cards.apply(CustomerChange(remove_customers=("c2",)), ActionType.REMOVE_CUSTOMER)
    page.press(Qt.Key.Key_B, CONTROL)
    page.wait(lambda: page.rows == ["大熊"])
    page.wait(lambda: "优先发顺丰" in page.texts())
    page.wait(lambda: page.shown == "c2")
    assert not page.box(CardField.NAME).isEnabled()
    (notice,) = [each for each in page.window.card.findChildren(NoticeBar) if each.isVisible()]
    assert notice.isEnabled(), "else it is grey on grey"
    page.press(Qt.Key.Key_R, CONTROL)
    page.wait(lambda: page.rows == [])
    page.press(Qt.Key.Key_B, CONTROL)
    page.wait(lambda: set(page.rows) == {"小鱼", "大熊"})


def test_several_customers_are_tagged_and_removed_at_once(page: Page) -> None:
    page.window.list.view.selectAll()
    page.press(Qt.Key.Key_T, CONTROL)
    for letter in "vip":
        page.rig.qtbot.keyClicks(page.window.focusWidget(), letter)
    page.press(Qt.Key.Key_Return)
    page.wait(lambda: all("vip" in each.tags for each in page.store.customers()))
    page.window.list.view.selectAll()
    page.press(Qt.Key.Key_Delete)
    page.wait(lambda: page.rows == [])
    assert len(page.store.removed()) == 2


def test_a_tag_that_no_card_can_have_is_refused(page: Page) -> None:
    page.window.list.view.selectAll()
    page.press(Qt.Key.Key_T, CONTROL)
    page.rig.qtbot.keyClicks(page.window.focusWidget(), "v" * 61)
    page.press(Qt.Key.Key_Return)
    page.wait(lambda: page.notice() == "Not saved")
    assert "v" * 61 not in page.store.get("c1").tags + page.store.get("c2").tags


def test_a_card_that_a_command_changes_follows_and_what_is_typed_stays(page: Page) -> None:
    page.write(CardField.NAME, "我写的")
    page.put(Customer("c1", FISH.nicknames, "别处写的", "备注", created=AT))
    page.wait(lambda: "Changed elsewhere meanwhile to: 别处写的" in page.texts())
    assert page.line(CardField.NAME).text() == "我写的"
    assert page.box(CardField.REMARK).control.toPlainText() == "备注"
    page.press(Qt.Key.Key_S, CONTROL)
    assert page.store.get("c1").name == "别处写的"
    page.click("Keep mine")
    page.wait(lambda: page.store.get("c1").name == "我写的")
    assert page.store.get("c1").remark == "备注"


def test_a_card_that_a_command_removes_keeps_what_is_typed_in_sight(page: Page) -> None:
    page.write(CardField.NAME, "没存的")
    page.cards.apply(CustomerChange(remove_customers=("c1",)), ActionType.REMOVE_CUSTOMER)
    page.rig.services.events.customers_changed.emit()
    page.wait(lambda: "This card is in the trash" in page.texts())
    assert page.line(CardField.NAME).text() == "没存的"
    page.press(Qt.Key.Key_S, CONTROL)
    page.press(Qt.Key.Key_R, CONTROL)
    page.wait(lambda: page.store.get("c1") is not None)
    page.wait(lambda: "This card is in the trash" not in page.texts())
    page.press(Qt.Key.Key_S, CONTROL)
    page.wait(lambda: page.store.get("c1").name == "没存的")


def test_a_wrong_birthday_is_not_saved_and_not_lost_by_looking_at_another_card(page: Page) -> None:
    page.write(CardField.BIRTHDAY, "13-40")
    page.press(Qt.Key.Key_S, CONTROL)
    assert "Write the birthday as MM-DD" in page.texts()
    page.select(1)
    page.wait(lambda: page.shown == "c2")
    assert page.line(CardField.BIRTHDAY).text() == ""
    page.select(0)
    page.wait(lambda: page.shown == "c1")
    assert page.line(CardField.BIRTHDAY).text() == "13-40"
    assert page.store.get("c1").birthday == ""


def test_numbers_are_masked_until_asked(page: Page) -> None:
    page.select(1)
    page.wait(lambda: page.shown == "c2")
    assert page.line(CardField.PHONES).text() == "138****0006"
    page.line(CardField.NAME).setFocus()
    page.press(Qt.Key.Key_H, CONTROL)
    assert page.line(CardField.PHONES).text() == "13800000006"


def test_satisfaction_is_one_key_and_in_the_timeline(page: Page) -> None:
    page.press(Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    page.wait(lambda: [each.text for each in page.store.events("c1")] == ["satisfied"])
    assert page.notice() == "Noted: Satisfied"


def test_ctrl_z_in_a_box_undoes_what_was_typed_first(page: Page) -> None:
    page.line(CardField.NAME).setFocus()
    page.rig.qtbot.keyClicks(page.line(CardField.NAME), "x")
    page.press(Qt.Key.Key_Z, CONTROL)
    assert page.line(CardField.NAME).text() == "王女士"
    page.press(Qt.Key.Key_Z, CONTROL)
    page.wait(lambda: page.rows == [])  # the two cards of the fixture were one action


def test_a_note_is_pinned_edited_and_removed(page: Page) -> None:
    note = Note("n1", "c1", "旧的", AT)
    page.cards.apply(CustomerChange(notes=(note,)), ActionType.ADD_NOTE)
    page.rig.services.events.customers_changed.emit()
    notes = page.window.card.findChild(NotesPane)
    page.wait(lambda: "旧的" in page.texts(notes))
    (card,) = notes._cards
    card._pin.click()
    page.wait(lambda: page.store.notes("c1")[0].is_pinned)
    card.edit()
    card.findChild(QPlainTextEdit).setPlainText("新的")
    page.line(CardField.NAME).setFocus()
    page.wait(lambda: page.store.notes("c1")[0].text == "新的")
    page.wait(lambda: "新的" in page.texts(notes))
    card._remove.click()
    page.wait(lambda: page.store.notes("c1") == [])


def test_the_search_shows_who_matches(page: Page) -> None:
    page.window.list.box.setText("大")
    page.wait(lambda: page.rows == ["大熊"])
    page.wait(lambda: page.shown == "c2")
    page.window.list.box.clear()
    page.wait(lambda: len(page.rows) == 2)
    QApplication.processEvents()
    assert page.shown == "c2"


def test_two_cards_are_merged_after_a_preview_and_ctrl_z_parts_them(page: Page) -> None:
    page.cards.apply(CustomerChange(notes=(Note("n1", "c2", "大熊的", AT),)), ActionType.ADD_NOTE)
    page.window.list.view.selectAll()
    page.press(Qt.Key.Key_M, CONTROL)
    sheet = page.window.findChild(MergeSheet)
    page.wait(sheet.isVisible)
    assert "Becomes: 小鱼" in page.texts(sheet)
    page.press(Qt.Key.Key_Return)
    page.wait(lambda: page.rows == ["小鱼"])
    (merged,) = page.store.customers()
    assert (len(merged.nicknames), merged.phones) == (2, BEAR.phones)
    assert [each.text for each in page.store.notes("c1")] == ["大熊的"]
    page.press(Qt.Key.Key_Z, CONTROL)
    page.wait(lambda: set(page.rows) == {"小鱼", "大熊"})
    assert page.store.notes("c1") == []


def _select_two_to_merge(page: Page) -> None:
    page.window.list.view.selectAll()
    page.press(Qt.Key.Key_M, CONTROL)


def test_a_merge_that_gives_too_much_for_one_card_is_refused_before_the_preview(page: Page) -> None:
    for card, first in ((FISH, 100), (BEAR, 200)):
        page.put(replace(card, phones=tuple(f"13800000{first + number}" for number in range(30))))
    _select_two_to_merge(page)
    page.wait(lambda: page.notice() == "Not saved")
    assert not page.window.findChild(MergeSheet).isVisible()


def test_a_merge_with_a_card_that_was_just_removed_says_so(page: Page) -> None:
    page.cards.apply(CustomerChange(remove_customers=("c2",)), ActionType.REMOVE_CUSTOMER)
    _select_two_to_merge(page)
    page.wait(lambda: page.notice() == "This card is in the trash")


def test_a_merge_of_customers_that_were_just_locked_shows_that_they_are(page: Page) -> None:
    page.rig.stores.lock()
    _select_two_to_merge(page)
    page.wait(lambda: page.window.is_locked)


def test_ctrl_m_without_two_customers_says_what_to_do(page: Page) -> None:
    page.press(Qt.Key.Key_M, CONTROL)
    assert page.notice() == "Select two customers to merge"


def test_a_card_without_a_name_waits_for_one_and_keeps_its_tag(page: Page) -> None:
    page.press(Qt.Key.Key_N, CONTROL)
    page.write(CardField.TONE, "亲切")
    page.press(Qt.Key.Key_S, CONTROL)
    page.wait(lambda: "A card needs a nickname" in page.texts())
    page.write(CardField.NICKNAMES, "新客")
    page.press(Qt.Key.Key_S, CONTROL)
    page.wait(lambda: [each.tone for each in page.store.customers() if each.label == "新客"] == ["亲切"])


def test_a_note_that_is_too_long_stays_in_its_box(page: Page) -> None:
    notes = page.window.card.findChild(NotesPane)
    notes.start()
    notes.set_typed("长" * 100_001)
    page.press(Qt.Key.Key_Return, CONTROL)
    page.wait(lambda: page.notice() == "Not saved")
    assert len(notes.typed) == 100_001
    assert page.store.notes("c1") == []


def test_locked_customers_leave_nothing_in_sight_and_what_was_typed_comes_back(page: Page) -> None:
    page.write(CardField.NAME, "没存的")
    page.rig.stores.lock()
    page.rig.services.events.customers_changed.emit()
    page.wait(lambda: page.window.is_locked)
    caps = [each.text() for each in page.window.findChildren(KeyCap) if each.isVisible()]
    assert caps == ["Esc", "F1"]
    assert "小鱼" not in "\n".join(each.text() for each in page.window.findChildren(QLabel))
    assert "没存的" not in "\n".join(each.text() for each in page.window.findChildren(QLineEdit))
    page.rig.stores.unlock()
    page.rig.services.events.customers_changed.emit()
    page.wait(lambda: not page.window.is_locked)
    page.wait(lambda: page.shown == "c1")
    assert page.line(CardField.NAME).text() == "没存的"


def test_the_page_of_an_order_is_opened_by_the_link_of_its_platform(page: Page) -> None:
    opened: list[str] = []
    page.rig.feature(CustomerWindowFeature)._open_url = opened.append
    page.put(replace(FISH, orders=(Order("20261129", "淘宝"),)))
    page.wait(lambda: bool(page.window.card.customer and page.window.card.customer.orders))
    page.click("Open its page")
    assert "There is no link" in page.notice()
    links = {"淘宝": "https://example.com/?id={订单号}"}
    services = page.rig.services
    services.settings.save(replace(services.settings.current, order_links=links))
    page.wait(lambda: services.settings.current.order_links == links)
    page.click("Open its page")
    assert opened == ["https://example.com/?id=20261129"]
