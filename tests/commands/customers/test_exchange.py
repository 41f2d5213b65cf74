"""Import and export of customers as commands."""

import base64
from typing import Any

from quickdesk.commands.answer import Answer, Exit, Request
from quickdesk.commands.command import Access
from quickdesk.commands.customers.exchange import (
    PlannedCustomerImport,
    export_customers,
    plan_customer_import,
)
from quickdesk.commands.registry import COMMANDS, CommandServices, run
from quickdesk.customers.customer import Customer, Nickname
from quickdesk.customers.store import CustomerChange
from quickdesk.replies.history import ActionType
from tests.contracts.customer_store import LATER, LIN, NOTE, WANG
from tests.fakes.command_services import services_with
from tests.fakes.customer_store import MemoryCustomerStore

TABLE = "昵称,平台,手机,笔记\n小王,淘宝,138,问过尺码\n老王,淘宝,1.38E+10,\n"


def import_table(services: CommandServices, content: str | bytes, **arguments: Any) -> Answer:
    raw = content if isinstance(content, bytes) else content.encode()
    given = {"name": "a.csv", "content": base64.b64encode(raw).decode(), **arguments}
    return run(Request("customer import", given), services)


def test_an_import_counts_and_says_why_a_row_was_left_out() -> None:
    services = services_with()
    data = import_table(services, TABLE).data
    assert {name: data[name] for name in ("new", "changed", "same", "notes")} == {
        "new": 1, "changed": 0, "same": 0, "notes": 1,
    }  # fmt: skip
    (refused,) = data["refused"]
    assert (refused["row"], refused["title"], refused["reason"]) == (3, "老王", "cut-number")
    assert [note.text for note in services.customers.notes()] == ["问过尺码"]


def test_it_is_one_action() -> None:
    services = services_with()
    import_table(services, TABLE)
    assert isinstance(services.customers, MemoryCustomerStore)
    assert [each.type for each in services.customers.actions] == [ActionType.IMPORT_CUSTOMERS]


def test_the_same_file_twice_is_nothing_new() -> None:
    services = services_with()
    import_table(services, TABLE)
    again = import_table(services, TABLE).data
    assert (again["new"], again["changed"], again["same"], again["notes"]) == (0, 0, 1, 0)


def test_a_dry_run_changes_nothing() -> None:
    services = services_with()
    data = import_table(services, TABLE, dry_run=True).data
    assert (data["new"], data["dry_run"]) == (1, True)
    assert list(services.customers.customers()) == []


def test_a_file_that_cannot_be_read() -> None:
    answer = import_table(services_with(), "尺码\nL\n")
    assert (answer.exit, answer.problem) == (Exit.FAILED, "import-no-customer-column")
    refused = import_table(services_with(), "昵称,手机\n小王,1.38E+10\n")
    assert (refused.exit, refused.problem, refused.data["new"]) == (Exit.REFUSED, "no-customers-imported", 0)


def test_a_plan_is_made_again_if_customers_changed_meanwhile() -> None:
    services = services_with()
    content = base64.b64encode(TABLE.encode()).decode()
    request = Request("customer import", {"name": "a.csv", "content": content})
    planned = plan_customer_import(request, services.cards, services.new_id)
    assert isinstance(planned, PlannedCustomerImport)
    services.customers.apply(
        CustomerChange(customers=(Customer("w", nicknames=(Nickname("小王", "淘宝"),)),))
    )
    assert planned.execute() is None
    answer = planned.renewed().execute()
    assert answer is not None
    assert (answer.data["new"], answer.data["changed"]) == (0, 1)


def test_an_export_can_be_imported() -> None:
    services = services_with()
    services.customers.apply(CustomerChange((LIN, WANG), (NOTE, LATER)))
    data = run(Request("customer export", {"all": True}), services).data
    other = services_with()
    assert import_table(other, base64.b64decode(data["content"])).data["new"] == data["count"] == 2
    assert export_customers(other.customers).data == data
    assert {note.text for note in other.customers.notes()} == {NOTE.text, LATER.text}


def test_bad_arguments() -> None:
    for arguments in ({}, {"name": "a.csv", "content": "*"}, {"name": 1, "content": ""}):
        assert run(Request("customer import", arguments), services_with()).exit is not Exit.DONE


def test_how_they_run() -> None:
    assert COMMANDS["customer import"].access is Access.PLAN
    assert COMMANDS["customer export"].access is Access.READ


def test_personal_details_of_a_refusal_are_masked() -> None:
    services = services_with()
    services.customers.apply(CustomerChange(customers=(LIN,)))
    number = LIN.orders[0].number
    data = import_table(services, f"昵称,平台,订单号\n别人,淘宝,{number}\n").data
    assert number not in str(data)


def test_a_refused_row_is_named_without_its_numbers() -> None:
    (refused,) = import_table(services_with(), "昵称,手机,生日\n,13800000006,x\n").data["refused"]
    assert refused["title"] == "***********"
