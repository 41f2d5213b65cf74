"""What is known of the data key without knowing it: ``protection.json``, and its checks.

It holds wrapped keys only, so a backup contains it.
"""

import hashlib
import json
from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from quickdesk.commands.data_protection import ProtectionMethod, ProtectionStatus
from quickdesk.storage.data_key.wrapping import Stretching

FORMAT, VERSION = "quickdesk-protection", 1
_MOST_BYTES = 1 << 20
_MOST_OLDER = 1000
_RECOVERY = ("public", "mark", "sender", "wrapped")


@dataclass(frozen=True, slots=True)
class PassphraseLock:
    """The data key wrapped with a passphrase."""

    stretching: Stretching
    wrapped: bytes


@dataclass(frozen=True, slots=True)
class RecoveryLock:
    """The data key wrapped for a recovery key, of which only the public half is known here.

    So a new data key can be wrapped for the key that was printed once. ``mark`` proves to the holder of the
    data key that ``public`` was not exchanged; ``sender`` is the public half of a key used for this alone.
    """

    public: bytes
    mark: bytes
    sender: bytes
    wrapped: bytes


@dataclass(frozen=True, slots=True)
class OlderKey:
    """A key before the current one, wrapped with that."""

    id: str
    wrapped: bytes


@dataclass(frozen=True, slots=True)
class ProtectionRecord:
    """How the key ``key_id`` is kept; ``number`` counts the changes of the record.

    ``undeleted`` are the ids of keys that are still to be deleted from a keyring.
    """

    number: int
    method: ProtectionMethod
    key_id: str
    passphrase: PassphraseLock | None = None
    recovery: RecoveryLock | None = None
    older: tuple[OlderKey, ...] = ()
    undeleted: tuple[str, ...] = ()

    @property
    def key_ids(self) -> tuple[str, ...]:
        """The ids of the key, of those before it, and of what is still to be deleted."""
        return tuple(dict.fromkeys((self.key_id, *(each.id for each in self.older), *self.undeleted)))

    def status(self, *, is_open: bool) -> ProtectionStatus:
        """Return how data is protected; ``is_open`` says whether the key is known."""
        has_passphrase = self.method is ProtectionMethod.PASSPHRASE
        return ProtectionStatus(
            self.method,
            self.recovery is not None,
            has_passphrase and not is_open,
            self.key_id,
            len(self.older),
            is_key_in_keyring=has_passphrase and bool(self.undeleted),
        )

    def to_bytes(self) -> bytes:
        """Return the record as JSON with its checksum."""
        content = _content(self)
        return json.dumps({**content, "check": _check(content)}, indent=1).encode() + b"\n"


def record_of(raw: bytes) -> ProtectionRecord:
    """Parse a record, which may be of any origin; raises ValueError if it is none, or damaged."""
    if len(raw) > _MOST_BYTES:
        raise ValueError("too long for a record")
    try:
        found = json.loads(raw)
        check = found.pop("check")
        if found["format"] != FORMAT or found["version"] != VERSION or check != _check(found):
            raise ValueError("another format, or damaged")
        return _record(found)
    except (KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ValueError("not a record") from error


def _content(record: ProtectionRecord) -> dict[str, Any]:
    content: dict[str, Any] = {
        "format": FORMAT,
        "version": VERSION,
        "number": record.number,
        "method": record.method.value,
        "key": record.key_id,
        "passphrase": None,
        "recovery": None,
        "older": [{"key": each.id, "wrapped": _text(each.wrapped)} for each in record.older],
    }
    if record.undeleted:
        content["undeleted"] = list(record.undeleted)
    if record.passphrase is not None:
        stretching = record.passphrase.stretching
        content["passphrase"] = {
            "function": "argon2id",
            "salt": _text(stretching.salt),
            "memory_kib": stretching.memory_kib,
            "rounds": stretching.rounds,
            "lanes": stretching.lanes,
            "wrapped": _text(record.passphrase.wrapped),
        }
    if record.recovery is not None:
        lock = record.recovery
        content["recovery"] = {name: _text(getattr(lock, name)) for name in _RECOVERY}
    return content


def _record(found: Mapping[str, Any]) -> ProtectionRecord:
    method = ProtectionMethod(found["method"])
    passphrase = None if found["passphrase"] is None else _passphrase(found["passphrase"])
    older = tuple(OlderKey(_id(each["key"]), _bytes(each["wrapped"])) for each in found["older"])
    if (method is ProtectionMethod.PASSPHRASE) != (passphrase is not None) or len(older) > _MOST_OLDER:
        raise ValueError("not a record")
    recovery = None
    if found["recovery"] is not None:
        recovery = RecoveryLock(*(_bytes(found["recovery"][name]) for name in _RECOVERY))
    undeleted = tuple(map(_id, found.get("undeleted", ())))
    key_id, number = _id(found["key"]), _number(found["number"])
    return ProtectionRecord(number, method, key_id, passphrase, recovery, older, undeleted)


def _passphrase(found: Mapping[str, Any]) -> PassphraseLock:
    numbers = (_number(found[name]) for name in ("memory_kib", "rounds", "lanes"))
    stretching = Stretching(_bytes(found["salt"]), *numbers)
    if found["function"] != "argon2id" or not stretching.is_sane():
        raise ValueError("cannot be computed")
    return PassphraseLock(stretching, _bytes(found["wrapped"]))


def _check(content: Mapping[str, Any]) -> str:
    plain = json.dumps(content, sort_keys=True, separators=(",", ":")).encode()
    return hashlib.blake2b(plain, digest_size=16).hexdigest()


def _text(data: bytes) -> str:
    return b64encode(data).decode()


def _bytes(found: object) -> bytes:
    if not isinstance(found, str):
        raise TypeError("bytes are a text")
    return b64decode(found, validate=True)


def _id(found: object) -> str:
    if not isinstance(found, str) or not 4 <= len(bytes.fromhex(found)) <= 32:
        raise ValueError("not the id of a key")
    return found.lower()


def _number(found: object) -> int:
    if type(found) is not int or found < 0:
        raise ValueError("not a number")
    return found
