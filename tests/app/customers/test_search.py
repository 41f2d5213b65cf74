"""Customers in the palette: @ searches them, Enter makes one the current one or makes a card."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from quickdesk.customers.customer import Note
from quickdesk.customers.store import CustomerChange
from quickdesk.search.hit import Hit
from quickdesk.ui.form.field_form import FieldForm
from quickdesk.ui.keys.key_hints import KeyCap
from quickdesk.ui.keys.key_sheet import KeySheet
from quickdesk.ui.palette.footer import PaletteFooter
from quickdesk.ui.results.result_list import ResultList
from tests.app.customers.conftest import LI, WANG
from tests.app.rig import Rig
from tests.fakes.clock import StillClock

ENTER, ESC, DOWN = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Down


def rows(rig: Rig) -> list[Hit]:
    model = rig.palette.findChild(ResultList)._model
    return [hit for row in range(model.rowCount()) if (hit := model.hit(row)) is not None]


def titles(rig: Rig) -> list[str]:
    return [hit.snippet.title for hit in rows(rig)]


def search(rig: Rig, query: str) -> None:
    """Open the palette and type a query for customers; wait until all cards are searched."""
    rig.hotkey()
    box = rig._box()
    box.setText(query)
    rig.qtbot.waitUntil(lambda: rig.palette._view.lists_customers)


def current(rig: Rig) -> str:
    return rig.services.current_customer.open_customers.current


@pytest.mark.parametrize("query", ["@xiaowang", "\u200b＠小王", "@xw", "@6789", "@老客", "@晚上联系"])
def test_enter_makes_a_found_customer_the_current_one(shop: Rig, query: str) -> None:
    search(shop, query)
    assert titles(shop)[0] == "小王"
    shop.press(ENTER)
    shop.qtbot.waitUntil(lambda: not shop.palette._view.lists_customers)
    assert current(shop) == "w"
    assert shop.palette.isVisible()
    assert shop.palette.query == ""
    shop.write("cm")
    shop.press(ENTER)
    assert [each.text for _, each in shop.paster.pasted] == ["小王您好，建议M码"]


def test_a_row_shows_platform_tags_and_what_matched_masked(shop: Rig) -> None:
    search(shop, "@6789")
    [hit, new] = rows(shop)
    assert (hit.snippet.code, hit.snippet.folder_path) == ("淘宝", "#老客")
    assert hit.snippet.body == "Parcel SF1****6789"
    assert [(span.field, span.start, span.length) for span in hit.spans] == [("body", 14, 4)]
    assert new.snippet.title == "New card for “6789”"
    shop._box().setText("@联系")
    shop.qtbot.waitUntil(lambda: rows(shop)[0].snippet.body.startswith("喜欢"))
    assert "13800000006" not in rows(shop)[0].snippet.body


def test_the_sign_alone_lists_the_open_customers_first(shop: Rig) -> None:
    assert shop.services.current_customer.open("l")
    search(shop, "@")
    assert titles(shop)[0] == "李四"
    assert len(titles(shop)) == 3


def test_esc_searches_replies_again(shop: Rig) -> None:
    search(shop, "@小王")
    shop.press(ESC)
    shop.qtbot.waitUntil(lambda: "尺码" in titles(shop))
    assert shop.palette.isVisible()
    assert current(shop) == ""


def test_an_unknown_nickname_makes_a_card_with_one_key(shop: Rig) -> None:
    search(shop, "@钱七七")
    assert titles(shop) == ["New card for “钱七七”"]
    shop.press(ENTER)
    shop.qtbot.waitUntil(lambda: current(shop) != "")
    customer = shop.services.current_customer.customer
    assert customer is not None
    assert [each.text for each in customer.nicknames] == ["钱七七"]
    shop._box().setText("@钱七七")
    shop.qtbot.waitUntil(lambda: titles(shop) == ["钱七七"])


def test_a_known_nickname_has_no_row_for_a_new_card(shop: Rig) -> None:
    search(shop, "@小王")
    assert titles(shop) == ["小王"]
    shop._box().setText("@小")
    shop.qtbot.waitUntil(lambda: len(titles(shop)) == 2)
    assert titles(shop)[-1] == "New card for “小”"


def test_no_action_on_a_reply_touches_a_customer(shop: Rig) -> None:
    search(shop, "@小王")
    shop.press(Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    shop.press(Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    shop.press(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert shop.palette.isVisible()
    assert titles(shop) == ["小王"]
    assert shop.services.commands.customers.get("w") == WANG
    assert shop.shown(FieldForm) == []


def test_a_change_shows_while_the_list_is_open(shop: Rig) -> None:
    search(shop, "@裂缝")
    note = Note("n9", "l", "杯子有裂缝", StillClock().now())
    shop.services.commands.customers.apply(CustomerChange(notes=(note,)))
    shop.services.events.customers_changed.emit()
    shop.qtbot.waitUntil(lambda: LI.label in titles(shop))


def test_the_footer_and_the_key_sheet_name_the_sign(shop: Rig) -> None:
    shop.hotkey()
    footer = shop.palette.findChild(PaletteFooter)
    assert footer is not None
    shop.qtbot.waitUntil(lambda: bool(rows(shop)))
    assert "@" in [cap.text() for cap in footer.findChildren(KeyCap)]
    shop.press(Qt.Key.Key_F1)
    sheet = shop.palette.findChild(KeySheet)
    assert sheet is not None
    assert "@: Search customers" in sheet.accessibleDescription()


def test_the_footer_says_what_enter_does_with_the_selected_row(shop: Rig) -> None:
    footer = shop.palette.findChild(PaletteFooter)
    assert footer is not None

    def texts() -> list[str]:
        return [label.text() for label in footer.findChildren(QLabel) if label.isVisible()]

    search(shop, "@6789")
    shop.qtbot.waitUntil(lambda: "Choose the customer" in texts())
    shop.press(DOWN)
    shop.qtbot.waitUntil(lambda: "Choose the customer" not in texts())
    assert texts()[:2] == ["Enter", "New card"]


def test_a_lock_empties_the_list_and_says_why(shop: Rig) -> None:
    search(shop, "@小王")
    shop.services.stores.lock()
    shop.services.events.customers_changed.emit()
    shop.qtbot.waitUntil(lambda: titles(shop) == [])
    footer = shop.palette.findChild(PaletteFooter)
    assert footer is not None
    assert "Customers are locked" in [label.text() for label in footer.findChildren(QLabel)]
    shop.palette.customers.forget()
    assert shop.palette._view._cards == {}
    shop.services.stores.unlock()
    shop.services.events.customers_changed.emit()
    shop.qtbot.waitUntil(lambda: titles(shop) == ["小王"])
