"""Facts fill replies on their way from the palette to the chat box."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from quickdesk.replies.snippet import Snippet
from quickdesk.replies.store import Change
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
