"""Escaping characters that a terminal or viewer interprets instead of showing them.

These are control characters, bidirectional controls, and line and paragraph separators, which could move the
cursor, reorder the following text or forge a line of output.
"""

import re

_CONTROLS = "\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ud800-\udfff"
_IN_TEXT = re.compile(f"[{_CONTROLS}]")
_IN_LINE = re.compile(f"[\n{_CONTROLS}]")


def plain(text: str) -> str:
    r"""Return the text with these characters escaped as ``\x1b`` or ``\u202e``; ``\n`` is kept."""
    return _IN_TEXT.sub(_escaped, text)


def plain_line(text: str) -> str:
    r"""Return the text on one line: as :func:`plain`, with line breaks escaped as ``\x0a``."""
    return _IN_LINE.sub(_escaped, text)


def plain_json(text: str) -> str:
    r"""Return an equivalent JSON text with these characters escaped as ``\u202e``.

    In JSON they can only occur inside strings, where those below U+0020 are always escaped.
    """
    return _IN_TEXT.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def _escaped(found: re.Match[str]) -> str:
    number = ord(found[0])
    return f"\\x{number:02x}" if number < 0x100 else f"\\u{number:04x}"
