import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from quickdesk.replies.snippet import Snippet
from quickdesk.search.hit import Hit, Span
from quickdesk.ui.results.result_list import ResultList
from quickdesk.ui.theme import Theme
from quickdesk.ui.tokens import DARK, LIGHT, SIZES, Role
from tests.ui.hits import Hits

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def results(qtbot: QtBot, theme: Theme) -> ResultList:
    results = ResultList(theme)
    qtbot.addWidget(results)
    results.resize(SIZES.results_width, 8 * SIZES.row)
    results.show()
    return results


def _current(results: ResultList) -> str:
    hit = results.current_hit
    return hit.snippet.id if hit else ""


def test_the_first_row_is_selected(results: ResultList, hits: Hits, qtbot: QtBot) -> None:
    with qtbot.waitSignal(results.hit_selected) as chosen:
        results.show_hits(hits.many(3))
    assert chosen.args[0].snippet.id == _current(results) == "id0"


@pytest.mark.parametrize("height", [8 * SIZES.row, 8 * SIZES.row + 1, 9 * SIZES.row - 1])
def test_only_whole_rows_are_shown(results: ResultList, hits: Hits, height: int) -> None:
    results.resize(SIZES.results_width, height)
    results.show_hits(hits.many(20))
    assert results.viewport().height() == 8 * SIZES.row
    results.move_by(100)
    last = results.visualRect(results.currentIndex())
    assert last.bottom() == results.viewport().height() - 1


def test_rows_of_another_height_are_not_cut_either(results: ResultList, hits: Hits) -> None:
    results.show_hits(hits.many(20))
    results.set_theme(Theme(LIGHT, 150))
    assert results.viewport().height() == 5 * Theme(LIGHT, 150).px(SIZES.row)


def test_a_list_lower_than_a_row_shows_part_of_it(results: ResultList, hits: Hits) -> None:
    results.resize(SIZES.results_width, SIZES.row - 9)
    results.show_hits(hits.many(2))
    assert results.viewport().height() == SIZES.row - 9


def test_the_selection_stops_at_the_ends(results: ResultList, hits: Hits) -> None:
    results.show_hits(hits.many(20))
    results.move_by(-1)
    assert _current(results) == "id0"
    results.move_by(results.visible_rows)
    assert _current(results) == "id8"
    results.move_by(100)
    assert _current(results) == "id19"


def test_without_hits_nothing_is_selected(results: ResultList, hits: Hits) -> None:
    results.show_hits(hits.many(3))
    results.show_hits(())
    results.move_by(1)
    assert results.current_hit is None
    assert not results.select_visible(1)


def test_the_same_hits_again_keep_the_selection(results: ResultList, hits: Hits) -> None:
    results.show_hits(hits.many(20))
    results.move_by(3)
    results.show_hits(hits.many(19), keep=_current(results))
    assert _current(results) == "id3"
    results.show_hits(hits.many(2), keep="id3")
    assert _current(results) == "id0"


def test_numbers_count_from_the_first_visible_row(results: ResultList, hits: Hits) -> None:
    results.show_hits(hits.many(20))
    assert results.select_visible(3)
    assert _current(results) == "id2"
    results.move_by(17)
    assert results.select_visible(1)
    assert _current(results) == "id12"


def test_a_hidden_row_is_scrolled_into_view_but_not_accepted(results: ResultList, hits: Hits) -> None:
    results.show_hits(hits.many(20))
    assert results.visible_rows == 8
    assert not results.select_visible(9)
    assert _current(results) == "id8"
    assert results.select_visible(8)
    assert _current(results) == "id8"


def test_rows_stay_whole_when_the_list_scrolls(results: ResultList, hits: Hits) -> None:
    results.show_hits(hits.many(20))
    results.move_by(13)
    assert results.visualRect(results.currentIndex()).bottom() < results.viewport().height()
    assert results.visualRect(results.indexAt(QPoint(1, 1))).top() == 0


def test_a_click_selects_and_a_double_click_accepts(results: ResultList, hits: Hits, qtbot: QtBot) -> None:
    results.show_hits(hits.many(4))
    second = results.visualRect(results.model().index(1, 0)).center()
    qtbot.mouseClick(results.viewport(), Qt.MouseButton.LeftButton, pos=second)
    assert _current(results) == "id1"
    with qtbot.waitSignal(results.accepted):
        qtbot.mouseDClick(results.viewport(), Qt.MouseButton.LeftButton, pos=second)


def test_the_selected_row_is_tinted_and_has_a_bar(results: ResultList, hits: Hits, theme: Theme) -> None:
    results.show_hits(
        [hits(Snippet("1", "😀退款", "😀退款", "tk", ("售后",)), title="退款", body="退款", code="tk")]
    )
    picture = results.viewport().grab().toImage()
    assert picture.pixelColor(1, 20) == theme.color(Role.ACCENT)
    assert picture.pixelColor(60, 2) == theme.color(Role.TINT)
    inked = {picture.pixelColor(x, y).name() for x in range(32, 200) for y in range(4, 24)}
    assert any(_is_near(QColor(name), theme.color(Role.ACCENT)) for name in inked)


def test_long_and_odd_texts_are_painted(results: ResultList, hits: Hits) -> None:
    odd = [
        Snippet("1", "标题" * 300, "正文\n" * 1000, "code" * 50, ("很长的文件夹",) * 20),
        Snippet("2", "", "", "", ()),
        Snippet("3", "\ud83d broken", "x\u2028y\x00z", "", ()),
        Snippet("4", "👩‍👩‍👧‍👦" * 100, "🇨🇳" * 300, "😀", ("😀",)),
    ]
    results.show_hits([hits(snippet) for snippet in odd])
    assert not results.viewport().grab().isNull()


def test_a_row_shows_the_current_matches(results: ResultList) -> None:
    """The same reply may be in the same row for the next letter, with other matches."""
    pictures = []
    for length in (1, 2, 1):
        results.show_hits([Hit(Snippet("a", "退款进度", "正文"), 720.0, (Span("title", 0, length),))])
        pictures.append(results.viewport().grab().toImage())
    assert pictures[0] != pictures[1]
    assert pictures[0] == pictures[2]


def test_another_theme_changes_size_and_colours(results: ResultList, hits: Hits) -> None:
    results.show_hits(hits.many(4))
    dark = Theme(DARK, 150)
    results.set_theme(dark)
    assert results.visualRect(results.model().index(0, 0)).height() == dark.px(SIZES.row)
    assert results.viewport().grab().toImage().pixelColor(1, 20) == dark.color(Role.ACCENT)


def _is_near(one: QColor, other: QColor) -> bool:
    pairs = zip(one.getRgb(), other.getRgb(), strict=True)
    return all(abs(mine - its) < 24 for mine, its in pairs)


def test_rows_are_laid_out_again_for_another_theme(results: ResultList, hits: Hits, qtbot: QtBot) -> None:
    results.show_hits(hits.many(3))
    results.grab()
    larger = Theme(DARK, 150)
    results.set_theme(larger)
    fresh = ResultList(larger)
    qtbot.addWidget(fresh)
    fresh.show_hits(hits.many(3))
    for each in (results, fresh):
        each.setFixedSize(600, 400)
    assert results.grab().toImage() == fresh.grab().toImage()


def test_an_error_in_a_row_is_reported_and_the_program_continues(results: ResultList, qtbot: QtBot) -> None:
    class Broken:
        def spans(self, snippet: Snippet) -> tuple[Span, ...]:
            raise LookupError(snippet.id)

    with qtbot.captureExceptions() as mistakes:
        results.show_hits([Hit(Snippet("a", "退款", "到账"), 1.0, Broken())])
        results.grab()
        qtbot.waitUntil(lambda: bool(mistakes))
    assert mistakes[0][0] is LookupError
