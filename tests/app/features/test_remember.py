"""A query that the chosen reply does not have is offered as an ask, and one key remembers it."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from quickdesk.app.features.remember import MAX_OFFERS
from quickdesk.replies.delivery import Outcome
from quickdesk.replies.snippet import Snippet
from quickdesk.replies.store import Change, StoreError, StoreProblem
from quickdesk.ui.palette.footer import PaletteFooter
from quickdesk.ui.palette.window import Palette
from tests.app.rig import GREETING, REFUND, Rig

ENTER, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Escape
ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
WORDS, ASK = "hengaoxing", "很高兴"
"""What is typed, and the characters in the body of the greeting that it finds."""


def use(rig: Rig, query: str) -> None:
    rig.hotkey()
    rig.write(query)
    rig.press(ENTER)


def remember(rig: Rig) -> None:
    rig.press(Qt.Key.Key_M, ALT)


def footer(rig: Rig) -> str:
    notice = rig.palette.findChild(PaletteFooter)._notice
    return f"{notice.headline} {notice.text}" if notice else ""


def asks(rig: Rig, snippet_id: str = GREETING.id) -> tuple[str, ...]:
    snippet = rig.library.store.get(snippet_id)
    assert snippet is not None
    return snippet.asks


def test_one_key_at_the_next_opening_remembers_the_query_and_it_finds_the_reply(rig: Rig) -> None:
    use(rig, WORDS)
    assert rig.paster.texts == [GREETING.body]
    assert asks(rig) == ()
    rig.hotkey()
    assert ASK in footer(rig)
    assert GREETING.title in footer(rig)
    assert "Alt+M" in footer(rig)
    remember(rig)
    assert asks(rig) == (ASK,)
    assert "now finds" in footer(rig)
    assert rig.shown(Palette) == [rig.palette]
    assert rig.palette.query == ""
    assert rig.finder.find_certain(WORDS)[0].spans[0].field == "asks"


def test_what_was_remembered_can_be_undone(rig: Rig) -> None:
    use(rig, WORDS)
    rig.hotkey()
    remember(rig)
    assert rig.ask("undo")["data"]["undone"] == "remember-ask"
    assert asks(rig) == ()


def test_the_offer_goes_when_the_agent_types_and_the_key_does_nothing_then(rig: Rig) -> None:
    use(rig, WORDS)
    rig.hotkey()
    rig.write("nh")
    assert footer(rig) == ""
    remember(rig)
    assert asks(rig) == ()
    assert rig.palette.query == "nh"
    rig.press(ENTER)
    assert rig.paster.texts == [GREETING.body] * 2
    rig.hotkey()
    assert footer(rig) == "", "the letters nh explain it"


def test_an_offer_is_made_only_twice(rig: Rig) -> None:
    for number in range(MAX_OFFERS + 1):
        use(rig, WORDS)
        rig.hotkey()
        assert (ASK in footer(rig)) is (number < MAX_OFFERS)
        rig.press(ESCAPE)
        rig.hotkey()
        assert footer(rig) == "", "once for each choice"
        rig.press(ESCAPE)


@pytest.mark.parametrize("query", ["nh", "wenhou", "gaoxing 13812345678"])
def test_nothing_is_offered_if_the_letters_explain_it_or_are_personal(rig: Rig, query: str) -> None:
    rig.library.apply(Change(put=(replace(GREETING, body="很高兴 13812345678"),)))
    use(rig, query)
    assert len(rig.paster.texts) == 1
    rig.hotkey()
    assert footer(rig) == ""
    remember(rig)
    assert asks(rig) == ()


def test_without_learning_nothing_is_offered(rig: Rig) -> None:
    rig.services.settings.save(replace(rig.services.settings.current, learning=False))
    use(rig, WORDS)
    rig.hotkey()
    assert footer(rig) == ""
    assert rig.paster.texts == [GREETING.body]


def test_a_reply_that_was_not_pasted_is_not_offered(rig: Rig) -> None:
    rig.paster.outcome = Outcome.NOT_READ
    use(rig, WORDS)
    rig.hotkey()
    assert ASK not in footer(rig)


def test_a_message_that_was_answered_is_offered_unless_something_personal_in_it_is_masked(rig: Rig) -> None:
    rig.library.apply(Change(put=(replace(REFUND, body="您的退款三天内到账。"),)))
    message = "我的退款什么时候能到"
    for number, (copied, is_offered) in enumerate(((message, True), (f"{message}，13812345678", False)), 1):
        rig.paster.clipboard = copied
        rig.hotkey()
        rig.press(Qt.Key.Key_G, CONTROL)
        rig.press(ENTER)
        assert rig.paster.texts == ["您的退款三天内到账。"] * number
        rig.hotkey()
        assert (message in footer(rig)) is is_offered
        rig.press(ESCAPE)


def test_a_reply_that_was_removed_meanwhile_is_left_alone(rig: Rig) -> None:
    use(rig, WORDS)
    rig.hotkey()
    rig.library.apply(Change(remove=(GREETING.id,)))
    remember(rig)
    assert rig.library.store.get(GREETING.id) is None
    assert "now finds" not in footer(rig)


def test_a_full_disk_is_told_and_the_reply_stays(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    use(rig, WORDS)
    rig.hotkey()

    def fail(*_: object, **__: object) -> None:
        raise StoreError(StoreProblem.DISK_FULL, "/data/snippets.json")

    monkeypatch.setattr(rig.stores.snippets, "apply", fail)
    remember(rig)
    assert asks(rig) == ()
    assert "now finds" not in footer(rig)
    assert footer(rig)


def test_the_titles_and_queries_of_a_notice_are_short_enough_for_the_key(rig: Rig) -> None:
    long = Snippet("d4", "很长的标题" * 30, "请问您什么时候方便收货" * 3)
    rig.library.apply(Change(put=(long,)))
    use(rig, "shenmeshihoufangbianshouhuo")
    assert len(rig.paster.texts) == 1
    rig.hotkey()
    assert "Alt+M" in footer(rig)
    assert len(footer(rig)) < 80
