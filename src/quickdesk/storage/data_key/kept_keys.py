"""The keys of one data folder, and all changes of how they are kept.

Of a change, each step is on the disk before the next: first the key is where it will be kept, then the record
says so, then it is deleted where it was. Whatever a crash leaves, the record names a way that opens.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from functools import partial

from quickdesk.commands.data_protection import (
    SHORTEST_PASSPHRASE,
    ProtectionError,
    ProtectionMethod,
    ProtectionProblem,
    ProtectionStatus,
)
from quickdesk.replies.store import StoreError
from quickdesk.storage.data_key.files import ProtectionFiles
from quickdesk.storage.data_key.locks import (
    NewBytes,
    is_genuine,
    new_stretching,
    older_key,
    opened_backup,
    opened_older,
    opened_with_passphrase,
    passphrase_lock,
    public_half,
    recovered,
    recovery_lock,
)
from quickdesk.storage.data_key.places import KeyPlaces
from quickdesk.storage.data_key.record import ProtectionRecord
from quickdesk.storage.data_key.recovery_text import RECOVERY_BYTES, recovery_text
from quickdesk.storage.data_key.wrapping import Stretching, WrongKeyError, key_of_passphrase
from quickdesk.storage.failure import key_error
from quickdesk.storage.journal.background import Guard
from quickdesk.storage.protection.keys import KEY_BYTES, DataKey, KeyProblem, KeyUnavailableError

Ask = Callable[[], str | None]
"""Returns the passphrase of the user, None if nobody can be asked."""


def ask_nobody() -> str | None:
    """Return no passphrase: it is given by :meth:`KeptKeys.unlock`."""
    return None


class KeptKeys:
    """A :class:`KeyRing`, and what changes how its keys are kept; may be used on any thread.

    ``ask`` is called when a key is needed and the data is locked; at first it asks nobody.
    """

    def __init__(
        self,
        files: ProtectionFiles,
        places: KeyPlaces,
        random: NewBytes = os.urandom,
        stretching: Callable[[NewBytes], Stretching] = new_stretching,
    ) -> None:
        self._new_stretching = stretching
        self._files, self._places, self._random = files, places, random
        self.ask: Ask = ask_nobody
        self._guard = Guard()
        self._record: ProtectionRecord | None = None
        self._current: DataKey | None = None
        self._known: dict[str, DataKey] = {}
        self._wrapping_key: bytes | None = None
        """That of the passphrase, while the data is unlocked."""

    # What seals and opens.

    def current(self) -> DataKey:
        """Return the key to seal with, making the first one; see :class:`KeyRing`."""
        with self._guard:
            record = self._loaded()
            return self._create() if record is None else self._opened(record)

    def key(self, key_id: str) -> DataKey | None:
        """Return the key that a file names, None if it is nowhere; see :class:`KeyRing`."""
        with self._guard:
            if key_id not in self._known:
                found = self._found(key_id)
                if found is None:
                    return None
                self._known[key_id] = found
            return self._known[key_id]

    def backup_copy(self) -> bytes | None:
        """Return the record for a backup, which holds wrapped keys only; None if there is none."""
        try:
            record = self._loaded()
        except (KeyUnavailableError, StoreError):
            return None
        return None if record is None else record.to_bytes()

    # What changes how keys are kept.

    def status(self) -> ProtectionStatus:
        """Return how the data is protected."""
        # Without the guard, which is held while the keyring is waited for.
        try:
            record = self._loaded()
        except (KeyUnavailableError, StoreError):
            return ProtectionStatus(is_damaged=True)
        if record is None:
            return ProtectionStatus()
        return record.status(is_open=self._current is not None)

    def protect(self, passphrase: str, old: str = "") -> None:
        """Wrap the key with a passphrase from now on; ``old`` is the present one, if there is one."""
        if len(passphrase) < SHORTEST_PASSPHRASE:
            raise ProtectionError(ProtectionProblem.PASSPHRASE_TOO_SHORT)
        with self._changing(partial(self._confirm, old)) as (record, key):
            stretching = self._new_stretching(self._random)
            wrapping_key = key_of_passphrase(passphrase, stretching)
            lock = passphrase_lock(key, wrapping_key, stretching, self._random)
            undeleted = record.undeleted
            if record.method is ProtectionMethod.KEYRING:
                undeleted = record.key_ids
            method = ProtectionMethod.PASSPHRASE
            self._save(replace(record, method=method, passphrase=lock, undeleted=undeleted))
            self._wrapping_key = wrapping_key
            self._forget_all(record)

    def unprotect(self, old: str = "") -> None:
        """Keep the key in the keyring if one answers, else in a file; ``old`` is the present passphrase."""
        with self._changing(partial(self._confirm, old)) as (record, key):
            self._keep_openly(record, key)

    def unlock(self, passphrase: str) -> None:
        """Unwrap the key with the passphrase."""
        with self._guard, self._as_store_errors():
            record = self._loaded()
            if record is None or record.passphrase is None:
                raise ProtectionError(ProtectionProblem.NO_PASSPHRASE)
            try:
                self._unlock(record, passphrase)
            except KeyUnavailableError as error:
                raise ProtectionError(ProtectionProblem.WRONG_PASSPHRASE) from error

    def lock(self) -> None:
        """Forget all keys until the passphrase is given again."""
        with self._guard, self._as_store_errors():
            record = self._loaded()
            if record is not None and record.method is ProtectionMethod.PASSPHRASE:
                self._current = self._wrapping_key = None
                self._known = {}

    def new_recovery_key(self, old: str = "") -> str:
        """Return a new recovery key, which the record is locked for from now on.

        ``old`` is the present passphrase, if there is one: the key opens the data without it.
        """
        with self._changing(partial(self._confirm, old)) as (record, key):
            secret = self._random(RECOVERY_BYTES)
            self._save(replace(record, recovery=recovery_lock(key, public_half(secret), self._random)))
            return recovery_text(secret)

    def recover(self, recovery_key: str, backup: bytes | None = None) -> None:
        """Get the key back with the recovery key, or that of a backup with its passphrase too."""
        with self._guard, self._as_store_errors():
            own = self._loaded()
            if backup is None:
                if own is None:
                    raise ProtectionError(ProtectionProblem.NO_PERSONAL_DATA)
                self._keep_openly(own, recovered(own, recovery_key))
                return
            record, key = opened_backup(backup, recovery_key)
            if own is None:
                self._keep_openly(replace(record, undeleted=()), key)
            else:
                self._add_older([key, *(opened_older(each, key) for each in record.older)])

    def rekey(self, rewrite: Callable[[], None]) -> None:
        """Make a new key, have everything sealed with it, and keep the one before for backups."""
        with self._changing() as (record, old):
            new = DataKey.of(self._random(KEY_BYTES))
            older = [old, *(opened_older(each, old) for each in record.older)]
            passphrase, method = record.passphrase, record.method
            if passphrase is None:
                method = self._places.keep(new)
            elif self._wrapping_key is not None:
                passphrase = passphrase_lock(new, self._wrapping_key, passphrase.stretching, self._random)
            recovery = record.recovery
            if recovery is not None:
                if not is_genuine(recovery, old):
                    raise KeyUnavailableError(KeyProblem.DAMAGED, old.id)
                recovery = recovery_lock(new, recovery.public, self._random)
            wrapped = tuple(older_key(each, new, self._random) for each in older)
            self._save(
                replace(
                    record,
                    method=method,
                    key_id=new.id,
                    passphrase=passphrase,
                    recovery=recovery,
                    older=wrapped,
                )
            )
            self._use(new)
        # Without the guard: other threads that open files wait for keys.
        rewrite()
        self._forget_all(record)

    # How.

    def _confirm(self, old: str) -> None:
        """Open the key with the present passphrase, if there is one; raises ProtectionError.

        Who finds a computer with unlocked customers must not be able to keep them open, or others out.
        """
        record = self._loaded()
        if record is None or record.passphrase is None:
            return
        if not old:
            raise ProtectionError(ProtectionProblem.OLD_PASSPHRASE_NEEDED)
        try:
            self._unlock(record, old)
        except KeyUnavailableError as error:
            raise ProtectionError(ProtectionProblem.WRONG_PASSPHRASE) from error

    @contextmanager
    def _changing(
        self, confirm: Callable[[], None] = lambda: None
    ) -> Iterator[tuple[ProtectionRecord, DataKey]]:
        with self._guard, self._as_store_errors():
            confirm()
            key = self.current()
            record = self._loaded()
            assert record is not None  # noqa: S101 - current() makes one
            yield record, key

    @contextmanager
    def _as_store_errors(self) -> Iterator[None]:
        try:
            yield
        except KeyUnavailableError as error:
            raise key_error(error, self._files.path) from error

    def _loaded(self) -> ProtectionRecord | None:
        if self._record is None:
            self._record = self._files.load()
        return self._record

    def _save(self, record: ProtectionRecord) -> None:
        record = replace(record, number=record.number + 1)
        self._files.save(record)
        self._record = record

    def _use(self, key: DataKey) -> None:
        self._current = self._known[key.id] = key

    def _create(self) -> DataKey:
        key = DataKey.of(self._random(KEY_BYTES))
        self._keep_openly(None, key)
        return key

    def _keep_openly(self, record: ProtectionRecord | None, key: DataKey) -> None:
        """Keep a key without a passphrase and use it."""
        method = self._places.keep(key)
        record = record or ProtectionRecord(0, method, key.id)
        self._save(replace(record, method=method, key_id=key.id, passphrase=None))
        self._use(key)
        self._wrapping_key = None
        if method is ProtectionMethod.KEYRING:
            self._places.forget(key.id, method)

    def _opened(self, record: ProtectionRecord) -> DataKey:
        if self._current is None:
            if record.passphrase is None:
                self._use(self._places.fetch(record.key_id, record.method))
            else:
                passphrase = self.ask()
                if passphrase is None:
                    raise KeyUnavailableError(KeyProblem.LOCKED, record.key_id)
                self._unlock(record, passphrase)
        assert self._current is not None  # noqa: S101 - both branches set it
        return self._current

    def _unlock(self, record: ProtectionRecord, passphrase: str) -> None:
        assert record.passphrase is not None  # noqa: S101 - the callers have looked
        try:
            key, self._wrapping_key = opened_with_passphrase(record.passphrase, passphrase)
        except WrongKeyError as error:
            raise KeyUnavailableError(KeyProblem.WRONG_PASSPHRASE, record.key_id) from error
        self._use(key)
        # A crash came before it was deleted, or a keyring did not answer.
        if record.undeleted or any(map(self._files.has_key, record.key_ids)):
            with suppress(StoreError):  # both copies say so before the key is deleted
                self._save(record)
                self._forget_all(record)

    def _forget_all(self, record: ProtectionRecord) -> None:
        """Delete the keys of a record from their places, also those an interrupted change may have left.

        They are in the record, wrapped. What a keyring does not delete is recorded, and tried again at the
        next unlock.
        """
        present = self._loaded() or record
        undeleted = self._places.forget_all(record.key_ids, present.undeleted)
        if undeleted != present.undeleted:
            with suppress(StoreError):  # the record says more than is there
                self._save(replace(present, undeleted=undeleted))

    def _found(self, key_id: str) -> DataKey | None:
        try:
            record = self._loaded()
        except KeyUnavailableError:
            found = self._places.find(key_id)
            if found is None:
                raise
            return found[0]
        if record is None:
            return self._adopted(key_id)
        current = self._opened(record)
        for each in record.older:
            if each.id == key_id:
                with suppress(WrongKeyError):
                    return opened_older(each, current)
        if key_id == current.id:
            return current
        found = self._places.find(key_id)
        if found is None:
            return None
        self._add_older([found[0]])
        return found[0]

    def _adopted(self, key_id: str) -> DataKey | None:
        """Return a key that is in its place although no record says so: the record was deleted."""
        found = self._places.find(key_id)
        if found is None:
            return None
        key, method = found
        self._save(ProtectionRecord(0, method, key.id))
        self._use(key)
        return key

    def _add_older(self, keys: list[DataKey]) -> None:
        record = self._loaded()
        assert record is not None  # noqa: S101 - the callers have looked
        current = self._opened(record)
        known = {current.id, *(each.id for each in record.older)}
        new = tuple(older_key(each, current, self._random) for each in keys if each.id not in known)
        if new:
            self._save(replace(record, older=(*record.older, *new)))
