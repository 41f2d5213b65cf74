"""Recognises key combinations in a stream of single keys, as a library that listens to all keys gives them.

Such a stream can have holes: nothing is heard while the screen is locked, so a key may seem to be down
for ever. What was last heard of too long ago counts as up. Pure: times come with the events, in seconds.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

_MODIFIER_LIMIT_S = 10.0
"""Nobody holds Ctrl+Alt longer than this before the key; a modifier heard of earlier was let go unheard."""
_REPEAT_LIMIT_S = 1.0
"""Auto-repeat comes again within this time; a press after it is a new one."""


@dataclass(frozen=True, slots=True)
class Chord:
    """A key by its scan codes, with the modifiers that must be down, no others."""

    codes: frozenset[int]
    modifiers: frozenset[str]


class Chords:
    """Knows which modifiers are down; ``modifiers`` gives the scan codes of each."""

    def __init__(self, modifiers: Mapping[str, Iterable[int]]) -> None:
        self._modifier_of = {code: name for name, codes in modifiers.items() for code in codes}
        self._down: dict[int, float] = {}
        self._chords: Mapping[str, Chord] = {}

    def watch(self, chords: Mapping[str, Chord]) -> None:
        """Recognise these from now on; may be called from another thread than the events come in."""
        self._chords = dict(chords)

    def down(self, code: int, time_s: float) -> str:
        """Take in that a key went down or repeats; return the name of the chord it struck, or nothing."""
        before = self._down.get(code)
        self._down[code] = time_s
        if before is not None and 0 <= time_s - before < _REPEAT_LIMIT_S:
            return ""
        held = self._held(time_s)
        for name, chord in self._chords.items():
            if code in chord.codes and chord.modifiers == held:
                return name
        return ""

    def up(self, code: int) -> None:
        """Take in that a key went up."""
        self._down.pop(code, None)

    def _held(self, now_s: float) -> frozenset[str]:
        return frozenset(
            self._modifier_of[code]
            for code, time_s in self._down.items()
            if code in self._modifier_of and now_s - time_s < _MODIFIER_LIMIT_S
        )
