from collections.abc import Callable

import pytest

from quickdesk.commands.data_protection import ProtectionProblem
from quickdesk.replies.store import StoreError, StoreProblem
from quickdesk.storage.data_key.kept_keys import KeptKeys
from quickdesk.storage.data_key.recovery_text import recovery_text
from quickdesk.storage.data_key.secret_store import SecretStoreProblem
from quickdesk.storage.protection.keys import DataKey, KeyProblem, KeyUnavailableError
from tests.fakes.disk import MemoryDisk, PowerCut
from tests.fakes.key_machine import (
    FOLDER,
    OTHER,
    PASSPHRASE,
    Machine,
    nothing,
    problem_of,
    protected,
    refusal,
    without_keyring,
)
from tests.fakes.secret_store import MemorySecrets


@pytest.fixture
def machine() -> Machine:
    return Machine()


class TestAPassphrase:
    def test_it_is_all_that_opens(self, machine: Machine) -> None:
        keys = machine.keys()
        key = keys.current()
        keys.protect(PASSPHRASE)
        assert keys.current() == key
        assert machine.keyring.kept == {}
        assert machine.key_files() == []
        later = machine.keys()
        assert later.status().is_locked
        assert problem_of(later.current) is KeyProblem.LOCKED
        assert problem_of(lambda: later.key(key.id)) is KeyProblem.LOCKED
        later.unlock(PASSPHRASE)
        assert later.current() == key
        later.lock()
        assert problem_of(later.current) is KeyProblem.LOCKED

    def test_it_is_asked_for_when_a_key_is_needed(self, machine: Machine) -> None:
        key = protected(machine)
        machine.passphrase = PASSPHRASE
        assert machine.keys().current() == key
        machine.passphrase = OTHER
        assert problem_of(machine.keys().current) is KeyProblem.WRONG_PASSPHRASE

    def test_a_wrong_one_changes_nothing(self, machine: Machine) -> None:
        key = protected(machine)
        keys = machine.keys()
        assert refusal(lambda: keys.unlock(OTHER)) is ProtectionProblem.WRONG_PASSPHRASE
        keys.unlock(PASSPHRASE)
        assert keys.current() == key

    def test_it_is_the_same_however_it_is_typed(self, machine: Machine) -> None:
        machine.keys().protect("ｐａｓｓｗｏｒｄ一二三")
        machine.keys().unlock("password一二三")

    def test_it_can_be_changed_and_removed(self, machine: Machine) -> None:
        key = protected(machine)
        keys = machine.keys()
        keys.protect(OTHER, PASSPHRASE)
        keys = machine.keys()
        keys.unlock(OTHER)
        keys.unprotect(OTHER)
        assert machine.keys().current() == key
        assert machine.keyring.kept == {key.id: key.secret}

    @pytest.mark.parametrize("is_locked", [True, False])
    @pytest.mark.parametrize(
        ("old", "problem"),
        [("", ProtectionProblem.OLD_PASSPHRASE_NEEDED), (OTHER, ProtectionProblem.WRONG_PASSPHRASE)],
    )
    def test_only_who_knows_it_changes_or_removes_it(
        self, machine: Machine, is_locked: bool, old: str, problem: ProtectionProblem
    ) -> None:
        key = protected(machine)
        keys = machine.keys()
        if not is_locked:
            keys.unlock(PASSPHRASE)
        assert refusal(lambda: keys.protect("another one", old)) is problem
        assert refusal(lambda: keys.unprotect(old)) is problem
        assert keys.status().is_locked is is_locked
        later = machine.keys()
        later.unlock(PASSPHRASE)
        assert later.current() == key

    def test_a_short_one_is_refused(self, machine: Machine) -> None:
        assert refusal(lambda: machine.keys().protect("1234567")) is ProtectionProblem.PASSPHRASE_TOO_SHORT

    def test_without_one_nothing_is_locked(self, machine: Machine) -> None:
        keys = machine.keys()
        key = keys.current()
        keys.lock()
        assert keys.current() == key
        assert refusal(lambda: keys.unlock(PASSPHRASE)) is ProtectionProblem.NO_PASSPHRASE

    def test_a_key_file_that_a_crash_left_is_deleted_later(self) -> None:
        machine = without_keyring()
        key = machine.keys().current()
        data = machine.disk.read(FOLDER / f"{key.id}.key")
        machine.keys().protect(PASSPHRASE)
        machine.disk.write(FOLDER / f"{key.id}.key", data)
        machine.keys().unlock(PASSPHRASE)
        assert machine.key_files() == []


class TestARecoveryKey:
    @pytest.mark.parametrize("lose", ["keyring", "passphrase"])
    def test_it_opens_what_lost_its_key(self, machine: Machine, lose: str) -> None:
        keys = machine.keys()
        key = keys.current()
        text = keys.new_recovery_key()
        if lose == "passphrase":
            keys.protect(PASSPHRASE)
        machine.keyring.kept.clear()
        keys = machine.keys()
        keys.recover(text.lower())
        assert keys.current() == key
        assert machine.keys().current() == key
        assert machine.keys().status().has_recovery_key

    def test_a_new_one_replaces_the_one_before(self, machine: Machine) -> None:
        keys = machine.keys()
        first, second = keys.new_recovery_key(), keys.new_recovery_key()
        assert refusal(lambda: keys.recover(first)) is ProtectionProblem.OTHER_RECOVERY_KEY
        keys.recover(second)

    def test_where_a_passphrase_is_set_only_who_knows_it_makes_one(self, machine: Machine) -> None:
        keys = machine.keys()
        keys.protect(PASSPHRASE)
        assert refusal(keys.new_recovery_key) is ProtectionProblem.OLD_PASSPHRASE_NEEDED
        assert refusal(lambda: keys.new_recovery_key(OTHER)) is ProtectionProblem.WRONG_PASSPHRASE
        assert not keys.status().has_recovery_key
        keys.recover(keys.new_recovery_key(PASSPHRASE))

    def test_typos_and_other_keys_are_told_apart(self, machine: Machine) -> None:
        keys = machine.keys()
        assert refusal(lambda: keys.recover("AAAA")) is ProtectionProblem.NO_PERSONAL_DATA
        keys.current()
        assert refusal(lambda: keys.recover("AAAA")) is ProtectionProblem.NO_RECOVERY_KEY
        keys.new_recovery_key()
        assert refusal(lambda: keys.recover("AAAA")) is ProtectionProblem.NOT_A_RECOVERY_KEY
        other = recovery_text(bytes(16))
        assert refusal(lambda: keys.recover(other)) is ProtectionProblem.OTHER_RECOVERY_KEY

    def test_it_opens_a_backup_on_another_machine(self, machine: Machine) -> None:
        keys = machine.keys()
        text = keys.new_recovery_key()
        keys.rekey(nothing)
        backup, key = keys.backup_copy(), keys.current()
        for other in (Machine(randoms=1000), Machine(randoms=2000)):
            if other.randoms == 2000:
                other.keys().current()  # it has customers of its own
            there = other.keys()
            there.recover(text, backup)
            assert other.keys().key(key.id) == key
            assert other.keys().status().older_keys

    def test_so_does_the_passphrase_of_the_backup(self, machine: Machine) -> None:
        keys = machine.keys()
        keys.protect(PASSPHRASE)
        other = Machine(randoms=1000)
        other.keys().current()
        other.keys().recover(PASSPHRASE, keys.backup_copy())
        assert other.keys().key(keys.current().id) == keys.current()


class TestANewKey:
    @pytest.mark.parametrize("keyring", [None, SecretStoreProblem.MISSING])
    def test_both_open_and_the_new_one_seals(self, keyring: SecretStoreProblem | None) -> None:
        machine = Machine(keyring=MemorySecrets(problem=keyring))
        keys = machine.keys()
        text = keys.new_recovery_key()
        old = keys.current()
        sealed_with: list[DataKey] = []
        keys.rekey(lambda: sealed_with.append(keys.current()))
        new = keys.current()
        assert sealed_with == [new]
        assert new != old
        later = machine.keys()
        assert later.current() == new
        assert later.key(old.id) == old
        assert len(machine.keyring.kept) + len(machine.key_files()) == 1
        later.rekey(nothing)
        assert machine.keys().key(old.id) == old
        assert machine.keys().key(new.id) == new
        machine.keyring.kept.clear()
        machine.keys().recover(text)
        assert machine.keys().key(old.id) == old

    def test_the_passphrase_stays(self, machine: Machine) -> None:
        old = protected(machine)
        keys = machine.keys()
        keys.unlock(PASSPHRASE)
        keys.rekey(nothing)
        later = machine.keys()
        later.unlock(PASSPHRASE)
        assert later.current() == keys.current() != old
        assert later.key(old.id) == old

    def test_a_rewrite_that_fails_loses_nothing(self, machine: Machine) -> None:
        old = machine.keys().current()

        def full() -> None:
            raise StoreError(StoreProblem.DISK_FULL, "/data")

        with pytest.raises(StoreError):
            machine.keys().rekey(full)
        assert machine.keys().key(old.id) == old

    @pytest.mark.parametrize("is_cut_again", [False, True])
    def test_a_passphrase_after_one_that_was_interrupted_leaves_no_key_beside_the_data(
        self, is_cut_again: bool
    ) -> None:
        machine = without_keyring()
        old = machine.keys().current()

        def killed() -> None:
            raise PowerCut

        with pytest.raises(PowerCut):
            machine.keys().rekey(killed)
        assert len(machine.key_files()) == 2
        keys = machine.keys()
        if is_cut_again:
            kept = machine.disk.read(FOLDER / f"{old.id}.key")
            keys.protect(PASSPHRASE)
            machine.disk.write(FOLDER / f"{old.id}.key", kept)
            keys = machine.keys()
            keys.unlock(PASSPHRASE)
        else:
            keys.protect(PASSPHRASE)
        assert machine.key_files() == []
        later = machine.keys()
        later.unlock(PASSPHRASE)
        assert later.key(old.id) == old


class TestAKeyringThatDoesNotDeleteTheKey:
    """The key stays in it beside the passphrase; this is said, and tried again at each unlock."""

    @pytest.mark.parametrize("problem", SecretStoreProblem)
    def test_it_is_said_until_it_is_deleted(self, machine: Machine, problem: SecretStoreProblem) -> None:
        keys = machine.keys()
        key = keys.current()
        machine.keyring.problem = problem
        keys.protect(PASSPHRASE)
        assert keys.status().is_key_in_keyring
        for still in SecretStoreProblem:  # another day, also where there is no keyring
            machine.keyring.problem = still
            later = machine.keys()
            assert later.status().is_key_in_keyring
            later.unlock(PASSPHRASE)
            assert later.status().is_key_in_keyring
        machine.keyring.problem = None
        later = machine.keys()
        later.unlock(PASSPHRASE)
        assert machine.keyring.kept == {}
        assert not machine.keys().status().is_key_in_keyring
        assert later.key(key.id) == key

    def test_a_crash_before_the_deletion_does_not_hide_it(self, machine: Machine) -> None:
        keys = machine.keys()
        keys.current()
        machine.keyring.remove = powerless  # type: ignore[method-assign]
        with pytest.raises(PowerCut):
            keys.protect(PASSPHRASE)
        del machine.keyring.remove
        later = machine.keys()
        assert later.status().is_key_in_keyring
        later.unlock(PASSPHRASE)
        assert machine.keyring.kept == {}

    def test_the_key_before_a_change_is_deleted_later_too(self, machine: Machine) -> None:
        keys = machine.keys()
        keys.current()
        keys.protect(PASSPHRASE)
        machine.keyring.problem = SecretStoreProblem.SILENT
        keys.rekey(nothing)
        keys.rekey(nothing)
        machine.keyring.problem = None
        machine.keys().unlock(PASSPHRASE)
        assert not machine.keys().status().is_key_in_keyring

    def test_nothing_is_said_where_no_keyring_ever_had_it(self) -> None:
        machine = without_keyring()
        keys = machine.keys()
        keys.protect(PASSPHRASE)
        assert not keys.status().is_key_in_keyring

    def test_without_a_passphrase_it_may_be_there(self, machine: Machine) -> None:
        keys = machine.keys()
        key = keys.current()
        machine.keyring.problem = SecretStoreProblem.SILENT
        keys.protect(PASSPHRASE)
        machine.keyring.problem = None
        keys.unprotect(PASSPHRASE)
        assert not keys.status().is_key_in_keyring
        assert machine.keyring.kept == {key.id: key.secret}
        keys.protect(PASSPHRASE)
        assert machine.keyring.kept == {}
        assert not keys.status().is_key_in_keyring


def powerless(_name: str) -> None:
    raise PowerCut


CHANGES: dict[str, Callable[[KeptKeys], object]] = {
    "protect": lambda keys: keys.protect(OTHER, PASSPHRASE),
    "unprotect": lambda keys: keys.unprotect(PASSPHRASE),
    "recovery": lambda keys: keys.new_recovery_key(PASSPHRASE),
    "rekey": lambda keys: keys.rekey(nothing),
}


@pytest.mark.parametrize("has_keyring", [True, False])
@pytest.mark.parametrize("is_protected", [True, False])
@pytest.mark.parametrize("change", CHANGES)
def test_whenever_the_power_is_cut_the_key_is_there(
    change: str, is_protected: bool, has_keyring: bool
) -> None:
    problem = None if has_keyring else SecretStoreProblem.MISSING
    for effect in range(1, 200):
        machine = Machine(keyring=MemorySecrets(problem=problem), passphrase=PASSPHRASE)
        keys = machine.keys()
        key = keys.current()
        if is_protected:
            keys.protect(PASSPHRASE)
        machine.disk.fail_at = machine.disk.effects + effect
        machine.disk.error = PowerCut()
        try:
            CHANGES[change](keys)
        except PowerCut:
            for disk in (*machine.disk.power_cuts(), machine.disk.after_kill()):
                assert opens(disk, machine.keyring, key), f"effect {effect}"
        else:
            assert opens(machine.disk.after_kill(), machine.keyring, key)
            return
    raise AssertionError("the change never ends")


def opens(disk: MemoryDisk, keyring: MemorySecrets, key: DataKey) -> bool:
    """Return whether the program gets the key at its next start, with the one passphrase or the other."""
    secrets = MemorySecrets(dict(keyring.kept), keyring.problem)
    for passphrase in (PASSPHRASE, OTHER):
        try:
            return Machine(disk, secrets, passphrase, randoms=5000).keys().key(key.id) == key
        except KeyUnavailableError as error:
            if error.problem is not KeyProblem.WRONG_PASSPHRASE:
                return False
    return False
