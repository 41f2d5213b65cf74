import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from quickdesk.settings.settings import DEFAULT_HOTKEY
from quickdesk.ui.settings.hotkey_recorder import HotkeyRecorder
from quickdesk.ui.theme import Theme

NONE = Qt.KeyboardModifier.NoModifier
CTRL_ALT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class RecorderDriver:
    """A recorder in a visible window and the signals it emitted."""

    def __init__(self, qtbot: QtBot, theme: Theme) -> None:
        self.qtbot = qtbot
        self.recorder = HotkeyRecorder("ctrl+alt+q", theme)
        qtbot.addWidget(self.recorder)
        self.said: list[str] = []
        self.recorder.recorded.connect(self.said.append)
        self.recorder.recording_started.connect(lambda: self.said.append("started"))
        self.recorder.recording_ended.connect(lambda: self.said.append("ended"))
        self.line = self.recorder.findChildren(QLineEdit)[0]
        self.recorder.show()
        self.qtbot.mouseClick(self.recorder.findChildren(QPushButton)[0], Qt.MouseButton.LeftButton)

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
        self.qtbot.keyPress(self.line, key, held)

    @property
    def hint(self) -> str:
        return self.recorder.findChildren(QLabel)[0].text()


@pytest.fixture
def recording(qtbot: QtBot, theme: Theme) -> RecorderDriver:
    return RecorderDriver(qtbot, theme)


def test_keys_are_recorded_after_the_old_hotkey_is_free_again(recording: RecorderDriver) -> None:
    recording.press(Qt.Key.Key_K, CTRL_ALT)
    assert recording.said == ["started", "ended", "ctrl+alt+k"]
    assert recording.line.text() == "Ctrl+Alt+K"


def test_modifiers_show_while_they_are_held(recording: RecorderDriver) -> None:
    recording.press(Qt.Key.Key_Control)
    recording.press(Qt.Key.Key_Alt, Qt.KeyboardModifier.ControlModifier)
    assert recording.line.text() == "Ctrl+Alt+"
    assert recording.recorder.is_recording


@pytest.mark.parametrize(
    ("key", "held", "reason"),
    [
        (Qt.Key.Key_A, NONE, "typing"),
        (Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier, "input method"),
        (Qt.Key.Key_VolumeUp, NONE, "cannot be used"),
    ],
)
def test_an_invalid_hotkey_is_refused_with_the_reason(
    recording: RecorderDriver, key: Qt.Key, held: Qt.KeyboardModifier, reason: str
) -> None:
    recording.press(key, held)
    assert reason in recording.hint
    assert recording.line.accessibleDescription() == recording.hint
    assert recording.said == ["started"]


def test_escape_keeps_the_hotkey(recording: RecorderDriver) -> None:
    recording.press(Qt.Key.Key_Escape)
    assert recording.said == ["started", "ended"]
    assert recording.line.text() == "Ctrl+Alt+Q"


def test_backspace_restores_the_default(recording: RecorderDriver) -> None:
    recording.press(Qt.Key.Key_Backspace)
    assert recording.said == ["started", "ended", DEFAULT_HOTKEY]


def test_tab_moves_the_focus(recording: RecorderDriver) -> None:
    recording.press(Qt.Key.Key_Tab)
    assert recording.said == ["started", "ended"]


def test_losing_the_focus_ends_the_recording(recording: RecorderDriver, qtbot: QtBot) -> None:
    recording.line.clearFocus()
    qtbot.waitUntil(lambda: not recording.recorder.is_recording)
    assert recording.said == ["started", "ended"]


def test_keys_after_the_recording_do_nothing(recording: RecorderDriver) -> None:
    recording.press(Qt.Key.Key_Escape)
    recording.press(Qt.Key.Key_K, CTRL_ALT)
    assert recording.said == ["started", "ended"]


def test_the_button_stops_the_recording(recording: RecorderDriver, qtbot: QtBot) -> None:
    button = recording.recorder.findChildren(QPushButton)[0]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert recording.said == ["started", "ended"]
    assert button.text() == "Record new keys"


def test_missing_keys_are_reported_when_the_modifiers_are_released(recording: RecorderDriver) -> None:
    control = Qt.KeyboardModifier.ControlModifier
    recording.press(Qt.Key.Key_Control)
    recording.press(Qt.Key.Key_Alt, control)
    recording.qtbot.keyRelease(recording.line, Qt.Key.Key_Alt)
    assert "No key arrived" not in recording.hint, "one of them is still held"
    recording.qtbot.keyRelease(recording.line, Qt.Key.Key_Control)
    assert "No key arrived" in recording.hint
    assert recording.recorder.is_recording
    recording.press(Qt.Key.Key_K, CTRL_ALT)
    assert recording.said[-1] == "ctrl+alt+k"


def test_a_refused_key_is_not_reported_as_missing(recording: RecorderDriver) -> None:
    recording.press(Qt.Key.Key_Control)
    recording.press(Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    refused = recording.hint
    recording.qtbot.keyRelease(recording.line, Qt.Key.Key_Control)
    assert recording.hint == refused


def test_a_single_key_shows_that_no_other_program_receives_it(recording: RecorderDriver) -> None:
    recording.press(Qt.Key.Key_F5)
    assert recording.said[-1] == "f5"
    recording.recorder.set_hotkey("f5")
    assert "no other program gets it" in recording.hint
    assert "F5" in recording.hint
    recording.recorder.set_hotkey("ctrl+f5")
    assert recording.hint == ""


def test_enter_presses_the_button(recording: RecorderDriver) -> None:
    button = recording.recorder.findChildren(QPushButton)[0]
    recording.press(Qt.Key.Key_Escape)
    assert not recording.recorder.is_recording
    recording.qtbot.keyClick(button, Qt.Key.Key_Return)
    assert recording.recorder.is_recording
