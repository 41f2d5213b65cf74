"""What the program has to tell the agent once, as a value: toasts, banners and inline hints show it.

The tone is never colour alone: whoever shows a notice puts the tone's icon beside the words.
"""

from dataclasses import dataclass
from enum import Enum


class Tone(Enum):
    """How a notice is meant."""

    DONE = "done"
    """It worked."""
    INFO = "info"
    """Nothing is wrong; something is left to the agent."""
    WARNING = "warning"
    """It did not work as wished; nothing is lost."""
    PROBLEM = "problem"
    """Something is broken and stays so until somebody acts."""


@dataclass(frozen=True, slots=True)
class Notice:
    """One message: the headline says what happened, the text what is safe and what to do."""

    tone: Tone
    headline: str
    text: str = ""
