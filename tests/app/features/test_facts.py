"""Facts fill replies on their way from the palette to the chat box."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from quickdesk.app.features.drafts import DraftsFeature
from quickdesk.replies.snippet import Snippet
from quickdesk.replies.store import Change
from quickdesk.ui.facts.facts_window import FactsWindow
from quickdesk.ui.facts.value_edit import ValueEdit
from quickdesk.ui.form.field_form import FieldForm
from quickdesk.ui.form.reply_preview import ReplyPreview
from quickdesk.ui.palette.preview_text import PreviewText
from tests.app.rig import Rig

ENTER, SHIFT = Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier
COURIER = Snippet("d4", "快递", "默认发{快递公司|顺丰|中通}，{发货时限}内发出", "kd")
PARCEL = Snippet("e5", "单号", "{快递公司}单号{快递单号}", "dh")


@pytest.fixture
def shop(rig: Rig) -> Rig:
    """The program with two facts and two replies that use them."""
    rig.library.apply(Change(put=(COURIER, PARCEL)))
    rig.ask("facts set", name="快递 公司", value="京东")
    rig.ask("facts set", name="发货时限", value="48小时", until="2026-11-22")
    return rig


def _preview(rig: Rig) -> str:
    QApplication.processEvents()  # the preview follows the list
    text = rig.palette.findChild(PreviewText)
    assert text is not None
    return text.toPlainText().replace("\u2060", "").replace("\u200b", "").replace("\u00a0", "")


def _shown_reply(rig: Rig) -> str:
    preview = rig.the(FieldForm).findChild(ReplyPreview)
    assert preview is not None
    return preview.toPlainText()


def test_a_reply_that_facts_fill_is_pasted_without_a_form_as_the_preview_shows_it(shop: Rig) -> None:
    shop.hotkey()
    shop.write("kd")
    shown = _preview(shop)
    shop.press(ENTER)
    assert [each.text for _, each in shop.paster.pasted] == [shown] == ["默认发京东，48小时内发出"]
    assert shop.shown(FieldForm) == []


def test_shift_enter_shows_the_form_all_the_same(shop: Rig) -> None:
    shop.hotkey()
    shop.write("kd")
    shop.press(ENTER, SHIFT)
    assert shop.paster.pasted == []
    assert _shown_reply(shop) == "默认发京东，48小时内发出"
    shop.submit_form()
    assert shop.paster.pasted[0][1].text == "默认发京东，48小时内发出"


def test_shift_enter_shows_a_reply_without_fields_too(shop: Rig) -> None:
    shop.hotkey()
    shop.write("nh")
    shop.press(ENTER, SHIFT)
    assert shop.paster.pasted == []
    shop.qtbot.keyClick(shop.the(FieldForm), ENTER)
    assert len(shop.paster.pasted) == 1


def test_a_form_asks_only_for_what_is_the_buyers(shop: Rig) -> None:
    shop.reply("dh")
    assert shop.the(FieldForm).values == {"快递公司": "京东", "快递单号": ""}


def test_an_expired_fact_is_asked_for_again(shop: Rig) -> None:
    shop.clock.moment += timedelta(days=1)
    shop.hotkey()
    shop.write("kd")
    assert "发货时限" in _preview(shop)
    shop.press(ENTER)
    assert shop.the(FieldForm).values == {"快递公司": "京东", "发货时限": ""}


def test_a_fact_that_changes_while_the_palette_is_open_is_shown_before_it_is_sent(shop: Rig) -> None:
    shop.hotkey()
    shop.write("kd")
    shop.clock.moment += timedelta(seconds=1)
    shop.ask("facts set", name="快递公司", value="德邦")
    assert _preview(shop) == "默认发德邦，48小时内发出"
    shop.ask("undo")
    assert _preview(shop) == "默认发京东，48小时内发出"
    shop.ask("facts remove", name="快递公司")
    assert "快递公司" in _preview(shop)


def test_the_value_of_a_fact_is_never_remembered(shop: Rig) -> None:
    shop.reply("dh")
    shop.the(FieldForm).fill({"快递单号": "1"})
    shop.submit_form()
    assert len(shop.paster.pasted) == 1
    assert shop.stores.settings.field_values() == {}


def test_facts_that_cannot_be_read_are_asked_for(rig: Rig, caplog: pytest.LogCaptureFixture) -> None:
    path = rig.services.folder / "facts.json"
    path.write_text('{"_meta":{"1":{"format":"quickdesk-facts","version":99}},"facts":{}}')
    rig.library.apply(Change(put=(COURIER,)))
    rig.reply("kd")
    assert rig.the(FieldForm).values == {"快递公司": "顺丰", "发货时限": ""}
    warnings = [each for each in caplog.records if each.name.endswith("current_facts")]
    assert [each.getMessage() for each in warnings] == ["the facts cannot be read: NEWER"]
    caplog.clear()


def _notes(rig: Rig) -> list[str]:
    form = rig.the(FieldForm)
    return [each.text() for each in form.findChildren(QLabel) if each.isVisible() and each.text()]


def test_the_focus_is_on_the_first_field_that_is_the_buyers_and_facts_follow(shop: Rig) -> None:
    shop.reply("dh")
    focused = shop.the(FieldForm).focusWidget()
    assert focused is not None
    assert focused.accessibleName() == "快递单号"
    shop.qtbot.keyClicks(focused, "7")
    shop.qtbot.keyClick(focused, ENTER)
    assert shop.paster.pasted[0][1].text == "京东单号7"


def test_a_fact_is_changed_for_one_reply_only(shop: Rig) -> None:
    shop.reply("dh")
    form = shop.the(FieldForm)
    shop.qtbot.waitUntil(form.isActiveWindow)  # else Qt sends no FocusIn
    shop.qtbot.keyClicks(form.focusWidget(), "7")
    shop.qtbot.keyClick(form.focusWidget(), Qt.Key.Key_Tab)
    assert form.focusWidget().accessibleName() == "快递公司"
    shop.qtbot.keyClicks(form.focusWidget(), "EMS")  # replaces the value, which is selected
    shop.qtbot.keyClick(form.focusWidget(), ENTER)
    assert shop.paster.pasted[0][1].text == "EMS单号7"
    assert shop.services.commands.facts.facts()[0].value == "京东"
    assert shop.stores.settings.field_values() == {}


def test_one_key_makes_a_value_a_fact(rig: Rig) -> None:
    rig.library.apply(Change(put=(COURIER,)))
    rig.reply("kd")
    form = rig.the(FieldForm)
    form.fill({"发货时限": "24小时"})
    rig.qtbot.waitUntil(form.isActiveWindow)
    rig.qtbot.keyClick(form.focusWidget(), Qt.Key.Key_Tab)
    rig.qtbot.keyClick(form.focusWidget(), Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert [(each.name, each.value) for each in rig.services.commands.facts.facts()] == [
        ("发货时限", "24小时")
    ]
    assert any("Saved" in each for each in _notes(rig))
    assert rig.the(FieldForm) is form, "it stays open"
    rig.ask("undo")
    assert not any("Saved" in each for each in _notes(rig))


def test_no_key_makes_what_is_the_buyers_a_fact(shop: Rig) -> None:
    shop.reply("dh")
    form = shop.the(FieldForm)
    shop.qtbot.keyClicks(form.focusWidget(), "7")
    shop.qtbot.keyClick(form.focusWidget(), Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert len(shop.services.commands.facts.facts()) == 2


def test_a_fact_that_cannot_be_saved_says_why(rig: Rig) -> None:
    rig.library.apply(Change(put=(COURIER,)))
    rig.reply("kd")
    form = rig.the(FieldForm)
    form.fill({"快递公司": "长" * 2000})
    rig.qtbot.keyClick(form.focusWidget(), Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert "1,000" in rig.notification()
    assert rig.services.commands.facts.facts() == ()


@pytest.mark.parametrize("happens", ["removed", "changed", "expired"])
def test_what_a_form_shows_is_sent_whatever_becomes_of_the_fact_and_that_is_said(
    shop: Rig, happens: str
) -> None:
    shop.hotkey()
    shop.write("kd")
    shop.press(ENTER, SHIFT)
    before = _notes(shop)
    shop.clock.moment += timedelta(hours=12)
    if happens == "removed":
        shop.ask("facts remove", name="发货时限")
    elif happens == "changed":
        shop.ask("facts set", name="发货时限", value="72小时")
    else:
        shop.services.events.replies_changed.emit()
    (note,) = [each for each in _notes(shop) if each not in before]
    assert (
        note
        == {
            "removed": "This fact of the shop was removed meanwhile",
            "changed": "The shop's facts say: 72小时",
            "expired": "Expired: this fact of the shop was valid until 2026-11-22",
        }[happens]
    )
    assert _shown_reply(shop) == "默认发京东，48小时内发出"
    shop.submit_form()
    assert shop.paster.pasted[0][1].text == "默认发京东，48小时内发出"


def test_an_expired_fact_says_since_when_where_it_is_asked_for(shop: Rig) -> None:
    shop.clock.moment += timedelta(days=1)
    shop.reply("kd")
    assert any("2026-11-22" in each for each in _notes(shop))


def test_the_lines_of_a_fact_are_sent_as_they_are(shop: Rig) -> None:
    shop.ask("facts set", name="快递公司", value="京东\n或 {EMS}")
    shop.hotkey()
    shop.write("kd")
    shop.press(ENTER, SHIFT)
    shop.submit_form()
    assert shop.paster.pasted[0][1].text == "默认发京东\n或 {EMS}，48小时内发出"


def test_facts_are_no_keys_that_were_typed(shop: Rig) -> None:
    shop.reply("kd")
    shop.reply("nh")
    (day,) = shop.ask("stats")["data"]
    texts = "默认发京东，48小时内发出您好，很高兴为您服务。"
    assert day["keys_saved"] == len(texts) - 2 * len("⌨nh⏎")


def test_facts_in_a_form_are_no_keys_that_were_typed(shop: Rig) -> None:
    shop.reply("dh")
    shop.qtbot.keyClicks(shop.the(FieldForm).focusWidget(), "7")
    shop.submit_form()
    (day,) = shop.ask("stats")["data"]
    assert day["keys_saved"] == max(len("京东单号7") - len("⌨dh⏎7⏎"), 0)


# The page.


@pytest.fixture
def page(rig: Rig) -> FactsWindow:
    """The page, opened from the menu of the tray icon, with two proposed facts."""
    rig.library.apply(Change(put=(COURIER, PARCEL)))
    rig.menu_item("Shop facts").trigger()
    window = rig.the(FactsWindow)
    rig.qtbot.waitUntil(window.isActiveWindow)
    return window


def _fill(rig: Rig, page: FactsWindow, text: str, key: Qt.Key = ENTER) -> None:
    edit = page.focusWidget()
    assert isinstance(edit, ValueEdit)
    edit.insertPlainText(text)
    rig.qtbot.keyClick(edit, key)


def test_the_page_asks_for_what_unlocks_most_replies_and_a_reply_is_pasted_at_once(
    rig: Rig, page: FactsWindow
) -> None:
    for value in ("京东", "48小时"):
        _fill(rig, page, value)
    facts = [(each.name, each.value) for each in rig.services.commands.facts.facts()]
    assert facts == [("快递公司", "京东"), ("发货时限", "48小时")]
    rig.reply("kd")
    assert rig.paster.pasted[0][1].text == "默认发京东，48小时内发出"


def test_what_is_typed_on_the_page_is_saved_when_the_program_quits(rig: Rig, page: FactsWindow) -> None:
    edit = page.focusWidget()
    assert isinstance(edit, ValueEdit)
    edit.insertPlainText("京东")
    assert rig.ask("quit")["exit"] == 0
    assert [each.value for each in rig.services.commands.facts.facts()] == ["京东"]


def test_it_is_saved_at_the_end_of_the_session_too(rig: Rig, page: FactsWindow) -> None:
    edit = page.focusWidget()
    assert isinstance(edit, ValueEdit)
    edit.insertPlainText("京东")
    rig.feature(DraftsFeature).on_session_ending()
    assert [each.value for each in rig.services.commands.facts.facts()] == ["京东"]
    edit.insertPlainText("快递")
    rig.services.drafts.close()  # as after SIGTERM
    assert [each.value for each in rig.services.commands.facts.facts()] == ["京东快递"]


def test_a_removal_on_the_page_is_undone_there(rig: Rig, page: FactsWindow) -> None:
    _fill(rig, page, "京东")
    page.removed.emit("快递公司")
    assert rig.services.commands.facts.facts() == ()
    (undo,) = [each for each in page.findChildren(QPushButton) if each.text() == "Undo"]
    undo.click()
    assert [each.value for each in rig.services.commands.facts.facts()] == ["京东"]
    assert not undo.isVisible()


def test_undo_is_not_offered_any_more_when_it_would_take_back_another_change(
    rig: Rig, page: FactsWindow
) -> None:
    _fill(rig, page, "京东")
    page.removed.emit("快递公司")
    (undo,) = [each for each in page.findChildren(QPushButton) if each.text() == "Undo"]
    assert undo.isVisible()
    rig.ask("add", title="好评", body="谢谢")
    assert not undo.isVisible()


@pytest.mark.parametrize(
    ("value", "day", "words"),
    [("京东", "soon", "2026-12-31"), ("京东", "2020-01-01", "is over"), ("长" * 2000, "", "1,000")],
)
def test_the_page_says_why_a_fact_was_not_saved(
    rig: Rig, page: FactsWindow, value: str, day: str, words: str
) -> None:
    page.saved.emit("快递公司", value, day)
    assert any(words in each.text() for each in page.findChildren(QLabel) if each.isVisible())
    assert rig.services.commands.facts.facts() == ()


def test_the_page_follows_commands_and_replies(rig: Rig, page: FactsWindow) -> None:
    rig.ask("facts set", name="发货地", value="杭州", until="12-31")
    rig.ask("facts set", name="发货地", value="杭州", until="2026-12-31")
    values = [each.toPlainText() for each in page.findChildren(ValueEdit)]
    assert "杭州" in values
    rig.menu_item("Shop facts").trigger()
    assert len(rig.shown(FactsWindow)) == 1
