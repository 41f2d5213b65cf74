"""What a check found decides how the command ends; facts are named, words come later."""

from dataclasses import replace

import pytest

from quickdesk.commands.answer import Answer, Exit, Request
from quickdesk.commands.checker import CheckResult, Fault, Finding
from quickdesk.commands.registry import run
from tests.fakes.command_services import services_with

BAD = Finding(Fault.DAMAGED, "snippets", "/s.json", "changed")
STRANGE = Finding(Fault.PASSED_OVER, "settings", "/t.json", count=2)


class ReadChecker:
    def __init__(self, *findings: Finding) -> None:
        self.findings = findings

    def check(self) -> CheckResult:
        return CheckResult({"snippets": 3}, 2, self.findings)

    def unacknowledged(self) -> tuple[str, ...]:
        return ()

    def acknowledge(self) -> tuple[str, ...]:
        return ("/s.json.kept-1",)


def checked(*findings: Finding) -> Answer:
    return run(Request("check"), replace(services_with(), checker=ReadChecker(*findings)))


@pytest.mark.parametrize(
    ("findings", "state"),
    [
        ((), "fine"),
        ((STRANGE,), "fine"),
        ((Finding(Fault.SET_ASIDE, "snippets", "/s.json", set_aside=("/s.json.damaged-1",)),), "fine"),
        ((BAD.repaired("/s.json.damaged-1"), STRANGE), "repaired"),
        ((BAD, BAD.repaired()), "damaged"),
        ((Finding(Fault.LOST, "snippets", "/s.7.log", count=None),), "damaged"),
    ],
)
def test_a_check_ends_by_what_is_left(findings: tuple[Finding, ...], state: str) -> None:
    answer = checked(*findings)
    result = answer.data or answer.facts
    assert answer.exit is (Exit.DATA if state == "damaged" else Exit.DONE)
    assert result["state"] == state
    assert (result["documents"], result["backups"]) == ({"snippets": 3}, 2)
    assert len(result["findings"]) == len(findings)


def test_a_finding_tells_all_of_itself() -> None:
    assert checked(BAD.repaired("/aside")).data["findings"] == [
        {
            "fault": "damaged", "kind": "snippets", "path": "/s.json", "detail": "changed", "count": None,
            "mended": True, "set_aside": ["/aside"],
        }
    ]  # fmt: skip


def test_what_is_acknowledged_is_named() -> None:
    assert "acknowledged" not in checked().data
    answer = run(
        Request("check", {"acknowledge": True}), replace(services_with(), checker=ReadChecker(BAD.repaired()))
    )
    assert answer.data["acknowledged"] == ["/s.json.kept-1"]
    assert len(answer.data["findings"]) == 1
    assert run(Request("check", {"acknowledge": 1}), services_with()).problem == "bad-argument"


def test_a_desk_without_a_folder_has_nothing_to_check() -> None:
    assert run(Request("check"), services_with()).data["state"] == "fine"
