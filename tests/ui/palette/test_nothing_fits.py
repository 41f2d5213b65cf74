"""Where nothing fits, the palette says so and lists the nearest replies, none of which is chosen."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from quickdesk.replies.snippet import Snippet
from quickdesk.search.hit import Hit
from quickdesk.ui.palette.search_box import SearchBox
from quickdesk.ui.palette.window import Palette
from quickdesk.ui.results.result_list import ResultList
from quickdesk.ui.theme import Theme, apply
from quickdesk.ui.tokens import LIGHT

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
NEAREST = [Hit(Snippet(key, f"title {key}", "b"), 9.0, is_related=True, is_nearest=True) for key in "abc"]
FOUND = [Hit(Snippet("d", "title d", "b"), 900.0)]


@pytest.fixture
def palette(qtbot: QtBot) -> Palette:
    palette = Palette(Theme(LIGHT, 100), is_composited=True)
    qtbot.addWidget(palette)
    palette.open_at(QRect(0, 0, 1920, 1080))
    palette.show_hits("", FOUND)
    return palette


def typed(qtbot: QtBot, palette: Palette, query: str, hits: list[Hit]) -> SearchBox:
    box = palette.findChild(SearchBox)
    qtbot.keyClicks(box, query)
    palette.show_hits(palette.query, hits)
    return box


def says_so(palette: Palette) -> bool:
    labels = palette.findChildren(QLabel)
    return any(label.text() == "No reply fits" and label.isVisibleTo(palette) for label in labels)


def test_it_says_that_nothing_fits_and_enter_sends_nothing(qtbot: QtBot, palette: Palette) -> None:
    box = typed(qtbot, palette, "x", NEAREST)
    results = palette.findChild(ResultList)
    assert says_so(palette)
    assert results.row_count == 3
    assert results.current_hit is None
    qtbot.waitUntil(lambda: "No reply fits" in box.accessibleDescription())
    with qtbot.assertNotEmitted(palette.accepted):
        qtbot.keyClick(box, Qt.Key.Key_Return)
    with qtbot.waitSignal(palette.accepted) as accepted:
        qtbot.keyClick(box, Qt.Key.Key_Down)
        qtbot.keyClick(box, Qt.Key.Key_Return)
    assert accepted.args[0].snippet_id == "a"


def test_a_number_chooses_one(qtbot: QtBot, palette: Palette) -> None:
    box = typed(qtbot, palette, "x", NEAREST)
    with qtbot.waitSignal(palette.accepted) as accepted:
        qtbot.keyClick(box, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert accepted.args[0].snippet_id == "b"


def test_what_fits_is_chosen_again_after_the_next_letter(qtbot: QtBot, palette: Palette) -> None:
    typed(qtbot, palette, "x", NEAREST)
    typed(qtbot, palette, "y", FOUND)
    current = palette.findChild(ResultList).current_hit
    assert current == FOUND[0]
    assert not says_so(palette)
    typed(qtbot, palette, "z", [])
    assert not says_so(palette)


def test_a_list_that_comes_again_keeps_the_row_that_was_chosen(qtbot: QtBot, palette: Palette) -> None:
    box = typed(qtbot, palette, "x", NEAREST)
    palette.show_hits("x", NEAREST)
    assert palette.findChild(ResultList).current_hit is None
    qtbot.keyClick(box, Qt.Key.Key_Down)
    qtbot.keyClick(box, Qt.Key.Key_Down)
    palette.show_hits("x", NEAREST)
    assert palette.findChild(ResultList).current_hit == NEAREST[1]


def test_an_enter_pressed_before_the_list_sends_nothing(qtbot: QtBot, palette: Palette) -> None:
    box = palette.findChild(SearchBox)
    qtbot.keyClicks(box, "x")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    with qtbot.assertNotEmitted(palette.accepted):
        palette.show_hits("x", NEAREST)


@pytest.mark.parametrize(("scale", "rows"), [(150, 5), (200, 3)])
def test_on_a_small_screen_large_text_leaves_room_for_replies(
    qtbot: QtBot, qapp: QApplication, scale: int, rows: int
) -> None:
    large = Theme(LIGHT, scale)
    apply(qapp, large)
    palette = Palette(large, is_composited=True)
    qtbot.addWidget(palette)
    palette.open_at(QRect(0, 0, 1024, 560))
    five = [Hit(Snippet(key, f"title {key}", "b"), 9.0, is_related=True, is_nearest=True) for key in "abcde"]
    palette.show_hits("", five)
    results = palette.findChild(ResultList)
    qtbot.waitUntil(lambda: min(results.visible_rows, 5) == rows)
    shown = [label.text() for label in palette.findChildren(QLabel) if label.isVisibleTo(palette)]
    assert "No reply fits. The nearest:" in shown
