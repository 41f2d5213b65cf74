import pytest

from quickdesk.exchange.markdown_lines import (
    Fence,
    Heading,
    Label,
    folder_of_heading,
    is_horizontal_rule,
    parse_fence,
    parse_heading,
    parse_label,
)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("# 售后", Heading(1, "售后")),
        ("### 1. 退货说明", Heading(3, "退货说明")),
        ("## 12、退货", Heading(2, "退货")),
        ("## 一、退货", Heading(2, "退货")),
        ("## （二）退货", Heading(2, "退货")),
        ("### 1.2 退货", Heading(3, "退货")),
        ("## 3天无理由", Heading(2, "3天无理由")),
        ("## 24小时发货", Heading(2, "24小时发货")),
        ("## 7 天退货", Heading(2, "天退货")),
        ("## **退货** `x` ##", Heading(2, "退货 x")),
        ("## [退货](a.md)", Heading(2, "退货")),
        ("##", Heading(2, "")),
        ("##退货", None),
        ("    # code", None),
        ("####### seven", None),
    ],
)
def test_headings_lose_number_and_markup(line: str, expected: Heading | None) -> None:
    assert parse_heading(line) == expected


def test_a_fence_is_closed_by_one_as_long() -> None:
    opened = parse_fence("  ````Text js")
    assert opened == Fence(2, "````", "text")
    assert not opened.is_closed_by("```")
    assert not opened.is_closed_by("````x")
    assert opened.is_closed_by("`````  ")
    assert opened.content("   a") == " a"
    assert opened.content("a") == "a"


@pytest.mark.parametrize("line", ["``x``", "```a`b", "    ```", "~~"])
def test_not_every_mark_is_a_fence(line: str) -> None:
    assert parse_fence(line) is None


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("**适用场景：** 买家要退货", Label("适用场景", "买家要退货")),
        ("**适用场景**：买家", Label("适用场景", "买家")),
        ("> **Reply:** hi", Label("Reply", "hi")),
        ("**话术内容：**", Label("话术内容", "")),
        ("**重要** 的话", None),
        ("1. **主动通知**：要主动", None),
    ],
)
def test_labels(line: str, expected: Label | None) -> None:
    assert parse_label(line) == expected


def test_rules() -> None:
    assert is_horizontal_rule("---")
    assert is_horizontal_rule("* * *")
    assert not is_horizontal_rule("--")


@pytest.mark.parametrize(
    ("text", "folder"),
    [
        ("淘宝售中话术列表（共 10 条）", ""),
        ("Scripts", ""),
        ("售后（共 3 条）", "售后"),
        ("价格列表", "价格列表"),
        ("E-commerce Scripts", "E-commerce Scripts"),
    ],
)
def test_a_heading_that_announces_a_list_is_not_a_folder(text: str, folder: str) -> None:
    assert folder_of_heading(text) == folder
