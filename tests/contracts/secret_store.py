"""What every store of secrets does: the fake ones, and the keyring of the system."""

import pytest

from quickdesk.storage.data_key.secret_store import SecretStore

SECRET = bytes(range(32))


class SecretStoreContract:
    @pytest.fixture
    def store(self) -> SecretStore:
        raise NotImplementedError

    def test_what_is_kept_is_returned(self, store: SecretStore) -> None:
        store.set("quickdesk-test-1", SECRET)
        assert store.get("quickdesk-test-1") == SECRET
        store.set("quickdesk-test-1", SECRET[::-1])
        assert store.get("quickdesk-test-1") == SECRET[::-1]
        store.remove("quickdesk-test-1")

    def test_names_are_apart(self, store: SecretStore) -> None:
        store.set("quickdesk-test-1", SECRET)
        assert store.get("quickdesk-test-2") is None
        store.remove("quickdesk-test-1")

    def test_what_is_removed_is_gone(self, store: SecretStore) -> None:
        store.set("quickdesk-test-1", SECRET)
        store.remove("quickdesk-test-1")
        store.remove("quickdesk-test-1")
        assert store.get("quickdesk-test-1") is None
