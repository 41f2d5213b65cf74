"""Arguments come from any program that finds the socket: none of them may break a command."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quickdesk.commands.answer import Exit, Request
from quickdesk.commands.registry import COMMANDS, run
from quickdesk.replies.snippet import Snippet
from tests.commands.test_answer import JSON
from tests.fakes.command_services import services_with, store_of

REFUND = Snippet("a1", "退款", "您的退款{天数}到账。")
NAMES = (
    *("id", "query", "limit", "title", "body", "code", "folder", "tags"),
    *("values", "files", "format", "dry_run"),
)


@given(st.sampled_from(sorted(COMMANDS)), st.dictionaries(st.sampled_from(NAMES), JSON, max_size=5))
def test_no_request_raises(command: str, arguments: dict[str, Any]) -> None:
    answer = run(Request(command, arguments), services_with([REFUND]))
    assert answer.exit in Exit


@pytest.mark.parametrize(
    ("command", "arguments", "bad"),
    [
        ("find", {"query": "a", "limit": "x"}, "limit"),
        ("find", {"query": "a", "limit": -1}, "limit"),
        ("find", {"query": "a", "limit": True}, "limit"),
        ("find", {"query": ["a"]}, "query"),
        ("add", {"title": "t", "body": "b", "tags": "abc"}, "tags"),
        ("add", {"title": "t", "body": "b", "tags": [1]}, "tags"),
        ("edit", {"id": "a1", "body": 7}, "body"),
        ("remove", {"id": {}}, "id"),
        ("render", {"id": "a1", "values": [["天数"]]}, "values"),
        ("render", {"id": "a1", "values": [["天数", 3]]}, "values"),
        ("render", {"id": "a1", "values": {"天数": "3"}}, "values"),
        ("import", {}, "files"),
        ("import", {"files": [{"name": "x.csv"}]}, "files"),
        ("import", {"files": [{"name": "x.csv", "content": "%%%"}]}, "files"),
        ("import", {"files": [{"name": "x.csv", "content": "汉字"}]}, "files"),
        ("import", {"files": [{"name": 1, "content": ""}]}, "files"),
        ("import", {"files": [{"name": "x.csv", "content": ""}], "format": "doc"}, "format"),
        ("import", {"files": [{"name": "x.csv", "content": ""}], "dry_run": "no"}, "dry_run"),
        ("export", {"format": "markdown"}, "format"),
        ("export", {"format": []}, "format"),
    ],
)
def test_a_wrong_argument_is_named_and_nothing_changes(
    command: str, arguments: dict[str, Any], bad: str
) -> None:
    services = services_with([REFUND])
    answer = run(Request(command, arguments), services)
    assert (answer.exit, answer.problem) == (Exit.USAGE, "bad-argument")
    assert answer.facts == {"command": command, "argument": bad}
    assert store_of(services).snippets() == (REFUND,)
