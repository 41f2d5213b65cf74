"""What is learnt from replies and closed palettes, with real windows and a real data folder."""

import logging
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox
from pytestqt.qtbot import QtBot

from quickdesk.customers.customer import Customer, Nickname
from quickdesk.customers.store import CustomerChange
from quickdesk.insights.daily_use import DailyUse
from quickdesk.insights.dead_search import Ending
from quickdesk.replies.delivery import Outcome
from quickdesk.replies.history import ALWAYS_KEPT, KEPT_DAYS, Action, ActionType
from quickdesk.replies.snippet import Snippet
from quickdesk.replies.store import Change
from quickdesk.search.usage.habits import HOURS
from quickdesk.storage.kinds import INSIGHTS
from quickdesk.storage.open import open_stores
from quickdesk.ui.form.field_form import FieldForm
from tests.app.rig import GREETING, Rig
from tests.fakes.clock import NOON
from tests.fakes.paster import CHAT

ESCAPE, ENTER = Qt.Key.Key_Escape, Qt.Key.Key_Return
FREIGHT = Snippet("d4", "运费", "运费由我们承担。", "yf")
CONTROL = Qt.KeyboardModifier.ControlModifier
DAY = NOON.date()


class Starter:
    """Starts the program on one folder, also again and again."""

    def __init__(self, qtbot: QtBot, qapp: QApplication, folder: Path) -> None:
        self._start = lambda stores: Rig(qtbot, qapp, folder, stores)
        self._folder = folder
        self._running: Rig | None = None

    def start(self) -> Rig:
        self.stop()
        is_first = not list(self._folder.glob("*.json"))
        self._running = rig = self._start(None if is_first else open_stores(self._folder))
        if is_first:
            rig.library.apply(Change(put=(FREIGHT,)))
        rig.session.start()
        return rig

    def stop(self) -> None:
        running, self._running = self._running, None
        if running is not None:
            running.close()


@pytest.fixture
def starter(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Starter]:
    starter = Starter(qtbot, qapp, tmp_path)
    yield starter
    starter.stop()


@pytest.fixture
def rig(starter: Starter) -> Rig:
    return starter.start()


def first(rig: Rig, query: str = "") -> str:
    return rig.finder.find(query, 1)[0].snippet.id


def dead(rig: Rig) -> list[tuple[str, Ending]]:
    return [(each.query, each.ending) for each in rig.stores.habits().dead.dead_searches()]


def later(rig: Rig, by: timedelta) -> None:
    object.__setattr__(rig.clock, "moment", rig.clock.moment + by)


@pytest.mark.parametrize("is_locked", [False, True])
def test_what_names_a_customer_is_not_kept(rig: Rig, *, is_locked: bool) -> None:
    lily = Customer("lily", (Nickname("Lily Wang"),))
    rig.services.commands.customers.apply(CustomerChange(customers=(lily,)))
    rig.library.apply(Change(put=(Snippet("e5", "Lily wang", "x", "lw"),)))
    if is_locked:
        rig.stores.lock()
    rig.hotkey()
    rig.write("lily wang parcel")
    rig.press(ESCAPE)
    rig.press(ESCAPE)
    rig.reply("lily wang")
    stores = rig.stores.habits()
    assert dead(rig) == []
    assert not stores.usage.first_letters().bonuses("lily wang")
    assert set(stores.usage.habits()) == {"e5"}


def test_a_reply_in_the_chat_box_is_kept_with_its_letters_its_hour_and_its_program(rig: Rig) -> None:
    rig.reply("yf")
    habit = rig.stores.habits().usage.habits()[FREIGHT.id]
    assert habit.frecency.at(NOON) == 1
    assert habit.hours.index(1.0) == NOON.hour
    assert len(habit.hours) == HOURS
    assert set(habit.channels) == {CHAT.program}
    assert [key for key, _ in rig.stores.habits().usage.first_letters().bonuses("yf")] == [FREIGHT.id]


def test_what_was_used_comes_first_next_time_and_after_a_restart(starter: Starter) -> None:
    rig = starter.start()
    assert first(rig) == GREETING.id
    rig.reply("yf")
    assert first(rig) == FREIGHT.id
    again = starter.start()
    assert first(again) == FREIGHT.id
    account = again.finder.explain("yf", FREIGHT.id)
    assert account is not None
    assert account.prior > 25
    assert account.picked > 100


def test_restored_habits_rank_at_once(rig: Rig) -> None:
    rig.reply("yf")
    file = rig.ask("backup")["data"]["path"]
    for _ in range(5):
        rig.reply("nh")
    assert first(rig) == GREETING.id
    assert rig.ask("restore", id=file, file=file)["exit"] == 0
    rig.qtbot.waitUntil(lambda: first(rig) == FREIGHT.id)
    assert rig.ask("undo")["exit"] == 0
    rig.qtbot.waitUntil(lambda: first(rig) == GREETING.id)


def test_each_reply_counts_for_its_day_with_the_keys_it_saved(rig: Rig) -> None:
    rig.reply("yf")
    rig.reply("yf")
    later(rig, timedelta(hours=12))
    rig.hotkey()
    rig.write("nh")
    rig.press(ENTER, CONTROL)
    assert list(rig.stores.habits().daily.days()) == [
        DailyUse(DAY + timedelta(days=1), {GREETING.id: 1}, len(GREETING.body), len(GREETING.body) - 5),
        DailyUse(DAY, {FREIGHT.id: 2}, 2 * len(FREIGHT.body), 2 * (len(FREIGHT.body) - 4)),
    ]


def test_what_was_filled_in_and_what_came_from_the_clipboard_are_no_saved_keys(rig: Rig) -> None:
    rig.reply("tk")
    rig.lines(FieldForm)[1].insert("支付宝")
    rig.submit_form()
    (day,) = rig.stores.habits().daily.days()
    assert (day.characters, day.keys_saved) == (len("您的退款3天内到支付宝。"), 12 - 4 - 3 - 1)
    rig.paster.clipboard = "x" * 100
    rig.reply("yy")
    (day,) = rig.stores.habits().daily.days()
    assert (day.uses, day.characters, day.keys_saved) == (2, 12 + 105, 4 + 1)


def test_the_day_is_that_of_the_clock_when_the_reply_arrived_even_if_it_jumps(rig: Rig) -> None:
    rig.paster.is_quick = False
    rig.reply("yf")
    later(rig, timedelta(days=-3))
    rig.paster.finish()
    later(rig, timedelta(days=3))
    for _ in range(2):
        rig.reply("yf")
        rig.paster.finish()
    days = rig.stores.habits().daily.days()
    assert [(each.day, each.uses) for each in days] == [(DAY, 2), (DAY - timedelta(days=3), 1)]


def test_copying_counts_and_a_reply_that_went_nowhere_does_not(rig: Rig) -> None:
    rig.hotkey()
    rig.write("yf")
    rig.press(ENTER, CONTROL)
    assert set(rig.stores.habits().usage.habits()) == {FREIGHT.id}
    for outcome in (Outcome.NOT_READ, Outcome.FOCUS_LOST, Outcome.TARGET_GONE):
        rig.paster.outcome = outcome
        rig.reply("nh")
    assert set(rig.stores.habits().usage.habits()) == {FREIGHT.id}
    assert [each.uses for each in rig.stores.habits().daily.days()] == [1]


def test_what_followed_before_is_listed_first_after_it_for_a_while(rig: Rig) -> None:
    for _ in range(3):
        rig.reply("nh")
        rig.reply("yf")
        later(rig, timedelta(hours=1))
    for _ in range(4):
        rig.reply("nh")
        later(rig, timedelta(hours=1))
    rig.reply("nh")
    rig.hotkey()
    assert first(rig) == FREIGHT.id
    rig.press(ESCAPE)
    later(rig, timedelta(hours=1))
    rig.hotkey()
    assert first(rig) == GREETING.id


def test_each_program_has_its_own_order(rig: Rig) -> None:
    other = type(CHAT)(window=8, program="mail")
    rig.reply("yf")
    rig.windows.front = other
    rig.reply("nh")
    later(rig, timedelta(hours=1))
    for window, expected in ((CHAT, FREIGHT.id), (other, GREETING.id), (CHAT, FREIGHT.id)):
        rig.windows.front = window
        rig.hotkey()
        assert first(rig) == expected
        rig.press(ESCAPE)


def test_a_search_in_vain_is_kept_when_the_palette_closes(rig: Rig) -> None:
    rig.hotkey()
    rig.write("zzqq")
    rig.press(ESCAPE)
    rig.press(ESCAPE)
    rig.hotkey()
    rig.write("tk")
    rig.hotkey()  # closes
    rig.qtbot.waitUntil(lambda: not rig.palette.isVisible())
    assert dead(rig) == [("zzqq", Ending.NOTHING_FOUND), ("tk", Ending.NOTHING_CHOSEN)]


def test_a_new_reply_made_of_a_query_says_that_it_was_missing(rig: Rig) -> None:
    rig.hotkey()
    rig.write("zzqq")
    rig.press(Qt.Key.Key_N, CONTROL)
    assert dead(rig) == [("zzqq", Ending.NOTHING_FOUND)]


def test_a_reply_chosen_or_edited_was_found(rig: Rig) -> None:
    rig.reply("nh")
    rig.hotkey()
    rig.write("yf")
    rig.press(Qt.Key.Key_E, CONTROL)
    rig.edit.close_unchanged()
    rig.hotkey()
    rig.press(ESCAPE)
    assert dead(rig) == []


def test_replies_gone_for_good_are_forgotten_at_the_next_start_those_in_the_trash_are_not(
    starter: Starter,
) -> None:
    rig = starter.start()
    rig.reply("nh")
    rig.reply("yf")
    rig.ask("remove", id=FREIGHT.id)
    rig = starter.start()
    assert set(rig.stores.habits().usage.habits()) == {GREETING.id, FREIGHT.id}
    others = tuple(Snippet(f"n{number}", "旧", "文") for number in range(ALWAYS_KEPT))
    rig.stores.snippets.apply(Change(put=others))
    marked = Action(ActionType.REMOVE, NOON, day=1)
    rig.stores.snippets.apply(Change(remove=tuple(each.id for each in others), action=marked))
    long_after = 2 + KEPT_DAYS
    rig.stores.snippets.purge(rig.stores.snippets.outdated(long_after), long_after)
    rig = starter.start()
    assert set(rig.stores.habits().usage.habits()) == {GREETING.id}


def test_a_damaged_library_takes_no_habits_with_it(starter: Starter, tmp_path: Path) -> None:
    starter.start().reply("yf")
    starter.stop()
    for path in tmp_path.glob("snippets.*"):
        path.unlink() if path.suffix == ".log" else path.write_text("{half")
    again = starter.start()
    assert again.finder.find("") == []
    assert set(again.stores.habits().usage.habits()) == {FREIGHT.id}


def test_where_nothing_can_be_kept_replies_go_their_way_and_it_is_logged_once(
    rig: Rig, caplog: pytest.LogCaptureFixture
) -> None:
    rig.stores.engine(INSIGHTS).close()
    caplog.set_level(logging.WARNING)
    rig.reply("nh")
    rig.reply("yf")
    assert rig.paster.texts[0] == GREETING.body
    assert [each.getMessage() for each in caplog.records if "habits" in each.getMessage()] == [
        "habits not kept: NOT_WRITABLE"
    ]
    caplog.clear()


def test_another_language_goes_on_with_what_was_learnt(rig: Rig) -> None:
    rig.reply("yf")
    rig.settings.open()
    rig.choose_language("简体中文")
    assert first(rig) == FREIGHT.id
    rig.hotkey()
    rig.write("zzqq")
    rig.press(ESCAPE)
    rig.press(ESCAPE)
    assert dead(rig) == [("zzqq", Ending.NOTHING_FOUND)]


def test_sounds_ticked_in_the_settings_are_found_at_once(rig: Rig) -> None:
    rig.library.apply(Change(put=(Snippet("l", "牛奶", "文"),)))
    assert rig.finder.find_certain("liunai") == []
    rig.settings.open()
    box = next(each for each in rig.settings_window().findChildren(QCheckBox) if each.text() == "n / l")
    box.click()
    assert [hit.snippet.id for hit in rig.finder.find("liunai")] == ["l"]


def test_without_learning_nothing_is_recorded(rig: Rig) -> None:
    rig.services.settings.save(replace(rig.services.settings.current, learning=False))
    rig.reply("yf")
    rig.hotkey()
    rig.write("zzzz")
    rig.press(ESCAPE)
    rig.press(ESCAPE)
    rig.reply("tk")
    rig.lines(FieldForm)[1].setText("支付宝")
    rig.submit_form()
    assert len(rig.paster.texts) == 2
    habits = rig.stores.habits()
    assert dict(habits.usage.habits()) == {}
    assert not habits.usage.first_letters().picks
    assert dead(rig) == []
    assert list(habits.daily.days()) == []
    assert dict(rig.stores.settings.field_values()) == {}


def test_what_was_learnt_is_forgotten_in_the_running_program(rig: Rig) -> None:
    before = [hit.snippet.id for hit in rig.finder.find("", 9)]
    for letters in (*["nh"] * 3, "yf"):
        rig.reply(letters)
    assert [hit.snippet.id for hit in rig.finder.find("", 9)] != before
    assert rig.ask("forget")["exit"] == 0
    assert dict(rig.stores.habits().usage.habits()) == {}
    assert [hit.snippet.id for hit in rig.finder.find("", 9)] == before
