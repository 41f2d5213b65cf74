"""A clock and delayed calls, passed in as a parameter."""

from collections.abc import Callable
from time import monotonic
from typing import Protocol

from PySide6.QtCore import QTimer


class Timers(Protocol):
    """A monotonic clock and delayed calls; never blocks."""

    def now(self) -> float:
        """Return a monotonic time in milliseconds."""
        ...

    def after(self, delay_ms: int, call: Callable[[], None]) -> None:
        """Call ``call`` once on this thread, after at least ``delay_ms`` milliseconds."""
        ...


class QtTimers:
    """Implements Timers with the Qt event loop."""

    def now(self) -> float:
        """Return a monotonic time in milliseconds."""
        return monotonic() * 1000

    def after(self, delay_ms: int, call: Callable[[], None]) -> None:
        """Call ``call`` from the event loop after ``delay_ms``."""
        QTimer.singleShot(delay_ms, call)
