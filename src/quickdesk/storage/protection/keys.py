"""The keys with which protected kinds of data are encrypted, and the Protocol of what provides them."""

import hashlib
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Protocol, Self

KEY_BYTES = 32
_ID_BYTES = 8


class KeyProblem(Enum):
    """Why there is no key."""

    LOCKED = auto()
    """It becomes available when the passphrase is entered."""
    WRONG_PASSPHRASE = auto()
    """The passphrase that was given is another one."""
    MISSING = auto()
    """It is not on this machine, or was deleted: the recovery key is needed."""
    CHANGED = auto()
    """Another key is in its place: the recovery key is needed."""
    NO_KEYRING = auto()
    """The keyring that keeps it is not there."""
    KEYRING_REFUSED = auto()
    """The keyring that keeps it refuses: it is locked, or quickdesk may not use it."""
    KEYRING_SILENT = auto()
    """The keyring that keeps it did not answer in time; it may ask for a password of its own."""
    DAMAGED = auto()
    """The files that say how it is kept are damaged, both of them."""


class KeyUnavailableError(Exception):
    """There is no key now; ``problem`` says why. ``key_id`` is empty if any key would do."""

    def __init__(self, problem: KeyProblem, key_id: str = "") -> None:
        super().__init__(f"{problem.name.lower()} {key_id}".rstrip())
        self.problem = problem
        self.key_id = key_id


@dataclass(frozen=True, slots=True)
class DataKey:
    """A key of 32 random bytes; its id, which files name, says nothing about it."""

    secret: bytes = field(repr=False)
    id: str

    @classmethod
    def of(cls, secret: bytes) -> Self:
        """Return the key of these bytes; raises ValueError if their number is wrong."""
        if len(secret) != KEY_BYTES:
            raise ValueError(f"a key has {KEY_BYTES} bytes")
        return cls(secret, hashlib.blake2b(secret, digest_size=_ID_BYTES).hexdigest())


class KeyRing(Protocol):
    """Provides keys; methods may be called on any thread."""

    def current(self) -> DataKey:
        """Return the key for what is written now, creating one if there never was any.

        It is only called when every encrypted file of the kind could be read, or there is none. Raises
        KeyUnavailableError, and StoreError if a new key cannot be written.
        """
        ...

    def key(self, key_id: str) -> DataKey | None:
        """Return the key with an id, the current one or an earlier one; None if there is none.

        Raises KeyUnavailableError if it would be there after unlocking.
        """
        ...

    def backup_copy(self) -> bytes | None:
        """Return, as JSON, what opens the data with the recovery key; None if there is no recovery key."""
        ...


class NoKeys:
    """A ring without keys: nothing protected can be read or written."""

    def current(self) -> DataKey:
        """Raise KeyUnavailableError."""
        raise KeyUnavailableError(KeyProblem.MISSING)

    def key(self, key_id: str) -> DataKey | None:  # noqa: ARG002 - the Protocol names it
        """Return None."""
        return None

    def backup_copy(self) -> bytes | None:
        """Return None."""
        return None
