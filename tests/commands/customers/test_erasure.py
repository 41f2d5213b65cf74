"""Erasing customers and keeping the rules of retention, as commands."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from quickdesk.commands.answer import Answer, Exit, Request
from quickdesk.commands.customers.erasure import finish_erasures
from quickdesk.commands.registry import CommandServices, run
from quickdesk.customers.case import Case, CaseState, CaseType
from quickdesk.customers.customer import Customer, Nickname, Note
from quickdesk.customers.store import CustomerChange
from quickdesk.customers.timeline import Event, EventType
from quickdesk.replies.store import StoreError, StoreProblem
from tests.fakes.command_services import FakeEraser, services_with

NOW = services_with().clock.now()
OLD = NOW - timedelta(days=400)
CARD = Customer("aa1", nicknames=(Nickname("小王", "淘宝"),), created=OLD, updated=OLD)
OTHER = Customer("ab2", nicknames=(Nickname("老王"),), created=OLD, updated=NOW)
NOTE = Note("n1", "aa1", "问过尺码", OLD)


@pytest.fixture
def services() -> CommandServices:
    found = services_with()
    found.customers.apply(CustomerChange((CARD, OTHER), (NOTE,)))
    return found


def erased(services: CommandServices) -> list[str]:
    assert isinstance(services.eraser, FakeEraser)
    return services.eraser.erased


def ask(services: CommandServices, command: str, **arguments: Any) -> Answer:
    return run(Request(f"customer {command}", arguments), services)


class TestErase:
    @pytest.mark.parametrize("reference", ["aa1", "aa", "小王"])
    def test_one_customer(self, services: CommandServices, reference: str) -> None:
        answer = ask(services, "erase", id=reference, yes=True)
        assert (answer.exit, answer.data["customers"], answer.data["notes"]) == (Exit.DONE, 1, 1)
        assert erased(services) == ["aa1"]

    def test_nothing_without_yes(self, services: CommandServices) -> None:
        answer = ask(services, "erase", id="小王")
        assert (answer.exit, answer.problem, answer.facts["notes"]) == (
            Exit.REFUSED,
            "erasure-not-confirmed",
            1,
        )
        assert erased(services) == []

    def test_one_in_the_trash(self, services: CommandServices) -> None:
        services.customers.apply(CustomerChange(remove_customers=("aa1",)))
        assert ask(services, "erase", id="小王", yes=True).exit is Exit.DONE

    @pytest.mark.parametrize(
        ("reference", "exit_", "problem"),
        [
            ("谁", Exit.NOT_FOUND, "unknown-customer"),
            (" ", Exit.NOT_FOUND, "unknown-customer"),
            ("a", Exit.NOT_FOUND, "several-customers"),
        ],
    )
    def test_a_reference_that_is_not_one(
        self, services: CommandServices, reference: str, exit_: Exit, problem: str
    ) -> None:
        answer = ask(services, "erase", id=reference, yes=True)
        assert (answer.exit, answer.problem) == (exit_, problem)
        assert erased(services) == []


class TestRetention:
    def test_the_preview_erases_nothing(self, services: CommandServices) -> None:
        data = ask(services, "retention").data
        assert (data["customers"], data["notes"], data["erased"]) == (1, 1, False)
        assert erased(services) == []

    def test_it_is_not_applied_without_yes(self, services: CommandServices) -> None:
        answer = ask(services, "retention", apply=True)
        assert (answer.problem, answer.facts["customers"]) == ("retention-not-confirmed", 1)
        assert erased(services) == []

    def test_what_is_outdated_is_erased(self, services: CommandServices) -> None:
        assert ask(services, "retention", apply=True, yes=True).data["erased"]
        assert erased(services) == ["aa1"]

    def test_what_is_outdated_is_named_as_lists_show_it(self, services: CommandServices) -> None:
        phoned = replace(CARD, id="ac3", nicknames=(Nickname("找13800000006"),), phones=("13800000006",))
        case = Case("c1", "ab2", CaseType.QUALITY, OLD, CaseState.CLOSED, closed=OLD)
        paste = Event("e1", "ab2", EventType.PASTED, OLD)
        services.customers.apply(CustomerChange((phoned,), cases=(case,), events=(paste,)))
        data = ask(services, "retention", list=True).data
        assert data["ids"] == ["aa1", "ac3", "c1", "e1"]
        assert data["over"] == [
            {"kind": "customer", "label": "小王", "phone": ""},
            {"kind": "customer", "label": "找" + "*" * 11, "phone": "138****0006"},
            {
                "kind": "case",
                "label": "老王",
                "phone": "",
                "type": "quality",
                "closed": OLD.isoformat(),
            },
            {"kind": "events", "label": "老王", "phone": "", "count": 1},
        ]

    def test_what_was_not_shown_stays(self, services: CommandServices) -> None:
        shown = ask(services, "retention", list=True).data["ids"]
        services.customers.apply(CustomerChange((replace(CARD, id="ac3"),)))
        data = ask(services, "retention", only=shown, apply=True, yes=True).data
        assert (data["customers"], data["notes"], data["erased"]) == (1, 1, True)
        assert erased(services) == ["aa1"]

    def test_what_was_shown_and_used_since_stays(self, services: CommandServices) -> None:
        shown = ask(services, "retention", list=True).data["ids"]
        services.customers.apply(CustomerChange((replace(CARD, updated=NOW),)))
        assert not ask(services, "retention", only=shown, apply=True, yes=True).data["erased"]
        assert erased(services) == []

    def test_nothing_is_outdated(self, services: CommandServices) -> None:
        services.customers.apply(CustomerChange(customers=(replace(CARD, updated=NOW),)))
        assert not ask(services, "retention", apply=True, yes=True).data["erased"]


class _Failing:
    def erase(self, ids: object) -> None:
        raise NotImplementedError

    def finish(self, *, is_thorough: bool) -> None:
        raise StoreError(StoreProblem.LOCKED, "customers.json")


def test_what_cannot_be_finished_now_is_tried_again_later() -> None:
    finish_erasures(_Failing(), is_thorough=True)  # type: ignore[arg-type]  # it never erases
