"""The time and chance of the outside world, as arguments: code that decides never asks for them itself."""

from collections.abc import Callable
from datetime import datetime
from typing import Protocol, TypeAlias

NewId: TypeAlias = Callable[[], str]
"""Makes a fresh random id that was never used before."""


class Clock(Protocol):
    """Tells the time."""

    def now(self) -> datetime:
        """Return the present moment, aware of its time zone (the agent's own)."""
        ...

    def uptime(self) -> float:
        """Return the seconds since the computer was started, sleep included; nobody can set this counter."""
        ...
