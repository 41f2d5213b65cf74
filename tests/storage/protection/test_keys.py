"""The values and Protocol of the keys."""

import pytest

from quickdesk.storage.protection.keys import DataKey, KeyProblem, KeyRing, KeyUnavailableError, NoKeys
from tests.fakes.key_ring import FakeKeyRing, key_number


def test_a_key_does_not_show_its_bytes() -> None:
    key = DataKey.of(b"0123456789abcdef" * 2)

    assert "0123" not in repr(key)
    assert len(key.id) == 16


def test_a_key_has_32_bytes() -> None:
    with pytest.raises(ValueError, match="32"):
        DataKey.of(b"short")


def test_a_changed_ring_knows_both_keys() -> None:
    ring: KeyRing = FakeKeyRing(key_number(1))
    before = ring.current()

    assert isinstance(ring, FakeKeyRing)
    after = ring.change()

    assert ring.current() == after
    assert ring.key(before.id) == before


def test_without_keys_nothing_is_available() -> None:
    ring: KeyRing = NoKeys()

    assert ring.key(key_number(1).id) is None
    with pytest.raises(KeyUnavailableError) as caught:
        ring.current()
    assert caught.value.problem is KeyProblem.MISSING
