"""Failures are shown, a bug from any thread too, and a bug in showing them is not shown again and again."""

import threading
from contextlib import suppress

from quickdesk.app.features.notifications import Notifications
from quickdesk.desktop.ports.clipboard import ClipboardState
from quickdesk.replies.delivery import Outcome
from quickdesk.settings.settings import Settings
from tests.app.rig import Rig
from tests.fakes.paster import CHAT


class BrokenToast:
    def __init__(self) -> None:
        self.times = 0

    def show_notice(self, *_: object) -> None:
        self.times += 1
        raise LookupError("broken")


def test_a_bug_in_another_thread_is_shown_in_the_main_thread(rig: Rig) -> None:
    thread = threading.Thread(target=rig.session.show_bug)
    thread.start()
    thread.join()
    rig.qtbot.waitUntil(lambda: "went wrong" in rig.notification())


def test_a_bug_in_the_notification_itself_is_shown_once(rig: Rig) -> None:
    notifications = rig.feature(Notifications)
    toast, notifications._toast = notifications._toast, BrokenToast()  # type: ignore[assignment]
    for _ in range(3):
        with suppress(LookupError):
            notifications._on_bug()
    assert notifications._toast.times == 1  # type: ignore[attr-defined]
    notifications._toast = toast


def test_the_paste_keys_of_that_program_are_named(rig: Rig) -> None:
    rig.settings.open()
    settings = rig.stores.settings.load()
    keys = {CHAT.program: "ctrl+shift+insert"}
    rig.settings_window().changed.emit(Settings(language=settings.language, paste_keys=keys))
    rig.paster.outcome = Outcome.NOT_READ
    rig.reply("nh")
    assert "Ctrl+Shift+Ins" in rig.notification()


def test_a_clipboard_that_was_not_restored_is_shown(rig: Rig) -> None:
    rig.paster.clipboard_state = ClipboardState.PARTLY
    rig.reply("nh")
    assert "not fully restored" in rig.notification()


def test_what_was_copied_meanwhile_is_not_called_the_reply(rig: Rig) -> None:
    rig.paster.outcome, rig.paster.clipboard_state = Outcome.NOT_READ, ClipboardState.COPIED_MEANWHILE
    rig.reply("nh")
    assert "copied in the meantime" in rig.notification()


def test_a_reply_that_was_read_in_part_is_not_called_untouched(rig: Rig) -> None:
    rig.paster.outcome = Outcome.NOT_READ
    rig.paster.timings_ms = {"sent": 1.0, "read": 20.0}
    rig.reply("nh")
    assert "Check the chat box" in rig.notification()
    assert "did not take" not in rig.notification()


def test_what_was_perhaps_pasted_is_not_called_unpasted(rig: Rig) -> None:
    rig.paster.outcome = Outcome.UNSEEN
    for state in (ClipboardState.AS_BEFORE, ClipboardState.COPIED_MEANWHILE, ClipboardState.FAILED):
        rig.paster.clipboard_state = state
        rig.reply("nh")
        assert "Perhaps pasted" in rig.notification()


def test_a_reply_that_a_hanging_window_may_still_paste_is_not_called_unpasted(rig: Rig) -> None:
    rig.paster.outcome, rig.paster.timings_ms = Outcome.NOT_READ, {"hung": 3000.0}
    rig.paster.clipboard_state = ClipboardState.REPLY
    rig.reply("nh")
    assert "Check the chat box" in rig.notification()
