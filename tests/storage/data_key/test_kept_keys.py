import json

import pytest

from quickdesk.commands.data_protection import ProtectionMethod
from quickdesk.storage.data_key.files import PROTECTION
from quickdesk.storage.data_key.secret_store import SecretStoreProblem
from quickdesk.storage.protection.keys import KeyProblem
from tests.fakes.key_machine import (
    FOLDER,
    Machine,
    problem_of,
    without_keyring,
)
from tests.fakes.secret_store import MemorySecrets


@pytest.fixture
def machine() -> Machine:
    return Machine()


class TestTheFirstKey:
    def test_it_is_made_without_a_question_and_kept_by_the_keyring(self, machine: Machine) -> None:
        key = machine.keys().current()
        assert machine.keyring.kept == {key.id: key.secret}
        assert machine.key_files() == []
        assert machine.keys().current() == key
        assert machine.keys().status().method is ProtectionMethod.KEYRING

    @pytest.mark.parametrize("problem", SecretStoreProblem)
    def test_it_is_in_a_file_where_no_keyring_answers(self, problem: SecretStoreProblem) -> None:
        machine = without_keyring(problem)
        key = machine.keys().current()
        assert machine.key_files() == [f"{key.id}.key"]
        assert machine.keys().current() == key
        assert machine.keys().status().method is ProtectionMethod.KEY_FILE

    def test_it_is_in_a_file_where_the_keyring_forgets(self) -> None:
        class Forgetful(MemorySecrets):
            def set(self, name: str, secret: bytes) -> None:
                pass

        machine = Machine(keyring=Forgetful())
        assert machine.keys().current().id == machine.keys().current().id
        assert machine.keys().status().method is ProtectionMethod.KEY_FILE

    def test_before_it_there_is_no_protection(self, machine: Machine) -> None:
        assert machine.keys().status().method is None
        assert machine.disk.names_now == {}

    def test_a_backup_has_the_record_and_no_key(self) -> None:
        machine = without_keyring()
        keys = machine.keys()
        key = keys.current()
        copy = keys.backup_copy()
        assert copy is not None
        assert key.id.encode() in copy
        assert key.secret not in copy
        assert key.secret.hex().encode() not in copy
        assert set(json.loads(copy)) >= {"method", "key", "recovery"}


class TestAKeyThatIsNotThere:
    @pytest.mark.parametrize(
        ("problem", "expected"),
        [
            (SecretStoreProblem.MISSING, KeyProblem.NO_KEYRING),
            (SecretStoreProblem.REFUSED, KeyProblem.KEYRING_REFUSED),
            (SecretStoreProblem.SILENT, KeyProblem.KEYRING_SILENT),
        ],
    )
    def test_the_keyring_does_not_do_it(
        self, machine: Machine, problem: SecretStoreProblem, expected: KeyProblem
    ) -> None:
        key = machine.keys().current()
        machine.keyring.problem = problem
        assert problem_of(machine.keys().current) is expected
        assert problem_of(lambda: machine.keys().key(key.id)) is expected
        machine.keyring.problem = None
        assert machine.keys().current() == key

    def test_the_keyring_was_emptied(self, machine: Machine) -> None:
        machine.keys().current()
        machine.keyring.kept.clear()
        assert problem_of(machine.keys().current) is KeyProblem.MISSING

    def test_the_keyring_has_another_key(self, machine: Machine) -> None:
        key = machine.keys().current()
        machine.keyring.kept[key.id] = bytes(32)
        assert problem_of(machine.keys().current) is KeyProblem.CHANGED
        machine.keyring.kept[key.id] = b""
        assert problem_of(machine.keys().current) is KeyProblem.CHANGED

    def test_the_key_file_was_deleted_or_changed(self) -> None:
        machine = without_keyring()
        path = FOLDER / f"{machine.keys().current().id}.key"
        machine.disk.names_now[path].data = b"quickdesk-key-1 AAAA\n"
        assert problem_of(machine.keys().current) is KeyProblem.CHANGED
        del machine.disk.names_now[path]
        assert problem_of(machine.keys().current) is KeyProblem.MISSING

    def test_one_damaged_copy_of_the_record_does_no_harm(self, machine: Machine) -> None:
        key = machine.keys().current()
        for name in (PROTECTION, f"{PROTECTION}.prev"):
            whole = machine.disk.names_now[FOLDER / name].data
            machine.disk.names_now[FOLDER / name].data = whole[:-9]
            assert machine.keys().current() == key
            machine.disk.names_now[FOLDER / name].data = whole

    def test_both_copies_are_damaged(self, machine: Machine) -> None:
        key = machine.keys().current()
        for name in (PROTECTION, f"{PROTECTION}.prev"):
            machine.disk.names_now[FOLDER / name].data = b"{}"
        assert problem_of(machine.keys().current) is KeyProblem.DAMAGED
        assert machine.keys().key(key.id) == key, "what a file names is still in its place"
        assert machine.keys().status().is_damaged

    def test_the_record_was_deleted(self, machine: Machine) -> None:
        key = machine.keys().current()
        machine.disk.names_now.clear()
        keys = machine.keys()
        assert keys.key(key.id) == key
        assert keys.current() == key

    def test_a_key_of_another_machine_is_none(self, machine: Machine) -> None:
        machine.keys().current()
        assert machine.keys().key("00" * 8) is None
