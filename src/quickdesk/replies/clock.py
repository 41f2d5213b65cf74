"""The current time and random ids, passed in as arguments instead of read from the system."""

from collections.abc import Callable
from datetime import datetime
from typing import Protocol, TypeAlias

NewId: TypeAlias = Callable[[], str]
"""Returns a new random id."""


class Clock(Protocol):
    """Source of the current time."""

    def now(self) -> datetime:
        """Return the current time, timezone-aware in the local time zone."""
        ...

    def uptime(self) -> float:
        """Return the seconds since the computer was started, sleep included; this counter cannot be set."""
        ...
