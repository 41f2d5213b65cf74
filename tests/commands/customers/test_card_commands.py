"""The commands on customer cards, as any program sends them."""

from typing import Any

import pytest

from quickdesk.commands.answer import Answer, Exit, Request
from quickdesk.commands.registry import CommandServices, run
from quickdesk.customers.customer import Customer, Nickname
from quickdesk.customers.store import CustomerChange
from quickdesk.replies.history import ActionType
from tests.contracts.customer_store import LATER, LIN, NOTE, OF_WANG, WANG
from tests.fakes.command_services import services_with
from tests.fakes.customer_store import MemoryCustomerStore

KEYS = [
    "id", "nicks", "name", "remark", "tags", "phones", "addresses", "birthday", "tone", "language",
    "do_not_contact", "do_not_contact_reason", "fields", "orders", "notes", "created", "updated",
]  # fmt: skip


@pytest.fixture
def services() -> CommandServices:
    services = services_with()
    services.customers.apply(CustomerChange((LIN, WANG), (NOTE, LATER, OF_WANG)))
    return services


def store_of(services: CommandServices) -> MemoryCustomerStore:
    assert isinstance(services.customers, MemoryCustomerStore)
    return services.customers


def answer(services: CommandServices, command: str, **arguments: Any) -> Answer:
    return run(Request(f"customer {command}", arguments), services)


def actions(services: CommandServices) -> list[ActionType]:
    return [each.type for each in store_of(services).actions]


def test_a_card_is_added_with_everything(services: CommandServices) -> None:
    added = answer(
        services, "add", nicks=["🌸", "小周"], platform="京东", name="周", remark="r", tags=["新"],
        phones=["13900000007"], addresses=["上海市静安区二路2号"], birthday="2月29日", tone="正式",
        language="en", do_not_contact="投诉", values=[["尺码", "L"]], reveal=True,
    )  # fmt: skip
    assert added.exit is Exit.DONE
    assert list(added.data) == KEYS
    assert added.data["nicks"] == [{"platform": "京东", "nick": "🌸"}, {"platform": "京东", "nick": "小周"}]
    assert (added.data["birthday"], added.data["fields"]) == ("02-29", {"尺码": "L"})
    assert (added.data["do_not_contact"], added.data["phones"]) == (True, ["13900000007"])
    assert added.data["created"] == added.data["updated"] == services.clock.now().isoformat()
    assert services.customers.get(added.data["id"]) is not None
    assert actions(services) == [ActionType.ADD_CUSTOMER]


def test_what_identifies_a_person_is_masked_until_it_is_revealed(services: CommandServices) -> None:
    services.customers.apply(CustomerChange(notes=(NOTE.__class__("n9", "l1", "打 13800000006", NOTE.at),)))
    shown = str(answer(services, "show", id="l1").data)
    for secret in (LIN.phones[0], LIN.addresses[0], LIN.orders[0].number, LIN.orders[0].tracking_number):
        assert secret not in shown
    data = answer(services, "show", id="l1").data
    assert (data["phones"], data["orders"][0]["number"]) == (["138****0006"], "****001")
    data = answer(services, "show", id="l1", reveal=True).data
    assert (data["phones"], data["addresses"]) == (list(LIN.phones), list(LIN.addresses))
    assert [each["text"] for each in data["notes"]] == [NOTE.text, "打 13800000006", LATER.text]


def test_all_are_listed_with_their_notes(services: CommandServices) -> None:
    rows = answer(services, "list").data
    assert [(row["id"], [note["id"] for note in row["notes"]]) for row in rows] == [
        ("l1", ["n1", "n2"]),
        ("w2", ["n3"]),
    ]


def test_customers_are_found(services: CommandServices) -> None:
    assert [row["id"] for row in answer(services, "find", query="王二").data] == ["w2"]
    [row] = answer(services, "find", query="wang").data
    assert row["found"] == [{"place": "nickname"}]
    [better] = answer(services, "find", query="王二").data
    assert better["score"] > row["score"] > 0
    missed = answer(services, "find", query="zzzqqq")
    assert (missed.exit, missed.problem) == (Exit.NOT_FOUND, "no-customer-found")


def test_only_what_is_given_changes(services: CommandServices) -> None:
    edited = answer(services, "edit", id="小林🌸", tags=["新"], values=[["尺码", ""], ["颜色", "红"]])
    assert edited.exit is Exit.DONE
    stored = services.customers.get("l1")
    assert stored is not None
    assert (stored.tags, dict(stored.fields)) == (("新",), {"偏好": "不要蓝色", "颜色": "红"})
    assert (stored.nicknames, stored.remark) == (LIN.nicknames, LIN.remark)
    assert stored.updated == services.clock.now()
    assert actions(services) == [ActionType.EDIT_CUSTOMER]


def test_contact_and_platform_can_change(services: CommandServices) -> None:
    answer(services, "edit", id="l1", contact_again=True, platform="京东")
    stored = services.customers.get("l1")
    assert stored is not None
    assert (stored.is_do_not_contact, stored.do_not_contact_reason) == (False, "")
    assert stored.nicknames == (Nickname("小林🌸", "京东"), Nickname("lin_88"))


def test_to_the_trash_and_back(services: CommandServices) -> None:
    assert answer(services, "remove", id="l1").data["id"] == "l1"
    assert [each.id for each in services.customers.customers()] == ["w2"]
    assert answer(services, "show", id="l1").exit is Exit.NOT_FOUND
    assert len(answer(services, "restore", id="小林🌸").data["notes"]) == 2
    assert actions(services) == [ActionType.REMOVE_CUSTOMER, ActionType.RESTORE_CUSTOMER]


@pytest.mark.parametrize("command", ["show", "edit", "remove", "restore", "note", "order", "merge"])
def test_nobody_and_several_are_named(services: CommandServices, command: str) -> None:
    more = {"tags": ["x"], "text": "x", "number": "1", "other": "w2"}
    missed = answer(services, command, id="zzz", **more)
    assert (missed.exit, missed.problem, missed.facts) == (Exit.NOT_FOUND, "unknown-customer", {"id": "zzz"})
    services.customers.apply(CustomerChange((Customer("x1", (Nickname("王二", "京东"),)),)))
    if command == "restore":
        services.customers.apply(CustomerChange(remove_customers=("x1", "w2")))
    several = answer(services, command, id="王二", **more)
    assert (several.exit, several.problem, several.facts["count"]) == (
        Exit.NOT_FOUND, "several-customers", 2,
    )  # fmt: skip
    assert {"id": "x1", "title": "王二 (京东)"} in several.facts["matches"]


@pytest.mark.parametrize("nickname", ["", "  ", "\u200b", "x" * 2_001, "a\nb"])
def test_a_nickname_that_cannot_be_one_is_refused(services: CommandServices, nickname: str) -> None:
    refused = answer(services, "add", nicks=[nickname])
    assert (refused.exit, refused.problem) == (Exit.REFUSED, "flawed-customer")
    assert {flaw["field"] for flaw in refused.facts["flaws"]} == {"nicknames"}
    assert len(services.customers.customers()) == 2


def test_the_same_nickname_makes_two_cards_on_two_platforms(services: CommandServices) -> None:
    one = answer(services, "add", nicks=["阿花"], platform="淘宝").data["id"]
    other = answer(services, "add", nicks=["阿花"], platform="拼多多").data["id"]
    assert one != other
    assert answer(services, "show", id="阿花").problem == "several-customers"


@pytest.mark.parametrize(
    ("command", "arguments"),
    [
        ("add", {"nicks": "a"}),
        ("add", {"nicks": ["a"], "values": [["a"]]}),
        ("add", {"nicks": ["a"], "tags": [1]}),
        ("edit", {"id": 3, "name": "x"}),
        ("list", {"reveal": "yes"}),
        ("find", {"query": 1}),
        ("edit", {"id": "l1"}),
    ],
)
def test_other_arguments_are_wrong_usage(
    services: CommandServices, command: str, arguments: dict[str, Any]
) -> None:
    assert answer(services, command, **arguments).exit is Exit.USAGE
