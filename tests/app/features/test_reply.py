"""The reply, from the hotkey to the chat box, with real windows and key presses."""

import logging
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from quickdesk.app.searching.search_service import TakeHits
from quickdesk.desktop.ports.clipboard import ClipboardState
from quickdesk.replies.delivery import Outcome
from quickdesk.replies.snippet import Snippet
from quickdesk.replies.store import Change
from quickdesk.ui.form.field_form import FieldForm
from quickdesk.ui.form.reply_preview import ReplyPreview
from quickdesk.ui.palette.requests import PaletteChoice
from quickdesk.ui.palette.window import Palette
from quickdesk.ui.target_line import TargetLine
from tests.app.rig import GREETING, QUOTE, Rig
from tests.fakes.paster import CHAT

ENTER, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Escape
CONTROL, NOTHING = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier


def _labels(rig: Rig) -> list[str]:
    return [each.text() for each in rig.the(Palette).findChildren(QLabel) if each.isVisible()]


def test_hotkey_letters_enter_and_the_reply_is_pasted_where_the_agent_was(rig: Rig) -> None:
    rig.reply("wenhou")
    assert [(target, each.text) for target, each in rig.paster.pasted] == [(CHAT, GREETING.body)]
    assert rig.shown(Palette) == []
    assert rig.notification() == "", "the agent sees it in the chat box"


def test_a_search_says_whether_there_are_replies_at_all(rig: Rig) -> None:
    rig.hotkey()
    rig.write("zzqqv")
    assert "No replies yet" not in _labels(rig)
    for snippet in rig.stores.snippets.snippets():
        rig.ask("remove", id=snippet.id)
    rig.write("x")
    assert "No replies yet" in _labels(rig)


def test_the_target_is_captured_before_the_palette_shows(rig: Rig) -> None:
    rig.hotkey()
    rig.windows.front = None  # from now on quickdesk has the focus
    rig.write("nh")
    rig.press(ENTER)
    assert rig.paster.pasted[0][0] == CHAT


def test_the_palette_is_hidden_before_the_paster_acts(rig: Rig) -> None:
    rig.paster.is_quick = False
    rig.reply("nh")
    assert rig.shown(Palette) == []
    rig.paster.finish()


@pytest.mark.parametrize("held", [Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier])
def test_ctrl_enter_copies_and_no_target_copies(rig: Rig, held: Qt.KeyboardModifier) -> None:
    if held != CONTROL:
        rig.windows.front = None
    rig.hotkey()
    rig.write("nh")
    rig.press(ENTER, held)
    assert [each.text for each in rig.paster.copied] == [GREETING.body]
    assert rig.paster.pasted == []
    assert "Reply copied" in rig.notification()


def test_a_second_press_and_escape_close_and_paste_nothing(rig: Rig) -> None:
    rig.hotkey()
    rig.hotkey()
    rig.qtbot.waitUntil(lambda: rig.shown(Palette) == [])
    rig.hotkey()
    rig.press(ESCAPE)
    assert rig.shown(Palette) == []
    assert rig.paster.texts == []


def test_nothing_with_an_open_field_reaches_the_paster(rig: Rig) -> None:
    rig.reply("tk")
    rig.qtbot.waitUntil(lambda: rig.shown(Palette) == [])
    rig.submit_form()
    assert rig.paster.texts == [], "{账户} is open"
    rig.lines(FieldForm)[1].insert("支付宝")
    rig.submit_form()
    assert rig.paster.texts == ["您的退款3天内到支付宝。"]
    assert rig.shown(FieldForm) == []


def test_a_remark_is_shown_and_never_pasted(rig: Rig) -> None:
    remark = "先问 {主管}，再发"
    rig.library.apply(Change(put=(replace(GREETING, remark=remark),)))
    rig.hotkey()
    rig.write("nh")
    rig.qtbot.waitUntil(lambda: remark in _labels(rig))
    rig.press(ENTER)
    rig.hotkey()
    rig.write("nh")
    rig.press(ENTER, CONTROL)
    assert [each.text for _, each in rig.paster.pasted] == [GREETING.body]
    assert [each.text for each in rig.paster.copied] == [GREETING.body]


def test_values_are_offered_again_but_not_those_of_one_buyer(rig: Rig) -> None:
    rig.library.apply(Change(put=(Snippet("d4", "单", "{订单号}{快递}", "dd"),)))
    rig.reply("dd")
    for line, value in zip(rig.lines(FieldForm), ("A77", "顺丰"), strict=True):
        line.insert(value)
    rig.submit_form()
    assert dict(rig.stores.settings.field_values()) == {"快递": "顺丰"}
    rig.reply("dd")
    assert dict(rig.the(FieldForm).values) == {"订单号": "", "快递": "顺丰"}


def test_a_cancelled_form_gives_the_focus_back(rig: Rig) -> None:
    rig.reply("tk")
    rig.the(FieldForm).close()
    assert rig.windows.activated == [CHAT]
    assert rig.paster.texts == []
    assert rig.shown(FieldForm) == rig.shown(Palette) == []


def go_back(rig: Rig) -> None:
    """Press Esc in the form and wait until the palette has taken over."""
    line = rig.the(FieldForm).focusWidget()
    assert line is not None
    rig.qtbot.keyClick(line, ESCAPE)
    rig.qtbot.waitUntil(lambda: rig.shown(FieldForm) == [])


def test_escape_in_a_form_goes_back_to_the_list_and_the_values_stay(rig: Rig) -> None:
    rig.reply("tk")
    rig.lines(FieldForm)[1].insert("支付宝")
    go_back(rig)
    assert rig.the(Palette).query == "tk"
    rig.windows.front = None  # the target stays the one the agent came from
    rig.press(ENTER)
    assert dict(rig.the(FieldForm).values) == {"天数": "3", "账户": "支付宝"}
    rig.submit_form()
    assert [(target, each.text) for target, each in rig.paster.pasted] == [(CHAT, "您的退款3天内到支付宝。")]
    assert rig.shown(Palette) == []


def test_enter_right_after_escape_opens_one_form_in_the_place_of_the_other(rig: Rig) -> None:
    rig.reply("tk")
    rig.lines(FieldForm)[1].insert("支付宝")
    left = rig.the(FieldForm)
    QTest.keyClick(left, ESCAPE)
    QTest.keyClick(left, ENTER)  # it still has the keyboard
    rig.qtbot.waitUntil(lambda: len(rig.shown(FieldForm)) == 1 and rig.shown(Palette) == [])
    assert dict(rig.the(FieldForm).values) == {"天数": "3", "账户": "支付宝"}
    rig.submit_form()
    assert rig.paster.texts == ["您的退款3天内到支付宝。"]
    assert rig.shown(FieldForm) == rig.shown(Palette) == []


def test_a_form_left_twice_keeps_what_was_filled_in_first(rig: Rig) -> None:
    rig.reply("tk")
    rig.lines(FieldForm)[1].insert("支付宝")
    go_back(rig)
    rig.press(ENTER)
    go_back(rig)
    rig.press(ENTER)
    assert rig.the(FieldForm).values["账户"] == "支付宝"


def test_another_reply_of_the_same_opening_gets_what_was_typed_for_the_same_name(rig: Rig) -> None:
    rig.library.apply(Change(put=(Snippet("d4", "转账", "转到{账户}", "zz"),)))
    rig.reply("tk")
    rig.lines(FieldForm)[1].insert("支付宝")
    go_back(rig)
    rig.press(ESCAPE)
    rig.write("zz")
    rig.press(ENTER)
    assert dict(rig.the(FieldForm).values) == {"账户": "支付宝"}


@pytest.mark.parametrize("way", ["escape", "hide", "hotkey", "sent"])
def test_the_next_opening_may_be_for_another_buyer_and_gets_no_value(rig: Rig, way: str) -> None:
    rig.reply("tk")
    rig.lines(FieldForm)[1].insert("支付宝")
    go_back(rig)
    if way == "escape":
        rig.press(ESCAPE)
        rig.press(ESCAPE)
    elif way == "hide":
        rig.ask("hide")
    elif way == "hotkey":
        rig.hotkey()
        rig.qtbot.waitUntil(lambda: rig.shown(Palette) == [])
    else:
        rig.press(ENTER)
        rig.submit_form()
    assert rig.shown(Palette) == []
    rig.reply("tk")
    assert dict(rig.the(FieldForm).values) == {"天数": "3", "账户": ""}


def test_a_reply_changed_while_its_form_is_open_is_listed_as_it_is_now(rig: Rig) -> None:
    rig.reply("tk")
    rig.ask("edit", id="b2", title="退款到账")
    go_back(rig)
    rig.qtbot.waitUntil(lambda: any("退款到账" in text for text in _labels(rig)))


def test_an_open_form_comes_to_the_front_instead_of_a_palette(rig: Rig) -> None:
    rig.reply("tk")
    rig.hotkey()
    rig.qtbot.waitUntil(lambda: rig.shown(Palette) == [])
    assert len(rig.shown(FieldForm)) == 1


def test_keys_pressed_before_the_form_has_the_keyboard_are_the_forms(rig: Rig) -> None:
    rig.hotkey()
    box = rig._box()
    rig.write("tk")
    rig.press(ENTER)
    for key in "12":
        rig.qtbot.keyClick(box, key)
    rig.qtbot.keyClick(box, Qt.Key.Key_Tab)
    rig.qtbot.keyClicks(box, "alipay")
    QApplication.sendEvent(box, committed("支付宝"))
    assert dict(rig.the(FieldForm).values) == {"天数": "12", "账户": "alipay支付宝"}
    rig.qtbot.keyClick(box, ENTER)
    assert rig.paster.texts == ["您的退款12天内到alipay支付宝。"]
    assert rig.shown(Palette) == []


def test_escape_before_the_form_has_the_keyboard_goes_back_to_the_palette(rig: Rig) -> None:
    rig.hotkey()
    box = rig._box()
    rig.write("tk")
    rig.press(ENTER)
    rig.qtbot.keyClick(box, ESCAPE)
    rig.qtbot.keyClick(box, "x")
    rig.qtbot.waitUntil(lambda: rig.shown(FieldForm) == [])
    assert rig.the(Palette).query == "tkx"


def committed(text: str) -> QInputMethodEvent:
    """What an input method sends when a composition is done."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    return event


@pytest.mark.parametrize(("clipboard", "asks"), [("在吗", False), ("  ", True)])
def test_the_clipboard_fills_its_field_or_is_asked_for(rig: Rig, clipboard: str, asks: bool) -> None:
    rig.paster.clipboard = clipboard
    rig.reply("yy")
    assert bool(rig.shown(FieldForm)) is asks
    assert rig.paster.texts == ([] if asks else [QUOTE.body.replace("{剪贴板}", clipboard)])


def test_braces_in_a_clipboard_mean_nothing(rig: Rig) -> None:
    rig.paster.clipboard = "{名称}"
    rig.reply("yy")
    assert rig.paster.texts == ["您说的是：{名称}"]


def test_a_reply_removed_since_it_was_listed_is_not_pasted_and_the_list_is_updated(rig: Rig) -> None:
    rig.hotkey()
    rig.write("nh")
    rig.stores.snippets.apply(Change(remove=("a1",)))
    rig.finder.update(remove=["a1"])
    rig.press(ENTER)
    assert rig.paster.texts == []
    rig.windows.front = None  # the target stays the one the agent came from
    rig.write("yy")
    rig.paster.clipboard = "在"
    rig.press(ENTER)
    assert [target for target, _ in rig.paster.pasted] == [CHAT]


def test_a_command_that_changes_the_library_is_seen_in_the_open_palette(rig: Rig) -> None:
    rig.hotkey()
    rig.write("yfx")
    rig.ask("add", title="运费险", body="有运费险。", code="yfx")
    rig.press(ENTER)
    assert rig.paster.texts == ["有运费险。"]


def test_a_reply_that_cannot_be_sent_is_kept_and_a_notice_says_why(rig: Rig) -> None:
    rig.library.apply(
        Change(put=(Snippet("e5", "坏", "半个{字段", "huai"), Snippet("f6", "空", "{光标}", "kong")))
    )
    for code in ("huai", "kong"):
        rig.reply(code)
        assert "Reply not sent" in rig.notification()
    assert rig.paster.texts == []


@pytest.mark.parametrize(
    ("outcome", "words"),
    [
        (Outcome.FOCUS_LOST, "did not come back to the front"),
        (Outcome.NOT_READ, "did not accept the reply"),
        (Outcome.TARGET_GONE, "was closed"),
        (Outcome.COPIED_ONLY, "Reply copied"),
    ],
)
def test_the_outcome_is_shown(rig: Rig, outcome: Outcome, words: str) -> None:
    rig.paster.outcome = outcome
    rig.reply("nh")
    assert words in rig.notification()


def test_a_clipboard_that_refused_the_reply_is_never_called_copied(rig: Rig) -> None:
    rig.paster.clipboard_state = ClipboardState.FAILED
    rig.windows.front = None
    rig.reply("nh")
    assert "Reply copied" not in rig.notification()
    assert "not copied" in rig.notification()


@pytest.mark.parametrize("way", ["escape", "hide", "paste", "copy", "new"])
def test_keys_that_are_still_down_are_let_go_before_the_palette_hides(rig: Rig, way: str) -> None:
    rig.hotkey()
    rig.qtbot.waitUntil(rig.the(Palette).isActiveWindow)
    rig.write("nh" if way in ("paste", "copy") else "")
    if way == "hide":
        rig.ask("hide")
    else:
        keys = {"escape": (ESCAPE, NOTHING), "copy": (ENTER, CONTROL), "new": (Qt.Key.Key_N, CONTROL)}
        rig.press(*keys.get(way, (ENTER, NOTHING)))
    assert rig.windows.key_releases == [True]


def test_one_answer_of_the_palette_opens_one_form(rig: Rig) -> None:
    rig.hotkey()
    palette = rig.the(Palette)
    rig.write("tk")
    palette._on_double_clicked()
    palette._on_double_clicked()
    rig.press(ENTER)
    assert len(rig.shown(FieldForm)) == 1


def test_an_open_composition_does_not_deafen_the_form(rig: Rig) -> None:
    rig.hotkey()
    box = rig._box()
    rig.write("tk")
    rig.press(ENTER)
    QApplication.sendEvent(box, QInputMethodEvent("zhi", []))
    go_back(rig)


def test_pasting_into_palette_and_form_gives_what_the_agent_copied(rig: Rig) -> None:
    QApplication.clipboard().setText("the reply on loan")
    rig.paster.clipboard = "tk"
    rig.hotkey()
    rig.qtbot.waitUntil(rig._box().hasFocus)
    box = rig._box()
    rig.press(Qt.Key.Key_V, CONTROL)
    assert box.text() == "tk"
    rig.press(ENTER)
    rig.paster.clipboard = "12"
    rig.qtbot.keyClick(box, Qt.Key.Key_V, CONTROL)  # before the form has the keyboard
    assert dict(rig.the(FieldForm).values)["天数"] == "12"


def test_the_windows_title_is_shown_and_neither_logged_nor_saved(
    rig: Rig, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    rig.windows.front = replace(CHAT, title="买家秘密 <b>&\n" + "长" * 200)
    rig.hotkey()
    lines = [line.text for line in rig.the(Palette).findChildren(TargetLine)]
    assert any("chat" in line and "买家秘密 <b>&" in line and line.endswith("…") for line in lines)
    rig.write("tk")
    rig.press(ENTER)
    assert any("买家秘密" in line.text for line in rig.the(FieldForm).findChildren(TargetLine))
    rig.lines(FieldForm)[1].insert("支付宝")
    rig.submit_form()
    assert [target.title for target, _ in rig.paster.pasted] == [rig.windows.front.title]
    assert "秘密" not in caplog.text + repr(rig.paster.pasted)
    kept = [path.read_bytes() for path in rig.services.folder.glob("*.*")]
    assert kept
    assert not any("买家秘密".encode() in each for each in kept)


def test_each_outcome_belongs_to_its_own_reply(rig: Rig) -> None:
    targets: list[object] = []
    rig.services.delivery.finished.connect(lambda report, sent: targets.append(sent.target))
    rig.paster.is_quick = False
    rig.reply("nh")
    rig.windows.front = None
    rig.hotkey()
    rig.paster.finish()
    assert targets == [CHAT]
    assert [hit.snippet.id for hit in rig.finder.find("", 1)] == ["a1"], "what was used comes first"


def test_a_choice_of_something_unknown_is_passed_over(rig: Rig) -> None:
    rig.hotkey()
    rig.the(Palette).accepted.emit(PaletteChoice("unknown", copy_only=False))
    assert rig.paster.texts == []


def test_no_text_of_anybody_stands_in_the_log(rig: Rig, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG, "quickdesk")
    rig.paster.clipboard = "剪贴板秘密"
    rig.reply("yy")
    rig.reply("nh")
    rig.reply("tk")
    rig.lines(FieldForm)[1].insert("账户秘密")
    rig.submit_form()
    rig.ask("add", title="标题秘密", body="正文秘密")
    rig.ask("标题秘密")
    rig.ask("find", query="查询秘密", limit="秘密")
    rig.ask("render", id="b2", values=[["账户", "取值秘密"]])
    assert rig.paster.texts
    assert "秘密" not in caplog.text
    assert GREETING.body not in caplog.text


@pytest.mark.parametrize("way", ["escape", "hide", "paste", "copy", "cancel", "submit"])
def test_a_quick_press_after_closing_keeps_the_chat_window(rig: Rig, way: str) -> None:
    rig.hotkey()
    rig.write({"paste": "nh", "copy": "nh", "cancel": "tk", "submit": "tk"}.get(way, ""))
    if way == "hide":
        rig.ask("hide")
    else:
        rig.press(ESCAPE if way == "escape" else ENTER, CONTROL if way == "copy" else NOTHING)
    if way in ("cancel", "submit"):
        rig.lines(FieldForm)[1].insert("支付宝")
        rig.the(FieldForm).close() if way == "cancel" else rig.qtbot.keyClick(
            rig.the(FieldForm), ENTER, CONTROL
        )
    rig.paster.pasted.clear()
    rig.windows.front = None  # the focus has not found its way back yet
    rig.reply("nh")
    assert [target for target, _ in rig.paster.pasted] == [CHAT]


def test_an_enter_that_arrives_after_the_hotkey_pressed_later_still_counts(rig: Rig) -> None:
    rig.hotkey()
    rig.write("nh")
    rig.hotkey()
    rig.press(ENTER)
    assert rig.paster.texts == [GREETING.body]
    rig.qtbot.waitUntil(lambda: len(rig.shown(Palette)) == 1)


@pytest.mark.parametrize("succeeds", [True, False])
def test_a_hotkey_leaves_a_reply_whose_list_is_late(
    rig: Rig, monkeypatch: pytest.MonkeyPatch, *, succeeds: bool
) -> None:
    searches: list[Callable[[], None]] = []
    service = rig.services.search.service
    search = service.search

    def search_late(query: str, limit: int, take: TakeHits, patience_ms: int = 0) -> None:
        searches.append(partial(search, query, limit, take) if succeeds else partial(take, None))

    rig.hotkey()
    monkeypatch.setattr(service, "search", search_late)
    rig.write("nh")
    rig.press(ENTER)
    rig.hotkey()
    QTest.qWait(100)  # longer than the hotkey waits for keys pressed before it
    rig.the(Palette)
    searches[-1]()
    assert rig.paster.texts == [GREETING.body] * succeeds
    rig.qtbot.waitUntil(lambda: len(rig.shown(Palette)) == succeeds)


def test_the_palette_waits_for_the_reply_that_is_on_its_way(rig: Rig) -> None:
    rig.paster.is_quick = False
    rig.reply("nh")
    for _ in range(3):  # an agent who sees nothing presses again
        rig.hotkey()
    assert rig.shown(Palette) == [], "its window would take the focus that the paste keys need"
    rig.paster.arrive()
    assert len(rig.shown(Palette)) == 1
    rig.paster.finish()
    assert len(rig.shown(Palette)) == 1


def test_the_palette_waits_for_the_last_of_two_replies(rig: Rig) -> None:
    rig.paster.is_quick = False
    rig.reply("nh")
    rig.paster.arrive()
    rig.reply("nh")
    rig.hotkey()
    rig.paster.finish()
    assert rig.shown(Palette) == []
    rig.paster.finish()
    assert len(rig.shown(Palette)) == 1


def test_opening_the_palette_finishes_the_reply_before_early(rig: Rig) -> None:
    rig.paster.is_quick = False
    rig.reply("nh")
    rig.paster.arrive()
    rig.paster.finishes_early = False
    rig.hotkey()
    assert rig.paster.finishes_early
    rig.paster.finish()


def test_the_palette_does_not_wait_for_ever(rig: Rig) -> None:
    rig.paster.is_quick = False
    rig.reply("nh")
    rig.hotkey()
    rig.qtbot.waitUntil(lambda: len(rig.shown(Palette)) == 1, timeout=3000)
    rig.paster.finish()


def test_a_palette_that_waits_is_called_off_by_hide(rig: Rig) -> None:
    rig.paster.is_quick = False
    rig.reply("nh")
    rig.hotkey()
    rig.ask("hide")
    rig.paster.finish()
    assert rig.shown(Palette) == []


def test_a_palette_that_the_hotkey_is_about_to_close_stays_closed_after_hide(rig: Rig) -> None:
    rig.hotkey()
    rig.hotkey()
    rig.ask("hide")
    QTest.qWait(60)
    assert rig.shown(Palette) == []


def test_form_and_palette_name_the_same_program(rig: Rig) -> None:
    rig.hotkey()
    assert "Pastes into chat" in [line.text for line in rig.the(Palette).findChildren(TargetLine)]
    rig.write("tk")
    rig.press(ENTER)
    assert "Pastes into chat" in [line.text for line in rig.the(FieldForm).findChildren(TargetLine)]


def test_a_form_for_a_copy_says_so(rig: Rig) -> None:
    rig.windows.front = None
    rig.hotkey()
    assert "Copies to the clipboard" in [line.text for line in rig.the(Palette).findChildren(TargetLine)]
    rig.write("tk")
    rig.press(ENTER)
    assert "Copies to the clipboard" in [line.text for line in rig.the(FieldForm).findChildren(TargetLine)]


def test_a_form_that_stays_open_renders_the_time_of_its_submission(rig: Rig) -> None:
    rig.library.apply(Change(put=(Snippet("g7", "时", "{名} {时间}", "shi"),)))
    rig.reply("shi")
    rig.clock.moment += timedelta(minutes=3)
    rig.lines(FieldForm)[0].insert("亲")
    assert "12:03" in rig.the(FieldForm).findChild(ReplyPreview).toPlainText()
    rig.clock.moment += timedelta(minutes=2)
    rig.submit_form()
    assert rig.paster.texts == ["亲 12:05"]


def test_alt_and_a_digit_pressed_twice_types_nothing_into_the_form(rig: Rig) -> None:
    rig.hotkey()
    rig.write("tk")
    rig.press(Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    rig.the(FieldForm)
    for line in rig.lines(FieldForm):
        QTest.keyClick(line, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert dict(rig.the(FieldForm).values) == {"天数": "3", "账户": ""}
