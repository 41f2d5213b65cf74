"""Pausing Python's garbage collector while very many objects are made.

A collection examines every object made since the last one and lets no other thread run meanwhile: with a
million new documents that takes 0.1 seconds, again and again.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from quickdesk.storage.journal.background import Guard

_MANY_OBJECTS = 100_000


class _Pauses:
    """How many pauses are in effect, and whether the collector was enabled before the first of them."""

    def __init__(self) -> None:
        self.count = 0
        self._guard = Guard()
        self._was_enabled = False

    def begin(self) -> None:
        with self._guard:
            if not self.count:
                self._was_enabled = gc.isenabled()
                gc.disable()
            self.count += 1

    def end(self) -> None:
        with self._guard:
            self.count -= 1
            if not self.count and self._was_enabled:
                gc.enable()


_pauses = _Pauses()


@contextmanager
def gc_paused() -> Iterator[None]:
    """Pause the collector, in all threads, until every pause has ended.

    If very many objects were made, they are exempted from later collections, because they are expected to
    stay.
    """
    _pauses.begin()
    before = gc.get_count()[0]
    try:
        yield
    finally:
        if gc.get_count()[0] - before > _MANY_OBJECTS:
            gc.freeze()
        _pauses.end()


def is_gc_paused() -> bool:
    """Return whether a pause is in effect; code that starts collections itself should wait then."""
    return _pauses.count > 0
