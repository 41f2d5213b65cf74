"""Import and export as commands: counts, reasons with places, and nothing changed by a dry run."""

import base64
from typing import Any

from quickdesk.commands.answer import Answer, Exit, Request
from quickdesk.commands.registry import CommandServices, run
from quickdesk.replies.snippet import Snippet
from tests.fakes.command_services import services_with

CSV = "标题,内容\n退款,您的退款已处理。\n空的,\n"


def import_files(services: CommandServices, *files: tuple[str, bytes | str], **arguments: Any) -> Answer:
    given = [
        {
            "name": name,
            "content": base64.b64encode(text.encode() if isinstance(text, str) else text).decode(),
        }
        for name, text in files
    ]
    return run(Request("import", {"files": given, **arguments}), services)


def test_an_import_counts_and_says_why_an_entry_was_left_out() -> None:
    services = services_with()
    data = import_files(services, ("list.csv", CSV)).data
    assert (data["new"], data["changed"], data["same"]) == (1, 0, 0)
    assert [(each["row"], each["reason"]) for each in data["refused"]] == [(3, "no-body")]
    assert [hit.snippet.title for hit in services.finder.find("tuikuan")] == ["退款"]


def test_the_same_file_twice_is_nothing_new() -> None:
    services = services_with()
    import_files(services, ("list.csv", CSV))
    again = import_files(services, ("list.csv", CSV)).data
    assert (again["new"], again["changed"], again["same"]) == (0, 0, 1)


def test_a_dry_run_changes_nothing() -> None:
    services = services_with()
    data = import_files(services, ("list.csv", CSV), dry_run=True).data
    assert (data["new"], data["dry_run"]) == (1, True)
    assert services.store.snippets() == ()


def test_a_file_that_cannot_be_read_fails_alone_and_is_refused_among_others() -> None:
    alone = import_files(services_with(), ("x.json", '{"half'))
    assert (alone.exit, alone.problem, alone.facts["path"]) == (Exit.FAILED, "import-broken-json", "x.json")
    among = import_files(services_with(), ("x.json", '{"half'), ("list.csv", CSV))
    assert among.exit is Exit.DONE
    assert [each["reason"] for each in among.data["refused"]] == ["broken-json", "no-body"]


def test_what_was_altered_is_noted_with_its_place() -> None:
    notes = import_files(services_with(), ("a.csv", "内容\n满{%50%}减\n")).data["notes"]
    assert {each["note"] for each in notes} == {"title-from-body", "braces-kept-as-text"}
    assert {each["row"] for each in notes} == {2}


def test_a_plan_names_the_placeholders_and_what_holds_for_the_whole_file() -> None:
    text = "分组,标题,内容,图\n售后,a,您好[客户姓名]{{order_id}},x.png\n,b,[微笑]\n"
    for dry_run in (True, False):
        data = import_files(services_with(), ("a.csv", text), dry_run=dry_run).data
        assert data["placeholders"] == [
            {"written": "[客户姓名]", "field": "{客户姓名}", "count": 1},
            {"written": "{{order_id}}", "field": "{order_id}", "count": 1},
            {"written": "[微笑]", "field": "", "count": 1},
        ]
        assert [(each["note"], each["detail"], each["row"]) for each in data["notes"]] == [
            ("folders-continued", "", None),
            ("columns-not-read", "图", None),
        ]


def test_very_many_placeholders_are_cut_off() -> None:
    rows = "".join(f"t{number},[订单号{number}]\n" for number in range(1100))
    data = import_files(services_with(), ("a.csv", f"标题,内容\n{rows}"), dry_run=True).data
    assert len(data["placeholders"]) == 1000


def test_a_flawed_entry_says_its_flaw() -> None:
    services = services_with()
    long = "长" * 300
    answer = import_files(services, ("a.csv", f"标题,内容\n{long},文\n"))
    (refused,) = answer.data["refused"]
    assert (refused["reason"], refused["flaw"]["flaw"]) == ("flawed", "too-long")


def test_an_import_of_which_nothing_came_in_is_refused() -> None:
    nothing = "标题,内容\n空的,\n"
    for dry_run in (True, False):
        answer = import_files(services_with(), ("a.csv", nothing), dry_run=dry_run)
        assert (answer.exit, answer.problem) == (Exit.REFUSED, "nothing-imported")
        assert len(answer.data["refused"]) == 1
    services = services_with()
    import_files(services, ("list.csv", CSV))
    assert import_files(services, ("list.csv", CSV)).exit is Exit.DONE, "what is the same has come in before"


def test_an_export_comes_back_whole() -> None:
    there = [Snippet("a1", "退款", "亲{称呼}", "tk", ("售后",), ("常用",)), Snippet("b2", "发货", "已发。")]
    answer = run(Request("export", {"format": "json"}), services_with(there))
    assert (answer.data["format"], answer.data["count"]) == ("json", 2)
    services = services_with()
    import_files(services, ("x.json", base64.b64decode(answer.data["content"])))
    assert list(services.store.snippets()) == there
