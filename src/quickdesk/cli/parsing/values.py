"""What stands behind an option, read as what it means; argparse names it in its refusal of a line.

The reasons are understood by :mod:`quickdesk.cli.words.usage`, which has them in the agent's language.
"""

import argparse
from collections.abc import Callable


def whole_number(most: int) -> Callable[[str], int]:
    """Return a reader of whole numbers from 1 to ``most``."""

    def read(text: str) -> int:
        try:
            number = int(text)
        except ValueError:
            number = 0
        if not 1 <= number <= most:
            raise argparse.ArgumentTypeError(f"no whole number from 1 to {most}: {text}")
        return number

    return read


def assignment(text: str) -> tuple[str, str]:
    """Read NAME=VALUE; the value may be empty and hold further equals signs."""
    name, equals, value = text.partition("=")
    if not equals or not name.strip():
        raise argparse.ArgumentTypeError(f"no NAME=VALUE: {text}")
    return name.strip(), value
