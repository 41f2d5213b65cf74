from collections.abc import Sequence

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quickdesk.replies.snippet import Snippet
from quickdesk.search.hit import Hit
from quickdesk.search.related.concepts import Relation
from quickdesk.search.related.reasons import RelatedReason
from quickdesk.search.suggest.suggestion import Suggestion
from quickdesk.ui.notices import no_suggestions
from quickdesk.ui.palette.footer import PaletteFooter
from quickdesk.ui.palette.requests import PaletteChoice
from quickdesk.ui.palette.window import Palette
from quickdesk.ui.results.model import accessible_text, reason
from quickdesk.ui.results.result_list import ResultList
from quickdesk.ui.theme import Theme
from tests.ui.hits import Hits

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

CONTROL = Qt.KeyboardModifier.ControlModifier
REPLY = Snippet("s1", "退款进度", "三天内到账", "tkjd")
MESSAGE = "退款到哪了\n电话***********"


def mentions(text: str) -> RelatedReason:
    return RelatedReason(text, text, Relation.WORDS, 1.0)


@pytest.fixture
def palette(qtbot: QtBot, theme: Theme, hits: Hits) -> Palette:
    palette = Palette(theme)
    qtbot.addWidget(palette)
    found: Sequence[Hit] = hits.many(3)
    palette.query_changed.connect(lambda query: palette.show_hits(query, found))
    palette.open_at(QRect(0, 0, 1920, 1080))
    qtbot.waitUntil(palette.isActiveWindow)
    return palette


def listed(palette: Palette) -> list[str]:
    model = palette.findChild(ResultList)._model
    return [model.hit(row).snippet.id for row in range(model.rowCount())]


def press(qtbot: QtBot, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    qtbot.keyClick(QApplication.focusWidget(), key, held)


def test_the_key_requests_suggestions_and_types_nothing(palette: Palette, qtbot: QtBot) -> None:
    with qtbot.waitSignal(palette.suggest_requested):
        press(qtbot, Qt.Key.Key_G, CONTROL)
    assert palette.query == ""


def test_suggestions_replace_the_list_and_the_choice_contains_their_message(
    palette: Palette, qtbot: QtBot
) -> None:
    qtbot.keyClicks(QApplication.focusWidget(), "tk")
    palette.show_suggestions(MESSAGE, [Suggestion(REPLY, 2.0, (mentions("退款"),))])
    assert listed(palette) == ["s1"]
    assert palette.query == ""
    with qtbot.waitSignal(palette.accepted) as said:
        press(qtbot, Qt.Key.Key_Return)
    assert said.args == [PaletteChoice("s1", copy_only=False, message=MESSAGE)]


def test_enter_waits_for_requested_suggestions(palette: Palette, qtbot: QtBot) -> None:
    press(qtbot, Qt.Key.Key_G, CONTROL)
    with qtbot.assertNotEmitted(palette.accepted):
        press(qtbot, Qt.Key.Key_Return)
    with qtbot.waitSignal(palette.accepted) as said:
        palette.show_suggestions(MESSAGE, [Suggestion(REPLY, 2.0)])
    assert said.args == [PaletteChoice("s1", copy_only=False, message=MESSAGE)]


def test_without_suggestions_enter_accepts_nothing_and_the_list_is_shown_again(
    palette: Palette, qtbot: QtBot
) -> None:
    press(qtbot, Qt.Key.Key_G, CONTROL)
    press(qtbot, Qt.Key.Key_Down)
    with qtbot.assertNotEmitted(palette.accepted):
        press(qtbot, Qt.Key.Key_Return)
        palette.show_no_suggestions(no_suggestions())
    assert palette.findChild(PaletteFooter)._notice == no_suggestions()
    assert listed(palette) == ["id0", "id1", "id2"]
    with qtbot.waitSignal(palette.accepted) as said:
        press(qtbot, Qt.Key.Key_Return)
    assert said.args == [PaletteChoice("id0", copy_only=False)]


def test_what_was_typed_after_an_enter_for_suggestions_that_do_not_come_is_kept(
    palette: Palette, qtbot: QtBot
) -> None:
    press(qtbot, Qt.Key.Key_G, CONTROL)
    press(qtbot, Qt.Key.Key_Return)
    press(qtbot, Qt.Key.Key_7)
    assert palette.query == ""
    with qtbot.waitSignal(palette.query_changed) as asked:
        palette.show_no_suggestions(no_suggestions())
    assert asked.args == [palette.query] == ["7"]
    assert palette.findChild(PaletteFooter)._notice == no_suggestions()


def test_late_or_repeated_hits_do_not_replace_suggestions(palette: Palette, hits: Hits) -> None:
    palette.show_suggestions(MESSAGE, [Suggestion(REPLY, 2.0)])
    palette.show_hits("", hits.many(2))
    assert listed(palette) == ["s1"]


@pytest.mark.parametrize(("is_taken_back", "message"), [(False, MESSAGE), (True, "")])
def test_a_key_goes_back_to_searching_for_a_better_answer_until_the_message_is_taken_back(
    palette: Palette, qtbot: QtBot, is_taken_back: bool, message: str
) -> None:
    palette.show_suggestions(MESSAGE, [Suggestion(REPLY, 2.0)])
    if is_taken_back:
        press(qtbot, Qt.Key.Key_Escape)
    qtbot.keyClicks(QApplication.focusWidget(), "t")
    assert listed(palette) == ["id0", "id1", "id2"]
    with qtbot.waitSignal(palette.accepted) as said:
        press(qtbot, Qt.Key.Key_Return)
    assert said.args == [PaletteChoice("id0", copy_only=False, message=message)]


def test_the_search_box_shows_the_message_on_one_line(palette: Palette) -> None:
    before = palette._view.box.placeholderText()
    palette.show_suggestions("长" * 3000 + "\n", [Suggestion(REPLY, 2.0)])
    shown = palette._view.box.placeholderText()
    assert shown.startswith("Suggested for: 长")
    assert palette._view.box.fontMetrics().horizontalAdvance(shown) < palette._view.box.width()
    palette.close_palette()
    assert palette._view.box.placeholderText() == before


def test_a_hidden_palette_shows_no_suggestions(palette: Palette) -> None:
    palette.close_palette()
    palette.show_suggestions(MESSAGE, [Suggestion(REPLY, 2.0)])
    assert listed(palette) == []


def test_the_reason_is_shown_in_the_row_and_accessible(palette: Palette, qtbot: QtBot) -> None:
    palette.show_suggestions(MESSAGE, [Suggestion(REPLY, 2.0, (mentions("退款"),))])
    results = palette.findChild(ResultList)
    hit = results.current_hit
    assert hit is not None
    assert results.reason(hit) == "Because both mention “退款”"
    qtbot.waitUntil(lambda: "Because both mention “退款”" in palette._view.box.accessibleDescription())
    before = results.grab().toImage()
    palette.show_suggestions(MESSAGE, [Suggestion(REPLY, 2.0, (mentions("到账"),))])
    assert results.grab().toImage() != before
    assert accessible_text(hit) == "退款进度, tkjd, 三天内到账"


@pytest.mark.parametrize(
    ("suggestion", "line"),
    [
        (
            Suggestion(REPLY, 1.0, (mentions("退款"), mentions("到账"), mentions(""))),
            "Because both mention “退款”, “到账”",
        ),
        (
            Suggestion(
                REPLY,
                1.0,
                (
                    RelatedReason("钱", "退款", Relation.MEANING, 3.0),
                    RelatedReason("道账", "到账", Relation.SOUND, 2.0),
                ),
            ),
            "Because “钱” is about the same as “退款”; Because “道账” sounds like “到账”",
        ),
        (
            Suggestion(REPLY, 1.0, (RelatedReason("三天", "3天", Relation.NUMBER, 1.0),)),
            "Because “3天” stands for “三天”",
        ),
        (Suggestion(REPLY, 1.0, (mentions("退款"),), "退款\n到哪了"), "You answered this: 退款 到哪了"),
        (Suggestion(REPLY, 1.0), ""),
    ],
)
def test_reason_texts(suggestion: Suggestion, line: str) -> None:
    assert reason(suggestion) == line
