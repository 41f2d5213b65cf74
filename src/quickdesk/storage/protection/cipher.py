"""Encryption of what is stored of one kind of data: AES-256-GCM with a random nonce for each text.

The place of a text (its file and its position there) is authenticated with it, so that a text that was moved,
exchanged or repeated cannot be decrypted. What encryption does not prevent: reading the memory of the running
program, and deleting files or replacing all of them by older ones.
"""

import binascii
import hashlib
import os
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from quickdesk.storage.document import to_json
from quickdesk.storage.protection.keys import DataKey, KeyProblem, KeyRing, KeyUnavailableError

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

Random = Callable[[int], bytes]
"""Returns that many random bytes that nobody can guess."""

_NONCE_BYTES = 12
_FINGERPRINT_BYTES = 16
_PURPOSE = b"fingerprint"


class CannotDecryptError(Exception):
    """The text was changed, moved, or encrypted with another key of the same id."""


class Cipher:
    """Encrypts and decrypts for one kind of data; keys are fetched when they are first needed.

    Methods raise KeyUnavailableError if a key is not there. The keys stay in memory until the cipher is
    dropped.
    """

    def __init__(self, kind: str, keys: KeyRing, random: Random = os.urandom) -> None:
        self._kind, self._ring, self.random = kind, keys, random
        self._current: DataKey | None = None
        self._keys: dict[str, DataKey] = {}
        self._ciphers: dict[str, AESGCM] = {}

    def key_id(self) -> str:
        """Return the id of the key for what is written now."""
        if self._current is None:
            self._current = self._ring.current()
            self._keys[self._current.id] = self._current
        return self._current.id

    def require(self, key_id: str) -> None:
        """Raise KeyUnavailableError if the key with this id is not there."""
        self._key(key_id)

    def use_new_key(self) -> None:
        """Fetch the key for what is written again, because another one may be current now."""
        self._current = None

    def encrypt(self, plain: bytes, key_id: str, *place: str | int) -> str:
        """Return a text that only :meth:`decrypt` with the same key and place reads."""
        nonce = self.random(_NONCE_BYTES)
        sealed = self._cipher(key_id).encrypt(nonce, plain, self._placed(place))
        return binascii.b2a_base64(nonce + sealed, newline=False).decode()

    def decrypt(self, text: object, key_id: str, *place: str | int) -> bytes:
        """Return what was encrypted; raises CannotDecryptError."""
        cipher = self._cipher(key_id)
        try:
            raw = binascii.a2b_base64(text, strict_mode=True)  # type: ignore[arg-type]  # TypeError is caught
            return cipher.decrypt(raw[:_NONCE_BYTES], raw[_NONCE_BYTES:], self._placed(place))
        except (TypeError, ValueError, OverflowError) as error:
            raise CannotDecryptError from error
        except Exception as error:
            if type(error).__name__ != "InvalidTag":  # its module is imported only with a key
                raise
            raise CannotDecryptError from error

    def fingerprint(self, texts: Iterable[bytes], key_id: str) -> str:
        """Return what is equal for equal texts and the same key, and says nothing else about them."""
        mark = hashlib.blake2b(digest_size=_FINGERPRINT_BYTES, key=self._key(key_id).secret, person=_PURPOSE)
        for each in texts:
            mark.update(b"%d:" % len(each))
            mark.update(each)
        return mark.hexdigest()

    def _placed(self, place: tuple[str | int, ...]) -> bytes:
        return to_json([self._kind, *place])

    def _key(self, key_id: str) -> DataKey:
        found = self._keys.get(key_id) or self._ring.key(key_id)
        if found is None:
            raise KeyUnavailableError(KeyProblem.MISSING, key_id)
        self._keys[key_id] = found
        return found

    def _cipher(self, key_id: str) -> "AESGCM":
        if key_id not in self._ciphers:
            from cryptography.hazmat.primitives.ciphers.aead import AESGCM

            self._ciphers[key_id] = AESGCM(self._key(key_id).secret)
        return self._ciphers[key_id]
