"""Time for things that wait: a clock in milliseconds and calls that come later, as an argument."""

from collections.abc import Callable
from time import monotonic
from typing import Protocol

from PySide6.QtCore import QTimer


class Timers(Protocol):
    """Tells how much time has passed and calls back; never blocks."""

    def now(self) -> float:
        """Return milliseconds since some moment; never goes back."""
        ...

    def after(self, delay_ms: int, call: Callable[[], None]) -> None:
        """Call ``call`` once, in the thread of the caller, not before ``delay_ms`` have passed."""
        ...


class QtTimers:
    """The Timers of a running Qt program."""

    def now(self) -> float:
        """Return milliseconds since some moment."""
        return monotonic() * 1000

    def after(self, delay_ms: int, call: Callable[[], None]) -> None:
        """Call ``call`` from the event loop after ``delay_ms``."""
        QTimer.singleShot(delay_ms, call)
