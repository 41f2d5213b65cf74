from collections.abc import Sequence

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from quickdesk.search.hit import Hit
from quickdesk.ui.notice import Notice, Tone
from quickdesk.ui.palette.choice import PaletteChoice
from quickdesk.ui.palette.footer import PaletteFooter
from quickdesk.ui.palette.search_box import SearchBox
from quickdesk.ui.palette.window import Palette
from quickdesk.ui.results.result_list import ResultList
from quickdesk.ui.theme import Theme, apply
from quickdesk.ui.tokens import HIGH_CONTRAST, LIGHT, SIZES
from tests.ui.hits import Hits

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

_SCREEN = QRect(0, 0, 1920, 1080)
_CTRL, _ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


class Desk:
    """A palette, who answers its queries, and what it said. ``found`` may be changed; None keeps silent."""

    def __init__(self, palette: Palette, found: Sequence[Hit]) -> None:
        self.palette = palette
        self.found: Sequence[Hit] | None = found
        self.queries: list[str] = []
        self.said: list[object] = []
        palette.query_changed.connect(self._on_query_changed)
        palette.accepted.connect(self.said.append)
        palette.create_requested.connect(lambda query: self.said.append(("create", query)))
        palette.edit_requested.connect(lambda snippet_id: self.said.append(("edit", snippet_id)))
        palette.dismissed.connect(lambda: self.said.append("dismissed"))

    @property
    def box(self) -> SearchBox:
        return self.palette.findChild(SearchBox)

    @property
    def words(self) -> str:
        shown = [*self.palette.findChildren(QLabel), *self.palette.findChildren(QPushButton)]
        return "\n".join(widget.text() for widget in shown if widget.isVisibleTo(self.palette))

    @property
    def chosen(self) -> str:
        hit = self.palette.findChild(ResultList).current_hit
        return hit.snippet.id if hit else ""

    def compose(self, preedit: str) -> None:
        QApplication.sendEvent(self.box, QInputMethodEvent(preedit, []))

    def _on_query_changed(self, query: str) -> None:
        self.queries.append(query)
        if self.found is not None:
            self.palette.show_hits(query, self.found)


@pytest.fixture
def desk(qtbot: QtBot, theme: Theme, hits: Hits) -> Desk:
    palette = Palette(theme)
    qtbot.addWidget(palette)
    desk = Desk(palette, hits.many(20))
    palette.open_at(_SCREEN)
    qtbot.waitUntil(palette.isActiveWindow)
    return desk


def test_it_opens_with_the_focus_in_the_box_and_asks_for_what_is_likely(desk: Desk) -> None:
    assert desk.queries == [""]
    assert desk.box.hasFocus()
    assert desk.chosen == "id0"
    assert _SCREEN.contains(desk.palette.geometry())


def test_the_first_key_lands_in_the_box(desk: Desk, qtbot: QtBot) -> None:
    qtbot.keyClicks(QApplication.focusWidget(), "tk")
    assert desk.queries == ["", "t", "tk"]


@pytest.mark.parametrize(
    ("key", "held", "copy_only"),
    [
        (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, False),
        (Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier, False),
        (Qt.Key.Key_Return, _CTRL, True),
    ],
)
def test_enter_answers_with_the_chosen_row(
    desk: Desk, qtbot: QtBot, key: Qt.Key, held: Qt.KeyboardModifier, copy_only: bool
) -> None:
    qtbot.keyClick(desk.box, Qt.Key.Key_Down)
    qtbot.keyClick(desk.box, key, held)
    assert desk.said == [PaletteChoice("id1", copy_only)]


def test_after_an_answer_no_key_does_anything_until_it_is_opened_again(desk: Desk, qtbot: QtBot) -> None:
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Return, Qt.Key.Key_Escape):
        qtbot.keyClick(desk.box, key)
    qtbot.keyClicks(desk.box, "abc")
    assert desk.said == [PaletteChoice("id0", False)]
    assert desk.palette.isVisible(), "whoever answers closes it: until then it keeps the keyboard"
    desk.palette.close_palette()
    assert not desk.palette.isVisible()


def test_keys_after_an_answer_are_told_in_order(desk: Desk, qtbot: QtBot) -> None:
    typed: list[str] = []
    desk.palette.typed_ahead.connect(lambda event: typed.append(event.text()))
    qtbot.keyClicks(desk.box, "ab")
    assert typed == []
    qtbot.keyClick(desk.box, Qt.Key.Key_Return)
    qtbot.keyClicks(desk.box, "cd")
    assert typed == ["c", "d"]
    assert desk.palette.query == "ab"


def test_pages_are_as_long_as_what_is_in_sight(desk: Desk, qtbot: QtBot) -> None:
    qtbot.keyClick(desk.box, Qt.Key.Key_PageDown)
    assert desk.chosen == "id9"
    qtbot.keyClick(desk.box, Qt.Key.Key_PageUp)
    assert desk.chosen == "id0"


def test_home_and_end_belong_to_the_text(desk: Desk, qtbot: QtBot) -> None:
    qtbot.keyClicks(desk.box, "abc")
    qtbot.keyClick(desk.box, Qt.Key.Key_Home)
    assert desk.box.cursorPosition() == 0
    assert desk.chosen == "id0"


def test_alt_and_a_digit_pick_a_row_in_sight(desk: Desk, qtbot: QtBot) -> None:
    qtbot.keyClick(desk.box, Qt.Key.Key_3, _ALT)
    assert desk.said == [PaletteChoice("id2", copy_only=False)]


def test_every_digit_picks_a_row_in_sight(desk: Desk, qtbot: QtBot) -> None:
    assert "Alt+1…9" in desk.words
    qtbot.keyClick(desk.box, Qt.Key.Key_9, _ALT)
    assert desk.said == [PaletteChoice("id8", copy_only=False)]


def test_a_row_out_of_sight_is_shown_before_it_can_be_taken(desk: Desk, qtbot: QtBot) -> None:
    desk.palette.open_at(QRect(0, 0, 760, 400))  # a low monitor: six rows
    assert "Alt+1…6" in desk.words
    qtbot.keyClick(desk.box, Qt.Key.Key_9, _ALT)
    assert desk.said == []
    assert desk.chosen == "id8"


def test_escape_clears_then_closes(desk: Desk, qtbot: QtBot) -> None:
    qtbot.keyClicks(desk.box, "tk")
    qtbot.keyClick(desk.box, Qt.Key.Key_Escape)
    assert (desk.palette.query, desk.palette.isVisible(), desk.said) == ("", True, [])
    qtbot.keyClick(desk.box, Qt.Key.Key_Escape)
    assert (desk.palette.isVisible(), desk.said) == (False, ["dismissed"])


def test_create_and_edit_hide_it_and_say_of_what(desk: Desk, qtbot: QtBot) -> None:
    desk.box.insert("新的")
    qtbot.keyClick(desk.box, Qt.Key.Key_N, _CTRL)
    desk.palette.open_at(_SCREEN)
    qtbot.keyClick(desk.box, Qt.Key.Key_E, _CTRL)
    assert desk.said == [("create", "新的"), ("edit", "id0")]
    assert not desk.palette.isVisible()


def test_tab_leaves_the_focus_where_it_is(desk: Desk, qtbot: QtBot) -> None:
    qtbot.keyClick(desk.box, Qt.Key.Key_Tab)
    qtbot.keyClick(desk.box, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert desk.box.hasFocus()
    assert desk.box.text() == ""


def test_while_composing_every_key_belongs_to_the_input_method(desk: Desk, qtbot: QtBot) -> None:
    desk.compose("tui'kuan")
    assert desk.queries == ["", "tuikuan"]
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Down, Qt.Key.Key_Enter):
        qtbot.keyClick(desk.box, key)
    qtbot.keyClick(desk.box, Qt.Key.Key_1, _ALT)
    assert desk.said == []
    assert desk.palette.isVisible()
    assert desk.chosen == "id0"


def test_results_of_another_query_are_not_shown(desk: Desk, hits: Hits, qtbot: QtBot) -> None:
    desk.found = None
    qtbot.keyClicks(desk.box, "tk")
    desk.palette.show_hits("t", hits.many(1))
    assert desk.palette.findChild(ResultList).model().rowCount() == 20
    desk.palette.show_hits("tk", hits.many(2))
    assert desk.palette.findChild(ResultList).model().rowCount() == 2


def test_keys_wait_for_the_results_they_are_meant_for(desk: Desk, hits: Hits, qtbot: QtBot) -> None:
    desk.found = None
    qtbot.keyClicks(desk.box, "tk")
    qtbot.keyClick(desk.box, Qt.Key.Key_Down)
    qtbot.keyClick(desk.box, Qt.Key.Key_Return)
    assert desk.said == []
    desk.palette.show_hits("tk", hits.many(20)[10:])
    assert desk.said == [PaletteChoice("id11", copy_only=False)]


def test_what_waits_for_a_list_that_will_not_come_is_dropped(desk: Desk, hits: Hits, qtbot: QtBot) -> None:
    desk.found = None
    qtbot.keyClicks(desk.box, "tk")
    qtbot.keyClick(desk.box, Qt.Key.Key_Return)
    qtbot.keyClicks(desk.box, "x")
    desk.palette.show_failure()
    desk.palette.show_hits("tk", hits.many(2))
    assert desk.said == []
    assert desk.palette.query == "tkx"


def test_what_waits_is_dropped_when_the_agent_types_on(desk: Desk, hits: Hits, qtbot: QtBot) -> None:
    desk.found = None
    qtbot.keyClicks(desk.box, "tk")
    qtbot.keyClick(desk.box, Qt.Key.Key_Return)
    qtbot.keyClicks(desk.box, "x")
    desk.palette.show_hits("tkx", hits.many(2))
    assert desk.said == []


def test_the_same_results_again_keep_the_choice(desk: Desk, hits: Hits, qtbot: QtBot) -> None:
    qtbot.keyClick(desk.box, Qt.Key.Key_Down)
    desk.palette.show_hits("", hits.many(5))
    assert desk.chosen == "id1"


def test_nothing_found_offers_to_create_it(desk: Desk, qtbot: QtBot) -> None:
    desk.found = ()
    desk.box.insert("没有 & 的")
    assert 'Nothing found for "没有 & 的"' in desk.words
    assert "Paste" not in desk.words
    qtbot.keyClick(desk.box, Qt.Key.Key_Return)
    assert desk.said == []
    button = next(b for b in desk.palette.findChildren(QPushButton) if b.isVisible())
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert desk.said == [("create", "没有 & 的")]


def test_a_query_that_turns_text_around_does_not_turn_the_sentence(desk: Desk, qtbot: QtBot) -> None:
    desk.found = ()
    desk.box.insert("\u202e退款\x07\x1b")
    assert 'Nothing found for "退款"' in desk.words
    assert 'Create "退款"' in desk.words
    qtbot.keyClick(desk.box, Qt.Key.Key_N, _CTRL)
    assert desk.said == [("create", "\u202e退款\x07\x1b")]


def test_an_empty_library_says_how_to_begin(desk: Desk) -> None:
    desk.palette.show_hits("", ())
    assert "No replies yet" in desk.words
    assert "import" in desk.words


def test_the_keys_at_the_foot_are_those_that_work(desk: Desk, qtbot: QtBot) -> None:
    assert "Paste" in desk.words
    assert "Close" in desk.words
    qtbot.keyClicks(desk.box, "t")
    assert "Clear" in desk.words


def test_it_says_where_the_reply_goes(desk: Desk) -> None:
    desk.palette.show_target("微信")
    assert "Pastes into 微信" in desk.words
    desk.palette.show_target("")
    assert "Pastes into the window you came from" in desk.words


def test_where_nothing_can_be_pasted_no_key_says_paste(desk: Desk) -> None:
    desk.palette.show_target(None)
    assert "Copies to the clipboard" in desk.words
    assert "Paste" not in desk.words
    assert "Copy" in desk.words.splitlines()
    assert "Ctrl+Enter" not in desk.words
    desk.palette.show_target("微信")
    assert "Paste" in desk.words.splitlines()


@pytest.mark.parametrize("scale", [100, 150, 200])
@pytest.mark.parametrize("width", [1024, 1280, 1366, 1920])
def test_no_key_at_the_foot_is_ever_cut(desk: Desk, qapp: QApplication, scale: int, width: int) -> None:
    theme = Theme(LIGHT, scale)
    apply(qapp, theme)
    desk.palette.set_theme(theme)
    desk.palette.open_at(QRect(0, 0, width, 720))
    footer = desk.palette.findChild(PaletteFooter)
    assert footer is not None
    QApplication.sendPostedEvents()
    labels = [label for label in footer.findChildren(QLabel) if label.isVisible() and label.text()]
    assert [label.text() for label in labels[:2]] == ["Enter", "Paste"]
    for label in labels:
        assert label.width() >= label.sizeHint().width(), label.text()
        assert label.mapTo(footer, QPoint(label.width(), 0)).x() <= footer.width(), label.text()


def test_news_stand_at_the_foot_until_the_agent_types(desk: Desk, qtbot: QtBot) -> None:
    desk.palette.show_notice(
        Notice(Tone.WARNING, "The chat window is gone.", "The reply is on the clipboard.")
    )
    assert "The chat window is gone" in desk.words
    assert "The reply is on the clipboard" in desk.words
    assert "Paste" not in desk.words
    qtbot.keyClicks(desk.box, "t")
    assert "gone" not in desk.words
    assert "Paste" in desk.words


def test_closing_by_the_flow_says_nothing_and_forgets(desk: Desk, qtbot: QtBot) -> None:
    qtbot.keyClicks(desk.box, "tk")
    desk.palette.close_palette()
    assert desk.said == []
    assert desk.chosen == ""
    desk.found = None
    desk.palette.open_at(_SCREEN)
    assert desk.palette.query == ""
    qtbot.keyClick(desk.box, Qt.Key.Key_Return)
    assert desk.said == []


def test_the_window_managers_close_is_the_agents(desk: Desk) -> None:
    desk.palette.close()
    assert desk.said == ["dismissed"]


def test_it_goes_when_another_window_takes_over(desk: Desk, qtbot: QtBot) -> None:
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(lambda: desk.said == ["dismissed"])


def test_it_stays_when_the_focus_comes_straight_back(desk: Desk, qtbot: QtBot) -> None:
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    desk.palette.activateWindow()
    qtbot.waitUntil(desk.palette.isActiveWindow)
    with qtbot.assertNotEmitted(desk.palette.dismissed, wait=200):
        assert desk.palette.isVisible()


def test_a_double_click_answers(desk: Desk, qtbot: QtBot) -> None:
    results = desk.palette.findChild(ResultList)
    third = results.visualRect(results.model().index(2, 0)).center()
    qtbot.mouseClick(results.viewport(), Qt.MouseButton.LeftButton, pos=third)
    assert desk.said == []
    assert desk.box.hasFocus()
    qtbot.mouseDClick(results.viewport(), Qt.MouseButton.LeftButton, pos=third)
    assert desk.said == [PaletteChoice("id2", copy_only=False)]


def test_it_wears_another_theme_while_open(desk: Desk, qapp: QApplication) -> None:
    theme = Theme(HIGH_CONTRAST, 125)
    apply(qapp, theme)
    desk.palette.set_theme(theme)
    assert desk.palette.width() >= theme.px(SIZES.palette_width)
    ground = desk.palette.grab().toImage().pixelColor(desk.palette.rect().center() + QPoint(200, 60))
    assert ground == theme.color("window")


def test_without_a_compositor_the_corners_are_cut_out(qtbot: QtBot, theme: Theme) -> None:
    palette = Palette(theme, is_composited=False)
    qtbot.addWidget(palette)
    assert palette.size().toTuple() == (SIZES.palette_width, SIZES.palette_height)
    assert not palette.mask().contains(QPoint(0, 0))
    assert palette.mask().contains(palette.rect().center())


def test_every_part_that_speaks_has_a_name_for_screen_readers(desk: Desk) -> None:
    named = (SearchBox, ResultList, QPushButton)
    nameless = [
        widget
        for kind in named
        for widget in desk.palette.findChildren(kind)
        if widget.isVisibleTo(desk.palette) and not widget.accessibleName()
    ]
    assert not nameless
    assert desk.palette.accessibleName()
    assert "退款 0" in desk.box.accessibleDescription()


def test_the_language_can_change_while_it_stands_ready(desk: Desk) -> None:
    QApplication.sendEvent(desk.palette, QEvent(QEvent.Type.LanguageChange))
    assert desk.box.placeholderText()


def test_long_names_and_news_are_cut_to_what_there_is_room_for(desk: Desk) -> None:
    desk.palette.show_target("x" * 500)
    desk.palette.show_notice(Notice(Tone.PROBLEM, "headline " * 50, "text " * 200))
    labels = [label for label in desk.palette.findChildren(QLabel) if label.isVisible()]
    right = desk.palette.width()
    assert all(
        label.mapTo(desk.palette, QPoint(label.sizeHint().width(), 0)).x() <= right for label in labels
    )


@pytest.mark.parametrize("button", [Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton])
def test_only_the_left_button_answers(desk: Desk, qtbot: QtBot, button: Qt.MouseButton) -> None:
    viewport = desk.palette.findChild(ResultList).viewport()
    at = QPoint(50, SIZES.row + 5)
    qtbot.mouseClick(viewport, button, pos=at)
    qtbot.mouseDClick(viewport, button, pos=at)
    assert desk.said == []


def test_a_double_click_is_about_the_rows_that_were_seen(desk: Desk, hits: Hits, qtbot: QtBot) -> None:
    desk.found = None
    qtbot.keyClicks(desk.box, "x")
    viewport = desk.palette.findChild(ResultList).viewport()
    at = QPoint(50, SIZES.row + 5)
    qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=at)
    qtbot.mouseDClick(viewport, Qt.MouseButton.LeftButton, pos=at)
    desk.palette.show_hits("x", hits.many(3))
    assert desk.said == []


def test_opening_it_twice_begins_once(desk: Desk, qtbot: QtBot) -> None:
    qtbot.keyClicks(desk.box, "tk")
    desk.palette.open_at(_SCREEN)
    desk.palette.open_at(_SCREEN)
    assert (desk.palette.query, desk.said) == ("", [])
    qtbot.keyClicks(desk.box, "a")
    assert desk.palette.query == "a"
