import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from quickdesk.replies.store import StoreProblem
from quickdesk.ui import words
from quickdesk.ui.home_window import HomeWindow
from quickdesk.ui.theme import Theme


@pytest.fixture
def home(qtbot: QtBot, theme: Theme) -> HomeWindow:
    made = HomeWindow(theme, has_tray=False)
    qtbot.addWidget(made)
    return made


def texts(home: HomeWindow) -> str:
    return "\n".join(label.text() for label in home.findChildren(QLabel) if not label.isHidden())


def test_it_says_why_it_is_here(home: HomeWindow) -> None:
    assert "no tray" in texts(home)
    home.show_tray(has_tray=True)
    assert "no tray" not in texts(home)


def test_it_says_which_hotkey_works_or_the_way_out(home: HomeWindow) -> None:
    home.show_hotkey(words.hotkey_works("Ctrl+Alt+Space"))
    assert "Ctrl+Alt+Space" in texts(home)
    home.show_hotkey(words.hotkeys_missing("no-backend"))
    assert "quickdesk toggle" in texts(home)


def test_each_button_asks_for_its_thing(home: HomeWindow, qtbot: QtBot) -> None:
    buttons = {button.accessibleName(): button for button in home.findChildren(QPushButton)}
    for name, signal in (
        ("Open palette", home.palette_requested),
        ("New reply", home.new_reply_requested),
        ("Settings", home.settings_requested),
        ("Quit", home.quit_requested),
    ):
        with qtbot.waitSignal(signal):
            qtbot.mouseClick(buttons[name], Qt.MouseButton.LeftButton)


def test_it_grows_for_news_about_the_data(home: HomeWindow) -> None:
    home.show()
    before = home.height()
    home.show_banner(words.store_problem(StoreProblem.DAMAGED, "/data/" + "long/" * 40))
    assert home.height() > before
    assert home.height() >= home.layout().heightForWidth(home.width())


def test_closing_is_told(home: HomeWindow, qtbot: QtBot) -> None:
    home.show()
    with qtbot.waitSignal(home.closed):
        home.close()
