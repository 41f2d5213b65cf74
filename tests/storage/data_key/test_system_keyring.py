from collections.abc import Callable, Iterator
from contextlib import closing

import pytest

from quickdesk.storage.data_key.secret_store import SecretStore, SecretStoreError, SecretStoreProblem
from quickdesk.storage.data_key.system_keyring import SERVICE, SystemKeyring, trusted_backend
from quickdesk.storage.journal.background import ThreadWorker
from tests.contracts.secret_store import SECRET, SecretStoreContract
from tests.fakes.secret_store import MemoryBackend, MemorySecrets, Prompt, refuse


class TestMemorySecrets(SecretStoreContract):
    @pytest.fixture
    def store(self) -> SecretStore:
        return MemorySecrets()


class TestSystemKeyring(SecretStoreContract):
    @pytest.fixture
    def store(self) -> Iterator[SecretStore]:
        backend = MemoryBackend()
        with closing(ThreadWorker("keyring")) as worker:
            yield SystemKeyring(worker, lambda: backend)


class TestTheKeyringOfThisMachine(SecretStoreContract):
    @pytest.fixture
    def store(self) -> Iterator[SecretStore]:
        if trusted_backend() is None:
            pytest.skip("no keyring answers here")
        with closing(ThreadWorker("keyring")) as worker:
            yield SystemKeyring(worker)


Problem = Callable[[SystemKeyring], object]


@pytest.mark.parametrize(
    "call",
    [lambda store: store.get("a"), lambda store: store.set("a", SECRET), lambda store: store.remove("a")],
)
class TestAKeyringThatDoesNotDoIt:
    def test_there_is_none(self, call: Problem) -> None:
        with closing(ThreadWorker("keyring")) as worker:
            assert problem_of(call, SystemKeyring(worker, lambda: None)) is SecretStoreProblem.MISSING

    def test_it_refuses(self, call: Problem) -> None:
        backend = MemoryBackend(before=refuse)
        with closing(ThreadWorker("keyring")) as worker:
            assert problem_of(call, SystemKeyring(worker, lambda: backend)) is SecretStoreProblem.REFUSED

    def test_it_does_not_answer_in_time_and_later_does(self, call: Problem) -> None:
        prompt = Prompt()
        backend = MemoryBackend(before=prompt.wait)
        with closing(ThreadWorker("keyring")) as worker:
            keyring = SystemKeyring(worker, lambda: backend, seconds=0.05)
            assert problem_of(call, keyring) is SecretStoreProblem.SILENT
            assert problem_of(call, keyring) is SecretStoreProblem.SILENT
            prompt.answer()
            worker.close()
        with closing(ThreadWorker("keyring")) as worker:
            keyring = SystemKeyring(worker, lambda: backend)
            keyring.set("a", SECRET)
            assert keyring.get("a") == SECRET


def problem_of(call: Problem, keyring: SystemKeyring) -> SecretStoreProblem:
    with pytest.raises(SecretStoreError) as caught:
        call(keyring)
    return caught.value.problem


def test_what_another_program_wrote_there_is_not_a_secret_of_ours() -> None:
    backend = MemoryBackend({(SERVICE, "a"): "no base64"})
    with closing(ThreadWorker("keyring")) as worker:
        assert SystemKeyring(worker, lambda: backend).get("a") == b""
