"""The places where a data key is kept as it is: the keyring of the system, else a file in the data folder."""

import logging
from collections.abc import Collection, Iterable

from quickdesk.commands.data_protection import ProtectionMethod
from quickdesk.replies.store import StoreError
from quickdesk.storage.data_key.files import ProtectionFiles
from quickdesk.storage.data_key.secret_store import SecretStore, SecretStoreError, SecretStoreProblem
from quickdesk.storage.protection.keys import DataKey, KeyProblem, KeyUnavailableError

_log = logging.getLogger(__name__)
_PROBLEMS = {
    SecretStoreProblem.MISSING: KeyProblem.NO_KEYRING,
    SecretStoreProblem.REFUSED: KeyProblem.KEYRING_REFUSED,
    SecretStoreProblem.SILENT: KeyProblem.KEYRING_SILENT,
}


class KeyPlaces:
    """Keeps keys by their ids; may wait some seconds for the keyring."""

    def __init__(self, keyring: SecretStore, files: ProtectionFiles) -> None:
        self._keyring, self._files = keyring, files

    def keep(self, key: DataKey) -> ProtectionMethod:
        """Keep a key in the keyring if that answers and returns it, else in a file; raises StoreError."""
        try:
            self._keyring.set(key.id, key.secret)
            if self._keyring.get(key.id) == key.secret:
                return ProtectionMethod.KEYRING
            _log.info("the keyring does not return what it was given")
        except SecretStoreError as error:
            _log.info("no keyring: %s", error.problem.name)
        self._files.save_key(key)
        return ProtectionMethod.KEY_FILE

    def fetch(self, key_id: str, method: ProtectionMethod) -> DataKey:
        """Return a key from where it is kept; raises KeyUnavailableError or StoreError."""
        found = self._in_keyring(key_id) if method is ProtectionMethod.KEYRING else None
        found = found or self._files.load_key(key_id)
        if found is None:
            raise KeyUnavailableError(KeyProblem.MISSING, key_id)
        return found

    def find(self, key_id: str) -> tuple[DataKey, ProtectionMethod] | None:
        """Return a key that is in one of the places, and in which; None if it is in none that answers."""
        try:
            found = self._files.load_key(key_id)
            if found is not None:
                return found, ProtectionMethod.KEY_FILE
            found = self._in_keyring(key_id)
        except (KeyUnavailableError, StoreError):
            return None
        return None if found is None else (found, ProtectionMethod.KEYRING)

    def forget(self, key_id: str, kept: ProtectionMethod | None = None) -> SecretStoreProblem | None:
        """Delete a key from all places but the one in which it is kept.

        What cannot be deleted now is logged; returns why the keyring did not delete it.
        """
        if kept is not ProtectionMethod.KEY_FILE:
            try:
                self._files.remove_key(key_id)
            except StoreError as error:
                _log.info("a key file was not deleted: %s", error.problem.name)
        if kept is not ProtectionMethod.KEYRING:
            try:
                self._keyring.remove(key_id)
            except SecretStoreError as error:
                _log.info("nothing deleted from a keyring: %s", error.problem.name)
                return error.problem
        return None

    def forget_all(self, key_ids: Iterable[str], undeleted: Collection[str]) -> tuple[str, ...]:
        """Delete keys from all places, and return those that a keyring may still have.

        No keyring at all has none, except those in ``undeleted``, which one had at an earlier time.
        """
        failed = {each: self.forget(each) for each in key_ids}
        return tuple(
            each
            for each, problem in failed.items()
            if problem is not None and (problem is not SecretStoreProblem.MISSING or each in undeleted)
        )

    def _in_keyring(self, key_id: str) -> DataKey | None:
        try:
            secret = self._keyring.get(key_id)
        except SecretStoreError as error:
            raise KeyUnavailableError(_PROBLEMS[error.problem], key_id) from error
        if secret is None:
            return None
        try:
            key = DataKey.of(secret)
        except ValueError as error:
            raise KeyUnavailableError(KeyProblem.CHANGED, key_id) from error
        if key.id != key_id:
            raise KeyUnavailableError(KeyProblem.CHANGED, key_id)
        return key
