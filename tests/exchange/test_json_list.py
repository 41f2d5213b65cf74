import json
from typing import Any

import pytest

from quickdesk.exchange.formats import read
from quickdesk.exchange.parsed import (
    ExchangeError,
    ExchangeReason,
    Format,
    ImportNote,
    ParsedFile,
    RefusalReason,
)


def parsed(value: Any, name: str = "a.json") -> ParsedFile:
    return read(name, json.dumps(value, ensure_ascii=False).encode())


@pytest.mark.parametrize(
    "text", ["text", "content", "body", "reply", "内容", "话术", "答案", "Message", "回复内容"]
)
@pytest.mark.parametrize("label", ["label", "title", "name", "标题", "Question"])
def test_keys_have_many_spellings(text: str, label: str) -> None:
    (only,) = parsed([{text: "您好[姓名]", label: "问候"}]).records
    assert (only.snippet.title, only.snippet.body) == ("问候", "您好{姓名}")


def test_all_fields_are_read() -> None:
    entry = {
        "text": "b",
        "title": "t",
        "shortcut": 7,
        "tags": ["x"],
        "关键词": "甲;乙",
        "folder": "p/q",
        "note": "n",
    }
    snippet = parsed([entry]).records[0].snippet
    assert (snippet.code, snippet.tags, snippet.asks) == ("7", ("x",), ("甲", "乙"))
    assert (snippet.folder, snippet.remark) == (("p", "q"), "n")


def test_plain_texts_are_titled_by_their_beginning() -> None:
    (first, second) = parsed(["亲，您好\n再见", {"text": "在的"}]).records
    assert (first.snippet.title, first.notes) == ("亲，您好", (ImportNote.TITLE_FROM_BODY,))
    assert second.snippet.title == "在的"


def test_nested_lists_are_folders() -> None:
    value = {
        "data": [
            {"name": "售后", "items": [{"text": "一", "title": "甲"}, ["二"]]},
            {"物流": {"快递": [{"text": "三"}], "丢件": {"text": "四"}}},
        ]
    }
    assert [(one.snippet.title, one.snippet.folder) for one in parsed(value).records] == [
        ("甲", ("售后",)),
        ("二", ("售后",)),
        ("三", ("物流", "快递")),
        ("丢件", ("物流",)),
    ]


def test_each_entry_that_is_no_reply_is_refused_with_its_number_and_reason() -> None:
    value = [
        {"text": "a"},
        5,
        {"title": "无"},
        {"text": 7},
        {"text": "b", "tags": 3},
        None,
        {"text": " "},
        "b\0c",
    ]
    found = parsed(value)
    assert [record.snippet.body for record in found.records] == ["a"]
    assert [(one.reason, one.place.row, one.title) for one in found.refused] == [
        (RefusalReason.WRONG_TYPE, 2, ""),
        (RefusalReason.NO_BODY, 3, "无"),
        (RefusalReason.WRONG_TYPE, 4, ""),
        (RefusalReason.WRONG_TYPE, 5, ""),
        (RefusalReason.WRONG_TYPE, 6, ""),
        (RefusalReason.NO_BODY, 7, ""),
        (RefusalReason.DAMAGED_TEXT, 8, ""),
    ]


def test_keys_that_are_not_read_are_named() -> None:
    assert [one.detail for one in parsed([{"text": "a", "image": "x.png", "id": 7}]).notes] == ["image"]


def test_lists_inside_too_many_lists_are_refused() -> None:
    value: Any = "x"
    for _ in range(30):
        value = [value]
    assert [one.reason for one in parsed([value, "y"]).refused] == [RefusalReason.TOO_DEEP]


def test_an_object_on_each_line_is_a_list() -> None:
    found = read("a.jsonl", '{"text":"一"}\n\n{"text":"二","title":"乙"}\n'.encode())
    assert (found.format, [record.snippet.title for record in found.records]) == (Format.JSON, ["一", "乙"])


@pytest.mark.parametrize("value", [[], {}, {"name": "x", "scripts": {"test": "jest"}}, {"a": "b"}, {"a": {}}])
def test_json_without_replies_is_refused(value: object) -> None:
    with pytest.raises(ExchangeError) as caught:
        parsed(value)
    assert caught.value.reason is ExchangeReason.FOREIGN_JSON


def test_a_second_import_of_the_same_list_states_the_same() -> None:
    value = {"售后": [{"text": "一", "title": "甲"}]}
    assert parsed(value).records == parsed(value).records
