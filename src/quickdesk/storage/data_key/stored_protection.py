"""How the personal data of one folder is protected: its keys, and the kinds that are encrypted with them."""

from pathlib import Path

from quickdesk.commands.data_protection import (
    OlderBackups,
    ProtectionError,
    ProtectionProblem,
    ProtectionStatus,
)
from quickdesk.replies.store import StoreError
from quickdesk.storage.backups.folder_backups import FolderBackups
from quickdesk.storage.data_key.files import ProtectionFiles
from quickdesk.storage.data_key.kept_keys import KeptKeys
from quickdesk.storage.data_key.places import KeyPlaces
from quickdesk.storage.data_key.system_keyring import SystemKeyring
from quickdesk.storage.disk import Disk, LocalDisk
from quickdesk.storage.journal.background import ThreadWorker
from quickdesk.storage.open_kinds import OpenKinds


def kept_keys(disk: Disk, folder: Path, refusal: StoreError | None) -> KeptKeys:
    """Return the keys of a data folder, with the keyring of the system; nothing is read yet.

    The thread of the keyring is never waited for at the end: a keyring may not answer.
    """
    files = ProtectionFiles(disk, folder, refusal)
    return KeptKeys(files, KeyPlaces(SystemKeyring(ThreadWorker("keyring")), files))


def status_of(folder: Path) -> ProtectionStatus:
    """Return how the data in a folder is protected, without opening it."""
    return kept_keys(LocalDisk(), folder, None).status()


class StoredProtection:
    """A :class:`quickdesk.commands.data_protection.DataProtection`; may be used on any thread."""

    def __init__(self, keys: KeptKeys, kinds: OpenKinds, backups: FolderBackups) -> None:
        self._keys, self._kinds, self._backups = keys, kinds, backups

    def status(self) -> ProtectionStatus:
        """Return how the data is protected."""
        return self._keys.status()

    def protect(self, passphrase: str, old: str = "") -> None:
        """Wrap the key with a passphrase from now on; the old one opens the data too."""
        self._keys.protect(passphrase, old)
        self._kinds.unlock()

    def unprotect(self, old: str = "") -> None:
        """Keep the key without a passphrase."""
        self._keys.unprotect(old)
        self._kinds.unlock()

    def unlock(self, passphrase: str) -> None:
        """Use the key that the passphrase opens."""
        self._keys.unlock(passphrase)
        self._kinds.unlock()

    def lock(self) -> None:
        """Close the encrypted kinds and forget the key; raises ProtectionError without a passphrase."""
        if not self._keys.status().can_be_locked:
            raise ProtectionError(ProtectionProblem.NO_PASSPHRASE)
        self._kinds.lock()
        self._keys.lock()

    def new_recovery_key(self, old: str = "") -> str:
        """Return a new recovery key as text."""
        return self._keys.new_recovery_key(old)

    def recover(self, recovery_key: str, backup: str | None = None) -> None:
        """Get the key back with the recovery key, or that of a backup."""
        copy = None
        if backup is not None:
            copy = self._backups.protection(backup)
            if copy is None:
                raise ProtectionError(ProtectionProblem.NO_PERSONAL_DATA)
        self._keys.recover(recovery_key, copy)
        self._kinds.unlock()

    def rekey(self, *, deletes_old_backups: bool = False) -> OlderBackups:
        """Encrypt everything with a new key."""
        self._keys.rekey(self._kinds.rewrite_encrypted)
        key_id = self._keys.status().key_id
        return self._backups.with_other_keys(key_id, deletes=deletes_old_backups)
