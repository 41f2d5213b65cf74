"""The recovery key as text: 32 letters and digits in eight groups, which people print, copy and type.

The letters are those of Crockford's base 32: capital and small letters are the same, as are O and 0, and I, L
and 1. The first 26 are the key, 128 bits below two zeros; the last six are the checksum of BIP 173, which
finds any four wrong letters. Full-width letters, spaces and dashes may be typed.
"""

import re
import unicodedata
from collections.abc import Iterable

RECOVERY_BYTES = 16
_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_VALUES = {letter: value for value, letter in enumerate(_LETTERS)} | {"O": 0, "I": 1, "L": 1}
_KEY_LENGTH, _CHECK_LENGTH, _GROUP = 26, 6, 4
_GENERATORS = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)
_REMAINDER = 0x51D
"""What a whole key leaves, so that a row of zeros is none."""
_IGNORED = re.compile(r"[\s\-‐‑–—_.·]+")


class NotARecoveryKeyError(ValueError):
    """The text is no recovery key: a letter is wrong or missing."""


def recovery_text(secret: bytes) -> str:
    """Return the text of a recovery key of 16 bytes."""
    if len(secret) != RECOVERY_BYTES:
        raise ValueError("not a recovery key")
    number = int.from_bytes(secret, "big")
    values = _digits(number, _KEY_LENGTH)
    check = _polynomial([*values, *[0] * _CHECK_LENGTH]) ^ _REMAINDER
    text = "".join(_LETTERS[value] for value in (*values, *_digits(check, _CHECK_LENGTH)))
    return "-".join(text[start : start + _GROUP] for start in range(0, len(text), _GROUP))


def recovery_secret(text: str) -> bytes:
    """Return the 16 bytes of a recovery key; raises NotARecoveryKeyError."""
    letters = _IGNORED.sub("", unicodedata.normalize("NFKC", text)).upper()
    try:
        values = [_VALUES[letter] for letter in letters]
    except KeyError as error:
        raise NotARecoveryKeyError from error
    if len(values) != _KEY_LENGTH + _CHECK_LENGTH or _polynomial(values) != _REMAINDER:
        raise NotARecoveryKeyError
    number = 0
    for value in values[:_KEY_LENGTH]:
        number = number << 5 | value
    try:
        return number.to_bytes(RECOVERY_BYTES, "big")
    except OverflowError as error:
        raise NotARecoveryKeyError from error


def _digits(number: int, length: int) -> list[int]:
    return [number >> 5 * place & 31 for place in reversed(range(length))]


def _polynomial(values: Iterable[int]) -> int:
    """Return the remainder of the division by the code's polynomial over the field of 32 elements."""
    remainder = 1
    for value in values:
        top = remainder >> 25
        remainder = (remainder & 0x1FFFFFF) << 5 ^ value
        for bit, generator in enumerate(_GENERATORS):
            if top >> bit & 1:
                remainder ^= generator
    return remainder
