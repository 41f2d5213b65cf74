"""Folding texts for comparison: width and compatibility forms, case, Traditional to Simplified Chinese.

Folding maps each character to one character of the same length in UTF-16 units (as in QString), so positions
in the folded text are valid in the original.
"""

from quickdesk.text.tables import folds


def fold(text: str) -> str:
    """Return the folded text; it has the same length, and folding is idempotent."""
    return text.translate(folds())


def utf16_length(text: str) -> int:
    """Return the length in UTF-16 units, the unit of QString and of every span."""
    return len(text) + sum(char > "\uffff" for char in text)
