"""Python's garbage collection, only in the thread of the windows, and the memory it frees."""

import ctypes
import gc
from contextlib import suppress

from PySide6.QtCore import QObject, QTimer

from quickdesk.storage.journal.gc_pause import is_gc_paused

EVERY_MS = 1000
SETTLED_MS = 3000
"""How long after the start windows and library are loaded, before the user is likely to type."""


def release_free_memory() -> None:
    """Return free memory to the operating system (some milliseconds); from any thread.

    glibc by itself returns only what lies at the end of its heap.
    """
    with suppress(AttributeError, OSError, TypeError):  # not glibc; TypeError: Windows has no CDLL(None)
        ctypes.CDLL(None).malloc_trim(0)


class GarbageCollection(QObject):
    """Collects garbage periodically, only in the thread that made this object, until :meth:`close`.

    By itself Python collects in whichever thread has just allocated, and what it finds may be a window or a
    timer, which must be destroyed in their own thread.
    """

    def __init__(self) -> None:
        super().__init__()
        self._was_enabled = gc.isenabled()
        gc.disable()
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self.collect_what_is_due)
        self._timer.start()
        self._settling = QTimer(self, singleShot=True, interval=SETTLED_MS)
        self._settling.timeout.connect(self.settle)
        self._settling.start()

    def settle(self) -> None:
        """Collect everything once, and exclude what is left from later collections.

        A full collection takes some frames (50 ms with 5,000 replies), so it is done only once.
        """
        if is_gc_paused():
            self._settling.start()
            return
        gc.collect()
        gc.freeze()
        release_free_memory()

    def collect_what_is_due(self) -> None:
        """Collect as Python would: the young generation often, the old ones seldom."""
        if is_gc_paused():
            return
        due = [count > most for count, most in zip(gc.get_count(), gc.get_threshold(), strict=True)]
        if any(due):
            gc.collect(max(generation for generation, is_due in enumerate(due) if is_due))

    def close(self) -> None:
        """Enable Python's own collection again."""
        self._timer.stop()
        self._settling.stop()
        if self._was_enabled:
            gc.enable()
