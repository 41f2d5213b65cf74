"""Warming the caches that the next key strokes need, in small steps while idle.

Results do not depend on it: what is not prepared is computed on demand, only slower.
"""

from collections.abc import Iterator
from functools import partial

from quickdesk.search.element import start, syllable
from quickdesk.search.index.ranks import alphanumeric_ranks, ranks
from quickdesk.search.lookup.request import without_redundant_readings
from quickdesk.search.matches import Part
from quickdesk.search.query import Reading, words_of
from quickdesk.search.segment import Segment
from quickdesk.search.segments import Segments
from quickdesk.search.sounds import Sounds, characters_for_syllable, syllable_prefixes
from quickdesk.search.typos import with_typo_readings

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_TYPED_FIRST = (*_LETTERS, "zh", "ch", "sh")
_MIN_ROWS = 512
"""Smaller segments need no preparation."""
_SMALL_SEGMENT = 4096
"""In segments of at most this many rows, scoring one letter takes about 1 to 2 ms: one step."""
_SYLLABLES_PER_STEP, _SPELLINGS_PER_STEP = 32, 256
_COMMON, _MAX_COMMON = 4, 96


class Preparation:
    """Keeps track of the prepared segments and of the next step."""

    def __init__(self) -> None:
        self._ready: list[Segment] = []
        self._sounds: Sounds | None = None
        self._now: Segment | None = None
        self._steps: Iterator[None] = iter(())

    def step(self, library: Segments, sounds: Sounds) -> bool:
        """Do one step; return False if nothing was left to do."""
        if library.build_next():
            return True
        segments = library.built()
        if self._sounds != sounds:
            self._sounds, self._ready, self._now, self._steps = sounds, [], None, _tables(sounds)
        elif self._now is not None and self._now not in segments:
            self._now, self._steps = None, iter(())
        while True:
            for _ in self._steps:
                return True
            if self._now is not None:
                self._ready.append(self._now)
            self._ready = [each for each in self._ready if each in segments]
            self._now = next((each for each in segments if each not in self._ready), None)
            if self._now is None:
                return False
            self._steps = _steps(self._now, sounds)


def _tables(sounds: Sounds) -> Iterator[None]:
    """Load the tables that do not depend on the library; once per set of fuzzy pairs."""
    for read in (ranks, alphanumeric_ranks, partial(syllable_prefixes, sounds)):
        read()
        yield
    names = sorted(syllable_prefixes(sounds))
    for at in range(0, len(names), _SPELLINGS_PER_STEP):
        for name in names[at : at + _SPELLINGS_PER_STEP]:
            characters_for_syllable(name, sounds)
        yield
    with_typo_readings(words_of("tuihou", sounds)[0])
    yield


def _steps(segment: Segment, sounds: Sounds) -> Iterator[None]:
    """Prepare one segment; a frequent letter takes several steps."""
    if len(segment) > _MIN_ROWS:
        yield from segment.index.preparation_steps()
        yield from segment.preparation_steps()
        yield from _of_letters(segment, sounds)
        yield from _of_syllables(segment, sounds)
        yield from _of_codes(segment)


def _of_letters(segment: Segment, sounds: Sounds) -> Iterator[None]:
    for typed in _TYPED_FIRST:
        for reading in words_of(typed, sounds)[0].readings:
            for part in Part if len(reading.elements) == 1 else ():
                yield from _row_score_steps(segment, reading, part)


def _of_syllables(segment: Segment, sounds: Sounds) -> Iterator[None]:
    """Estimate all syllables, and cache the scores of the most frequent ones."""
    counts: dict[str, int] = {}
    names = sorted(syllable_prefixes(sounds))
    for at in range(0, len(names), _SYLLABLES_PER_STEP):
        for name in names[at : at + _SYLLABLES_PER_STEP]:
            segment.index.estimate((syllable(name, sounds),), Part.BODY)
            counts[name] = segment.index.estimate((start(name, sounds),), Part.HEAD)
        yield
    if len(segment) <= _SMALL_SEGMENT:
        return
    for name in sorted(names, key=lambda each: -counts[each])[:_MAX_COMMON]:
        if counts[name] * _COMMON > len(segment) and len(name) > 1:
            for reading in without_redundant_readings(words_of(name, sounds)[0]).readings:
                if len(reading.elements) == 1:
                    yield from _row_score_steps(segment, reading, Part.HEAD)


def _row_score_steps(segment: Segment, reading: Reading, part: Part) -> Iterator[None]:
    for _ in () if segment.has_row_scores(reading, part) else segment.row_score_steps(reading, part):
        if len(segment) > _SMALL_SEGMENT:
            yield
    segment.top_rows(reading, part)
    yield


def _of_codes(segment: Segment) -> Iterator[None]:
    for char in _LETTERS:
        segment.index.codes_with_gaps(char + "0")
        yield
