"""The dock: values that a click copies, masked until asked, and nothing that takes the focus."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from quickdesk.customers.customer import Customer, Nickname, Note, Order
from quickdesk.ui.dock.dock_edge import DockEdge
from quickdesk.ui.dock.dock_values import MOST_NOTES, OpenTab, dock_values, note_value, shown_notes
from quickdesk.ui.dock.dock_window import DockWindow, dock_corner
from quickdesk.ui.theme import Theme

NOW = datetime(2026, 11, 29, 15, tzinfo=UTC)
CARD = Customer(
    "c1",
    (Nickname("小鱼", "淘宝"),),
    orders=(Order("2026112900012345", state="已发货", tracking_number="SF1234567890123"),),
    phones=("13800000006",),
)


class Dock:
    """A visible dock and what it emitted."""

    def __init__(self, qtbot: QtBot, theme: Theme) -> None:
        self.qtbot, self.window = qtbot, DockWindow(theme, is_composited=False)
        qtbot.addWidget(self.window)
        self.view = self.window.view
        self.emitted: list[object] = []
        for signal in (self.view.copied, self.view.switched):
            signal.connect(self.emitted.append)
        self.view.edit_clicked.connect(lambda: self.emitted.append("edit"))
        self.view.unlock_clicked.connect(lambda: self.emitted.append("unlock"))
        self.show(CARD)
        self.window.show()

    def show(self, customer: Customer, *notes: Note) -> None:
        values = dock_values(customer, lambda _number: "顺丰")
        self.view.show_customer(customer, values, [note_value(each, NOW) for each in notes])

    @property
    def texts(self) -> list[str]:
        return [row.shown_text for row in self.view.rows]

    def button(self, text: str) -> QPushButton:
        (found,) = [each for each in self.view.findChildren(QPushButton) if text in each.text()]
        return found


@pytest.fixture
def dock(qtbot: QtBot, theme: Theme) -> Dock:
    return Dock(qtbot, theme)


def test_a_click_copies_the_whole_value_though_it_is_masked(dock: Dock) -> None:
    assert dock.texts == ["小鱼", "202****2345", "SF1****0123", "138****0006"]
    dock.qtbot.mouseClick(dock.view.rows[-1], Qt.MouseButton.LeftButton)
    assert dock.emitted == ["13800000006"]
    dock.button("Show numbers").click()
    assert dock.texts[-1] == "13800000006"


def test_a_number_in_a_note_is_masked_too(dock: Dock) -> None:
    dock.show(CARD, Note("n1", "c1", "电话 13800000006", NOW))
    assert "13800000006" not in dock.texts[0]
    dock.button("Show numbers").click()
    assert dock.texts[0] == "电话 13800000006"


def test_numbers_of_another_customer_are_masked_again(dock: Dock) -> None:
    dock.button("Show numbers").click()
    dock.show(replace(CARD, id="c2"))
    assert dock.texts[-1] == "138****0006"


def test_nothing_in_it_takes_the_focus(dock: Dock) -> None:
    dock.view.show_tabs([OpenTab(1, "a", is_current=True), OpenTab(2, "b", is_current=False)])
    assert dock.window.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus
    clickable = (QPushButton, QToolButton)
    buttons = [each for kind in clickable for each in dock.window.findChildren(kind)]
    assert {each.focusPolicy() for each in buttons} == {Qt.FocusPolicy.NoFocus}
    rows: list[QWidget] = list(dock.view.rows)
    assert {each.focusPolicy() for each in rows} == {Qt.FocusPolicy.NoFocus}


def test_tabs_switch_among_the_open_customers(dock: Dock) -> None:
    dock.view.show_tabs([OpenTab(1, "小鱼", is_current=True), OpenTab(4, "大熊", is_current=False)])
    dock.button("4  大熊").click()
    assert dock.emitted == [4]


def test_an_ampersand_in_a_name_is_shown_and_is_no_shortcut(dock: Dock) -> None:
    dock.view.show_tabs([OpenTab(1, "小鱼", is_current=True), OpenTab(3, "A&B", is_current=False)])
    assert dock.button("3  A&&B").shortcut().isEmpty()


def test_it_folds_up_to_its_head(dock: Dock) -> None:
    before = dock.window.height()
    dock.view.collapse_clicked.emit()
    assert dock.window.height() < before / 5
    dock.view.collapse_clicked.emit()
    assert dock.window.height() == before


def test_locked_it_shows_nothing_personal(dock: Dock) -> None:
    dock.view.show_locked()
    shown = "\n".join(each.text() for each in dock.window.findChildren(QLabel))
    assert "The customers are locked" in shown
    assert not any(value in shown for value in ("小鱼", "0006", "2345"))
    dock.button("Unlock").click()
    assert dock.emitted == ["unlock"]


def test_notes_are_the_pinned_ones_then_the_newest() -> None:
    notes = [Note(f"n{number}", "c1", str(number), NOW, is_pinned=number == 2) for number in range(9)]
    assert [each.text for each in shown_notes(notes)] == ["2", "8", "7", "6", "5"]
    assert len(shown_notes(notes)) == MOST_NOTES


AREA, SIZE = QRect(0, 0, 1920, 1040), QSize(300, 560)


@pytest.mark.parametrize(
    ("target", "corner"),
    [
        (None, QPoint(1608, 160)),
        (QRect(100, 50, 800, 600), QPoint(912, 50)),
        (QRect(1000, 900, 900, 600), QPoint(688, 480)),
        (QRect(0, 0, 1920, 1040), QPoint(1608, 0)),
    ],
)
def test_it_stands_beside_the_chat_window_or_at_the_edge(target: QRect | None, corner: QPoint) -> None:
    assert dock_corner(AREA, target, SIZE, 12) == corner


def test_a_move_and_a_pull_at_an_edge_say_where_it_is_now(dock: Dock) -> None:
    area, places = QRect(0, 0, 1600, 1000), []
    dock.window.moved.connect(places.append)
    dock.window.place_at(area, (100, 80, 300))
    qtbot, window = dock.qtbot, dock.window
    qtbot.mousePress(window, Qt.MouseButton.LeftButton, pos=QPoint(50, 20))
    qtbot.mouseMove(window, QPoint(90, 50))
    qtbot.mouseRelease(window, Qt.MouseButton.LeftButton, pos=QPoint(50, 20))
    assert places == [(140, 110, 300)]
    left, right = window.findChildren(DockEdge)
    for edge, to in ((right, 60), (left, -30)):
        qtbot.mousePress(edge, Qt.MouseButton.LeftButton, pos=QPoint(1, 100))
        qtbot.mouseMove(edge, QPoint(1 + to, 100))
        qtbot.mouseRelease(edge, Qt.MouseButton.LeftButton, pos=QPoint(1, 100))
    assert places[1:] == [(140, 110, 360), (110, 110, 390)]
    assert window.width() == 390


def test_a_place_that_is_partly_outside_is_moved_in(dock: Dock) -> None:
    dock.window.place_at(QRect(0, 0, 1600, 1000), (1500, 900, 9000))
    assert QRect(0, 0, 1600, 1000).contains(dock.window.geometry())
