import pytest

from quickdesk.exchange.formats import read
from quickdesk.exchange.parsed import ExchangeError, ExchangeReason, Format, ParsedFile, RefusalReason

CASE = """# 常见问题

## 退换货

### Q: 怎么退货？
A: 请按下面办理：
- 申请
- 寄回

### Q: 多久到账？
A: 三天内。
"""


def faq(text: str, name: str = "a.md") -> ParsedFile:
    return read(name, text.encode())


def pairs(text: str) -> list[tuple[str, str]]:
    return [(record.snippet.title, record.snippet.body) for record in faq(text).records]


def test_headings_are_folders_and_a_list_belongs_to_its_answer() -> None:
    parsed = faq(CASE)
    assert [(one.snippet.title, one.snippet.body, one.snippet.folder) for one in parsed.records] == [
        ("怎么退货？", "请按下面办理：\n- 申请\n- 寄回", ("常见问题", "退换货")),
        ("多久到账？", "三天内。", ("常见问题", "退换货")),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "### Q: 怎么退？\nA: 申请",
        "### Q：怎么退？\n\n申请前看\nA：申请",
        "**问：** 怎么退？\n**答：** 申请",
        "**问：怎么退？**\n\n答：申请",
        "**Q: 怎么退？**\nA: 申请\n\n---\n",
        "问：怎么退？\n答：\n申请",
        "Q1: 怎么退？\nA1: 申请",
        "Q1. 怎么退？\nA1. 申请",
        "1. Q: 怎么退？\n   A: 申请",
        "- **Q:** 怎么退？\n  **A:** 申请",
        "> 问题：怎么退？\n> 答案：申请",
        "# 店\n## 怎么退？\nA: 申请",
        "Q: **怎么退？**\nA: **申请**",
        "Q: 怎么退？\r\nA: 申请\r\n",
    ],
)
def test_questions_and_answers_are_marked_in_many_ways(text: str) -> None:
    assert pairs(text) == [("怎么退？", "申请")]


@pytest.mark.parametrize("first", ["## 怎么退？", "1. 怎么退？", "1、怎么退？", "**怎么退？**"])
def test_without_marks_questions_end_with_a_question_mark(first: str) -> None:
    text = f"# 店\n说明\n{first}\n申请：\n- 甲\n\n第二段\n\n2. 多久？\n   三天\n"
    assert pairs(text) == [("怎么退？", "申请：\n- 甲\n\n第二段"), ("多久？", "三天")]


def test_beside_marked_answers_a_heading_that_asks_is_a_question_if_text_is_below_it() -> None:
    text = (
        "# 常见问题\n## 能寄国外吗？\n\n只发国内。\n港澳台可以。\n\n"
        "## 怎么退？\n### 多久到账？\n答：三天\n\n**问：** 分期吗？\n**答：** 支持\n"
    )
    parsed = faq(text)
    assert [(one.snippet.title, one.snippet.body, one.snippet.folder) for one in parsed.records] == [
        ("能寄国外吗？", "只发国内。\n港澳台可以。", ("常见问题",)),
        ("多久到账？", "三天", ("常见问题", "怎么退？")),
        ("分期吗？", "支持", ("常见问题", "怎么退？")),
    ]
    assert parsed.refused == ()


def test_a_question_directly_below_another_is_another_way_to_ask() -> None:
    (only,) = faq("问：怎么退？\n问：能退吗？\n答：申请\n").records
    assert (only.snippet.title, only.snippet.asks) == ("怎么退？", ("能退吗？",))


def test_several_answers_are_replies_of_their_own() -> None:
    assert pairs("Q: 退？\nA1: 甲\nA2: 乙") == [("退？", "甲"), ("退？ 2", "乙")]


def test_a_question_without_an_answer_is_refused_with_its_line() -> None:
    parsed = faq("Q: 甲？\nA: 一\n\nQ: 乙？\n\n## 丙\n")
    assert [(one.reason, one.place.line, one.title) for one in parsed.refused] == [
        (RefusalReason.NO_BODY, 4, "乙？")
    ]


def test_fences_links_and_bold_text_of_an_answer() -> None:
    text = "Q: 甲？\nA: 见[说明](https://a.b/c)，**重要**\n```\n订单[订单号]\n# x\n```\n尾\n"
    assert pairs(text) == [("甲？", "见说明 https://a.b/c ，重要\n订单{订单号}\n# x\n尾")]


def test_plain_text_with_marks_is_a_faq() -> None:
    assert faq("问：怎么退？\n答：申请\n", "a.txt").format is Format.MARKDOWN
    assert faq("问：怎么退？\n答：申请\n", "话术/a.md").records[0].snippet.folder == ("话术", "a")


def test_prose_is_no_faq() -> None:
    with pytest.raises(ExchangeError) as caught:
        faq("# 说明\n## 为什么？\n因为。\n")
    assert caught.value.reason is ExchangeReason.NO_REPLIES
