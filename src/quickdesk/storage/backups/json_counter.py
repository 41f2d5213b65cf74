"""Counts what JSON holds before it is read: a short text can ask for very much memory."""

import re

from quickdesk.storage.backups.bounded_zip import TooLargeError

MOST_CONTAINERS = 6_000_000
"""Objects and lists; 100,000 replies have 300,000 of them."""
MOST_VALUES = 24_000_000
MOST_DEPTH = 200
"""Deeper than any document may be (:data:`quickdesk.storage.document.DEEPEST`) with all that is around it."""
_ESCAPE = re.compile(rb"\\.", re.DOTALL)
_BRACKETS = b"[]{}"
_NO_BRACKETS = bytes(set(range(256)) - set(_BRACKETS))


class JsonCounter:
    """Counts in one JSON text after the other; what is no JSON it counts somehow, up to where it is none."""

    def __init__(self) -> None:
        self._containers = self._values = self._depth = 0
        self._is_in_text = self._is_escaping = False

    def begin(self) -> None:
        """Begin another JSON text."""
        self._depth = 0
        self._is_in_text = self._is_escaping = False

    def add(self, piece: bytes) -> None:
        """Count a piece of it; raises TooLargeError."""
        outside = self._outside_texts(piece)
        containers = outside.count(b"{") + outside.count(b"[")
        self._containers += containers
        self._values += containers + outside.count(b",")
        if self._containers > MOST_CONTAINERS or self._values > MOST_VALUES:
            raise TooLargeError
        for bracket in outside.translate(None, _NO_BRACKETS):
            self._depth += 1 if bracket in b"[{" else -1
            if self._depth > MOST_DEPTH:
                raise TooLargeError

    def _outside_texts(self, piece: bytes) -> bytes:
        """Return what stands outside of quotation marks."""
        if self._is_escaping:
            piece = b"\\" + piece
        if b"\\" in piece:
            piece = _ESCAPE.sub(b"", piece)
        self._is_escaping = piece.endswith(b"\\")
        parts = piece.split(b'"')
        outside = b"".join(parts[self._is_in_text :: 2])
        self._is_in_text ^= len(parts) % 2 == 0
        return outside
