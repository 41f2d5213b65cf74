"""A message that does nothing but greet is answered with a greeting."""

import pytest

from quickdesk.packaged import packaged
from quickdesk.packs.source import read_pack
from quickdesk.replies.snippet import Snippet
from quickdesk.search.finder import LibraryFinder
from quickdesk.search.suggest.greetings import greeting
from quickdesk.search.suggest.pieces import pieces
from quickdesk.search.suggest.suggester import Suggester
from quickdesk.text.folding import fold


@pytest.fixture(scope="module")
def starter() -> Suggester:
    folder = packaged("snippets", "zh-CN")
    pack = read_pack({file.name: file.read_text("utf-8") for file in folder.iterdir()})
    return Suggester(LibraryFinder(pack.snippets).segments)


@pytest.mark.parametrize(
    "message",
    ["在吗", "在吗？", "在吗亲", "亲，在么", "在不在", "在？", "老板在吗~", "有人吗", "请问在吗", "在嗎"],
)
def test_who_asks_whether_anybody_is_there_hears_yes(starter: Suggester, message: str) -> None:
    found = starter.suggest(message)
    assert found[0].snippet.title == "在吗，我在的"
    assert found[0].shared


@pytest.mark.parametrize(
    "message", ["你好", "您好", "您好！", "你好，在吗", "hello", "Hi~", "早上好", "哈喽亲"]
)
def test_who_greets_is_greeted(starter: Suggester, message: str) -> None:
    assert starter.suggest(message)[0].snippet.folder == ("问候",)


@pytest.mark.parametrize(
    "message",
    ["亲", "???", "", "🎉", "呢", "_", "有发货吗", "你好，退款", "现在发货", "的", "在不在" * 999 + "退"],
)
def test_what_is_no_greeting_is_not_taken_for_one(message: str) -> None:
    assert greeting(fold(message)) == ()


def test_a_greeting_before_a_question_says_nothing() -> None:
    assert pieces("你好，在吗，退款") == ["退", "款", "退款"]


def test_where_no_reply_greets_nothing_is_suggested() -> None:
    suggester = Suggester(LibraryFinder([Snippet("a", "退款进度", "正在审核")]).segments)
    assert suggester.suggest("您好，在吗") == []
