"""Tells a press from the auto-repeat of a held key, out of the stream of X key events alone.

A server repeats a held key as a release and a press of the same key, next to each other, at the same
server time and with the same modifiers. A second press by a finger differs in one of these. Nothing is
peeked at and nothing is waited for, so it does not matter in which portions the events arrive.
"""

_LOST_RELEASE_MS = 1000
"""A press of a key that is already down is a repeat, unless the last sign of it is older than this:
then its release went to another program (a grab was broken) and this is a new press."""
_WRAP = 1 << 32


class KeyRepeat:
    """Remembers which keys are down; feed it every key event in order."""

    def __init__(self) -> None:
        self._down: dict[int, int] = {}
        self._released: tuple[int, int, int] | None = None

    def released(self, keycode: int, state: int, time_ms: int) -> None:
        """Take in a key release with its modifier state and server time."""
        self._down.pop(keycode, None)
        self._released = (keycode, state, time_ms)

    def is_new(self, keycode: int, state: int, time_ms: int) -> bool:
        """Take in a key press with its modifier state and server time; return whether a finger did it."""
        is_repeat = self._released == (keycode, state, time_ms)
        self._released = None
        before = self._down.get(keycode)
        self._down[keycode] = time_ms
        if before is not None:
            is_repeat = (time_ms - before) % _WRAP < _LOST_RELEASE_MS
        return not is_repeat
