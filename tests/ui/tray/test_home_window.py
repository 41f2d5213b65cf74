from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from quickdesk.replies.store import StoreProblem
from quickdesk.ui import data_notices, messages
from quickdesk.ui.theme import Theme
from quickdesk.ui.tray.home_window import HomeWindow, TrayPresence
from quickdesk.ui.tray.menu_entry import MenuEntry, Section
from tests.ui.tray.entries import Entries


@pytest.fixture
def entries(qapp: object, theme: Theme) -> Entries:
    return Entries(theme)


@pytest.fixture
def home(qtbot: QtBot, theme: Theme, entries: Entries) -> HomeWindow:
    made = HomeWindow(theme, TrayPresence.ABSENT)
    made.add_entries(entries.all)
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


def test_each_entry_has_a_button_in_the_order_of_the_sections(
    home: HomeWindow, entries: Entries, qtbot: QtBot
) -> None:
    home.show()
    found = [button for button in home.findChildren(QPushButton) if button.isVisible()]
    found.sort(key=lambda button: button.x())
    assert [button.text() for button in found] == ["Open palette", "New reply", "Settings", "Quit"]
    for button in found:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert entries.activated == ["open", "new", "settings", "quit"]


def test_more_entries_than_fit_in_a_row_wrap(qtbot: QtBot, theme: Theme, entries: Entries) -> None:
    home = HomeWindow(theme, TrayPresence.PRESENT)
    qtbot.addWidget(home)
    texts = ("Customers", "Follow-ups", "Library", "Packs")
    more = [MenuEntry(Section.WINDOWS, lambda text=text: text, home.show) for text in texts]
    home.add_entries((*entries.all, *more))
    home.show()
    QApplication.sendPostedEvents()
    found = [button for button in home.findChildren(QPushButton) if button.isVisible()]
    assert {*texts, "Quit"} <= {button.text() for button in found}
    assert home.width() == home.minimumWidth()
    for button in found:
        assert home.rect().contains(button.geometry())
        assert button.width() >= button.sizeHint().width()
        others = [other for other in found if other is not button]
        assert not any(button.geometry().intersects(other.geometry()) for other in others)


def test_a_key_activates_its_entry(home: HomeWindow, entries: Entries, qtbot: QtBot) -> None:
    home.show()
    qtbot.keyClick(home, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(home, Qt.Key.Key_N)
    assert entries.activated == ["new"]


def test_a_button_follows_its_entry(home: HomeWindow, entries: Entries) -> None:
    home.show()
    (button,) = [b for b in home.findChildren(QPushButton) if b.accessibleName() == "Settings"]
    entries.settings.setEnabled(False)
    assert not button.isEnabled()
    entries.settings.setVisible(False)
    assert not button.isVisible()


def test_the_default_entry_has_the_focus(home: HomeWindow) -> None:
    home.show()
    focused = home.focusWidget()
    assert isinstance(focused, QPushButton)
    assert focused.text() == "Open palette"


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


def test_a_copy_is_offered_below_the_banner_while_its_entry_is_visible(
    home: HomeWindow, entries: Entries, qtbot: QtBot
) -> None:
    home.show()
    before = home.height()
    (copy,) = [b for b in home.findChildren(QPushButton) if b.accessibleName() == "Save a copy…"]
    home.show_banner(data_notices.store_problem(StoreProblem.NOT_WRITABLE, "/data"))
    assert not copy.isVisible()
    entries.copy.setVisible(True)
    home.show_banner(data_notices.store_problem(StoreProblem.MOVED, "/data"))
    QApplication.sendPostedEvents()
    assert "/data was renamed, deleted or replaced" in texts(home)
    assert copy.mapTo(home, copy.rect().topLeft()).x() == home._banner.x()
    assert copy.mapTo(home, copy.rect().topLeft()).y() > home._banner.geometry().bottom()
    qtbot.mouseClick(copy, Qt.MouseButton.LeftButton)
    assert entries.activated == ["copy"]
    entries.copy.setVisible(False)
    home.show_banner(None)
    assert not copy.isVisible()
    assert home.height() == before, "no empty room is left behind"


def test_a_hotkey_that_is_not_registered_presses_no_button(home: HomeWindow, qtbot: QtBot) -> None:
    pressed: list[str] = []
    for button in home.findChildren(QPushButton):
        button.pressed.connect(lambda button=button: pressed.append(button.text()))
        for key in (Qt.Key.Key_Space, Qt.Key.Key_Return):
            qtbot.keyClick(button, key, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    assert pressed == []
