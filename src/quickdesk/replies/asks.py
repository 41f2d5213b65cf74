"""Other ways to ask for a reply, written in one line."""

import re
from collections.abc import Iterable

SEPARATORS = ";；|\n"
"""The characters between the asks in one line or cell. A comma may be part of an ask."""
_SEPARATOR = re.compile(rf"[{re.escape(SEPARATORS)}\u2028\u2029]")


def join_asks(asks: Iterable[str]) -> str:
    """Return asks in one line."""
    return "；".join(asks)


def split_asks(line: str) -> tuple[str, ...]:
    """Return the distinct asks in a line; blank ones are left out."""
    return tuple(dict.fromkeys(ask.strip() for ask in _SEPARATOR.split(line) if ask.strip()))
