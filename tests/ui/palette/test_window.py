from collections.abc import Sequence
from datetime import date

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from quickdesk.replies.facts import Fact, FactsOfDay
from quickdesk.replies.snippet import Snippet
from quickdesk.search.hit import Hit
from quickdesk.ui.notice import Notice, Tone
from quickdesk.ui.palette.footer import PaletteFooter
from quickdesk.ui.palette.requests import PaletteChoice
from quickdesk.ui.palette.search_box import SearchBox
from quickdesk.ui.palette.window import Palette
from quickdesk.ui.results.result_list import ResultList
from quickdesk.ui.theme import Theme, apply
from quickdesk.ui.tokens import HIGH_CONTRAST, LIGHT, SIZES
from tests.ui.hits import Hits

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

_SCREEN = QRect(0, 0, 1920, 1080)
_CTRL, _ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


class PaletteDriver:
    """A palette with a fake search and the values it emitted. ``found`` are the hits, None for no answer."""

    def __init__(self, palette: Palette, found: Sequence[Hit]) -> None:
        self.palette = palette
        self.found: Sequence[Hit] | None = found
        self.queries: list[str] = []
        self.emitted: list[object] = []
        palette.query_changed.connect(self._on_query_changed)
        palette.accepted.connect(self.emitted.append)
        palette.create_requested.connect(lambda query: self.emitted.append(("create", query)))
        palette.edit_requested.connect(lambda snippet_id: self.emitted.append(("edit", snippet_id)))
        palette.dismissed.connect(lambda: self.emitted.append("dismissed"))
        self.ended = 0
        palette.ended.connect(self._on_ended)

    @property
    def box(self) -> SearchBox:
        return self.palette.findChild(SearchBox)

    @property
    def texts(self) -> str:
        shown = [*self.palette.findChildren(QLabel), *self.palette.findChildren(QPushButton)]
        return "\n".join(widget.text() for widget in shown if widget.isVisibleTo(self.palette))

    @property
    def chosen(self) -> str:
        hit = self.palette.findChild(ResultList).current_hit
        return hit.snippet.id if hit else ""

    def list_without_fields(self) -> None:
        self.palette.show_hits(self.palette.query, [Hit(Snippet("b", "您好", "您好"), 8.0)])

    def compose(self, preedit: str) -> None:
        QApplication.sendEvent(self.box, QInputMethodEvent(preedit, []))

    def _on_ended(self) -> None:
        self.ended += 1

    def _on_query_changed(self, query: str) -> None:
        self.queries.append(query)
        if self.found is not None:
            self.palette.show_hits(query, self.found)


@pytest.fixture
def driver(qtbot: QtBot, theme: Theme, hits: Hits) -> PaletteDriver:
    palette = Palette(theme)
    qtbot.addWidget(palette)
    driver = PaletteDriver(palette, hits.many(20))
    palette.open_at(_SCREEN)
    qtbot.waitUntil(palette.isActiveWindow)
    return driver


def test_it_opens_with_the_focus_in_the_search_box_and_an_empty_query(driver: PaletteDriver) -> None:
    assert driver.queries == [""]
    assert driver.box.hasFocus()
    assert driver.chosen == "id0"
    assert _SCREEN.contains(driver.palette.geometry())


def test_the_first_key_goes_to_the_search_box(driver: PaletteDriver, qtbot: QtBot) -> None:
    qtbot.keyClicks(QApplication.focusWidget(), "tk")
    assert driver.queries == ["", "t", "tk"]


@pytest.mark.parametrize(
    ("key", "held", "copy_only"),
    [
        (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, False),
        (Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier, False),
        (Qt.Key.Key_Return, _CTRL, True),
    ],
)
def test_enter_accepts_the_selected_row(
    driver: PaletteDriver, qtbot: QtBot, key: Qt.Key, held: Qt.KeyboardModifier, copy_only: bool
) -> None:
    qtbot.keyClick(driver.box, Qt.Key.Key_Down)
    qtbot.keyClick(driver.box, key, held)
    assert driver.emitted == [PaletteChoice("id1", copy_only)]


def test_after_a_choice_keys_do_nothing_until_it_is_opened_again(driver: PaletteDriver, qtbot: QtBot) -> None:
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Return, Qt.Key.Key_Escape):
        qtbot.keyClick(driver.box, key)
    qtbot.keyClicks(driver.box, "abc")
    assert driver.emitted == [PaletteChoice("id0", False)]
    assert driver.palette.isVisible(), "the receiver of accepted closes it: until then it keeps the focus"
    driver.palette.close_palette()
    assert not driver.palette.isVisible()


def test_keys_after_a_choice_are_forwarded_in_order(driver: PaletteDriver, qtbot: QtBot) -> None:
    typed: list[str] = []
    driver.palette.typed_ahead.connect(lambda event: typed.append(event.text()))
    qtbot.keyClicks(driver.box, "ab")
    assert typed == []
    qtbot.keyClick(driver.box, Qt.Key.Key_Return)
    qtbot.keyClicks(driver.box, "cd")
    assert typed == ["c", "d"]
    assert driver.palette.query == "ab"


def test_a_page_has_as_many_rows_as_are_visible(driver: PaletteDriver, qtbot: QtBot) -> None:
    qtbot.keyClick(driver.box, Qt.Key.Key_PageDown)
    assert driver.chosen == "id9"
    qtbot.keyClick(driver.box, Qt.Key.Key_PageUp)
    assert driver.chosen == "id0"


def test_home_and_end_belong_to_the_text(driver: PaletteDriver, qtbot: QtBot) -> None:
    qtbot.keyClicks(driver.box, "abc")
    qtbot.keyClick(driver.box, Qt.Key.Key_Home)
    assert driver.box.cursorPosition() == 0
    assert driver.chosen == "id0"


def test_alt_and_a_digit_pick_a_visible_row(driver: PaletteDriver, qtbot: QtBot) -> None:
    qtbot.keyClick(driver.box, Qt.Key.Key_3, _ALT)
    assert driver.emitted == [PaletteChoice("id2", copy_only=False)]


def test_every_digit_picks_a_visible_row(driver: PaletteDriver, qtbot: QtBot) -> None:
    assert "Alt+1…9" in driver.texts
    qtbot.keyClick(driver.box, Qt.Key.Key_9, _ALT)
    assert driver.emitted == [PaletteChoice("id8", copy_only=False)]


def test_a_hidden_row_is_shown_before_it_can_be_accepted(driver: PaletteDriver, qtbot: QtBot) -> None:
    driver.palette.open_at(QRect(0, 0, 760, 400))  # a low monitor: six rows
    assert "Alt+1…6" in driver.texts
    qtbot.keyClick(driver.box, Qt.Key.Key_9, _ALT)
    assert driver.emitted == []
    assert driver.chosen == "id8"


def test_escape_clears_then_closes(driver: PaletteDriver, qtbot: QtBot) -> None:
    qtbot.keyClicks(driver.box, "tk")
    qtbot.keyClick(driver.box, Qt.Key.Key_Escape)
    assert (driver.palette.query, driver.palette.isVisible(), driver.emitted) == ("", True, [])
    qtbot.keyClick(driver.box, Qt.Key.Key_Escape)
    assert (driver.palette.isVisible(), driver.emitted) == (False, ["dismissed"])


def test_create_and_edit_hide_it_and_carry_query_or_reply(driver: PaletteDriver, qtbot: QtBot) -> None:
    driver.box.insert("新的")
    qtbot.keyClick(driver.box, Qt.Key.Key_N, _CTRL)
    driver.palette.open_at(_SCREEN)
    qtbot.keyClick(driver.box, Qt.Key.Key_E, _CTRL)
    assert driver.emitted == [("create", "新的"), ("edit", "id0")]
    assert not driver.palette.isVisible()


def test_tab_does_not_move_the_focus(driver: PaletteDriver, qtbot: QtBot) -> None:
    qtbot.keyClick(driver.box, Qt.Key.Key_Tab)
    qtbot.keyClick(driver.box, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert driver.box.hasFocus()
    assert driver.box.text() == ""


def test_during_a_composition_all_keys_go_to_the_input_method(driver: PaletteDriver, qtbot: QtBot) -> None:
    driver.compose("tui'kuan")
    assert driver.queries == ["", "tuikuan"]
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Down, Qt.Key.Key_Enter):
        qtbot.keyClick(driver.box, key)
    qtbot.keyClick(driver.box, Qt.Key.Key_1, _ALT)
    assert driver.emitted == []
    assert driver.palette.isVisible()
    assert driver.chosen == "id0"


def test_results_of_another_query_are_not_shown(driver: PaletteDriver, hits: Hits, qtbot: QtBot) -> None:
    driver.found = None
    qtbot.keyClicks(driver.box, "tk")
    driver.palette.show_hits("t", hits.many(1))
    assert driver.palette.findChild(ResultList).model().rowCount() == 20
    driver.palette.show_hits("tk", hits.many(2))
    assert driver.palette.findChild(ResultList).model().rowCount() == 2


def test_keys_wait_for_the_results_they_refer_to(driver: PaletteDriver, hits: Hits, qtbot: QtBot) -> None:
    driver.found = None
    qtbot.keyClicks(driver.box, "tk")
    qtbot.keyClick(driver.box, Qt.Key.Key_Down)
    qtbot.keyClick(driver.box, Qt.Key.Key_Return)
    assert driver.emitted == []
    driver.palette.show_hits("tk", hits.many(20)[10:])
    assert driver.emitted == [PaletteChoice("id11", copy_only=False)]


def test_keys_for_a_list_that_will_not_arrive_are_dropped(
    driver: PaletteDriver, hits: Hits, qtbot: QtBot
) -> None:
    driver.found = None
    qtbot.keyClicks(driver.box, "tk")
    qtbot.keyClick(driver.box, Qt.Key.Key_Return)
    qtbot.keyClicks(driver.box, "x")
    driver.palette.show_failure()
    driver.palette.show_hits("tk", hits.many(2))
    assert driver.emitted == []
    assert driver.palette.query == "tkx"


def test_pending_keys_are_dropped_when_the_agent_continues_typing(
    driver: PaletteDriver, hits: Hits, qtbot: QtBot
) -> None:
    driver.found = None
    qtbot.keyClicks(driver.box, "tk")
    qtbot.keyClick(driver.box, Qt.Key.Key_Return)
    qtbot.keyClicks(driver.box, "x")
    driver.palette.show_hits("tkx", hits.many(2))
    assert driver.emitted == []


def test_the_same_results_again_keep_the_selection(driver: PaletteDriver, hits: Hits, qtbot: QtBot) -> None:
    qtbot.keyClick(driver.box, Qt.Key.Key_Down)
    driver.palette.show_hits("", hits.many(5))
    assert driver.chosen == "id1"


def test_nothing_found_offers_to_create_it(driver: PaletteDriver, qtbot: QtBot) -> None:
    driver.found = ()
    driver.box.insert("没有 & 的")
    assert 'Nothing found for "没有 & 的"' in driver.texts
    assert "Paste" not in driver.texts
    qtbot.keyClick(driver.box, Qt.Key.Key_Return)
    assert driver.emitted == []
    button = next(b for b in driver.palette.findChildren(QPushButton) if b.isVisible())
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert driver.emitted == [("create", "没有 & 的")]


def test_a_query_with_bidi_controls_does_not_change_the_direction_of_the_message(
    driver: PaletteDriver, qtbot: QtBot
) -> None:
    driver.found = ()
    driver.box.insert("\u202e退款\x07\x1b")
    assert 'Nothing found for "退款"' in driver.texts
    assert 'Create "退款"' in driver.texts
    qtbot.keyClick(driver.box, Qt.Key.Key_N, _CTRL)
    assert driver.emitted == [("create", "\u202e退款\x07\x1b")]


def test_an_empty_library_shows_how_to_start(driver: PaletteDriver) -> None:
    driver.palette.show_hits("", ())
    assert "No replies yet" in driver.texts
    assert "import" in driver.texts


def test_a_search_in_an_empty_library_says_that_it_is_empty(driver: PaletteDriver) -> None:
    driver.found = None
    driver.box.insert("tk")
    driver.palette.show_hits("tk", (), has_replies=False)
    assert "No replies yet" in driver.texts
    assert "Nothing found" not in driver.texts
    assert "import" in driver.texts
    assert 'Create "tk"' in driver.texts
    driver.palette.show_hits("tk", ())
    assert 'Nothing found for "tk"' in driver.texts


def test_enter_is_named_after_what_it_does_with_the_chosen_reply(driver: PaletteDriver, qtbot: QtBot) -> None:
    asking = Hit(Snippet("a", "快递", "您的快递是{快递公司}"), 9.0)
    driver.palette.show_hits("", [asking, Hit(Snippet("b", "您好", "您好"), 8.0)])
    qtbot.waitUntil(lambda: "Fill in" in driver.texts.splitlines())
    assert "Paste" not in driver.texts.splitlines()
    qtbot.keyClick(driver.box, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: "Paste" in driver.texts.splitlines())
    qtbot.keyClick(driver.box, Qt.Key.Key_Up)
    qtbot.waitUntil(lambda: "Fill in" in driver.texts.splitlines())
    driver.palette.set_facts(FactsOfDay.of([Fact("快递公司", "顺丰")], date(2026, 11, 29)))
    assert "Paste" in driver.texts.splitlines()


def test_the_footer_shows_the_available_keys(driver: PaletteDriver, qtbot: QtBot) -> None:
    driver.list_without_fields()
    qtbot.waitUntil(lambda: "Paste" in driver.texts)
    assert "Close" in driver.texts
    qtbot.keyClicks(driver.box, "t")
    assert "Clear" in driver.texts


def test_it_shows_the_target(driver: PaletteDriver) -> None:
    driver.palette.show_target("微信")
    assert "Pastes into 微信" in driver.texts
    driver.palette.show_target("")
    assert "Pastes into the window you came from" in driver.texts


def test_without_a_target_no_key_is_labelled_paste(driver: PaletteDriver, qtbot: QtBot) -> None:
    driver.list_without_fields()
    qtbot.waitUntil(lambda: "Paste" in driver.texts)
    driver.palette.show_target(None)
    assert "Copies to the clipboard" in driver.texts
    assert "Paste" not in driver.texts
    assert "Copy" in driver.texts.splitlines()
    assert "Ctrl+Enter" not in driver.texts
    driver.palette.show_target("微信")
    assert "Paste" in driver.texts.splitlines()


@pytest.mark.parametrize("scale", [100, 150, 200])
@pytest.mark.parametrize("width", [1024, 1280, 1366, 1920])
def test_no_key_in_the_footer_is_cut_off(
    driver: PaletteDriver, qapp: QApplication, qtbot: QtBot, scale: int, width: int
) -> None:
    theme = Theme(LIGHT, scale)
    apply(qapp, theme)
    driver.palette.set_theme(theme)
    driver.palette.open_at(QRect(0, 0, width, 720))
    footer = driver.palette.findChild(PaletteFooter)
    assert footer is not None
    qtbot.waitUntil(lambda: "Fill in" in driver.texts)
    QApplication.sendPostedEvents()
    labels = [label for label in footer.findChildren(QLabel) if label.isVisible() and label.text()]
    texts = [label.text() for label in sorted(labels, key=lambda label: label.mapTo(footer, QPoint()).x())]
    assert texts[:2] == ["Enter", "Fill in"]
    assert "Ctrl+K" in texts, "it lists what is left out"
    assert ("…" in texts) == ("Edit" not in texts)
    for label in labels:
        assert label.width() >= label.sizeHint().width(), label.text()
        assert label.mapTo(footer, QPoint(label.width(), 0)).x() <= footer.width(), label.text()


def test_a_notice_is_shown_in_the_footer_until_the_agent_types(driver: PaletteDriver, qtbot: QtBot) -> None:
    driver.palette.show_notice(
        Notice(Tone.WARNING, "The chat window is gone.", "The reply is on the clipboard.")
    )
    assert "The chat window is gone" in driver.texts
    assert "The reply is on the clipboard" in driver.texts
    assert "Copy only" not in driver.texts
    qtbot.keyClicks(driver.box, "t")
    assert "gone" not in driver.texts
    assert "Copy only" in driver.texts


def test_close_palette_emits_nothing_and_clears(driver: PaletteDriver, qtbot: QtBot) -> None:
    qtbot.keyClicks(driver.box, "tk")
    driver.palette.close_palette()
    assert driver.emitted == []
    assert driver.chosen == ""
    driver.found = None
    driver.palette.open_at(_SCREEN)
    assert driver.palette.query == ""
    qtbot.keyClick(driver.box, Qt.Key.Key_Return)
    assert driver.emitted == []


def test_it_comes_back_as_it_was_after_it_was_set_aside(driver: PaletteDriver, qtbot: QtBot) -> None:
    qtbot.keyClicks(driver.box, "tk")
    qtbot.keyClick(driver.box, Qt.Key.Key_Down)
    chosen = driver.chosen
    qtbot.keyClick(driver.box, Qt.Key.Key_Return)
    driver.palette.set_aside()
    assert not driver.palette.isVisible()
    assert driver.ended == 0
    driver.palette.return_to(_SCREEN)
    assert (driver.palette.isVisible(), driver.palette.query, driver.chosen) == (True, "tk", chosen)
    qtbot.keyClick(driver.box, Qt.Key.Key_Return)
    assert driver.emitted == [PaletteChoice(chosen, copy_only=False)] * 2


def test_after_it_was_closed_it_comes_back_empty(driver: PaletteDriver, qtbot: QtBot) -> None:
    qtbot.keyClicks(driver.box, "tk")
    driver.palette.set_aside()
    driver.palette.close_palette()
    assert driver.ended == 1
    driver.palette.return_to(_SCREEN)
    assert (driver.palette.isVisible(), driver.palette.query) == (True, "")


def test_closing_by_the_window_manager_dismisses(driver: PaletteDriver) -> None:
    driver.palette.close()
    assert driver.emitted == ["dismissed"]


def test_it_hides_when_another_window_gets_the_focus(driver: PaletteDriver, qtbot: QtBot) -> None:
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(lambda: driver.emitted == ["dismissed"])


def test_it_stays_when_the_focus_returns_at_once(driver: PaletteDriver, qtbot: QtBot) -> None:
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    driver.palette.activateWindow()
    qtbot.waitUntil(driver.palette.isActiveWindow)
    with qtbot.assertNotEmitted(driver.palette.dismissed, wait=200):
        assert driver.palette.isVisible()


def test_a_double_click_accepts(driver: PaletteDriver, qtbot: QtBot) -> None:
    results = driver.palette.findChild(ResultList)
    third = results.visualRect(results.model().index(2, 0)).center()
    qtbot.mouseClick(results.viewport(), Qt.MouseButton.LeftButton, pos=third)
    assert driver.emitted == []
    assert driver.box.hasFocus()
    qtbot.mouseDClick(results.viewport(), Qt.MouseButton.LeftButton, pos=third)
    assert driver.emitted == [PaletteChoice("id2", copy_only=False)]


def test_the_theme_changes_while_it_is_open(driver: PaletteDriver, qapp: QApplication) -> None:
    theme = Theme(HIGH_CONTRAST, 125)
    apply(qapp, theme)
    driver.palette.set_theme(theme)
    assert driver.palette.width() >= theme.px(SIZES.palette_width)
    ground = driver.palette.grab().toImage().pixelColor(driver.palette.rect().center() + QPoint(200, 60))
    assert ground == theme.color("window")


def test_without_a_compositor_the_corners_are_cut_out(qtbot: QtBot, theme: Theme) -> None:
    palette = Palette(theme, is_composited=False)
    qtbot.addWidget(palette)
    assert palette.size().toTuple() == (SIZES.palette_width, SIZES.palette_height)
    assert not palette.mask().contains(QPoint(0, 0))
    assert palette.mask().contains(palette.rect().center())


def test_every_part_has_an_accessible_name(driver: PaletteDriver) -> None:
    named = (SearchBox, ResultList, QPushButton)
    nameless = [
        widget
        for kind in named
        for widget in driver.palette.findChildren(kind)
        if widget.isVisibleTo(driver.palette) and not widget.accessibleName()
    ]
    assert not nameless
    assert driver.palette.accessibleName()
    assert "退款 0" in driver.box.accessibleDescription()


def test_the_language_can_change_while_it_is_hidden(driver: PaletteDriver) -> None:
    QApplication.sendEvent(driver.palette, QEvent(QEvent.Type.LanguageChange))
    assert driver.box.placeholderText()


def test_long_names_and_notices_are_elided(driver: PaletteDriver) -> None:
    driver.palette.show_target("x" * 500)
    driver.palette.show_notice(Notice(Tone.PROBLEM, "headline " * 50, "text " * 200))
    labels = [label for label in driver.palette.findChildren(QLabel) if label.isVisible()]
    right = driver.palette.width()
    assert all(
        label.mapTo(driver.palette, QPoint(label.sizeHint().width(), 0)).x() <= right for label in labels
    )


@pytest.mark.parametrize("button", [Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton])
def test_only_the_left_button_accepts(driver: PaletteDriver, qtbot: QtBot, button: Qt.MouseButton) -> None:
    viewport = driver.palette.findChild(ResultList).viewport()
    at = QPoint(50, SIZES.row + 5)
    qtbot.mouseClick(viewport, button, pos=at)
    qtbot.mouseDClick(viewport, button, pos=at)
    assert driver.emitted == []


def test_a_double_click_refers_to_the_visible_rows(driver: PaletteDriver, hits: Hits, qtbot: QtBot) -> None:
    driver.found = None
    qtbot.keyClicks(driver.box, "x")
    viewport = driver.palette.findChild(ResultList).viewport()
    at = QPoint(50, SIZES.row + 5)
    qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=at)
    qtbot.mouseDClick(viewport, Qt.MouseButton.LeftButton, pos=at)
    driver.palette.show_hits("x", hits.many(3))
    assert driver.emitted == []


def test_opening_it_twice_resets_it(driver: PaletteDriver, qtbot: QtBot) -> None:
    qtbot.keyClicks(driver.box, "tk")
    driver.palette.open_at(_SCREEN)
    driver.palette.open_at(_SCREEN)
    assert (driver.palette.query, driver.emitted) == ("", [])
    qtbot.keyClicks(driver.box, "a")
    assert driver.palette.query == "a"


def test_an_enter_pressed_before_the_list_accepts_no_reply_that_is_only_related(qtbot: QtBot) -> None:
    palette = Palette(Theme(LIGHT, 100), is_composited=True)
    qtbot.addWidget(palette)
    palette.open_at(_SCREEN)
    palette.show_hits("", [])
    related = Hit(Snippet("a", "t", "b"), 20.0, is_related=True)
    qtbot.keyClicks(palette._view.box, "fapiao")
    qtbot.keyClick(palette._view.box, Qt.Key.Key_Return)
    with qtbot.assertNotEmitted(palette.accepted):
        palette.show_hits("fapiao", [related])
    with qtbot.waitSignal(palette.accepted):
        qtbot.keyClick(palette._view.box, Qt.Key.Key_Return)


@pytest.mark.parametrize(("width", "scale", "listed"), [(1920, 100, 416), (1024, 200, 559), (1920, 200, 832)])
def test_large_text_on_a_small_monitor_leaves_room_for_the_preview(
    qtbot: QtBot, width: int, scale: int, listed: int
) -> None:
    palette = Palette(Theme(LIGHT, scale))
    qtbot.addWidget(palette)
    palette.open_at(QRect(0, 0, width, 1000))
    qtbot.waitUntil(lambda: abs(palette.findChild(ResultList).width() - listed) <= 2)
