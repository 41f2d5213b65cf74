"""Notes and orders of a customer, written by commands."""

from datetime import UTC, datetime
from typing import Any

import pytest

from quickdesk.commands.answer import Answer, Exit, Request
from quickdesk.commands.registry import CommandServices, run
from quickdesk.customers.card.validation import MAX_NOTE
from quickdesk.customers.customer import Order
from quickdesk.customers.store import CustomerChange
from quickdesk.replies.facts import Fact
from tests.contracts.customer_store import LIN, WANG
from tests.fakes.command_services import services_with


@pytest.fixture
def services() -> CommandServices:
    services = services_with(facts=[Fact("工号", "A7")])
    services.customers.apply(CustomerChange((LIN, WANG)))
    return services


def answer(services: CommandServices, command: str, **arguments: Any) -> Answer:
    return run(Request(f"customer {command}", arguments), services)


def test_a_note_has_its_time_and_the_agent(services: CommandServices) -> None:
    noted = answer(services, "note", id="王二", text=" 要发票\r\n抬头 ", pin=True)
    (note,) = services.customers.notes("w2")
    assert (note.text, note.author, note.is_pinned) == ("要发票\n抬头", "A7", True)
    assert note.at == services.clock.now()
    assert note.at.tzinfo is not None
    assert (noted.data["id"], noted.data["customer"], noted.data["pinned"]) == (note.id, "w2", True)


@pytest.mark.parametrize("text", ["", " \n ", "字" * (MAX_NOTE + 1), "\x07"])
def test_a_note_that_cannot_be_one_is_refused(services: CommandServices, text: str) -> None:
    refused = answer(services, "note", id="w2", text=text)
    assert (refused.exit, refused.problem) == (Exit.REFUSED, "flawed-note")
    assert list(services.customers.notes("w2")) == []


def test_a_note_of_a_megabyte_is_refused_with_the_limit(services: CommandServices) -> None:
    (flaw,) = answer(services, "note", id="w2", text="x" * 1_000_000).facts["flaws"]
    assert (flaw["flaw"], flaw["most"]) == ("too-long", MAX_NOTE)


@pytest.mark.parametrize("number", ["", "  "])
def test_an_order_without_a_number_is_refused_with_the_reason(services: CommandServices, number: str) -> None:
    refused = answer(services, "order", id="w2", number=number)
    assert (refused.exit, refused.problem) == (Exit.REFUSED, "flawed-customer")
    (flaw,) = refused.facts["flaws"]
    assert (flaw["field"], flaw["flaw"]) == ("orders", "empty")


def test_an_order_is_added_and_changed(services: CommandServices) -> None:
    def set_order(number: str, **values: str) -> tuple[Order, ...]:
        assert (
            answer(services, "order", id="w2", number=number, values=list(values.items())).exit is Exit.DONE
        )
        stored = services.customers.get("w2")
        assert stored is not None
        return stored.orders

    assert set_order("13800000006", 平台="淘宝", items="裙子; 发夹、袜子") == (
        Order("13800000006", "淘宝", "", ("裙子", "发夹", "袜子")),
    )
    (order,) = set_order(" 1380-0000-006 ", 状态="已发货", tracking="SF1234567890123")
    assert (order.number, order.state, order.platform) == ("13800000006", "已发货", "淘宝")
    assert len(set_order("13800000006", platform="京东")) == 2


def test_the_carrier_is_guessed_and_not_stored(services: CommandServices) -> None:
    values = [["tracking", "SF1234567890123"]]
    data = answer(services, "order", id="w2", number="1", values=values, reveal=True).data
    assert data["orders"][0] == {
        "number": "1", "platform": "", "state": "", "items": [], "tracking_number": "SF1234567890123",
        "carrier": "", "carrier_guess": "顺丰速运",
    }  # fmt: skip
    stored = services.customers.get("w2")
    assert stored is not None
    assert stored.orders[0].carrier == ""


def test_a_part_that_no_order_has_is_wrong_usage(services: CommandServices) -> None:
    refused = answer(services, "order", id="w2", number="1", values=[["颜色", "红"]])
    assert (refused.exit, refused.problem) == (Exit.USAGE, "no-such-order-part")
    assert answer(services, "order", id="w2", number=" ").exit is Exit.REFUSED


def test_a_clock_in_the_past_keeps_its_time(services: CommandServices) -> None:
    answer(services, "note", id="w2", text="x")
    (note,) = services.customers.notes("w2")
    assert note.at >= datetime(2000, 1, 1, tzinfo=UTC)
