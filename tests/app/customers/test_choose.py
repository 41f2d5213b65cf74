"""The current customer is chosen by the hotkey, by digits and by the command; the clipboard stays."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from quickdesk.app.customers.choose import ChooseCustomerFeature
from quickdesk.customers.customer import Customer, Nickname
from quickdesk.customers.store import CustomerChange
from quickdesk.ui.current.question import QuestionWindow
from quickdesk.ui.form.field_form import FieldForm
from quickdesk.ui.palette.customer_strip import CustomerStrip
from tests.app.rig import Rig
from tests.fakes.paster import CHAT

HOTKEY = "ctrl+alt+c"
ENTER, ESC = Qt.Key.Key_Return, Qt.Key.Key_Escape
ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier


def current(rig: Rig) -> str:
    return rig.services.current_customer.open_customers.current


def press(rig: Rig, selected: str = "", copied: str = "") -> None:
    rig.paster.selection, rig.paster.clipboard = selected, copied
    assert rig.hotkeys.press(HOTKEY)
    assert (rig.paster.selection, rig.paster.clipboard) == (selected, copied)


def strip(rig: Rig) -> CustomerStrip:
    found = rig.palette.findChild(CustomerStrip)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("selected", "copied", "wanted"),
    [
        ("小王", "", "w"),
        ("", "小王\n", "w"),
        ("", "a1001", "w"),
        ("李四", "小王", "l"),
        ("something else", "小王", "w"),
        ("two\nlines", "B2", "l"),
    ],
)
def test_what_is_selected_or_else_copied_becomes_current(
    shop: Rig, selected: str, copied: str, wanted: str
) -> None:
    press(shop, selected, copied)
    assert current(shop) == wanted
    assert shop.shown(QuestionWindow) == []
    assert "Current customer" in shop.notification()


def test_one_key_makes_a_card_for_an_unknown_nickname(shop: Rig) -> None:
    press(shop, copied="新客人")
    window = shop.the(QuestionWindow)
    assert "新客人" in window.accessibleName()
    shop.qtbot.keyClick(window, ENTER)
    made = shop.services.commands.customers.get(current(shop))
    assert made is not None
    assert made.nicknames == (Nickname("新客人"),)
    assert shop.windows.activated[-1] == CHAT
    shop.ask("undo")
    assert current(shop) == ""


def test_esc_makes_no_card(shop: Rig) -> None:
    press(shop, copied="新客人")
    shop.qtbot.keyClick(shop.the(QuestionWindow), ESC)
    assert len(shop.services.commands.customers.customers()) == 3
    assert current(shop) == ""
    assert shop.shown(QuestionWindow) == []


def test_of_several_customers_one_is_chosen_by_its_digit_and_not_by_enter(shop: Rig) -> None:
    same = Customer("j", (Nickname("小王", "京东"),))
    shop.services.commands.customers.apply(CustomerChange(customers=(same,)))
    press(shop, copied="小王")
    window = shop.the(QuestionWindow)
    shop.qtbot.keyClick(window, ENTER)
    assert current(shop) == ""
    shop.qtbot.keyClick(window, Qt.Key.Key_2)
    assert current(shop) == "j"


@pytest.mark.parametrize(
    ("copied", "word"), [("", "Nothing is selected"), ("a\nb", "several lines"), ("长" * 501, "too long")]
)
def test_what_can_be_no_nickname_is_refused_with_words(shop: Rig, copied: str, word: str) -> None:
    press(shop, copied=copied)
    assert word in shop.notification()
    assert shop.shown(QuestionWindow) == []


def test_digits_switch_among_open_customers_and_only_these_are_registered(shop: Rig) -> None:
    for customer in ("w", "l"):
        shop.services.current_customer.open(customer)
    assert shop.hotkeys.press("alt+shift+1")
    assert current(shop) == "w"
    assert shop.hotkeys.press("alt+shift+2")
    assert current(shop) == "l"
    assert not shop.hotkeys.press("alt+shift+3")
    shop.services.current_customer.close_customer("w")
    assert not shop.hotkeys.press("alt+shift+1")


def test_keys_that_another_program_has_are_said_once(shop: Rig) -> None:
    shop.hotkeys.taken |= {"alt+shift+1", "alt+shift+2"}
    shop.services.current_customer.open("w")
    assert "already used by another program" in shop.notification()
    settings = shop.services.settings
    settings.save(replace(settings.current, switch_keys="ctrl+alt"))
    assert shop.hotkeys.press("ctrl+alt+1")


def test_another_hotkey_is_used_at_once(shop: Rig) -> None:
    settings = shop.services.settings
    settings.save(replace(settings.current, customer_hotkey="ctrl+alt+j"))
    assert not shop.hotkeys.press(HOTKEY)
    shop.paster.clipboard = "小王"
    assert shop.hotkeys.press("ctrl+alt+j")
    assert current(shop) == "w"


def test_a_taken_hotkey_is_said_at_the_start(shop: Rig) -> None:
    shop.hotkeys.taken.add(HOTKEY)
    shop.feature(ChooseCustomerFeature).start()
    assert "already used by another program" in shop.notification()


def test_the_command_chooses_and_leaves(shop: Rig) -> None:
    assert shop.ask("customer use", id="小王")["data"] == {"id": "w"}
    assert current(shop) == "w"
    assert shop.ask("customer use", id="nobody")["problem"] == "unknown-customer"
    assert current(shop) == "w"
    assert shop.ask("customer use", none=True)["data"] == {"id": None}
    assert current(shop) == ""


def test_the_strip_shows_who_is_current_and_what_is_known(shop: Rig) -> None:
    shop.hotkey()
    assert strip(shop).isHidden()
    shop.services.current_customer.open("l")
    shop.services.current_customer.open("w")
    assert not strip(shop).isHidden()
    for text in ("小王", "淘宝", "老客", "喜欢晚上联系", "Alt+Shift+1 李四", "2 open"):
        assert text in strip(shop).text
    assert "13800000006" not in strip(shop).text
    shop.services.current_customer.use_none()
    assert "No current customer" in strip(shop).text


def test_a_customer_moved_to_the_trash_is_closed(shop: Rig) -> None:
    shop.services.current_customer.open("w")
    shop.services.commands.customers.apply(CustomerChange(remove_customers=("w",)))
    shop.services.events.customers_changed.emit()
    assert current(shop) == ""
    assert strip(shop).isHidden()


def test_before_a_reply_to_somebody_not_to_be_contacted_a_deliberate_key_is_wanted(shop: Rig) -> None:
    shop.services.current_customer.open("z")
    shop.reply("nh")
    window = shop.the(QuestionWindow)
    assert "投诉中" in window.accessibleName()
    for _ in range(2):
        QTest.keyClick(window, ENTER)
    assert shop.paster.texts == []
    shop.qtbot.keyClick(window, Qt.Key.Key_S, ALT)
    assert len(shop.paster.pasted) == 1
    assert [each.reply_id for each in shop.services.commands.customers.events("z")] == ["a1"]
    shop.reply("nh")
    shop.qtbot.keyClick(shop.the(QuestionWindow), ESC)
    assert len(shop.paster.texts) == 1


def test_it_is_asked_too_when_the_card_cannot_be_read_any_more(shop: Rig) -> None:
    shop.services.current_customer.open("z")
    shop.hotkey()
    shop.write("cm")
    shop.press(ENTER)
    shop.services.commands.customers.apply(CustomerChange(remove_customers=("z",)))
    for line in shop.lines(FieldForm):
        line.setText("x")
    shop.submit_form()
    assert "投诉中" in shop.the(QuestionWindow).accessibleName()
    assert shop.paster.texts == []
    shop.qtbot.keyClick(shop.the(QuestionWindow), ESC)


RULES = {"chat": "^(.+?) - chat"}


def open_over(rig: Rig, title: str) -> None:
    rig.windows.front = replace(CHAT, title=title)
    rig.reply_feature.open()
    rig.reply_feature.hide()


def test_the_title_of_the_chat_chooses_the_customer(shop: Rig) -> None:
    settings = shop.services.settings
    settings.save(replace(settings.current, title_rules=RULES))
    open_over(shop, "小王 - chat")
    assert current(shop) == "w"
    open_over(shop, "main window")
    assert current(shop) == "w"
    shop.services.current_customer.open("l")  # on purpose, while the same chat is open
    open_over(shop, "小王 - chat")
    assert current(shop) == "l"
    open_over(shop, "李四 - chat")
    open_over(shop, "小王 - chat")
    assert current(shop) == "w"


def test_a_title_of_somebody_unknown_leaves_no_customer_and_makes_no_card(shop: Rig) -> None:
    settings = shop.services.settings
    settings.save(replace(settings.current, title_rules=RULES))
    shop.services.current_customer.open("w")
    open_over(shop, "陌生人 - chat")
    assert current(shop) == ""
    assert "No card for 陌生人" in strip(shop).text
    assert len(shop.services.commands.customers.customers()) == 3


def test_a_rule_that_never_ends_is_stopped_and_said(shop: Rig) -> None:
    settings = shop.services.settings
    settings.save(replace(settings.current, title_rules={"chat": "((x+x+)+y)"}))
    shop.services.current_customer.open("w")
    open_over(shop, "x" * 300)
    assert "takes too long" in shop.notification()
    assert current(shop) == "", "nothing says whose chat this is"


def test_a_title_that_could_not_be_looked_up_while_customers_were_locked_is_read_again(shop: Rig) -> None:
    settings = shop.services.settings
    settings.save(replace(settings.current, title_rules=RULES))
    shop.services.current_customer.open("l")
    shop.stores.lock()
    open_over(shop, "小王 - chat")
    shop.stores.unlock()
    assert current(shop) == "", "the values of 李四 are not for this chat"
    open_over(shop, "小王 - chat")
    assert current(shop) == "w"


@pytest.mark.parametrize(
    ("title", "letters", "is_asked"),
    [
        ("李四 - chat", "cm", True),
        ("陌生人 - chat", "cm", True),
        ("小王 - chat", "cm", False),
        ("main window", "cm", False),
    ],
)
def test_a_chat_that_is_with_somebody_else_by_now_is_asked_about(
    shop: Rig, title: str, letters: str, *, is_asked: bool
) -> None:
    settings = shop.services.settings
    settings.save(replace(settings.current, title_rules=RULES))
    shop.windows.front = replace(CHAT, title="小王 - chat")
    shop.hotkey()
    shop.write(letters)
    shop.press(ENTER, SHIFT)
    shop.windows.front = replace(CHAT, title=title)
    shop.submit_form()
    assert bool(shop.shown(QuestionWindow)) is is_asked
    if is_asked:
        assert shop.paster.texts == []
        window = shop.the(QuestionWindow)
        assert "小王" in window.accessibleName()
        shop.qtbot.keyClick(window, Qt.Key.Key_S, ALT)
    assert len(shop.paster.pasted) == 1
