"""Which of the pieces that a reply shares with a message are worth naming."""

from collections.abc import Sequence


def telling(shared: Sequence[str]) -> list[str]:
    """Return the pieces without those that are a part of another one."""
    return [piece for piece in shared if not any(piece != other and piece in other for other in shared)]
