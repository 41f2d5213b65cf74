"""The only place of the command line that prints: words without control characters, or exact content.

A title, a path or an error text may hold terminal escapes and characters that turn the order of writing.
Nothing of it reaches the terminal but as its number; only a rendered reply and an export to standard
output are written exactly, because another program reads them.
"""

import json
import sys

from quickdesk.text.controls import plain, plain_json


def print_result(words: str) -> None:
    """Print what came of a command to standard output."""
    print(plain(words))


def print_trouble(words: str) -> None:
    """Print what went wrong, or what else is to know, to standard error."""
    print(plain(words), file=sys.stderr)


def print_json(data: object) -> None:
    """Print data as one line of JSON to standard output."""
    print(plain_json(json.dumps(data, ensure_ascii=False, indent=None)))


def print_exactly(text: str) -> None:
    """Print a text as it is; half a character, which UTF-8 does not know, as its number."""
    print(text.encode("utf-8", "backslashreplace").decode("utf-8"))


def write_exactly(content: bytes) -> None:
    """Write bytes to standard output as they are."""
    sys.stdout.buffer.write(content)
    sys.stdout.flush()
