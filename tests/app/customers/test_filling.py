"""The card of the current customer fills replies, and no value goes to another customer."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit

from quickdesk.customers.customer import Customer
from quickdesk.customers.store import CustomerChange
from quickdesk.ui.form.field_form import FieldForm
from tests.app.customers.conftest import WANG
from tests.app.rig import Rig

ENTER, ESC, SHIFT, ALT = (
    Qt.Key.Key_Return,
    Qt.Key.Key_Escape,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


def go_back(rig: Rig) -> None:
    """Press Esc in the form and wait until the palette has the keyboard instead."""
    rig.qtbot.keyClick(rig.the(FieldForm), ESC)
    rig.palette.activateWindow()
    rig.qtbot.waitUntil(lambda: not rig.shown(FieldForm))


def use(rig: Rig, customer_id: str) -> None:
    assert rig.services.current_customer.open(customer_id)


def pasted(rig: Rig) -> list[str]:
    return [each.text for _, each in rig.paster.pasted]


def form_texts(rig: Rig) -> str:
    return "\n".join(label.text() for label in rig.the(FieldForm).findChildren(QLabel))


def fill(rig: Rig, name: str, value: str) -> QLineEdit:
    (line,) = [each for each in rig.lines(FieldForm) if each.accessibleName() == name]
    line.setFocus()
    line.setText(value)
    return line


def test_what_the_card_fills_is_pasted_without_a_form(shop: Rig) -> None:
    use(shop, "w")
    shop.reply("cm")
    assert pasted(shop) == ["小王您好，建议M码"]
    assert shop.shown(FieldForm) == []


def test_without_a_customer_everything_is_asked(shop: Rig) -> None:
    shop.reply("cm")
    assert shop.the(FieldForm).values == {"买家昵称": "", "尺码": ""}


def test_the_form_says_whose_card_filled_what(shop: Rig) -> None:
    use(shop, "l")
    shop.reply("cm")
    assert shop.the(FieldForm).values == {"买家昵称": "李四", "尺码": ""}
    assert "For 李四" in form_texts(shop)
    assert "Filled in from the card of 李四" in form_texts(shop)


def test_several_orders_are_asked_and_the_parcel_follows_the_order(shop: Rig) -> None:
    use(shop, "l")
    shop.reply("wl")
    form = shop.the(FieldForm)
    assert form.values == {"订单号": "B2", "快递公司": "", "快递单号": "YT9"}
    form.fill({"订单号": "B1"})
    assert form.values == {"订单号": "B1", "快递公司": "", "快递单号": ""}


def test_a_form_stays_with_the_customer_it_was_opened_for(shop: Rig) -> None:
    use(shop, "l")
    shop.reply("cm")
    use(shop, "w")
    assert "The current customer is 小王 now. This form stays with 李四." in form_texts(shop)
    fill(shop, "尺码", "L")
    shop.submit_form()
    assert pasted(shop) == ["李四您好，建议L码"]
    events = shop.services.commands.customers.events("l")
    assert [each.reply_id for each in events] == ["s1"]
    assert not shop.services.commands.customers.events("w")


def test_what_was_filled_in_for_one_is_not_offered_for_another(shop: Rig) -> None:
    use(shop, "l")
    shop.reply("cm")
    fill(shop, "尺码", "L")
    go_back(shop)
    shop.services.commands.customers.apply(CustomerChange(customers=(Customer("x", remark="新"),)))
    use(shop, "x")
    shop.press(ENTER)
    form = shop.the(FieldForm)
    assert form.values == {"买家昵称": "", "尺码": ""}
    assert not form.draft_bar.isVisible()
    go_back(shop)
    use(shop, "l")
    shop.press(ENTER)
    assert shop.the(FieldForm).values["尺码"] == "L"


def test_a_draft_is_offered_to_its_own_customer_only(shop: Rig) -> None:
    use(shop, "l")
    shop.reply("cm")
    fill(shop, "尺码", "L")
    shop.the(FieldForm).close()
    for customer, is_offered in (("z", False), ("l", True)):
        use(shop, customer)
        shop.reply("cm")
        assert shop.the(FieldForm).draft_bar.isVisible() is is_offered
        shop.the(FieldForm).close()


def test_a_value_typed_for_a_customer_is_not_remembered_for_the_next(shop: Rig) -> None:
    use(shop, "l")
    shop.reply("wl")
    shop.the(FieldForm).fill({"订单号": "B1", "快递公司": "极兔", "快递单号": "JT1"})
    shop.submit_form()
    assert shop.stores.settings.field_values() == {}


def test_one_key_keeps_a_value_on_the_card(shop: Rig) -> None:
    use(shop, "l")
    shop.reply("cm")
    line = fill(shop, "尺码", "XL")
    shop.qtbot.keyClick(line, Qt.Key.Key_K, ALT)
    kept = shop.services.commands.customers.get("l")
    assert kept is not None
    assert dict(kept.fields) == {"尺码": "XL"}
    assert "Kept: it is on the customer's card" in form_texts(shop)
    shop.the(FieldForm).close()
    shop.reply("cm")
    assert pasted(shop) == ["李四您好，建议XL码"]
    shop.ask("undo")
    assert shop.services.commands.customers.get("l") is not None
    assert not shop.services.current_customer.card.value("尺码")


def test_a_value_without_a_place_on_the_card_is_said(shop: Rig) -> None:
    use(shop, "l")
    shop.reply("wl")
    form = shop.the(FieldForm)
    form.card_requested.emit("快递单号", "YT1")
    assert "the card has no place" in shop.notification()


@pytest.mark.parametrize("keeps_texts", [False, True])
def test_a_paste_is_on_the_timeline_with_its_text_only_if_wanted(shop: Rig, keeps_texts: bool) -> None:
    settings = shop.services.settings
    settings.save(replace(settings.current, keep_pasted_texts=keeps_texts))
    use(shop, "w")
    shop.reply("cm")
    (event,) = shop.services.commands.customers.events("w")
    assert (event.reply_id, event.text) == ("s1", "小王您好，建议M码" if keeps_texts else "")


def test_what_was_only_copied_or_sent_without_a_customer_is_not_on_the_timeline(shop: Rig) -> None:
    use(shop, "w")
    shop.windows.front = None
    shop.reply("cm")
    shop.services.current_customer.use_none()
    shop.reply("nh")
    assert len(shop.paster.texts) == 2
    assert not shop.services.commands.customers.events("w")


def test_a_change_of_the_card_fills_at_once(shop: Rig) -> None:
    use(shop, "w")
    shop.services.commands.customers.apply(
        CustomerChange(customers=(Customer("w", WANG.nicknames, fields={"尺码": "S"}),))
    )
    shop.reply("cm")
    assert pasted(shop) == ["小王您好，建议S码"]
