"""The command ``lexicon``: list, add, remove and import, with a reason for every line that cannot be used."""

import base64
from typing import Any

import pytest

from quickdesk.commands.answer import Answer, Exit, Request
from quickdesk.commands.registry import CommandServices, run
from quickdesk.search.related.shop_lexicon import MAX_GROUPS
from tests.fakes.command_services import services_with


def lexicon(services: CommandServices, action: str = "", **arguments: Any) -> Answer:
    return run(Request(f"lexicon {action}".strip(), arguments), services)


def imported(services: CommandServices, content: bytes) -> Answer:
    return lexicon(services, "import", content=base64.b64encode(content).decode())


def test_groups_are_added_listed_and_removed() -> None:
    services = services_with()
    assert lexicon(services).data == {"groups": []}
    assert lexicon(services, "add", line="鞋、鞋子").data == {"groups": ["鞋 鞋子"], "added": 1}
    lexicon(services, "add", line="小白 => 帆布鞋")
    assert lexicon(services).data["groups"] == ["鞋 鞋子", "小白 > 帆布鞋"]
    removed = lexicon(services, "remove", line="鞋子 鞋")
    assert removed.data == {"groups": ["小白 > 帆布鞋"], "removed": "鞋 鞋子"}


@pytest.mark.parametrize(
    ("action", "line", "exit_code", "problem"),
    [
        ("add", "鞋子 鞋", Exit.REFUSED, "word-group-is-there"),
        ("add", "# 注", Exit.USAGE, "no-word-group"),
        ("add", "", Exit.USAGE, "no-word-group"),
        ("add", "甲 乙\n丙 丁", Exit.USAGE, "no-word-group"),
        ("add", "鞋", Exit.USAGE, "flawed-words"),
        ("remove", "鞋", Exit.NOT_FOUND, "no-such-word-group"),
        ("remove", "", Exit.NOT_FOUND, "no-such-word-group"),
    ],
)
def test_what_cannot_be_done_has_a_reason(action: str, line: str, exit_code: Exit, problem: str) -> None:
    services = services_with()
    lexicon(services, "add", line="鞋 鞋子")
    answer = lexicon(services, action, line=line)
    assert (answer.exit, answer.problem) == (exit_code, problem)
    assert services.lexicon.text() == "鞋 鞋子"


def test_a_file_is_added_as_a_whole_or_not_at_all() -> None:
    services = services_with()
    assert imported(services, "\ufeff# 店里的词\r\n鞋 鞋子\r\n甲 > 乙\r\n".encode()).data["added"] == 2
    assert services.lexicon.text() == "# 店里的词\n鞋 鞋子\n甲 > 乙"
    assert imported(services, "丙 丁\n鞋子 鞋\n".encode("gb18030")).data["added"] == 1
    refused = imported(services, "戊 己\n单\n".encode())
    assert (refused.exit, refused.problem) == (Exit.USAGE, "flawed-words")
    assert refused.facts["word_flaws"] == [{"line": 2, "flaw": "alone", "word": "单", "most": None}]
    assert "戊" not in services.lexicon.text()


@pytest.mark.parametrize(
    ("content", "problem"), [(b"\x89PNG\0\0", "unreadable-words"), (b"# only", "no-word-group")]
)
def test_a_file_without_words_is_refused(content: bytes, problem: str) -> None:
    assert imported(services_with(), content).problem == problem
    assert lexicon(services_with(), "import", content="no base64").problem == "bad-argument"


def test_limits_hold_for_all_lines_together() -> None:
    services = services_with()
    lines = "\n".join(f"词{number} 字{number}" for number in range(MAX_GROUPS))
    assert imported(services, lines.encode()).exit is Exit.DONE
    refused = lexicon(services, "add", line="鞋 鞋子")
    assert refused.facts["word_flaws"] == [
        {"line": 0, "flaw": "too-many-groups", "word": "", "most": MAX_GROUPS}
    ]
