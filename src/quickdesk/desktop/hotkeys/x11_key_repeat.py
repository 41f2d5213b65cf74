"""Tells a press from the auto-repeat of a held key, out of the stream of X key events alone.

A server repeats a held key as a release and a press of the same key, next to each other, at the same
server time and with the same modifiers. A second press by a finger differs in one of these, or comes alone:
its release before went to another program. Nothing is peeked at and nothing is waited for, so it does not
matter in which portions the events arrive.
"""


class KeyRepeat:
    """Remembers the last release; feed it every key event in order."""

    def __init__(self) -> None:
        self._released: tuple[int, int, int] | None = None

    def released(self, keycode: int, state: int, time_ms: int) -> None:
        """Take in a key release with its modifier state and server time."""
        self._released = (keycode, state, time_ms)

    def is_new(self, keycode: int, state: int, time_ms: int) -> bool:
        """Take in a key press with its modifier state and server time; return whether a finger did it."""
        is_repeat = self._released == (keycode, state, time_ms)
        self._released = None
        return not is_repeat
