"""The Protocol of a store of secrets outside of the data folder, as the keyring of the system is."""

from enum import Enum, auto
from typing import Protocol


class SecretStoreProblem(Enum):
    """Why a store of secrets does not do what was asked."""

    MISSING = auto()
    """There is none on this machine, or none that can be trusted with a secret."""
    REFUSED = auto()
    """It is there and refused: it is locked, or another program may not use it."""
    SILENT = auto()
    """It did not answer in time; it may be waiting for a password of its own."""


class SecretStoreError(Exception):
    """The store of secrets did not do what was asked."""

    def __init__(self, problem: SecretStoreProblem) -> None:
        super().__init__(problem.name.lower())
        self.problem = problem


class SecretStore(Protocol):
    """Keeps short secrets by name; no method waits longer than seconds, and each raises SecretStoreError."""

    def get(self, name: str) -> bytes | None:
        """Return a secret, None if there is none of this name."""
        ...

    def set(self, name: str, secret: bytes) -> None:
        """Keep a secret, in place of an earlier one of this name."""
        ...

    def remove(self, name: str) -> None:
        """Delete a secret; do nothing if there is none."""
        ...
