"""Wrapping a key with another: AES-256-GCM, with keys made of a passphrase, a recovery key or a data key.

The library is imported when it is used, because only personal data needs it.
"""

import unicodedata
from dataclasses import dataclass
from typing import Final

NONCE_BYTES: Final = 12
SALT_BYTES: Final = 16
_KEY_BYTES = 32
_MOST_MEMORY_KIB, _MOST_ROUNDS, _MOST_LANES = 1 << 20, 16, 16


class WrongKeyError(Exception):
    """The wrapped key was wrapped with another one, or is damaged."""


@dataclass(frozen=True, slots=True)
class Stretching:
    """The parameters of argon2id, which makes a key of a passphrase."""

    salt: bytes
    memory_kib: int = 64 * 1024
    rounds: int = 3
    lanes: int = 4

    def is_sane(self) -> bool:
        """Return whether it can be computed: a file that was made to do harm could ask for all memory."""
        return (
            8 * self.lanes <= self.memory_kib <= _MOST_MEMORY_KIB
            and 1 <= self.rounds <= _MOST_ROUNDS
            and 1 <= self.lanes <= _MOST_LANES
            and 8 <= len(self.salt) <= 64
        )


def wrapped(secret: bytes, wrapping_key: bytes, purpose: str, nonce: bytes) -> bytes:
    """Return a key wrapped for one purpose; ``nonce`` is random, and never used twice with a key."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    return nonce + AESGCM(wrapping_key).encrypt(nonce, secret, purpose.encode())


def unwrapped(data: bytes, wrapping_key: bytes, purpose: str) -> bytes:
    """Return the key that was wrapped; raises WrongKeyError."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    try:
        return AESGCM(wrapping_key).decrypt(data[:NONCE_BYTES], data[NONCE_BYTES:], purpose.encode())
    except (InvalidTag, ValueError) as error:
        raise WrongKeyError from error


def key_of_passphrase(passphrase: str, stretching: Stretching) -> bytes:
    """Return the key of a passphrase; takes some tenths of a second and 64 MB."""
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    text = unicodedata.normalize("NFKC", passphrase).encode("utf-8", "surrogatepass")
    return Argon2id(
        salt=stretching.salt,
        length=_KEY_BYTES,
        iterations=stretching.rounds,
        lanes=stretching.lanes,
        memory_cost=stretching.memory_kib,
    ).derive(text)


def derived_key(secret: bytes, purpose: str, salt: bytes = b"") -> bytes:
    """Return a key for one purpose that is made of another key (HKDF-SHA256)."""
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    return HKDF(SHA256(), _KEY_BYTES, salt or None, purpose.encode()).derive(secret)
