"""The terms of a message: which words and characters count, and what a mere greeting counts as."""

import pytest

from quickdesk.packaged import packaged
from quickdesk.packs.source import read_pack
from quickdesk.replies.snippet import Snippet
from quickdesk.search.finder import LibraryFinder
from quickdesk.search.related.asked import greeting
from quickdesk.search.suggest.past_messages import terms
from quickdesk.search.suggest.suggester import Suggester
from quickdesk.text.folding import fold


@pytest.mark.parametrize(
    "said", ["订单号 20241122334455", "电话13800138000", "手机号码：138-0013-8000", "运单号是***********"]
)
def test_the_label_of_a_number_is_left_out_of_a_question(said: str) -> None:
    asked = "快递怎么还没到，已经三天"
    assert terms(f"{asked}，{said}") == terms(asked)


def test_the_label_counts_if_there_is_nothing_else() -> None:
    assert "电话" in terms("我要改电话 13800138000")
    assert "订单" in terms("订单号 20241122334455")


def test_order_numbers_are_no_terms_but_numbers_of_days_are() -> None:
    assert terms("7天 20241122334455") == ["7", "天"]


@pytest.fixture(scope="module")
def starter() -> Suggester:
    folder = packaged("snippets", "zh-CN")
    pack = read_pack({file.name: file.read_text("utf-8") for file in folder.iterdir()})
    return Suggester(LibraryFinder(pack.snippets).segments)


@pytest.mark.parametrize(
    "message",
    ["在吗", "在吗？", "在吗亲", "亲，在么", "在不在", "在？", "老板在吗~", "有人吗", "请问在吗", "在嗎"],
)
def test_asking_for_an_agent_suggests_a_reply_that_one_is_present(starter: Suggester, message: str) -> None:
    found = starter.suggest(message)
    assert found[0].snippet.title == "在吗，我在的"
    assert found[0].reasons


@pytest.mark.parametrize(
    "message", ["你好", "您好", "您好！", "你好，在吗", "hello", "Hi~", "早上好", "哈喽亲"]
)
def test_a_greeting_suggests_a_greeting(starter: Suggester, message: str) -> None:
    assert starter.suggest(message)[0].snippet.folder == ("问候",)


@pytest.mark.parametrize(
    "message",
    ["亲", "???", "", "🎉", "呢", "_", "有发货吗", "你好，退款", "现在发货", "的", "在不在" * 999 + "退"],
)
def test_other_messages_are_no_greetings(message: str) -> None:
    assert greeting(fold(message)) == ()


def test_a_greeting_before_a_question_is_ignored() -> None:
    assert terms("你好，在吗，退款") == ["退", "款", "退款"]


def test_without_greeting_replies_nothing_is_suggested() -> None:
    suggester = Suggester(LibraryFinder([Snippet("a", "退款进度", "正在审核")]).segments)
    assert suggester.suggest("您好，在吗") == []
