"""The command ``data`` on a protection that behaves."""

from typing import Any

import pytest

from quickdesk.commands.answer import Answer, Exit, Request
from quickdesk.commands.data_protection import ProtectionMethod
from quickdesk.commands.registry import run
from tests.fakes.command_services import services_with
from tests.fakes.key_machine import OTHER, PASSPHRASE
from tests.fakes.protection import FakeProtection


class Desk:
    def __init__(self) -> None:
        self.services = services_with()
        assert isinstance(self.services.protection, FakeProtection)
        self.protection = self.services.protection

    def run(self, command: str, **arguments: Any) -> Answer:
        return run(Request(command, arguments), self.services)


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_it_says_how_the_data_is_protected(desk: Desk) -> None:
    assert desk.run("data").data == {
        "method": "keyring",
        "locked": False,
        "has_recovery_key": False,
        "damaged": False,
        "key": "00" * 8,
        "older_keys": 0,
        "key_in_keyring": False,
    }


def test_a_passphrase_is_set_used_and_removed(desk: Desk) -> None:
    assert desk.run("data protect", new=PASSPHRASE).data["method"] == "passphrase"
    assert desk.run("data lock").data["locked"]
    wrong = desk.run("data unlock", passphrase="wrong")  # noqa: S106
    assert (wrong.exit, wrong.problem) == (Exit.REFUSED, "wrong-passphrase")
    assert not desk.run("data unlock", passphrase=PASSPHRASE).data["locked"]
    assert desk.run("data protect", off=True, old=PASSPHRASE).data["method"] == "keyring"


@pytest.mark.parametrize("change", [{"off": True}, {"new": OTHER}])
@pytest.mark.parametrize(("old", "problem"), [("", "old-passphrase-needed"), (OTHER, "wrong-passphrase")])
def test_only_who_knows_the_passphrase_changes_or_removes_it(
    desk: Desk, change: dict[str, Any], old: str, problem: str
) -> None:
    desk.run("data protect", new=PASSPHRASE)
    answer = desk.run("data protect", old=old, **change)
    assert (answer.exit, answer.problem) == (Exit.REFUSED, problem)
    assert desk.protection.passphrase == PASSPHRASE


@pytest.mark.parametrize(
    ("command", "problem"),
    [
        ("data protect", "passphrase-too-short"),
        ("data lock", "no-passphrase"),
        ("data unlock", "no-passphrase"),
    ],
)
def test_what_cannot_be_is_refused(desk: Desk, command: str, problem: str) -> None:
    answer = desk.run(command)
    assert (answer.exit, answer.problem) == (Exit.REFUSED, problem)
    assert desk.protection.actions == []


def test_a_recovery_key_is_made_and_used(desk: Desk) -> None:
    made = desk.run("data recovery-key").data
    assert made["recovery_key"] == desk.protection.recovery_key
    assert made["has_recovery_key"]
    other = desk.run("data recovery-key", use="another")
    assert (other.exit, other.problem) == (Exit.REFUSED, "other-recovery-key")
    used = desk.run("data recovery-key", use=made["recovery_key"])
    assert used.exit is Exit.DONE
    assert "recovery_key" not in used.data


def test_a_recovery_key_needs_the_passphrase(desk: Desk) -> None:
    desk.run("data protect", new="passphrase")
    assert desk.run("data recovery-key").problem == "old-passphrase-needed"
    assert desk.run("data recovery-key", old="passphrase").data["has_recovery_key"]


def test_the_key_is_changed(desk: Desk) -> None:
    data = desk.run("data rekey").data
    assert (data["older_keys"], data["old_backups"], data["deleted_backups"]) == (1, 2, 0)
    data = desk.run("data rekey", delete_old_backups=True).data
    assert (data["old_backups"], data["deleted_backups"]) == (0, 2)


def test_every_method_has_a_name_for_scripts() -> None:
    assert {method.value for method in ProtectionMethod} == {"keyring", "key-file", "passphrase"}
