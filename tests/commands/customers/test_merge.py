"""Two cards are merged by a command, and shown before."""

from typing import Any

import pytest

from quickdesk.commands.answer import Answer, Exit, Request
from quickdesk.commands.registry import CommandServices, run
from quickdesk.customers.customer import Customer, Nickname, Order
from quickdesk.customers.store import CustomerChange
from tests.contracts.customer_store import LIN, NOTE, OF_WANG
from tests.fakes.command_services import services_with

OTHER = Customer(
    "w2", (Nickname("林姐"),), "林小", orders=(Order("2611220001", "淘宝", "", (), "SF9876543210987"),)
)


@pytest.fixture
def services() -> CommandServices:
    services = services_with()
    services.customers.apply(CustomerChange((LIN, OTHER), (NOTE, OF_WANG)))
    return services


def merge(services: CommandServices, **arguments: Any) -> Answer:
    return run(Request("customer merge", {"id": "l1", "other": "w2", **arguments}), services)


def test_a_preview_changes_nothing_and_shows_both_values(services: CommandServices) -> None:
    data = merge(services, dry_run=True, reveal=True).data
    assert {"field": "name", "name": "", "kept": "林晓", "dropped": "林小"} in data["differences"]
    assert (data["removed"], data["notes"], data["dry_run"]) == ("w2", 1, True)
    assert [each["id"] for each in data["customer"]["notes"]] == ["n1", "n3"]
    assert len(services.customers.customers()) == 2


def test_numbers_in_the_preview_are_masked(services: CommandServices) -> None:
    shown = str(merge(services, dry_run=True).data)
    for number in (LIN.orders[0].number, LIN.orders[0].tracking_number, OTHER.orders[0].tracking_number):
        assert number not in shown


def test_the_merged_card_has_the_notes_of_both(services: CommandServices) -> None:
    assert merge(services).exit is Exit.DONE
    assert [each.id for each in services.customers.customers()] == ["l1"]
    assert [each.id for each in services.customers.notes("l1")] == ["n1", "n3"]


def test_a_card_is_not_merged_with_itself(services: CommandServices) -> None:
    refused = merge(services, other="小林🌸")
    assert (refused.exit, refused.problem) == (Exit.USAGE, "same-customer")
