"""A data folder with its keyring, on which the program is started again and again."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from quickdesk.commands.data_protection import ProtectionError, ProtectionProblem
from quickdesk.storage.data_key.files import ProtectionFiles
from quickdesk.storage.data_key.kept_keys import KeptKeys
from quickdesk.storage.data_key.places import KeyPlaces
from quickdesk.storage.data_key.secret_store import SecretStoreProblem
from quickdesk.storage.data_key.wrapping import Stretching
from quickdesk.storage.protection.keys import DataKey, KeyProblem, KeyUnavailableError
from tests.fakes.disk import MemoryDisk
from tests.fakes.secret_store import MemorySecrets

FOLDER = Path("/data")
PASSPHRASE, OTHER = "correct horse battery", "another passphrase"


def nothing() -> None:
    """Rewrite no file."""


@dataclass
class Machine:
    """A data folder and a keyring; each call of :meth:`keys` is a new start of the program."""

    disk: MemoryDisk = field(default_factory=MemoryDisk)
    keyring: MemorySecrets = field(default_factory=MemorySecrets)
    passphrase: str | None = None
    randoms: int = 0

    def keys(self) -> KeptKeys:
        files = ProtectionFiles(self.disk, FOLDER)
        quick = lambda random: Stretching(random(16), memory_kib=8, rounds=1, lanes=1)  # noqa: E731
        keys = KeptKeys(files, KeyPlaces(self.keyring, files), self.random, quick)
        keys.ask = lambda: self.passphrase
        return keys

    def random(self, count: int) -> bytes:
        self.randoms += 1
        return self.randoms.to_bytes(4, "big").rjust(count, b"\7")[:count]

    def key_files(self) -> list[str]:
        return [name for name in self.disk.names(FOLDER) if name.endswith(".key")]


def protected(machine: Machine) -> DataKey:
    keys = machine.keys()
    keys.protect(PASSPHRASE)
    return keys.current()


def problem_of(call: Callable[[], object]) -> KeyProblem:
    with pytest.raises(KeyUnavailableError) as caught:
        call()
    return caught.value.problem


def refusal(call: Callable[[], object]) -> ProtectionProblem:
    with pytest.raises(ProtectionError) as caught:
        call()
    return caught.value.problem


def without_keyring(problem: SecretStoreProblem = SecretStoreProblem.MISSING) -> Machine:
    return Machine(keyring=MemorySecrets(problem=problem))
