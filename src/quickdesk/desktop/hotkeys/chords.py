"""Recognises key combinations in a stream of single key events.

The stream can have gaps: no events arrive while the screen is locked, so a release may be missing. A key
whose last event is too old counts as released. Times come with the events, in seconds.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

_MODIFIER_LIMIT_S = 10.0
"""A modifier whose last event is older than this counts as released: its release was missed."""
_REPEAT_LIMIT_S = 1.0
"""The longest interval of auto-repeat; a press after it is a new press."""


@dataclass(frozen=True, slots=True)
class Chord:
    """The scan codes of a key, and the modifiers that must be down; no other modifier may be."""

    codes: frozenset[int]
    modifiers: frozenset[str]


class Chords:
    """Tracks the keys that are down; ``modifiers`` maps each modifier to its scan codes."""

    def __init__(self, modifiers: Mapping[str, Iterable[int]]) -> None:
        self._modifier_of = {code: name for name, codes in modifiers.items() for code in codes}
        self._down: dict[int, float] = {}
        self._chords: Mapping[str, Chord] = {}

    def watch(self, chords: Mapping[str, Chord]) -> None:
        """Set the chords to recognise, by name; may be called from any thread."""
        self._chords = dict(chords)

    def down(self, code: int, time_s: float) -> str:
        """Process a key press or repeat; return the name of the chord it completes, else an empty string."""
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
        """Process a key release."""
        self._down.pop(code, None)

    def _held(self, now_s: float) -> frozenset[str]:
        return frozenset(
            self._modifier_of[code]
            for code, time_s in self._down.items()
            if code in self._modifier_of and now_s - time_s < _MODIFIER_LIMIT_S
        )
