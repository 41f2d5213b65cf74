import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from quickdesk.settings.settings import DEFAULT_HOTKEY
from quickdesk.ui.settings.hotkey_recorder import HotkeyRecorder
from quickdesk.ui.theme import Theme

NONE = Qt.KeyboardModifier.NoModifier
CTRL_ALT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class Recording:
    """A recorder in a shown window, with what it said so far."""

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
def recording(qtbot: QtBot, theme: Theme) -> Recording:
    return Recording(qtbot, theme)


def test_keys_are_recorded_after_the_old_hotkey_is_free_again(recording: Recording) -> None:
    recording.press(Qt.Key.Key_K, CTRL_ALT)
    assert recording.said == ["started", "ended", "ctrl+alt+k"]
    assert recording.line.text() == "Ctrl+Alt+K"


def test_modifiers_show_while_they_are_held(recording: Recording) -> None:
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
def test_what_cannot_work_is_refused_with_its_reason(
    recording: Recording, key: Qt.Key, held: Qt.KeyboardModifier, reason: str
) -> None:
    recording.press(key, held)
    assert reason in recording.hint
    assert recording.line.accessibleDescription() == recording.hint
    assert recording.said == ["started"]


def test_escape_leaves_everything_as_it_was(recording: Recording) -> None:
    recording.press(Qt.Key.Key_Escape)
    assert recording.said == ["started", "ended"]
    assert recording.line.text() == "Ctrl+Alt+Q"


def test_backspace_takes_the_default(recording: Recording) -> None:
    recording.press(Qt.Key.Key_Backspace)
    assert recording.said == ["started", "ended", DEFAULT_HOTKEY]


def test_tab_is_no_trap(recording: Recording) -> None:
    recording.press(Qt.Key.Key_Tab)
    assert recording.said == ["started", "ended"]


def test_losing_the_focus_ends_the_recording(recording: Recording, qtbot: QtBot) -> None:
    recording.line.clearFocus()
    qtbot.waitUntil(lambda: not recording.recorder.is_recording)
    assert recording.said == ["started", "ended"]


def test_keys_after_the_recording_do_nothing(recording: Recording) -> None:
    recording.press(Qt.Key.Key_Escape)
    recording.press(Qt.Key.Key_K, CTRL_ALT)
    assert recording.said == ["started", "ended"]


def test_the_button_stops_what_it_started(recording: Recording, qtbot: QtBot) -> None:
    button = recording.recorder.findChildren(QPushButton)[0]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert recording.said == ["started", "ended"]
    assert button.text() == "Record new keys"


def test_keys_that_never_arrive_are_told_when_the_modifiers_are_let_go(recording: Recording) -> None:
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


def test_a_refused_key_is_not_said_to_be_missing(recording: Recording) -> None:
    recording.press(Qt.Key.Key_Control)
    recording.press(Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    refused = recording.hint
    recording.qtbot.keyRelease(recording.line, Qt.Key.Key_Control)
    assert recording.hint == refused


def test_of_one_key_alone_it_says_that_no_other_program_gets_it(recording: Recording) -> None:
    recording.press(Qt.Key.Key_F5)
    assert recording.said[-1] == "f5"
    recording.recorder.set_hotkey("f5")
    assert "no other program gets it" in recording.hint
    assert "F5" in recording.hint
    recording.recorder.set_hotkey("ctrl+f5")
    assert recording.hint == ""


def test_enter_presses_the_button(recording: Recording) -> None:
    button = recording.recorder.findChildren(QPushButton)[0]
    recording.press(Qt.Key.Key_Escape)
    assert not recording.recorder.is_recording
    recording.qtbot.keyClick(button, Qt.Key.Key_Return)
    assert recording.recorder.is_recording
