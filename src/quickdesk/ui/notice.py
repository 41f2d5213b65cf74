"""A message to the agent as a value; toasts, banners and inline hints show it.

A tone is never shown by colour alone: its icon is shown beside the text.
"""

from dataclasses import dataclass
from enum import Enum


class Tone(Enum):
    """The severity of a notice."""

    DONE = "done"
    """It succeeded."""
    INFO = "info"
    """Nothing is wrong; the agent may have to act."""
    WARNING = "warning"
    """It did not succeed; nothing is lost."""
    PROBLEM = "problem"
    """Something is wrong until it is fixed."""


@dataclass(frozen=True, slots=True)
class Notice:
    """A message: the headline states what happened, the text what is safe and what to do."""

    tone: Tone
    headline: str
    text: str = ""
