"""The locks of the record: the data key wrapped with a passphrase, a recovery key, or the key after it."""

import hashlib
import hmac
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from quickdesk.commands.data_protection import ProtectionError, ProtectionProblem
from quickdesk.storage.data_key.record import (
    OlderKey,
    PassphraseLock,
    ProtectionRecord,
    RecoveryLock,
    record_of,
)
from quickdesk.storage.data_key.recovery_text import NotARecoveryKeyError, recovery_secret
from quickdesk.storage.data_key.wrapping import (
    NONCE_BYTES,
    SALT_BYTES,
    Stretching,
    WrongKeyError,
    derived_key,
    key_of_passphrase,
    unwrapped,
    wrapped,
)
from quickdesk.storage.protection.keys import KEY_BYTES, DataKey

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

NewBytes = Callable[[int], bytes]
"""Returns that many random bytes that nobody can guess."""
_PASSPHRASE, _RECOVERY, _OLDER = "passphrase", "recovery key", "older key"


def passphrase_lock(
    key: DataKey, wrapping_key: bytes, stretching: Stretching, random: NewBytes
) -> PassphraseLock:
    """Return the lock of a key for the wrapping key of a passphrase."""
    return PassphraseLock(stretching, wrapped(key.secret, wrapping_key, _PASSPHRASE, random(NONCE_BYTES)))


def new_stretching(random: NewBytes) -> Stretching:
    """Return parameters for a new passphrase."""
    return Stretching(random(SALT_BYTES))


def opened_with_passphrase(lock: PassphraseLock, passphrase: str) -> tuple[DataKey, bytes]:
    """Return the data key and the wrapping key of a passphrase; raises WrongKeyError."""
    wrapping_key = key_of_passphrase(passphrase, lock.stretching)
    return _key(unwrapped(lock.wrapped, wrapping_key, _PASSPHRASE)), wrapping_key


def recovery_lock(key: DataKey, public: bytes, random: NewBytes) -> RecoveryLock:
    """Return the lock of a key for the recovery key with this public half."""
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey

    sender = X25519PrivateKey.from_private_bytes(random(KEY_BYTES))
    shared = sender.exchange(X25519PublicKey.from_public_bytes(public))
    sent = sender.public_key().public_bytes_raw()
    wrapping_key = derived_key(shared, _RECOVERY, sent + public)
    return RecoveryLock(
        public, _mark(key, public), sent, wrapped(key.secret, wrapping_key, _RECOVERY, random(NONCE_BYTES))
    )


def public_half(secret: bytes) -> bytes:
    """Return the public half of a recovery key."""
    return _private(secret).public_key().public_bytes_raw()


def opened_with_recovery_key(lock: RecoveryLock, text: str) -> DataKey:
    """Return the data key; raises NotARecoveryKeyError, and WrongKeyError if it is another one."""
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PublicKey

    private = _private(recovery_secret(text))
    try:
        shared = private.exchange(X25519PublicKey.from_public_bytes(lock.sender))
    except ValueError as error:
        raise WrongKeyError from error
    return _key(unwrapped(lock.wrapped, derived_key(shared, _RECOVERY, lock.sender + lock.public), _RECOVERY))


def recovered(record: ProtectionRecord, text: str) -> DataKey:
    """Return the data key of a record that a recovery key opens; raises ProtectionError."""
    if record.recovery is None:
        raise ProtectionError(ProtectionProblem.NO_RECOVERY_KEY)
    try:
        key = opened_with_recovery_key(record.recovery, text)
    except NotARecoveryKeyError as error:
        raise ProtectionError(ProtectionProblem.NOT_A_RECOVERY_KEY) from error
    except WrongKeyError as error:
        raise ProtectionError(ProtectionProblem.OTHER_RECOVERY_KEY) from error
    if key.id != record.key_id:
        raise ProtectionError(ProtectionProblem.OTHER_RECOVERY_KEY)
    return key


def opened_backup(backup: bytes, text: str) -> tuple[ProtectionRecord, DataKey]:
    """Return the record in a backup, and the key that its passphrase or recovery key opens.

    Raises ProtectionError.
    """
    try:
        record = record_of(backup)
    except ValueError as error:
        raise ProtectionError(ProtectionProblem.NO_PERSONAL_DATA) from error
    if record.passphrase is not None:
        with suppress(WrongKeyError):
            return record, opened_with_passphrase(record.passphrase, text)[0]
    return record, recovered(record, text)


def is_genuine(lock: RecoveryLock, key: DataKey) -> bool:
    """Return whether the public half is the one that was stored with this data key."""
    return hmac.compare_digest(lock.mark, _mark(key, lock.public))


def older_key(key: DataKey, current: DataKey, random: NewBytes) -> OlderKey:
    """Return a key wrapped with the current one."""
    wrapping_key = derived_key(current.secret, _OLDER)
    return OlderKey(key.id, wrapped(key.secret, wrapping_key, _OLDER, random(NONCE_BYTES)))


def opened_older(older: OlderKey, current: DataKey) -> DataKey:
    """Return an older key; raises WrongKeyError."""
    return _key(unwrapped(older.wrapped, derived_key(current.secret, _OLDER), _OLDER))


def _private(secret: bytes) -> "X25519PrivateKey":
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

    return X25519PrivateKey.from_private_bytes(derived_key(secret, _RECOVERY))


def _mark(key: DataKey, public: bytes) -> bytes:
    return hmac.digest(derived_key(key.secret, _RECOVERY), public, hashlib.sha256)


def _key(secret: bytes) -> DataKey:
    try:
        return DataKey.of(secret)
    except ValueError as error:
        raise WrongKeyError from error
