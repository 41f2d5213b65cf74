"""How personal data is protected at rest: the values, and the Protocol of what changes it."""

from dataclasses import dataclass
from enum import Enum
from typing import Protocol


class ProtectionMethod(Enum):
    """Where the data key is kept."""

    KEYRING = "keyring"
    """The keyring of the operating system."""
    KEY_FILE = "key-file"
    """A file in the data folder, which only its owner can read, because no keyring answered."""
    PASSPHRASE = "passphrase"  # noqa: S105 - a name
    """Nowhere: it is wrapped with a passphrase."""


@dataclass(frozen=True, slots=True)
class ProtectionStatus:
    """How personal data is protected now; ``method`` is None while there is none.

    ``key_id`` names the data key and is no secret. ``older_keys`` is how many keys before it are kept, for
    backups. ``is_damaged`` says that the files about the protection cannot be understood, and
    ``is_key_in_keyring`` that a keyring did not delete the key when a passphrase was set.
    """

    method: ProtectionMethod | None = None
    has_recovery_key: bool = False
    is_locked: bool = False
    key_id: str = ""
    older_keys: int = 0
    is_damaged: bool = False
    is_key_in_keyring: bool = False

    @property
    def can_be_locked(self) -> bool:
        """Whether a passphrase opens it again."""
        return self.method is ProtectionMethod.PASSPHRASE


@dataclass(frozen=True, slots=True)
class OlderBackups:
    """The backups in the data folder that a key from before opens, and those that were deleted as such."""

    kept: int = 0
    deleted: int = 0


class ProtectionProblem(Enum):
    """Why a change of the protection was not made; nothing is lost."""

    WRONG_PASSPHRASE = "wrong-passphrase"  # noqa: S105 - a name
    PASSPHRASE_TOO_SHORT = "passphrase-too-short"  # noqa: S105 - a name
    OLD_PASSPHRASE_NEEDED = "old-passphrase-needed"  # noqa: S105 - a name
    """A passphrase is changed or removed only by who knows it."""
    NO_PASSPHRASE = "no-passphrase"  # noqa: S105 - a name
    """None protects the data, so that it cannot be unlocked or locked."""
    NO_RECOVERY_KEY = "no-recovery-key"
    """None was ever made for this data."""
    NOT_A_RECOVERY_KEY = "not-a-recovery-key"
    """A letter is wrong or missing."""
    OTHER_RECOVERY_KEY = "other-recovery-key"
    """It is whole, and belongs to other data or was replaced by a newer one."""
    NO_PERSONAL_DATA = "no-personal-data"
    """There is no key yet."""


class ProtectionError(Exception):
    """A change of the protection that was not made."""

    def __init__(self, problem: ProtectionProblem) -> None:
        super().__init__(problem.value)
        self.problem = problem


SHORTEST_PASSPHRASE = 8
"""The fewest characters of a new passphrase."""


class DataProtection(Protocol):
    """Changes how personal data is protected; every method but :meth:`status` may take seconds.

    They raise ProtectionError, and StoreError if the key or the disk cannot be reached.
    """

    def status(self) -> ProtectionStatus:
        """Return how the data is protected; never raises."""
        ...

    def protect(self, passphrase: str, old: str = "") -> None:
        """Wrap the key with a passphrase from now on, or with another one instead of ``old``.

        Who does not know the old one must not be able to change it, also while the data is unlocked.
        """
        ...

    def unprotect(self, old: str = "") -> None:
        """Keep the key without the passphrase ``old``: in the keyring if one answers, else in a file."""
        ...

    def unlock(self, passphrase: str) -> None:
        """Use the key that the passphrase opens until the data is locked or the program ends."""
        ...

    def lock(self) -> None:
        """Forget the key and close the data until the passphrase is given again."""
        ...

    def new_recovery_key(self, old: str = "") -> str:
        """Return a new recovery key as text; an earlier one opens nothing from now on but older backups.

        ``old`` is the present passphrase, if there is one: the key opens the data without it.
        """
        ...

    def recover(self, recovery_key: str, backup: str | None = None) -> None:
        """Get the key back with the recovery key, and keep it without a passphrase.

        With ``backup``, the path of one, the key of that is added to those that open backups; its passphrase
        does as well. Raises BackupError if it cannot be read.
        """
        ...

    def rekey(self, *, deletes_old_backups: bool = False) -> OlderBackups:
        """Seal everything with a new key; the passphrase and the recovery key stay.

        Until all files are written anew, both keys open them. Backups from before still open with the key
        before, which is kept with the new one; those in the data folder can be deleted.
        """
        ...
