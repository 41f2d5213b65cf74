"""Making millions of objects without Python's collector of garbage going through them again and again."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_MANY_OBJECTS = 100_000


@contextmanager
def making_many_objects() -> Iterator[None]:
    """Let no collection of garbage go through millions of new objects again and again, now or later."""
    before, collects = gc.get_count()[0], gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()
        if gc.get_count()[0] - before > _MANY_OBJECTS:
            gc.freeze()  # these stay: a collection of everything else need not go through them
