"""A finished reply and the outcome of pasting it."""

from dataclasses import dataclass
from enum import Enum


class Outcome(Enum):
    """The outcome of a paste. Except for PASTED, the reply stays on the clipboard."""

    PASTED = "pasted"
    """The target window read the reply; the clipboard was restored."""
    COPIED_ONLY = "copied-only"
    """Pasting was not requested or is not possible; the agent pastes manually."""
    FOCUS_LOST = "focus-lost"
    """The target window did not get the focus back; no key was sent."""
    NOT_READ = "not-read"
    """The paste keys were sent, but the target did not request the text."""
    TARGET_GONE = "target-gone"
    """The target window was closed before it read the reply."""


@dataclass(frozen=True, slots=True)
class Delivery:
    """A finished text that may be sent; it has no unfilled field.

    ``cursor_back`` is the distance of the cursor from the end of the text in grapheme clusters, 0 if the
    reply does not set it.
    """

    text: str
    cursor_back: int = 0
