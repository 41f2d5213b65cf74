"""The settings window: what is chosen is saved, and a hotkey is registered at once."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel

from quickdesk import __version__
from quickdesk.app.current_settings import CurrentSettings
from quickdesk.app.features.hotkey import HotkeyFeature
from quickdesk.app.features.settings import SettingsFeature
from quickdesk.replies.store import StoreProblem
from quickdesk.settings.settings import Settings, ThemeChoice
from quickdesk.ui.settings.settings_window import SettingsWindow
from tests.app.rig import HOTKEY, Rig
from tests.fakes.settings_store import MemorySettingsStore


class Opened:
    """An open settings window with a store that can refuse."""

    def __init__(self, rig: Rig) -> None:
        self.store, self.hotkeys, self.pause = MemorySettingsStore(), rig.hotkeys, rig.pause
        self.settings = CurrentSettings(self.store, rig.services.work.settings)
        services = replace(rig.services, settings=self.settings)
        self.feature = SettingsFeature(
            services, rig.session._appearance, rig.feature(HotkeyFeature), rig.pause, rig.session.handle
        )
        self.feature.open()

    @property
    def window(self) -> SettingsWindow:
        assert self.feature._window is not None
        return self.feature._window


@pytest.fixture
def opened(rig: Rig) -> Iterator[Opened]:
    made = Opened(rig)
    yield made
    made.feature.close()


def test_what_could_not_be_saved_is_saved_when_it_can_be(opened: Opened) -> None:
    opened.store.refuse = StoreProblem.MOVED
    opened.window.changed.emit(Settings(theme=ThemeChoice.DARK))
    opened.settings.retry()
    assert opened.settings.current == Settings()
    opened.store.refuse = None
    opened.settings.retry()
    assert opened.settings.current == opened.store.load() == Settings(theme=ThemeChoice.DARK)
    opened.window.changed.emit(Settings(theme=ThemeChoice.LIGHT))
    opened.settings.retry()
    assert opened.settings.current == Settings(theme=ThemeChoice.LIGHT)


def test_a_change_is_saved_and_signalled_with_the_settings_before(opened: Opened) -> None:
    emitted: list[tuple[Settings, Settings]] = []
    opened.settings.changed.connect(lambda before, after: emitted.append((before, after)))
    opened.window.changed.emit(Settings(theme=ThemeChoice.DARK))
    assert emitted == [(Settings(), Settings(theme=ThemeChoice.DARK))]
    assert opened.store.load().theme is ThemeChoice.DARK


def test_what_cannot_be_saved_is_not_in_force(opened: Opened) -> None:
    opened.store.refuse = StoreProblem.DISK_FULL
    opened.window.changed.emit(Settings(theme=ThemeChoice.DARK))
    assert opened.settings.current == Settings()
    opened.store.refuse = None
    opened.window.changed.emit(Settings(theme=ThemeChoice.DARK, text_scale=125))
    assert opened.settings.current == opened.store.load() == Settings(theme=ThemeChoice.DARK, text_scale=125)


def test_a_new_hotkey_works_and_is_kept(opened: Opened) -> None:
    opened.window.hotkey_requested.emit("ctrl+alt+j")
    assert opened.store.load().hotkey == "ctrl+alt+j"
    assert opened.hotkeys.press("ctrl+alt+j")
    assert not opened.hotkeys.press(HOTKEY)


def test_a_taken_hotkey_leaves_the_old_one(opened: Opened) -> None:
    opened.hotkeys.taken.add("ctrl+alt+j")
    opened.window.hotkey_requested.emit("ctrl+alt+j")
    assert opened.store.load().hotkey == HOTKEY
    assert opened.hotkeys.press(HOTKEY)


def test_a_hotkey_that_could_not_be_saved_is_saved_with_the_next_choice(opened: Opened) -> None:
    opened.store.refuse = StoreProblem.DISK_FULL
    opened.window.hotkey_requested.emit("ctrl+alt+j")
    opened.store.refuse = None
    opened.window.changed.emit(Settings(text_scale=125))
    assert opened.store.load() == Settings(hotkey="ctrl+alt+j", text_scale=125)


def test_keys_reach_the_recorder_and_come_back_afterwards(opened: Opened) -> None:
    opened.window.recording_started.emit()
    assert not opened.hotkeys.press(HOTKEY)
    opened.window.recording_ended.emit()
    assert opened.hotkeys.press(HOTKEY)


def test_a_pause_goes_on_after_recording(opened: Opened) -> None:
    opened.pause.pause(None)
    opened.window.recording_started.emit()
    opened.window.recording_ended.emit()
    opened.window.hotkey_requested.emit("ctrl+alt+j")
    assert not opened.hotkeys.press("ctrl+alt+j")
    opened.pause.resume()
    assert opened.hotkeys.press("ctrl+alt+j")


def test_paste_keys_reach_the_paster(rig: Rig) -> None:
    rig.settings.open()
    chosen = Settings(language=rig.stores.settings.load().language, paste_keys={"putty": "shift+insert"})
    rig.settings_window().changed.emit(chosen)
    assert rig.paster.paste_keys == {"putty": "shift+insert"}


def test_there_is_one_window(opened: Opened) -> None:
    first = opened.window
    opened.feature.open()
    assert opened.window is first
    opened.feature.close()
    opened.feature.open()
    assert opened.window is not first


def test_whether_the_hotkey_works_is_shown_as_it_is_now(opened: Opened) -> None:
    def lines() -> str:
        return "\n".join(label.text() for label in opened.window.findChildren(QLabel))

    assert "Hotkey: works" in lines()
    opened.hotkeys.taken.add(HOTKEY)
    opened.hotkeys.apply_changes()
    assert "already used by another program" in lines()
    opened.hotkeys.taken.clear()
    opened.feature.open()
    assert "Hotkey: works" in lines()


def test_what_was_learnt_is_forgotten_and_the_window_says_so(opened: Opened) -> None:
    opened.window.show()
    opened.window.forget_requested.emit()
    labels = [label.text() for label in opened.window.findChildren(QLabel) if label.isVisible()]
    assert "Forgotten" in labels
    assert __version__ in labels
