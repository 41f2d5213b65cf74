"""Keyrings for tests: of the library (backends), and as storage sees them (stores of secrets)."""

from collections.abc import Callable
from dataclasses import dataclass, field
from queue import Empty, Queue

from quickdesk.storage.data_key.secret_store import SecretStoreError, SecretStoreProblem


@dataclass
class MemorySecrets:
    """A store of secrets that answers, or has a ``problem``."""

    kept: dict[str, bytes] = field(default_factory=dict)
    problem: SecretStoreProblem | None = None

    def get(self, name: str) -> bytes | None:
        self._answer()
        return self.kept.get(name)

    def set(self, name: str, secret: bytes) -> None:
        self._answer()
        self.kept[name] = secret

    def remove(self, name: str) -> None:
        self._answer()
        self.kept.pop(name, None)

    def _answer(self) -> None:
        if self.problem is not None:
            raise SecretStoreError(self.problem)


@dataclass
class MemoryBackend:
    """What the library gives for a keyring; ``before`` is called before each answer."""

    kept: dict[tuple[str, str], str] = field(default_factory=dict)
    before: Callable[[], None] = lambda: None

    def get_password(self, service: str, username: str) -> str | None:
        self.before()
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.before()
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self.before()
        del self.kept[service, username]


class Prompt:
    """A keyring that asks for a password of its own: nothing is answered until it gets that."""

    def __init__(self) -> None:
        self._answers: Queue[None] = Queue()

    def wait(self) -> None:
        try:
            self._answers.get(timeout=20)
        except Empty as error:
            raise TimeoutError from error
        self._answers.put(None)

    def answer(self) -> None:
        self._answers.put(None)


def refuse() -> None:
    raise PermissionError("the keyring is locked")
