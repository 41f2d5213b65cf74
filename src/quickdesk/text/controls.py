"""Characters that a terminal or a viewer obeys instead of showing them: they are written as their number.

Control characters move a cursor, change colours or ring a bell; bidirectional controls turn the order of
what follows; line and paragraph separators begin a line that the program did not write.
"""

import re

_OBEYED = "\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ud800-\udfff"
_IN_TEXT = re.compile(f"[{_OBEYED}]")
_IN_LINE = re.compile(f"[\n{_OBEYED}]")


def plain(text: str) -> str:
    r"""Return a text in which all that is obeyed is written as ``\x1b`` or ``\u202e``; ``\n`` stays."""
    return _IN_TEXT.sub(_number, text)


def plain_line(text: str) -> str:
    r"""Return a text on one line: as :func:`plain`, a line break as ``\x0a``."""
    return _IN_LINE.sub(_number, text)


def plain_json(text: str) -> str:
    r"""Return a JSON text in which everything that is obeyed is written as ``\u202e``; it says the same.

    These characters can only be inside of strings; JSON itself wants those below a space as their number.
    """
    return _IN_TEXT.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def _number(found: re.Match[str]) -> str:
    number = ord(found[0])
    return f"\\x{number:02x}" if number < 0x100 else f"\\u{number:04x}"
