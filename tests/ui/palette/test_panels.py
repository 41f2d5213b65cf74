"""The menu of all actions and the key sheet over the list of the palette."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from quickdesk.search.hit import Hit
from quickdesk.ui.icons import Icon
from quickdesk.ui.keys.key_sheet import KeySheet
from quickdesk.ui.palette.actions_menu import ActionsMenu
from quickdesk.ui.palette.footer import PaletteFooter
from quickdesk.ui.palette.keys import PALETTE_KEYS
from quickdesk.ui.palette.requests import PaletteChoice
from quickdesk.ui.palette.search_box import SearchBox
from quickdesk.ui.palette.window import Palette
from quickdesk.ui.theme import Theme
from quickdesk.ui.tray.menu_entry import MenuEntry, Section
from tests.ui.hits import Hits

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
_CTRL = Qt.KeyboardModifier.ControlModifier


class Driver:
    """A palette with two hits and the program's entry 设置, and what happened."""

    def __init__(self, qtbot: QtBot, palette: Palette, found: list[Hit]) -> None:
        self.qtbot, self.palette, self.found = qtbot, palette, found
        self.happened: list[object] = []
        self.entries = [
            MenuEntry(
                Section.WINDOWS,
                lambda: "设置",
                lambda: self.happened.append("settings"),
                icon=Icon.SETTINGS,
                key="Ctrl+,",
            ),
            MenuEntry(Section.DATA, lambda: "撤销", lambda: self.happened.append("undo")),
            MenuEntry(Section.REPLIES, lambda: "New reply", self.fail, key="Ctrl+N"),
            MenuEntry(Section.REPLIES, lambda: "Open palette", self.fail, is_default=True),
        ]
        palette.add_entries(self.entries)
        palette.query_changed.connect(lambda query: palette.show_hits(query, self.found))
        palette.accepted.connect(self.happened.append)
        palette.dismissed.connect(lambda: self.happened.append("dismissed"))
        for name in ("edit", "duplicate", "remove", "pin"):
            getattr(palette, f"{name}_requested").connect(self.note(name))
        palette.open_at(QRect(0, 0, 1920, 1080))
        qtbot.waitUntil(palette.isActiveWindow)

    def note(self, name: str) -> Callable[[str], None]:
        return lambda snippet_id: self.happened.append((name, snippet_id))

    def fail(self) -> None:
        self.happened.append("an entry that the palette has itself")

    @property
    def box(self) -> SearchBox:
        return self.palette._view.box

    @property
    def menu(self) -> ActionsMenu:
        return self.palette.findChild(ActionsMenu)

    @property
    def sheet(self) -> KeySheet:
        return self.palette.findChild(KeySheet)

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.qtbot.keyClick(QApplication.focusWidget(), key, held)

    def write(self, text: str) -> None:
        box = QApplication.focusWidget()
        if isinstance(box, SearchBox):
            box.insert(text)  # Qt's test keys have no 汉字
        else:
            self.qtbot.keyClicks(box, text)


@pytest.fixture
def driver(qtbot: QtBot, theme: Theme, hits: Hits) -> Driver:
    palette = Palette(theme)
    qtbot.addWidget(palette)
    return Driver(qtbot, palette, list(hits.many(2)))


def test_the_menu_lists_the_actions_on_the_reply_and_of_the_program(driver: Driver) -> None:
    driver.press(Qt.Key.Key_K, _CTRL)
    assert driver.menu.isVisible()
    texts = driver.menu.texts
    assert texts[:3] == ["Paste the reply", "Fill in the form, then paste", "Only copy the reply"]
    assert texts[-2:] == ["设置", "撤销"]
    assert "Open palette" not in texts
    assert texts.count("New reply") == 1
    shown = {label.text() for label in driver.menu.findChildren(QLabel)}
    assert {"Enter", "Ctrl+E", "Ctrl+Delete", "Ctrl+P", "Ctrl+N", "F1"} <= shown


def test_an_arrow_opens_it_at_the_end_of_the_query_only(driver: Driver) -> None:
    driver.write("ab")
    driver.press(Qt.Key.Key_Left)
    driver.press(Qt.Key.Key_Right)
    assert driver.menu.isHidden()
    driver.press(Qt.Key.Key_Right)
    assert driver.menu.isVisible()
    driver.press(Qt.Key.Key_Left)
    assert driver.menu.isHidden()
    assert driver.box.query == "ab"
    assert driver.box.hasFocus()


@pytest.mark.parametrize("letters", ["sz", "shezhi", "设置"])
def test_typing_filters_in_pinyin_and_enter_runs(driver: Driver, letters: str) -> None:
    driver.press(Qt.Key.Key_K, _CTRL)
    driver.write(letters)
    assert driver.menu.texts[0] == "设置"
    driver.press(Qt.Key.Key_Return)
    assert driver.happened == ["dismissed", "settings"]
    assert not driver.palette.isVisible()


def test_the_keys_that_the_menu_names_work_in_the_list_too(driver: Driver) -> None:
    driver.write("退款")
    driver.press(Qt.Key.Key_Comma, _CTRL)
    assert driver.happened == ["dismissed", "settings"]


def test_what_the_menu_is_about_stays_where_it_is_when_no_action_is_found(driver: Driver) -> None:
    driver.press(Qt.Key.Key_K, _CTRL)
    heading = next(label for label in driver.menu.findChildren(QLabel) if label.isVisible())
    driver.qtbot.waitUntil(lambda: heading.y() > 0)
    place = heading.geometry()
    driver.write("xyz")
    driver.qtbot.waitUntil(lambda: "No action has this name." in _visible_texts(driver.menu))
    QApplication.sendPostedEvents()
    assert heading.geometry() == place


def test_escape_goes_back_to_the_list_with_the_query(driver: Driver) -> None:
    driver.write("退款")
    driver.press(Qt.Key.Key_Down)
    driver.press(Qt.Key.Key_K, _CTRL)
    driver.write("xyz")
    assert driver.menu.texts == []
    driver.press(Qt.Key.Key_Return)
    driver.press(Qt.Key.Key_Escape)
    assert driver.happened == []
    assert driver.menu.isHidden()
    assert driver.box.query == "退款"
    driver.press(Qt.Key.Key_Return)
    assert driver.happened == [PaletteChoice("id1", copy_only=False)]


def test_an_action_is_on_the_chosen_reply(driver: Driver) -> None:
    driver.press(Qt.Key.Key_Down)
    for letters, happened in (("only copy", PaletteChoice("id1", copy_only=True)),):
        driver.press(Qt.Key.Key_K, _CTRL)
        driver.write(letters)
        driver.press(Qt.Key.Key_Return)
        assert driver.happened == [happened]


def test_the_footer_names_enter_while_there_is_an_action_to_choose(driver: Driver) -> None:
    footer = driver.palette.findChild(PaletteFooter)
    driver.press(Qt.Key.Key_K, _CTRL)
    assert _visible_texts(footer) == ["Enter", "Choose", "Esc", "Back"]
    driver.write("xyz")
    assert _visible_texts(footer) == ["Esc", "Back"]
    driver.press(Qt.Key.Key_Escape)
    driver.press(Qt.Key.Key_F1)
    assert _visible_texts(footer) == ["Esc", "Back"]


def test_what_is_merely_near_is_not_listed(driver: Driver) -> None:
    driver.press(Qt.Key.Key_K, _CTRL)
    driver.write("快递")
    assert driver.menu.texts == []


def test_the_arrows_go_round(driver: Driver) -> None:
    driver.press(Qt.Key.Key_K, _CTRL)
    driver.press(Qt.Key.Key_Up)
    driver.press(Qt.Key.Key_Return)
    assert driver.happened == ["dismissed", "undo"]


def test_without_a_reply_there_are_no_actions_on_it(driver: Driver) -> None:
    driver.found = []
    driver.write("x")
    driver.press(Qt.Key.Key_K, _CTRL)
    assert driver.menu.texts[0] == "New reply"


def test_what_is_not_possible_now_is_not_listed(driver: Driver) -> None:
    driver.entries[0].setVisible(False)
    driver.entries[1].setEnabled(False)
    driver.palette.show_target(None)
    driver.press(Qt.Key.Key_K, _CTRL)
    assert not {"设置", "撤销", "Paste the reply"} & set(driver.menu.texts)


def test_a_key_pins_the_reply_and_the_list_stays_open(driver: Driver) -> None:
    driver.press(Qt.Key.Key_Down)
    driver.press(Qt.Key.Key_P, _CTRL)
    assert driver.happened == [("pin", "id1")]
    driver.press(Qt.Key.Key_K, _CTRL)
    driver.write("unpin")
    driver.press(Qt.Key.Key_Return)
    assert driver.happened == [("pin", "id1")] * 2
    assert driver.palette.isVisible()


def test_a_row_that_was_not_seen_yet_is_not_pinned(driver: Driver) -> None:
    driver.palette.query_changed.disconnect()
    driver.write("x")
    driver.press(Qt.Key.Key_P, _CTRL)
    driver.palette.show_hits("x", driver.found)
    assert driver.happened == []


def test_keys_duplicate_and_delete_the_reply(driver: Driver) -> None:
    driver.press(Qt.Key.Key_Delete, _CTRL)
    assert driver.happened == [("remove", "id0")]
    assert driver.palette.isVisible(), "the list shows that it is gone"
    driver.press(Qt.Key.Key_D, _CTRL)
    assert driver.happened[1:] == [("duplicate", "id0")]
    assert not driver.palette.isVisible()


def test_inside_the_query_control_delete_deletes_letters(driver: Driver) -> None:
    driver.write("ab cd")
    driver.press(Qt.Key.Key_Home)
    driver.press(Qt.Key.Key_Delete, _CTRL)
    assert driver.happened == []
    assert driver.box.query == "cd"


def test_the_key_sheet_has_every_key(driver: Driver) -> None:
    driver.write("a")
    driver.press(Qt.Key.Key_F1)
    assert driver.sheet.isVisible()
    shown = {label.text() for label in driver.sheet.findChildren(QLabel)}
    for binding in PALETTE_KEYS.bindings:
        assert {binding.label, binding.text()} <= shown
    driver.write("zz")
    driver.press(Qt.Key.Key_Escape)
    assert driver.sheet.isHidden()
    assert driver.box.query == "a"
    assert driver.box.hasFocus()


def test_it_opens_again_without_the_menu_or_the_sheet(driver: Driver) -> None:
    for key, held in ((Qt.Key.Key_F1, Qt.KeyboardModifier.NoModifier), (Qt.Key.Key_K, _CTRL)):
        driver.press(key, held)
        driver.palette.close_palette()
        driver.palette.open_at(QRect(0, 0, 1920, 1080))
        driver.qtbot.waitUntil(driver.box.hasFocus)
        assert driver.menu.isHidden()
        assert driver.sheet.isHidden()


@pytest.mark.parametrize("area", [QRect(0, 0, 1024, 600), QRect(0, 0, 640, 400)])
@pytest.mark.parametrize("scale", [100, 200])
def test_the_menu_stays_inside_the_palette(driver: Driver, theme: Theme, area: QRect, scale: int) -> None:
    driver.palette.set_theme(Theme(theme.tokens, scale))
    driver.palette.open_at(area)
    driver.press(Qt.Key.Key_K, _CTRL)
    top = driver.menu.mapTo(driver.palette, driver.menu.rect().topLeft())
    assert driver.palette.rect().contains(QRect(top, driver.menu.size()))


def _visible_texts(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]
