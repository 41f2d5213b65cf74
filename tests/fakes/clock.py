"""Clocks that stand still or are moved by a test."""

from dataclasses import dataclass
from datetime import UTC, datetime

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


@dataclass(frozen=True)
class StillClock:
    moment: datetime = NOON

    def now(self) -> datetime:
        return self.moment

    def uptime(self) -> float:
        return 0.0


class MovingClock:
    """Stands still until ``moment``, or ``seconds`` of the computer's own counter, is set."""

    def __init__(self) -> None:
        self.moment, self.seconds = NOON, 0.0

    def now(self) -> datetime:
        return self.moment

    def uptime(self) -> float:
        return self.seconds
