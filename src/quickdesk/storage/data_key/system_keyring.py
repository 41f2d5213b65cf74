"""The keyring of the operating system: Secret Service, KWallet, Windows' credentials, the macOS keychain.

A keyring may ask for a password of its own or never answer, so each call is made on a thread of its own and
waited for a few seconds. The library is imported there too.
"""

from base64 import b64decode, b64encode
from collections.abc import Callable
from contextlib import suppress
from queue import Empty, Queue
from typing import Any, Final, Protocol, TypeVar

from quickdesk.storage.data_key.secret_store import SecretStoreError, SecretStoreProblem
from quickdesk.storage.journal.background import Worker

T = TypeVar("T")
SERVICE: Final = "quickdesk"
SECONDS_TO_ANSWER: Final = 5.0
_TRUSTED = frozenset({"SecretService", "libsecret", "kwallet", "Windows", "macOS"})
"""The modules of ``keyring.backends`` that keep a secret out of the files of this program."""


class Backend(Protocol):
    """What the library offers for one keyring."""

    def get_password(self, service: str, username: str) -> str | None:
        """Return what is kept, None if there is nothing."""
        ...

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep a text."""
        ...

    def delete_password(self, service: str, username: str) -> None:
        """Delete what is kept."""
        ...


class SystemKeyring:
    """The keyring that ``find_backend`` returns, None if there is none; it is called on ``worker``."""

    def __init__(
        self,
        worker: Worker,
        find_backend: Callable[[], Backend | None] | None = None,
        seconds: float = SECONDS_TO_ANSWER,
    ) -> None:
        self._worker, self._seconds = worker, seconds
        self._find_backend = find_backend or trusted_backend
        self._pending: Queue[Any] | None = None

    def get(self, name: str) -> bytes | None:
        """Return a secret; one that is no longer what was kept is returned as an empty one."""
        text = self._answered(lambda backend: backend.get_password(SERVICE, name))
        if text is None:
            return None
        try:
            return b64decode(text, validate=True)
        except ValueError:
            return b""

    def set(self, name: str, secret: bytes) -> None:
        """Keep a secret as base64."""
        text = b64encode(secret).decode()
        self._answered(lambda backend: backend.set_password(SERVICE, name, text))

    def remove(self, name: str) -> None:
        """Delete a secret."""
        if self.get(name) is not None:
            self._answered(lambda backend: backend.delete_password(SERVICE, name))

    def _answered(self, call: Callable[[Backend], T]) -> T:
        if self._pending is not None and self._pending.empty():
            raise SecretStoreError(SecretStoreProblem.SILENT)  # the call before is still waiting
        result: Queue[T | Exception] = Queue()
        self._pending = result
        self._worker.submit(lambda: result.put(self._outcome(call)))
        try:
            outcome = result.get(timeout=self._seconds)
        except Empty:
            raise SecretStoreError(SecretStoreProblem.SILENT) from None
        self._pending = None
        if isinstance(outcome, SecretStoreError):
            raise outcome
        if isinstance(outcome, Exception):
            raise SecretStoreError(SecretStoreProblem.REFUSED) from outcome
        return outcome

    def _outcome(self, call: Callable[[Backend], T]) -> T | Exception:
        try:
            backend = self._find_backend()
            if backend is None:
                return SecretStoreError(SecretStoreProblem.MISSING)
            return call(backend)
        except Exception as error:  # noqa: BLE001 - each backend has errors of its own
            return error


def trusted_backend() -> Backend | None:
    """Return the keyring of this system; None if the library finds none, or only one that is a plain file."""
    with suppress(ImportError):
        import keyring

        found = keyring.get_keyring()
        for backend in getattr(found, "backends", [found]):
            if _is_trusted(backend):
                trusted: Backend = backend
                return trusted
    return None


def _is_trusted(backend: object) -> bool:
    module = type(backend).__module__
    package, _, name = module.rpartition(".")
    return package == "keyring.backends" and name in _TRUSTED
