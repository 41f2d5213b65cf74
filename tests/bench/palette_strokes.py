"""Matches the keystrokes of an agent with recorded paintings: which list answered which stroke, and when."""

import statistics
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

FRAME_MS = 1000 / 60


@dataclass(frozen=True, slots=True)
class Stroke:
    """A key press: the content of the search box after it, and the time limit of its answer.

    ``end_ns`` is when the agent continues with something else: later paintings answer no stroke of this
    query.
    """

    query: str
    kind: str
    pressed_ns: int
    end_ns: int


@dataclass(frozen=True, slots=True)
class Note:
    """A step of the program for a query, and when it was finished.

    ``key``: received a key; ``found``: has hits; ``shown``: they are laid out; ``letter`` and ``list``:
    painted. ``rows`` are the ids of the first rows of a list.
    """

    what: str
    query: str
    at_ns: int
    rows: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Answered:
    """One stroke and the milliseconds until each step; a step that did not happen is missing."""

    stroke: Stroke
    ms: Mapping[str, float]
    rows: tuple[str, ...] = ()


def answered(strokes: Iterable[Stroke], notes: Sequence[Note]) -> list[Answered]:
    """Return for each stroke the first note of each step for its query after the press.

    A key is received before the box contains it: it belongs to the query without its last letter.
    """
    return [_answered(stroke, notes) for stroke in strokes]


def _answered(stroke: Stroke, notes: Sequence[Note]) -> Answered:
    found: dict[str, Note] = {}
    for note in notes:
        if stroke.pressed_ns <= note.at_ns <= stroke.end_ns:
            about = stroke.query[:-1] if note.what == "key" else stroke.query
            if note.query == about:
                found.setdefault(note.what, note)
    times = {what: (note.at_ns - stroke.pressed_ns) / 1e6 for what, note in found.items()}
    return Answered(stroke, times, found["list"].rows if "list" in found else ())


def summary(name: str, times: Sequence[float], of: int) -> str:
    """Return one line: median, p95, p99, maximum, the share within a frame, and the number of strokes."""
    if not times:
        return f"{name:<26} none of {of}"
    ordered = sorted(times)
    high = "".join(
        f"{ordered[min(len(ordered) - 1, int(len(ordered) * part))]:8.1f}" for part in (0.95, 0.99)
    )
    within = sum(each <= FRAME_MS for each in ordered) / len(ordered)
    return (
        f"{name:<26}{statistics.median(ordered):8.1f}{high}{ordered[-1]:8.1f}   {within:6.1%}"
        f"  {len(ordered)} of {of}"
    )
