"""The commands over snippets: what they answer, and that nothing stored is touched when they refuse."""

from typing import Any

import pytest

from quickdesk.commands.answer import Answer, Exit, Request
from quickdesk.commands.registry import run
from quickdesk.replies.snippet import Snippet
from quickdesk.replies.store import Change, StoreProblem
from tests.fakes.command_services import services_with, store_of

REFUND = Snippet("a1", "退款进度", "您的退款正在审核。", "tkjd", ("售后", "退款"), ("退款",))
RETURN = Snippet("a2", "退货地址", "请寄到{退货地址}。", "thdz", ("售后",))


def ask(services: Any, command: str, **arguments: Any) -> Answer:
    return run(Request(command, arguments), services)


def test_list_has_the_shape_of_find() -> None:
    rows = ask(services_with([REFUND, RETURN]), "list").data
    assert [row["id"] for row in rows] == ["a1", "a2"]
    assert rows[0]["spans"] == []


def test_a_new_reply_is_found_at_once() -> None:
    services = services_with()
    answer = ask(
        services,
        "add",
        title=" 运费险 ",
        body="有的",
        code="yfx",
        folder="售后 / 退货",
        tags=["运费", "运费"],
    )
    assert answer.data["title"] == "运费险"
    assert answer.data["folder"] == "售后/退货"
    assert answer.data["tags"] == ["运费"]
    assert [row["id"] for row in ask(services, "find", query="yfx").data] == ["new1"]


def test_only_what_is_named_changes() -> None:
    services = services_with([REFUND])
    ask(services, "edit", id="a1", title="退款到账", tags=[])
    assert services.store.get("a1") == Snippet("a1", "退款到账", REFUND.body, "tkjd", ("售后", "退款"), ())
    assert ask(services, "edit", id="a1").problem == "nothing-to-change"


def test_a_remark_is_stored_changed_and_answered_and_nothing_finds_a_reply_by_it() -> None:
    services = services_with()
    added = ask(services, "add", title="退款", body="好的", remark=" 先问主管\r\n再发 ")
    assert added.data["remark"] == "先问主管\n再发"
    assert [row["remark"] for row in ask(services, "find", query="退款").data] == ["先问主管\n再发"]
    assert ask(services, "find", query="主管").data == []
    ask(services, "edit", id="new1", remark="不用问了")
    assert [row["remark"] for row in ask(services, "find", query="退款").data] == ["不用问了"]
    ask(services, "undo")
    assert [row["remark"] for row in ask(services, "list").data] == ["先问主管\n再发"]
    refused = ask(services, "edit", id="new1", remark="长" * 2_001)
    assert [(flaw["field"], flaw["flaw"], flaw["most"]) for flaw in refused.facts["flaws"]] == [
        ("remark", "too-long", 2_000)
    ]


def test_asks_are_stored_changed_and_undone() -> None:
    services = services_with()
    added = ask(services, "add", title="退款", body="好的", asks=[" 钱呢 ", "钱呢", "几天到账"])
    assert added.data["asks"] == ["钱呢", "几天到账"]
    ask(services, "edit", id="new1", asks=["多久"])
    assert [row["asks"] for row in ask(services, "list").data] == [["多久"]]
    ask(services, "undo")
    assert [row["asks"] for row in ask(services, "list").data] == [["钱呢", "几天到账"]]
    assert ask(services, "edit", id="new1", asks="几天").problem == "bad-argument"


def test_ten_thousand_asks_are_refused_with_the_limit() -> None:
    refused = ask(services_with(), "add", title="退款", body="好的", asks=[f"第{n}问" for n in range(10_000)])
    assert [(flaw["field"], flaw["flaw"], flaw["most"]) for flaw in refused.facts["flaws"]] == [
        ("asks", "too-many", 200)
    ]


def test_removed_replies_come_back_by_their_id() -> None:
    services = services_with([REFUND])
    assert ask(services, "remove", id="a1").exit is Exit.DONE
    assert ask(services, "find", query="退款").data == []
    assert ask(services, "restore", id="a").exit is Exit.DONE
    assert [row["id"] for row in ask(services, "find", query="退款").data] == ["a1"]


@pytest.mark.parametrize("command", ["edit", "remove", "restore", "render"])
def test_an_unknown_id_is_not_found(command: str) -> None:
    answer = ask(services_with([REFUND]), command, id="zzz", title="t")
    assert (answer.exit, answer.problem) == (Exit.NOT_FOUND, "no-such-reply")


def test_the_beginning_of_an_id_must_mean_one_reply() -> None:
    services = services_with([REFUND, RETURN])
    answer = ask(services, "remove", id="a")
    assert (answer.problem, answer.facts["matches"]) == ("ambiguous-id", ["a1", "a2"])
    assert len(services.store.snippets()) == 2


@pytest.mark.parametrize(
    ("content", "field", "flaw"),
    [
        ({"title": "  ", "body": "b"}, "title", "empty"),
        ({"title": "t", "body": ""}, "body", "empty"),
        ({"title": "t", "body": "您好{名称"}, "body", "unclosed"),
        ({"title": "t", "body": "{a{b}}"}, "body", "nested"),
        ({"title": "t", "body": "x" * 2**20}, "body", "too-long"),
        ({"title": "t", "body": "\ud800"}, "body", "unusable-character"),
    ],
)
def test_a_flawed_reply_is_refused_with_its_place(content: dict[str, str], field: str, flaw: str) -> None:
    services = services_with([REFUND])
    for answer in (ask(services, "add", **content), ask(services, "edit", id="a1", **content)):
        assert (answer.exit, answer.problem) == (Exit.REFUSED, "flawed-reply")
        assert (field, flaw) in [(each["field"], each["flaw"]) for each in answer.facts["flaws"]]
    assert services.store.snippets() == (REFUND,)


def test_what_the_disk_refuses_is_neither_stored_nor_found() -> None:
    services = services_with([REFUND])
    store_of(services).refuse = StoreProblem.DISK_FULL
    answer = ask(services, "add", title="新", body="新")
    assert (answer.exit, answer.problem) == (Exit.DATA, "data-disk-full")
    assert ask(services, "find", query="新").data == []


def test_an_unknown_command_is_reported() -> None:
    assert ask(services_with(), "dance").problem == "unknown-command"


def test_what_was_done_last_is_undone_and_said() -> None:
    services = services_with([REFUND, RETURN])
    ask(services, "edit", id="a2", title="退货")
    ask(services, "remove", id="a1")
    answer = ask(services, "undo")
    assert answer.data["undone"] == "remove"
    assert answer.data["at"] == "2026-11-22T12:00:00+00:00"
    assert (answer.data["back"], answer.data["away"]) == ([{"id": "a1", "title": "退款进度"}], [])
    assert ask(services, "find", query="tuikuan").data[0]["id"] == "a1"
    assert ask(services, "undo").data["undone"] == "edit"
    assert ask(services, "find", query="退货地址").data[0]["title"] == "退货地址"
    assert (ask(services, "undo").exit, ask(services, "undo").problem) == (Exit.NOT_FOUND, "nothing-to-undo")


def test_an_undo_takes_no_later_change_away() -> None:
    services = services_with([REFUND])
    ask(services, "edit", id="a1", title="退款")
    services.library.apply(Change(put=(RETURN, Snippet("a1", "别的", "别的"))))
    answer = ask(services, "undo")
    assert (answer.exit, answer.problem) == (Exit.REFUSED, "changed-since")
    assert answer.facts == {"undo": "edit", "titles": ["别的"]}


def test_an_added_reply_is_undone_into_the_trash() -> None:
    services = services_with()
    added = ask(services, "add", title="t", body="b").data["id"]
    assert ask(services, "undo").data["away"] == [{"id": added, "title": "t"}]
    assert ask(services, "find", query="t").data == []
    assert ask(services, "restore", id=added).exit is Exit.DONE


def test_two_replies_with_one_code_are_distinct_by_title_and_id() -> None:
    twin = Snippet("b7", "退款说明", "x", "TKJD")
    answer = ask(services_with([REFUND, twin]), "remove", id="tkjd")
    assert answer.problem == "ambiguous-code"
    rows = [{"id": "a1", "title": "退款进度"}, {"id": "b7", "title": "退款说明"}]
    assert answer.facts["matches"] == rows
    assert ask(services_with([REFUND, twin]), "remove", id="b7").exit is Exit.DONE
