"""Encryption of single texts: what was changed or moved cannot be decrypted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quickdesk.storage.protection.cipher import CannotDecryptError, Cipher
from quickdesk.storage.protection.keys import KeyProblem, KeyUnavailableError
from tests.fakes.key_ring import FakeKeyRing, key_number

KEY = key_number(1)


def cipher_of(kind: str = "customers") -> Cipher:
    return Cipher(kind, FakeKeyRing(KEY))


@given(plain=st.binary(max_size=300))
def test_what_was_encrypted_is_decrypted_in_its_place_only(plain: bytes) -> None:
    cipher = cipher_of()
    text = cipher.encrypt(plain, KEY.id, "block", 1)

    assert cipher.decrypt(text, KEY.id, "block", 1) == plain
    for other, place in ((cipher, ("block", 2)), (cipher_of("followups"), ("block", 1))):
        with pytest.raises(CannotDecryptError):
            other.decrypt(text, KEY.id, *place)


@given(at=st.integers(0, 200), letter=st.sampled_from("Aa0+/=\x00é"))
def test_a_changed_text_is_not_decrypted(at: int, letter: str) -> None:
    cipher = cipher_of()
    text = cipher.encrypt(b"wang" * 20, KEY.id, "x")
    at %= len(text)
    changed = text[:at] + letter + text[at + 1 :]
    if changed != text:
        with pytest.raises(CannotDecryptError):
            cipher.decrypt(changed, KEY.id, "x")


@pytest.mark.parametrize("text", [None, 3, "", "AAAA", {}, []])
def test_what_is_no_text_is_not_decrypted(text: object) -> None:
    with pytest.raises(CannotDecryptError):
        cipher_of().decrypt(text, KEY.id, "x")


def test_the_same_text_is_never_encrypted_the_same() -> None:
    cipher = cipher_of()

    assert cipher.encrypt(b"a", KEY.id) != cipher.encrypt(b"a", KEY.id)


def test_the_fingerprint_is_that_of_the_texts_and_the_key() -> None:
    ring = FakeKeyRing(KEY, key_number(2))
    cipher = Cipher("customers", ring)

    first = cipher.fingerprint((b"a", b"b"), KEY.id)

    assert first == cipher.fingerprint((b"a", b"b"), KEY.id)
    assert first != cipher.fingerprint((b"ab",), KEY.id)
    assert first != cipher.fingerprint((b"a", b"b"), key_number(2).id)


def test_a_key_that_is_not_there_is_named() -> None:
    with pytest.raises(KeyUnavailableError) as caught:
        cipher_of().decrypt("AAAA", "0badcafe", "x")

    assert (caught.value.problem, caught.value.key_id) == (KeyProblem.MISSING, "0badcafe")
