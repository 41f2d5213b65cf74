"""The quick note in the running program: hotkey, Enter, the focus goes back, the clipboard is as before."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit

from quickdesk.app.customers.cases import CasesFeature
from quickdesk.app.customers.protection import ProtectionFeature
from quickdesk.app.customers.quick_note import QuickNoteFeature
from quickdesk.customers.customer import Customer, Nickname, Order
from quickdesk.customers.store import CustomerChange
from quickdesk.customers.timeline import EventType
from quickdesk.replies.history import ActionType
from quickdesk.storage.open import Stores
from quickdesk.ui.cases.case_form import CaseForm
from quickdesk.ui.editor.snippet_editor import SnippetEditor
from quickdesk.ui.notes.note_edit import NoteEdit
from quickdesk.ui.notes.quick_note import QuickNote
from quickdesk.ui.palette.window import Palette
from tests.app.rig import Rig
from tests.fakes.paster import CHAT

BUYER = Customer("k1", (Nickname("小雨", "淘宝"),), orders=(Order("112233445566"),))
OTHER = Customer("k2", (Nickname("林先生"),))
HOTKEY = "ctrl+alt+n"
ENTER, ESC = Qt.Key.Key_Return, Qt.Key.Key_Escape
NONE, CONTROL, ALT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)


class Chat:
    """The program beside a chat with two customers, of whom the first is current."""

    def __init__(self, rig: Rig) -> None:
        self.rig, self.services = rig, rig.services
        self.cards = rig.services.commands.cards
        self.cards.apply(CustomerChange(customers=(BUYER, OTHER)), ActionType.ADD_CUSTOMER)
        self.current = rig.services.current_customer
        self.current.open("k1")
        rig.windows.ours_is_shown = lambda: bool(rig.shown(Palette) or rig.shown(QuickNote))

    def hotkey(self) -> QuickNote:
        assert self.rig.hotkeys.press(HOTKEY)
        panel = self.rig.the(QuickNote)
        self.rig.qtbot.waitUntil(panel.isActiveWindow)
        return panel

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
        edit = self.rig.the(QuickNote).findChild(NoteEdit)
        assert edit is not None
        self.rig.qtbot.keyClick(edit, key, held)

    def notes(self, customer_id: str = "k1") -> list[str]:
        return [note.text for note in self.cards.store.notes(customer_id)]


@pytest.fixture
def chat(rig: Rig) -> Chat:
    return Chat(rig)


def test_the_selection_becomes_a_note_with_two_keys(chat: Chat) -> None:
    chat.rig.paster.selection, chat.rig.paster.clipboard = "不要中通", "订单号"
    panel = chat.hotkey()
    assert "小雨" in panel.who
    assert panel.text == "不要中通"
    chat.press(ENTER)
    (note,) = chat.cards.store.notes("k1")
    assert (note.text, note.is_pinned, note.at) == ("不要中通", False, chat.cards.clock.now())
    assert "Note saved: 小雨" in chat.rig.notification()
    assert chat.rig.windows.activated == [CHAT]
    assert chat.rig.windows.key_releases == [True], "Enter would repeat in the chat box"
    assert chat.rig.paster.texts == []


def test_without_a_selection_the_clipboard_is_taken(chat: Chat) -> None:
    chat.rig.paster.selection, chat.rig.paster.clipboard = " \n", "改地址"
    assert chat.hotkey().text == "改地址"
    chat.press(ENTER, CONTROL)
    assert chat.cards.store.notes("k1")[0].is_pinned


def test_the_author_is_the_agents_code(chat: Chat) -> None:
    chat.rig.ask("facts set", name="工号", value="A07")
    chat.rig.paster.selection = "x"
    chat.hotkey()
    chat.press(ENTER)
    chat.services.settings.save(replace(chat.services.settings.current, agent="B1"))
    chat.hotkey()
    chat.press(ENTER)
    assert [note.author for note in chat.cards.store.notes("k1")] == ["A07", "B1"]


def test_esc_saves_nothing_and_the_focus_goes_back(chat: Chat) -> None:
    chat.rig.paster.selection = "x"
    chat.hotkey()
    chat.press(ESC)
    assert chat.notes() == []
    assert chat.rig.windows.activated == [CHAT]


def test_a_note_stays_with_its_customer_when_another_becomes_current(chat: Chat) -> None:
    chat.rig.paster.selection = "不要中通"
    panel = chat.hotkey()
    chat.current.open("k2")
    assert "小雨" in panel.who
    chat.press(ENTER)
    assert (chat.notes("k1"), chat.notes("k2")) == (["不要中通"], [])


def test_without_a_customer_one_is_chosen_in_the_palette_and_the_text_stays(chat: Chat) -> None:
    chat.current.use_none()
    chat.rig.paster.selection = "不要中通"
    panel = chat.hotkey()
    assert panel.who == "No customer is chosen yet"
    chat.press(ENTER)
    assert panel.isHidden()
    assert chat.rig.palette.query == "@"
    chat.current.open("k2")
    assert panel.isVisible()
    assert chat.rig.shown(Palette) == []
    assert "林先生" in panel.who
    chat.press(ENTER)
    assert chat.notes("k2") == ["不要中通"]


def test_what_happens_to_cards_meanwhile_is_no_choice(chat: Chat) -> None:
    chat.rig.paster.selection = "x"
    panel = chat.hotkey()
    chat.press(Qt.Key.Key_C, ALT)
    chat.services.events.customers_changed.emit()
    assert panel.isHidden()
    assert chat.rig.palette.query == "@"
    chat.rig.palette.customers.chosen.emit("k1")
    assert panel.isVisible(), "the one who is current already can be chosen too"
    assert "小雨" in panel.who
    chat.press(ESC)


def test_a_choice_that_is_not_made_brings_the_panel_back(chat: Chat) -> None:
    chat.rig.paster.selection = "x"
    panel = chat.hotkey()
    chat.press(Qt.Key.Key_C, ALT)
    chat.rig.press(ESC)
    chat.rig.press(ESC)
    assert panel.isVisible()
    assert "小雨" in panel.who
    chat.press(ESC)


def test_the_hotkey_takes_the_new_selection_unless_the_text_was_edited(chat: Chat) -> None:
    chat.rig.paster.selection = "a"
    panel = chat.hotkey()
    edit = panel.findChild(QPlainTextEdit)
    assert edit is not None
    chat.rig.paster.selection = "b"
    assert chat.hotkey().text == "b"
    chat.rig.qtbot.keyClicks(edit, "c")
    chat.rig.paster.selection = "d"
    assert chat.hotkey().text == "bc"
    chat.press(ESC)


def test_an_order_remark_is_copied_and_on_the_timeline(chat: Chat) -> None:
    chat.services.settings.save(replace(chat.services.settings.current, agent="A07"))
    chat.rig.paster.selection = "破损\n补发"
    chat.hotkey()
    chat.press(Qt.Key.Key_R, CONTROL)
    day = chat.cards.clock.now().date().isoformat()
    assert chat.rig.paster.texts == [f"{day} A07 破损 补发"]
    (event,) = chat.cards.store.events("k1")
    assert (event.type, event.text) == (EventType.ORDER_REMARK, chat.rig.paster.texts[0])
    assert "Order remark copied" in chat.rig.notification()


def test_the_palette_copies_a_remark_with_one_key(chat: Chat) -> None:
    chat.rig.paster.selection = "改地址"
    chat.rig.hotkey()
    chat.rig.press(Qt.Key.Key_R, CONTROL)
    assert len(chat.rig.paster.copied) == 1
    assert chat.rig.paster.copied[0].text.endswith("改地址")
    assert "Your code is not set" in chat.rig.notification()


def test_a_note_becomes_a_reply_without_personal_data(chat: Chat) -> None:
    chat.rig.paster.selection = "小雨 订单 112233445566 电话 13800138000 已补发"
    chat.hotkey()
    chat.press(Qt.Key.Key_E, CONTROL)
    editor = chat.rig.the(SnippetEditor)
    assert editor.content.body == "{买家昵称} 订单 {订单号} 电话 {电话} 已补发"
    assert chat.notes() == []


def test_the_text_of_a_reply_becomes_a_note(chat: Chat) -> None:
    chat.rig.feature(QuickNoteFeature).take_reply("b2")
    assert chat.rig.the(QuickNote).text == "您的退款{天数}天内到{账户}。"
    chat.press(ESC)


def test_the_palette_makes_a_note_of_the_selected_reply(chat: Chat) -> None:
    chat.rig.hotkey()
    chat.rig.write("nh")
    chat.rig.press(Qt.Key.Key_N, ALT)
    assert chat.rig.shown(Palette) == []
    chat.press(ENTER)
    assert chat.notes() == ["您好，很高兴为您服务。"]


def test_a_customer_is_chosen_by_letters_in_the_palette(chat: Chat) -> None:
    chat.current.use_none()
    chat.rig.paster.selection = "不要中通"
    chat.hotkey()
    chat.press(ENTER)
    chat.rig.write("lin")
    chat.rig.press(ENTER)
    assert "林先生" in chat.rig.the(QuickNote).who
    chat.press(ENTER)
    assert chat.notes("k2") == ["不要中通"]


def test_a_note_that_is_too_long_says_so_and_stays(chat: Chat) -> None:
    chat.rig.paster.selection = "长" * 1_000_000
    panel = chat.hotkey()
    chat.press(ENTER)
    assert panel.isVisible()
    assert panel.warning
    assert chat.notes() == []
    chat.press(ESC)


def test_a_note_becomes_a_case_of_its_customer(chat: Chat) -> None:
    chat.rig.paster.selection = "外箱破损，要退款"
    chat.hotkey()
    chat.current.open("k2")
    chat.press(Qt.Key.Key_O, CONTROL)
    form = chat.rig.the(CaseForm)
    chat.rig.qtbot.waitUntil(form.isActiveWindow)
    chat.rig.qtbot.keyClicks(form.focusWidget(), "18")
    chat.rig.qtbot.keyClick(form.focusWidget(), ENTER)
    (case,) = chat.cards.store.cases()
    assert (case.customer_id, case.request) == ("k1", "外箱破损，要退款")
    assert case.next_date in (
        chat.cards.clock.now().date(),
        chat.cards.clock.now().date() + timedelta(days=1),
    )
    assert chat.rig.feature(CasesFeature).before_quit() is None


def test_a_customer_who_is_gone_keeps_the_text_in_the_panel(chat: Chat) -> None:
    chat.rig.paster.selection = "x"
    panel = chat.hotkey()
    chat.cards.apply(CustomerChange(remove_customers=("k1",)), ActionType.REMOVE_CUSTOMER)
    chat.press(ENTER)
    assert panel.isVisible()
    assert panel.text == "x"
    assert "not there any more" in panel.warning
    chat.press(ESC)


def test_a_note_that_cannot_be_saved_stays_in_the_panel(chat: Chat, caplog: pytest.LogCaptureFixture) -> None:
    stores: Stores = chat.rig.stores
    chat.rig.paster.selection = "x"
    panel = chat.hotkey()
    stores.close()
    chat.press(ENTER)
    assert panel.isVisible()
    assert panel.text == "x"
    assert panel.warning
    chat.press(ESC)
    caplog.clear()


def test_while_locked_it_says_so_and_opens_no_panel(chat: Chat) -> None:
    chat.rig.stores.lock()
    assert chat.rig.hotkeys.press(HOTKEY)
    assert chat.rig.shown(QuickNote) == []
    assert "Customers are locked" in chat.rig.notification()


def test_a_lock_hides_the_panel_and_its_text_comes_back(chat: Chat) -> None:
    protection = chat.rig.feature(ProtectionFeature)
    chat.rig.paster.selection = "x"
    panel = chat.hotkey()
    protection.locked.emit()
    assert panel.isHidden()
    protection.unlocked.emit()
    assert panel.isVisible()
    assert panel.text == "x"
    chat.press(ESC)
    protection.unlocked.emit()
    assert panel.isHidden()


def test_undo_takes_a_note_back(chat: Chat) -> None:
    chat.rig.clock.moment += timedelta(seconds=1)
    chat.rig.paster.selection = "x"
    chat.hotkey()
    chat.press(ENTER)
    chat.rig.ask("undo")
    assert chat.notes() == []


def test_the_hotkey_can_be_changed_in_the_settings(chat: Chat) -> None:
    chat.services.settings.save(replace(chat.services.settings.current, note_hotkey="ctrl+alt+m"))
    assert chat.rig.hotkeys.press("ctrl+alt+m")
    chat.press(ESC)
