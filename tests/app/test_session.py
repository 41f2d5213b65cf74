"""The program while it runs: what survives a change of language, what is found at the start, how it ends."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from quickdesk.replies.snippet import Snippet
from quickdesk.replies.store import Change
from quickdesk.settings.settings import Language, Settings, ThemeChoice
from quickdesk.storage.open import open_stores
from quickdesk.ui.form.field_form import FieldForm
from quickdesk.ui.palette.window import Palette
from quickdesk.ui.settings.drop_down import DropDown
from quickdesk.ui.tray.home_window import HomeWindow
from tests.app.rig import GREETING, HOTKEY, Rig
from tests.fakes.paster import CHAT


def test_from_the_wish_to_quit_on_no_command_is_for_this_program(rig: Rig) -> None:
    emitted: list[str] = []
    rig.session.quitting.begun.connect(lambda: emitted.append("ending"))
    rig.session.quitting.ended.connect(lambda: emitted.append("ended"))
    rig.paster.is_quick = False
    rig.reply("nh")
    rig.ask("quit")
    rig.qtbot.waitUntil(lambda: emitted == ["ending"])
    rig.paster.finish()
    assert emitted == ["ending", "ended"]


def test_a_change_of_language_keeps_an_open_form_and_a_reply_under_way(rig: Rig) -> None:
    rig.paster.is_quick = False
    rig.reply("nh")
    rig.paster.arrive()
    rig.reply("tk")
    rig.lines(FieldForm)[1].insert("支付宝")
    rig.settings.open()
    rig.choose_language("简体中文")
    assert rig.the(FieldForm).values["账户"] == "支付宝"
    rig.paster.finish()
    rig.submit_form()
    rig.paster.finish()
    assert rig.paster.texts == [GREETING.body, "您的退款3天内到支付宝。"]
    assert {hit.snippet.id for hit in rig.finder.find("", 2)} == {"b2", "a1"}, "both are remembered as used"


def test_after_a_change_of_language_everything_works_in_it(rig: Rig) -> None:
    rig.home.window.show()
    rig.ask("pause")
    rig.settings.open()
    rig.choose_language("简体中文")
    assert "暂停" in rig.home.icon.toolTip()
    assert rig.the(HomeWindow), "without a tray it is the only way to the program"
    assert rig.settings_window().windowTitle() == "设置"
    rig.ask("pause", off=True)
    rig.settings_window().close()
    rig.reply("nh")
    assert rig.paster.texts == [GREETING.body]


def test_field_values_that_cannot_be_kept_lose_nothing_else(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with open_stores(tmp_path) as stores:
        stores.settings.save(Settings(language=Language.ENGLISH))
        stores.snippets.apply(Change(put=(Snippet("b2", "退款", "到{快递}。", "tk"),)))
    rig = Rig(qtbot, qapp, tmp_path, open_stores(tmp_path, read_only=True))
    rig.session.start()
    rig.reply("tk")
    rig.lines(FieldForm)[0].insert("支付宝")
    rig.submit_form()
    assert rig.paster.texts == ["到支付宝。"]
    assert "field values not kept: NOT_WRITABLE" in caplog.text
    assert "支付宝" not in caplog.text
    caplog.clear()
    rig.close()


def test_read_only_data_is_said_in_every_language(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    with open_stores(tmp_path) as stores:
        stores.settings.save(Settings(language=Language.ENGLISH))
        stores.snippets.apply(Change(put=(GREETING,)))
    rig = Rig(qtbot, qapp, tmp_path, open_stores(tmp_path, read_only=True))
    rig.session.start()
    assert "Read-only" in rig.notification()
    assert rig.shown(HomeWindow)
    assert "read-only" in rig.home.icon.toolTip()
    assert rig.ask("add", title="t", body="b")["problem"] == "data-not-writable"
    rig.close()


def test_damage_found_at_the_start_is_shown_completely(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    with open_stores(tmp_path) as stores:
        for theme in ThemeChoice:
            stores.settings.save(Settings(language=Language.ENGLISH, theme=theme))
            stores.snippets.apply(Change(put=(GREETING,)))
    for name in ("snippets.json", "settings.json"):
        (tmp_path / name).write_text("{half")
    rig = Rig(qtbot, qapp, tmp_path, open_stores(tmp_path))
    rig.session.start()
    shown = rig.notification()
    assert "snippets.json.damaged-1" in shown
    assert "settings.json.damaged-1" in shown
    assert "kept as ." not in shown
    rig.close()


def test_damage_is_shown_at_each_start_until_it_is_acknowledged(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    with open_stores(tmp_path) as stores:
        stores.settings.save(Settings(language=Language.ENGLISH))
    (tmp_path / "snippets.json").write_text("{half")
    for start in range(4):
        rig = Rig(qtbot, qapp, tmp_path, open_stores(tmp_path))
        rig.session.start()
        home = rig.home.window
        is_shown = start < 3
        assert home._acknowledge.isVisibleTo(home) is is_shown
        assert ("snippets.json.damaged-1" in rig.notification()) is is_shown
        if start == 2:
            with qtbot.waitSignal(rig.data._damage.changed):
                home._acknowledge.click()
            assert home._banner.notice is None
            assert not home._acknowledge.isVisibleTo(home)
        rig.close()


def test_what_a_command_acknowledges_is_shown_no_more(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    with open_stores(tmp_path):
        pass
    (tmp_path / "snippets.json").write_text("{half")
    rig = Rig(qtbot, qapp, tmp_path, open_stores(tmp_path))
    rig.session.start()
    home = rig.home.window
    rig.ask("check")
    assert home._banner.notice is not None
    rig.ask("check", acknowledge=True)
    assert home._banner.notice is None
    rig.close()


def test_commands_of_the_program_name_what_is_not_acknowledged(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    with open_stores(tmp_path):
        pass
    (tmp_path / "snippets.json.damaged-1").write_text("{half")
    rig = Rig(qtbot, qapp, tmp_path, open_stores(tmp_path))
    rig.session.start()
    paths = [str(tmp_path / "snippets.json.damaged-1")]
    assert rig.ask("list")["facts"]["set_aside"] == paths
    assert rig.ask("remove", id="none")["facts"]["set_aside"] == paths
    rig.ask("check", acknowledge=True)
    assert "set_aside" not in rig.ask("list")["facts"]
    rig.close()


def test_commands_move_the_program(rig: Rig) -> None:
    rig.ask("show")
    rig.ask("show")
    assert rig.shown(Palette)
    rig.ask("hide")
    assert not rig.shown(Palette)
    rig.ask("toggle")
    rig.ask("toggle")
    assert not rig.shown(Palette)


def test_quit_works_over_an_open_palette_too(rig: Rig) -> None:
    rig.ask("show")
    with rig.qtbot.waitSignal(rig.session.quitting.ended):
        assert rig.ask("quit")["exit"] == 0
    assert not rig.shown(Palette)


def test_quit_waits_for_the_clipboard_to_come_back(rig: Rig) -> None:
    rig.paster.is_quick = False
    rig.reply("nh")
    with rig.qtbot.assertNotEmitted(rig.session.quitting.ended, wait=50):
        rig.ask("quit")
    rig.hotkey()
    with rig.qtbot.waitSignal(rig.session.quitting.ended):
        rig.paster.finish()
    assert not rig.paster.is_finished
    assert not rig.shown(Palette), "nothing opens any more"


def test_quit_hurries_a_paste_that_takes_too_long(rig: Rig) -> None:
    rig.paster.is_quick = False
    rig.reply("nh")
    with rig.qtbot.waitSignal(rig.session.quitting.ended, timeout=3000):
        rig.ask("quit")
    assert rig.paster.is_finished


def test_quit_ends_without_a_paster_that_never_answers(rig: Rig) -> None:
    rig.paster.is_quick = rig.paster.can_finish = False
    rig.reply("nh")
    with rig.qtbot.waitSignal(rig.session.quitting.ended, timeout=3000):
        rig.ask("quit")


def test_the_doctor_knows_what_is_in_use(rig: Rig) -> None:
    data = rig.ask("doctor")["data"]
    assert data["program"]["hotkey_works"]
    assert (data["machine"]["hotkeys"]["chosen"], data["machine"]["paste"]["chosen"]) == ("x11", "x11")


def test_the_doctor_knows_until_when_the_hotkey_is_paused(rig: Rig) -> None:
    rig.ask("pause", minutes=15)
    assert rig.ask("doctor")["data"]["program"]["paused_until"] == rig.pause.until.isoformat()


def test_a_greeting_says_where_the_program_is_which_hotkey_works_and_what_to_do_first(rig: Rig) -> None:
    rig.session.greet()
    assert rig.notification().startswith("quickdesk is running Ctrl+Alt+Space opens the palette")
    assert "shop facts first" in rig.notification()
    rig.look_for_tray(has_tray=True)
    rig.hotkeys.taken.add(HOTKEY)
    rig.hotkeys.apply_changes()
    rig.session.greet()
    assert rig.notification().startswith("quickdesk is in the tray Ctrl+Alt+Space is already used")
    assert "shop facts" not in rig.notification()


def test_a_hotkey_that_is_lost_is_said_at_once(rig: Rig) -> None:
    rig.hotkeys.taken.add(HOTKEY)
    rig.hotkeys.apply_changes()
    assert "already used" in rig.notification()
    rig.hotkeys.taken.clear()
    rig.hotkeys.apply_changes()
    assert "opens the palette" in rig.home.icon.toolTip()


def test_a_theme_is_applied_at_once_to_all_open_windows(rig: Rig) -> None:
    rig.reply("tk")
    rig.settings.open()
    rig.settings_window().changed.emit(
        Settings(language=Language.ENGLISH, theme=ThemeChoice.DARK, text_scale=150)
    )
    assert rig.stores.settings.load().theme is ThemeChoice.DARK
    rig.qtbot.keyClick(rig.the(FieldForm), Qt.Key.Key_Escape)
    rig.session._on_system_theme_changed()


def test_another_language_keeps_the_settings_window_its_size_and_the_keyboard_where_it_is(rig: Rig) -> None:
    rig.open_home()
    rig.settings.open()
    window = rig.settings_window()
    window.resize(640, 610)
    hidden: list[object] = []
    window.windowHandle().visibleChanged.connect(hidden.append)
    rig.choose_language("繁體中文（台灣）")
    assert rig.settings_window() is window
    assert (window.width(), window.height(), hidden) == (640, 610, [])
    focused = window.focusWidget()
    assert isinstance(focused, DropDown)
    assert focused.currentText() == "繁體中文（台灣）"
    rig.qtbot.keyClick(focused, Qt.Key.Key_Up)
    rig.qtbot.waitUntil(lambda: rig.stores.settings.load().language is Language.SIMPLIFIED)
    rig.qtbot.waitUntil(lambda: window.windowTitle() == "设置")


def test_programs_that_replies_went_to_are_offered_for_their_paste_keys(rig: Rig) -> None:
    rig.settings.open()
    rig.settings_window().close()
    rig.reply("nh")
    rig.settings.open()
    next(b for b in rig.settings_window().findChildren(QPushButton) if b.text() == "Add program").click()
    offered = [box for box in rig.settings_window().findChildren(DropDown) if box.isEditable()]
    assert [box.itemText(0) for box in offered] == [CHAT.program]


def test_closing_the_window_ends_the_program_only_where_no_tray_is(rig: Rig) -> None:
    rig.open_home()
    with rig.qtbot.waitSignal(rig.session.quitting.ended):  # the offscreen platform has no tray
        rig.the(HomeWindow).close()


def test_when_the_panel_dies_the_window_comes_and_says_why(rig: Rig) -> None:
    rig.look_for_tray(has_tray=True)
    assert rig.shown(HomeWindow) == []
    rig.look_for_tray(has_tray=False)
    assert "panel with the tray icon has closed" in words_of(rig.the(HomeWindow))
    rig.look_for_tray(has_tray=True)
    assert rig.home.icon.isVisible()
    assert "stays in the tray" in words_of(rig.home.window)


def test_a_window_that_the_agent_called_stays_when_the_panel_is_back(rig: Rig) -> None:
    rig.open_home()
    rig.look_for_tray(has_tray=False)
    rig.look_for_tray(has_tray=True)
    assert len(rig.shown(HomeWindow)) == 1


def test_a_pause_is_said_in_the_window_and_ended_there(rig: Rig) -> None:
    rig.open_home()
    rig.ask("pause", minutes=15)
    home = rig.the(HomeWindow)
    assert "paused" in words_of(home)
    assert f"{rig.pause.until:%H:%M}" in words_of(home)
    home.resume_requested.emit()
    assert not rig.pause.is_paused
    assert "ready" in words_of(home)


def test_a_pause_outlives_a_change_of_language_in_every_window(rig: Rig) -> None:
    rig.ask("pause")
    rig.settings.open()
    rig.choose_language("简体中文")
    rig.open_home()
    assert "暂停" in words_of(rig.the(HomeWindow))


def words_of(window: QWidget) -> str:
    return "\n".join(label.text() for label in window.findChildren(QLabel) if not label.isHidden())
