"""Settings: on the disk and in force at once, and honest about what could not be had."""

from collections.abc import Iterator

import pytest

from quickdesk.app.features.hotkey import HotkeyFlow
from quickdesk.app.features.pause import PauseFlow
from quickdesk.app.features.settings import Keeping, SettingsFlow, SettingsLocation
from quickdesk.app.process.work import Work
from quickdesk.replies.store import StoreProblem
from quickdesk.settings.settings import Settings, ThemeChoice
from quickdesk.storage.journal.background import Worker
from quickdesk.ui.settings.settings_page import SystemInfo
from quickdesk.ui.settings.settings_window import SettingsWindow
from quickdesk.ui.theme import ThemeChoice as Dress
from tests.app.rig import HOTKEY, Rig
from tests.fakes.clock import StillClock
from tests.fakes.hotkeys import FakeHotkeys
from tests.fakes.settings_store import MemorySettingsStore
from tests.fakes.worker import WorkerAtOnce


class Desk:
    """A settings flow with a store that can refuse and keys that can be taken."""

    def __init__(self, qapp: object, theme: Dress, worker: Worker) -> None:
        self.store, self.hotkeys = MemorySettingsStore(), FakeHotkeys()
        self.work = Work(worker)
        self.hotkey = HotkeyFlow(self.hotkeys, HOTKEY)
        self.hotkey.start()
        self.windows: list[SettingsWindow] = []
        self.pause = PauseFlow(self.hotkeys, StillClock())
        place = SettingsLocation(qapp.primaryScreen, "/data")  # type: ignore[attr-defined]
        self.flow = SettingsFlow(
            Keeping(self.store, self.work), self.hotkey, self.pause, self._make, place, theme
        )
        self.flow.open()

    @property
    def window(self) -> SettingsWindow:
        return self.windows[-1]

    def _make(self, settings: Settings, theme: Dress) -> SettingsWindow:
        self.windows.append(SettingsWindow(settings, SystemInfo, theme))
        return self.windows[-1]


@pytest.fixture
def desk(qtbot: object, qapp: object, theme: Dress) -> Iterator[Desk]:
    made = Desk(qapp, theme, WorkerAtOnce())
    yield made
    made.flow.close()


def test_what_could_not_be_saved_is_saved_when_it_can_be(desk: Desk) -> None:
    desk.store.refuse = StoreProblem.MOVED
    desk.window.changed.emit(Settings(theme=ThemeChoice.DARK))
    desk.flow.retry()
    assert desk.flow.settings == Settings()
    desk.store.refuse = None
    desk.flow.retry()
    assert desk.flow.settings == desk.store.load() == Settings(theme=ThemeChoice.DARK)
    desk.window.changed.emit(Settings(theme=ThemeChoice.LIGHT))
    desk.flow.retry()
    assert desk.flow.settings == Settings(theme=ThemeChoice.LIGHT)


def test_a_choice_is_saved_and_told_with_what_it_was_before(desk: Desk) -> None:
    heard: list[tuple[Settings, Settings]] = []
    desk.flow.changed.connect(lambda before, after: heard.append((before, after)))
    desk.window.changed.emit(Settings(theme=ThemeChoice.DARK))
    assert heard == [(Settings(), Settings(theme=ThemeChoice.DARK))]
    assert desk.store.load().theme is ThemeChoice.DARK


def test_what_cannot_be_saved_is_not_in_force(desk: Desk) -> None:
    desk.store.refuse = StoreProblem.DISK_FULL
    desk.window.changed.emit(Settings(theme=ThemeChoice.DARK))
    assert desk.flow.settings == Settings()
    desk.store.refuse = None
    desk.window.changed.emit(Settings(theme=ThemeChoice.DARK, scale=125))
    assert desk.flow.settings == desk.store.load() == Settings(theme=ThemeChoice.DARK, scale=125)


def test_a_new_hotkey_works_and_is_kept(desk: Desk) -> None:
    desk.window.hotkey_requested.emit("ctrl+alt+n")
    assert desk.store.load().hotkey == "ctrl+alt+n"
    assert desk.hotkeys.press("ctrl+alt+n")
    assert not desk.hotkeys.press(HOTKEY)


def test_a_taken_hotkey_leaves_the_old_one(desk: Desk) -> None:
    desk.hotkeys.taken.add("ctrl+alt+n")
    desk.window.hotkey_requested.emit("ctrl+alt+n")
    assert desk.store.load().hotkey == HOTKEY
    assert desk.hotkeys.press(HOTKEY)


def test_a_hotkey_that_could_not_be_saved_is_saved_with_the_next_choice(desk: Desk) -> None:
    desk.store.refuse = StoreProblem.DISK_FULL
    desk.window.hotkey_requested.emit("ctrl+alt+n")
    desk.store.refuse = None
    desk.window.changed.emit(Settings(scale=125))
    assert desk.store.load() == Settings(hotkey="ctrl+alt+n", scale=125)


def test_keys_reach_the_recorder_and_come_back_afterwards(desk: Desk) -> None:
    desk.window.recording_started.emit()
    assert not desk.hotkeys.press(HOTKEY)
    desk.window.recording_ended.emit()
    assert desk.hotkeys.press(HOTKEY)


def test_a_pause_goes_on_after_recording(desk: Desk) -> None:
    desk.pause.pause(None)
    desk.window.recording_started.emit()
    desk.window.recording_ended.emit()
    desk.window.hotkey_requested.emit("ctrl+alt+n")
    assert not desk.hotkeys.press("ctrl+alt+n")
    desk.pause.resume()
    assert desk.hotkeys.press("ctrl+alt+n")


def test_paste_keys_reach_the_paster(rig: Rig) -> None:
    rig.session._settings.open()
    chosen = Settings(language=rig.stores.settings.load().language, paste_keys={"putty": "shift+insert"})
    rig.settings_window().changed.emit(chosen)
    assert rig.paster.paste_keys == {"putty": "shift+insert"}


def test_there_is_one_window(desk: Desk) -> None:
    desk.flow.open()
    assert len(desk.windows) == 1
    desk.flow.close()
    desk.flow.open()
    assert len(desk.windows) == 2
