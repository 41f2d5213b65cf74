"""The suggest key, with real windows: from what is copied to a reply in the chat box."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quickdesk.commands.search import MAX_MESSAGE_LENGTH
from quickdesk.search.suggest.meaning import ReplyText
from quickdesk.search.suggest.suggestion import Answered
from quickdesk.ui.palette.footer import PaletteFooter
from quickdesk.ui.results.result_list import ResultList
from tests.app.rig import GREETING, REFUND, Rig

ENTER, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Escape
CONTROL = Qt.KeyboardModifier.ControlModifier
MESSAGE = "我的退款什么时候能到，电话13812345678"
MASKED = "我的退款什么时候能到，电话***********"


def suggest(rig: Rig, message: str) -> None:
    rig.paster.clipboard = message
    rig.hotkey()
    rig.press(Qt.Key.Key_G, CONTROL)


def listed(rig: Rig) -> list[str]:
    model = rig.palette.findChild(ResultList)._model
    return [model.hit(row).snippet.id for row in range(model.rowCount())]


def footer_text(rig: Rig) -> str:
    notice = rig.palette.findChild(PaletteFooter)._notice
    return notice.headline if notice else ""


@pytest.mark.parametrize("times", [1, 120])
def test_a_message_pasted_into_the_search_box_lists_what_answers_it(rig: Rig, times: int) -> None:
    message = "亲在吗\n我的退款什么时候能到啊，等了好几天了\n麻烦看一下，谢谢！\n" * times
    rig.paster.clipboard = message
    rig.hotkey()
    rig.qtbot.waitUntil(rig._box().hasFocus)
    rig.press(Qt.Key.Key_V, CONTROL)
    rig.qtbot.waitUntil(lambda: rig.palette._listed_query == rig.palette.query != "")
    assert len(rig.palette.query) == len(message)
    assert listed(rig)[0] == REFUND.id


def test_the_copied_message_lists_what_answers_it_and_enter_pastes_it(rig: Rig) -> None:
    suggest(rig, "亲，请问")
    assert footer_text(rig) == "No reply fits the copied message"
    suggest(rig, MESSAGE)  # the hotkey closes, so it opens again below
    suggest(rig, MESSAGE)
    assert listed(rig)[0] == REFUND.id
    assert rig._box().placeholderText().startswith("Suggested for: 我的退款什么时候能到")
    assert "138" not in rig._box().placeholderText()


def test_a_choice_is_learnt_with_the_masked_message_and_ranks_higher_next_time(rig: Rig) -> None:
    suggest(rig, "今天真的很高兴，13812345678")
    assert listed(rig)[0] == GREETING.id
    rig.press(ENTER)
    assert rig.paster.texts == [GREETING.body]
    assert list(rig.stores.habits().answered.answered()) == [
        Answered("今天真的很高兴，***********", GREETING.id)
    ]
    suggest(rig, "今天真的")  # of which nothing stands in the reply itself
    assert listed(rig)[0] == GREETING.id
    row = rig.palette.findChild(ResultList)
    assert row.reason(row.current_hit).startswith("You answered this: 今天真的很高兴")


def test_no_letters_are_learnt_from_a_suggestion_and_nothing_from_a_search(rig: Rig) -> None:
    suggest(rig, "很高兴")
    rig.press(ENTER)
    assert dict(rig.stores.habits().usage.first_letters().picks) == {}
    rig.reply("nh")
    assert len(rig.stores.habits().answered.answered()) == 1


def test_typing_goes_back_to_searching_and_corrects_a_wrong_suggestion(rig: Rig) -> None:
    suggest(rig, MESSAGE)
    rig.write("nh")
    assert listed(rig)[0] == GREETING.id
    assert "Suggested" not in rig._box().placeholderText()
    rig.press(ENTER)
    assert list(rig.stores.habits().answered.answered()) == [Answered(MASKED, GREETING.id)]


def test_escape_goes_back_to_the_list_then_closes(rig: Rig) -> None:
    suggest(rig, MESSAGE)
    rig.press(ESCAPE)
    assert len(listed(rig)) == 3
    assert "Suggested" not in rig._box().placeholderText()
    rig.press(ESCAPE)
    assert not rig.palette.isVisible()


def test_the_next_opening_begins_without_a_suggestion(rig: Rig) -> None:
    suggest(rig, MESSAGE)
    rig.reply_feature.hide()
    rig.hotkey()
    assert len(listed(rig)) == 3
    assert "Suggested" not in rig._box().placeholderText()


@pytest.mark.parametrize(
    ("copied", "headline"),
    [
        ("", "No text is copied"),
        (" \n\t", "No text is copied"),
        ("退" * (MAX_MESSAGE_LENGTH + 1), "The copied text is too long"),
        ("退款" * 5_000, "The copied text is too long"),
        ("\ud83d", "No reply fits the copied message"),
        ("???", "No reply fits the copied message"),
    ],
)
def test_what_is_no_message_is_said_and_the_list_stays(rig: Rig, copied: str, headline: str) -> None:
    suggest(rig, copied)
    assert footer_text(rig) == headline
    assert len(listed(rig)) == 3


def test_odd_characters_in_a_message_are_no_trouble(rig: Rig) -> None:
    suggest(rig, "退款\ud83d\u202e\x00🎉 " + "亲" * 3000)
    assert listed(rig)[0] == REFUND.id


class FakeMeanings:
    """Says that one reply means whatever is asked."""

    def __init__(self) -> None:
        self.titles: list[str] = []
        self.is_closed = False

    def use(self, texts: Sequence[ReplyText]) -> None:
        self.titles = [each.text for each in texts]

    def likeness(self, message: str) -> Mapping[str, float]:
        return {REFUND.id: 0.9, GREETING.id: 0.1}

    def close(self) -> None:
        self.is_closed = True


def test_a_model_is_told_the_replies_and_what_it_finds_alike_is_suggested(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    meanings = FakeMeanings()
    rig = Rig(qtbot, qapp, tmp_path, meanings=meanings)
    rig.session.start()
    assert "退款" in meanings.titles
    suggest(rig, "where is my money")
    assert listed(rig) == [REFUND.id]
    rig.services.events.replies_changed.emit()
    rig.close()
    assert meanings.is_closed
