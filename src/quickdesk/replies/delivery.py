"""What can become of a reply on its way into the chat box."""

from dataclasses import dataclass
from enum import Enum


class Outcome(Enum):
    """How a paste ended. On anything but PASTED the reply stays on the clipboard."""

    PASTED = "pasted"
    """The target window read the reply; the clipboard is as it was before."""
    COPIED_ONLY = "copied-only"
    """Pasting was not asked for or is not possible here; the agent pastes."""
    FOCUS_LOST = "focus-lost"
    """The window the agent came from did not get the focus back; no key was sent."""
    NOT_READ = "not-read"
    """The paste keys were sent, but the target never asked for the text."""
    TARGET_GONE = "target-gone"
    """The window the agent came from no longer exists; it went before the keys, or before it read."""


@dataclass(frozen=True, slots=True)
class Delivery:
    """A finished text that may be sent: no field is open in it.

    ``cursor_back`` is how many characters (as an editor counts them, grapheme clusters) the
    cursor stands before the end of the text, 0 where the reply does not say.
    """

    text: str
    cursor_back: int = 0
