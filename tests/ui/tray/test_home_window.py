from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from quickdesk.replies.store import StoreProblem
from quickdesk.ui import data_notices, messages
from quickdesk.ui.theme import Theme
from quickdesk.ui.tray.home_window import HomeWindow, TrayPresence


@pytest.fixture
def home(qtbot: QtBot, theme: Theme) -> HomeWindow:
    made = HomeWindow(theme, TrayPresence.ABSENT)
    qtbot.addWidget(made)
    return made


def texts(home: HomeWindow) -> str:
    return "\n".join(label.text() for label in home.findChildren(QLabel) if not label.isHidden())


def test_it_shows_why_it_is_open(home: HomeWindow) -> None:
    assert "no tray" in texts(home)
    home.show_tray(TrayPresence.LOST)
    assert "panel with the tray icon has closed" in texts(home)
    home.show_tray(TrayPresence.PRESENT)
    assert "stays in the tray" in texts(home)


@pytest.mark.parametrize("tray", TrayPresence)
def test_no_text_is_cut_off(home: HomeWindow, tray: TrayPresence) -> None:
    home.show_tray(tray)
    home.show_paused(None)
    home.show()
    QApplication.sendPostedEvents()
    for label in home.findChildren(QLabel):
        if label.isVisible() and label.text() and label.wordWrap():
            assert label.height() >= label.heightForWidth(label.width()), label.text()


def test_a_pause_is_shown_with_its_end_and_can_be_ended(home: HomeWindow, qtbot: QtBot) -> None:
    home.show()
    home.show_hotkey(messages.hotkey_works("Ctrl+Alt+Space"))
    home.show_paused(datetime(2026, 11, 22, 15, 45, tzinfo=UTC))
    QApplication.sendPostedEvents()
    assert "quickdesk is paused" in texts(home)
    assert "off until 15:45" in texts(home)
    assert "ready" not in texts(home)
    assert "Ctrl+Alt+Space" not in texts(home)
    (resume,) = [b for b in home.findChildren(QPushButton) if b.accessibleName() == "Resume"]
    with qtbot.waitSignal(home.resume_requested):
        qtbot.mouseClick(resume, Qt.MouseButton.LeftButton)
    for button in home.findChildren(QPushButton):
        assert button.width() >= button.sizeHint().width(), button.text()
    home.show_paused(None)
    assert "until you resume" in texts(home)
    home.show_running()
    assert "quickdesk is ready" in texts(home)
    assert "Ctrl+Alt+Space opens" in texts(home)
    assert resume.isHidden()


def test_it_shows_the_hotkey_or_what_to_do(home: HomeWindow) -> None:
    home.show_hotkey(messages.hotkey_works("Ctrl+Alt+Space"))
    assert "Ctrl+Alt+Space" in texts(home)
    home.show_hotkey(messages.hotkeys_missing("no-backend"))
    assert "quickdesk toggle" in texts(home)


def test_each_button_emits_its_signal(home: HomeWindow, qtbot: QtBot) -> None:
    buttons = {button.accessibleName(): button for button in home.findChildren(QPushButton)}
    for name, signal in (
        ("Open palette", home.palette_requested),
        ("New reply", home.new_reply_requested),
        ("Settings", home.settings_requested),
        ("Quit", home.quit_requested),
    ):
        with qtbot.waitSignal(signal):
            qtbot.mouseClick(buttons[name], Qt.MouseButton.LeftButton)


def test_it_grows_for_a_notice_about_the_data(home: HomeWindow) -> None:
    home.show()
    before = home.height()
    home.show_banner(data_notices.store_problem(StoreProblem.DAMAGED, "/data/" + "long/" * 40))
    assert home.height() > before
    assert home.height() >= home.layout().heightForWidth(home.width())
    home.show_banner(None)
    assert home.height() == before, "no empty room is left behind"


def test_closing_emits_closed(home: HomeWindow, qtbot: QtBot) -> None:
    home.show()
    with qtbot.waitSignal(home.closed):
        home.close()


def test_a_copy_is_offered_below_the_banner_only_on_request(home: HomeWindow, qtbot: QtBot) -> None:
    home.show()
    (copy,) = [b for b in home.findChildren(QPushButton) if b.accessibleName() == "Save a copy…"]
    home.show_banner(data_notices.store_problem(StoreProblem.NOT_WRITABLE, "/data"))
    assert not copy.isVisible()
    home.show_banner(data_notices.store_problem(StoreProblem.MOVED, "/data"), offers_copy=True)
    QApplication.sendPostedEvents()
    assert "/data was renamed, deleted or replaced" in texts(home)
    with qtbot.waitSignal(home.copy_requested):
        qtbot.mouseClick(copy, Qt.MouseButton.LeftButton)
    home.show_banner(None)
    assert not copy.isVisible()
