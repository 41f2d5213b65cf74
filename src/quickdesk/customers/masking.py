"""Masking what identifies a customer in lists: 138****0006.

The end stays, because an agent recognises a number by it; so much is left that two are told apart.
"""

from typing import Final

_STARS: Final = "****"
_LONG, _HEAD, _TAIL = 11, 3, 4
"""From this length on the beginning is shown too; the characters shown of the beginning and of the end."""
_ADDRESS: Final = 6
"""The characters shown of an address: the province and the city."""


def masked_number(number: str) -> str:
    """Return a phone or order number with only its ends; a short one shows at most a third of it."""
    text = number.strip()
    if not text:
        return ""
    if len(text) >= _LONG:
        return text[:_HEAD] + _STARS + text[-_TAIL:]
    return _STARS + (text[-max(len(text) // 3, 1) :] if len(text) > 1 else "")


def masked_address(address: str) -> str:
    """Return the beginning of an address."""
    text = " ".join(address.split())
    return text[: min(_ADDRESS, len(text) // 2)] + _STARS if text else ""
