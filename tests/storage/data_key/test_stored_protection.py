"""The protection of a real data folder: what its files show, and what opens them."""

import os
import stat
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from quickdesk.commands.data_protection import ProtectionError, ProtectionMethod, ProtectionProblem
from quickdesk.customers.store import CustomerChange
from quickdesk.replies.store import StoreError, StoreProblem
from quickdesk.storage.data_key.stored_protection import status_of
from quickdesk.storage.open import Stores, open_stores
from tests.contracts.customer_store import LIN, WANG
from tests.fakes.key_machine import PASSPHRASE

NOON = datetime(2026, 11, 29, 12, 0, tzinfo=UTC)


def opened(home: Path, passphrase: str | None = None) -> Stores:
    stores = open_stores(home)
    stores.ask_for_passphrase(lambda: passphrase)
    return stores


def names(stores: Stores) -> set[str]:
    return {each.id for each in stores.customers().customers()}


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Return a data folder with one customer, on a machine without a keyring."""
    folder = tmp_path / "data"
    with opened(folder) as stores:
        stores.customers().apply(CustomerChange((LIN,)))
    return folder


def problem(call: Callable[[], object]) -> StoreProblem | ProtectionProblem:
    with pytest.raises((StoreError, ProtectionError)) as caught:
        call()
    found: StoreProblem | ProtectionProblem = caught.value.problem
    return found


def key_file(home: Path) -> Path:
    (path,) = home.glob("*.key")
    return path


def test_the_first_card_is_encrypted_without_a_question(home: Path) -> None:
    assert status_of(home).method is ProtectionMethod.KEY_FILE
    assert key_file(home).stat().st_mode & 0o777 == 0o600
    nick = LIN.name.encode()
    assert not [path for path in home.rglob("*") if path.is_file() and nick in path.read_bytes()]
    with opened(home) as stores:
        assert names(stores) == {LIN.id}


def test_a_lost_key_file_is_told_and_nothing_is_lost(home: Path) -> None:
    with opened(home) as stores:
        text = stores.protection(home).new_recovery_key()
    path = key_file(home)
    path.unlink()
    with opened(home) as stores:
        assert problem(lambda: names(stores)) is StoreProblem.KEY_MISSING
        assert stores.snippets.snippets() == (), "replies are there"
        stores.protection(home).recover(text)
        assert names(stores) == {LIN.id}
    with opened(home) as stores:
        assert names(stores) == {LIN.id}


@pytest.mark.skipif(os.name != "posix", reason="the permissions are those of POSIX")
def test_a_key_file_that_others_may_read_is_made_private(home: Path) -> None:
    found = key_file(home)
    before = found.read_bytes()
    found.chmod(0o644)
    with opened(home) as stores:
        assert names(stores)
    assert (found.read_bytes(), stat.S_IMODE(found.stat().st_mode)) == (before, 0o600)


def test_only_the_passphrase_opens_them(home: Path) -> None:
    with opened(home) as stores:
        stores.protection(home).protect(PASSPHRASE)
    assert list(home.glob("*.key")) == []
    with opened(home) as stores:
        assert problem(lambda: names(stores)) is StoreProblem.LOCKED
        protection = stores.protection(home)
        assert problem(lambda: protection.unlock("wrong")) is ProtectionProblem.WRONG_PASSPHRASE
        protection.unlock(PASSPHRASE)
        assert names(stores) == {LIN.id}
        protection.lock()
        assert problem(lambda: names(stores)) is StoreProblem.LOCKED
        protection.unlock(PASSPHRASE)
        assert names(stores) == {LIN.id}
    with opened(home, PASSPHRASE) as stores:
        assert names(stores) == {LIN.id}
    with opened(home, "wrong") as stores:
        assert problem(lambda: names(stores)) is StoreProblem.WRONG_PASSPHRASE


@pytest.mark.parametrize("deletes", [True, False])
def test_backups_of_the_key_before_are_counted_or_deleted(home: Path, deletes: bool) -> None:
    with opened(home) as stores:
        protection, backups = stores.protection(home), stores.backups(home)
        old = Path(backups.backup(NOON).path)
        damaged = old.with_name(old.name.replace("-1-", "-7-") if "-1-" in old.name else f"x{old.name}")
        damaged.write_bytes(b"no zip")
        found = protection.rekey(deletes_old_backups=deletes)
        assert (found.kept, found.deleted) == ((0, 1) if deletes else (1, 0))
        assert old.exists() is not deletes
        assert damaged.exists(), "nobody can tell whose key it needs"
        new = Path(backups.backup(NOON).path)
        again = backups.with_other_keys(protection.status().key_id, deletes=True)
        assert (again.deleted, new.exists()) == (0 if deletes else 1, True)


def test_a_new_key_encrypts_every_file_and_backups_open_all_the_same(home: Path) -> None:
    with opened(home) as stores:
        protection, backups = stores.protection(home), stores.backups(home)
        before = protection.status().key_id
        path = backups.backup(NOON).path
        protection.rekey()
        after = protection.status().key_id
        assert after != before
        stores.customers().apply(CustomerChange((WANG,)))
        assert backups.read(path).other_kinds["customers"].removed == 1
    files = [*home.glob("customers*"), *home.glob("followups*")]
    assert files
    assert not [each for each in files if before.encode() in each.read_bytes()]
    with opened(home) as stores:
        assert names(stores) == {LIN.id, WANG.id}


def test_a_backup_opens_on_another_computer_with_the_recovery_key(home: Path, tmp_path: Path) -> None:
    path = str(tmp_path / "backup.zip")
    with opened(home) as stores:
        text = stores.protection(home).new_recovery_key()
        stores.backups(home).backup(NOON, path)
    other = tmp_path / "other"
    with opened(other) as stores:
        stores.customers().apply(CustomerChange((WANG,)))
        backups = stores.backups(other)
        assert backups.read(path).locked == ("customers",)
        stores.protection(other).recover(text, path)
        assert backups.read(path).other_kinds["customers"].new == 1
        assert names(stores) == {WANG.id}


def test_customers_that_are_not_there_need_no_key(tmp_path: Path) -> None:
    with opened(tmp_path / "data") as stores:
        assert stores.customers().customers() == ()
    assert status_of(tmp_path / "data").method is None
