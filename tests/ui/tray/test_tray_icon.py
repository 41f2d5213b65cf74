from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtGui import QAction, QColor
from PySide6.QtWidgets import QMenu, QSystemTrayIcon
from pytestqt.qtbot import QtBot

from quickdesk.ui.theme import Theme, contrast
from quickdesk.ui.tokens import DARK, LIGHT, Role
from quickdesk.ui.tray.tray_icon import TrayIcon, TrayState, state_icon
from tests.ui.tray.entries import Entries


@pytest.fixture
def entries(qapp: object, theme: Theme) -> Entries:
    return Entries(theme)


@pytest.fixture
def tray(entries: Entries, theme: Theme) -> TrayIcon:
    made = TrayIcon("Ctrl+Alt+Space", theme)
    made.add_entries(entries.all)
    return made


def actions(menu: QMenu) -> dict[str, QAction]:
    found: dict[str, QAction] = {}
    for action in menu.actions():
        submenu = action.menu()
        found[action.text()] = action
        if isinstance(submenu, QMenu):
            found |= actions(submenu)
    return found


def test_the_menu_has_the_entries_in_sections(tray: TrayIcon, entries: Entries) -> None:
    tray.show_running()
    texts = ["-" if each.isSeparator() else each.text() for each in tray._menu.actions() if each.isVisible()]
    assert texts == [
        "Open palette",
        "New reply",
        "-",
        "Pause the hotkey",
        "-",
        "Undo",
        "-",
        "Main window",
        "Settings",
        "-",
        "Quit",
    ]
    assert tray._menu.defaultAction() is entries.open


def test_the_text_of_an_entry_can_change(tray: TrayIcon, entries: Entries) -> None:
    entries.last_action = "import (replies: 3)"
    entries.undo.update_text()
    actions(tray._menu)["Undo: import (replies: 3)"].trigger()
    assert entries.activated == ["undo"]


def test_the_menu_shows_until_when_the_hotkey_is_paused(tray: TrayIcon) -> None:
    tray.show_paused(datetime(2026, 11, 22, 15, 45, tzinfo=UTC))
    assert actions(tray._menu)["Resume the hotkey (paused until 15:45)"].isVisible()
    tray.show_paused(None)
    assert actions(tray._menu)["Resume the hotkey"].isVisible()


@pytest.mark.parametrize("state", TrayState)
@pytest.mark.parametrize("size", [16, 22, 24])
def test_each_state_is_legible_on_light_and_dark_panels(qapp: object, state: TrayState, size: int) -> None:
    image = state_icon(state).pixmap(size).toImage()
    bubble = image.pixelColor(size // 8, size // 2)
    for panel in (LIGHT[Role.RAISED], DARK[Role.WINDOW]):
        assert contrast(bubble.name(), panel) >= 3
    brightest = max((image.pixelColor(x, y) for x in range(size) for y in range(size)), key=QColor.lightness)
    assert contrast(brightest.name(), bubble.name()) >= 3, "the sign in the bubble"


def test_states_differ_in_shape(qapp: object) -> None:
    shapes = [state_icon(state).pixmap(22).toImage().createAlphaMask() for state in TrayState]
    assert len(shapes) == 3
    inner = {
        bytes(int(image.pixelColor(x, y).lightness() > 200) for x in range(5, 17) for y in range(3, 14))
        for image in (state_icon(state).pixmap(22).toImage() for state in TrayState)
    }
    assert len(inner) == 3


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("For 15 minutes", timedelta(minutes=15)),
        ("For 1 hour", timedelta(hours=1)),
        ("Until I resume it", None),
    ],
)
def test_a_pause_is_requested_with_its_length(
    tray: TrayIcon, qtbot: QtBot, text: str, asked: timedelta | None
) -> None:
    with qtbot.waitSignal(tray.pause_requested) as blocker:
        actions(tray.contextMenu())[text].trigger()
    assert blocker.args == [asked]


def test_each_entry_is_activated(tray: TrayIcon, entries: Entries, qtbot: QtBot) -> None:
    for text in ("Open palette", "New reply", "Undo", "Main window", "Settings", "Quit"):
        actions(tray.contextMenu())[text].trigger()
    assert entries.activated == ["open", "new", "undo", "home", "settings", "quit"]
    with qtbot.waitSignal(tray.resume_requested):
        actions(tray.contextMenu())["Resume the hotkey"].trigger()


def test_a_click_activates_the_default_entry_once(tray: TrayIcon, entries: Entries) -> None:
    for reason in (
        QSystemTrayIcon.ActivationReason.Trigger,
        QSystemTrayIcon.ActivationReason.DoubleClick,
        QSystemTrayIcon.ActivationReason.Context,
    ):
        tray.activated.emit(reason)
    assert entries.activated == ["open"]


def test_the_tooltip_and_the_menu_follow_the_state(tray: TrayIcon) -> None:
    assert "Ctrl+Alt+Space" in tray.toolTip()
    tray.show_paused(datetime(2026, 11, 22, 15, 30, tzinfo=UTC))
    assert "paused until 15:30" in tray.toolTip()
    menu = actions(tray.contextMenu())
    assert menu["Resume the hotkey (paused until 15:30)"].isVisible()
    assert not menu["Pause the hotkey"].isVisible()
    tray.show_paused(None)
    assert "until you resume" in tray.toolTip()
    tray.show_read_only(is_read_only=True)
    assert tray.state is TrayState.PAUSED
    tray.show_running()
    assert tray.state is TrayState.READ_ONLY
    assert "read-only" in tray.toolTip()
    tray.show_read_only(is_read_only=False)
    tray.show_hotkey("")
    assert tray.state is TrayState.NORMAL
    assert "no hotkey" in tray.toolTip()
