"""Python's collector of garbage, kept to the thread of the windows.

By itself it runs in whatever thread has just made an object, and what it finds may be a window or a timer:
these must not end in any thread but their own. What is there once the program has started stays to its end:
to go through all of it takes some frames (50 ms with 5,000 replies, measured), so that is done only once.
"""

import gc

from PySide6.QtCore import QObject, QTimer

from quickdesk.storage.journal.gc_pause import is_gc_paused

EVERY_MS = 1000
SETTLED_MS = 3000
"""How long after the start the windows and the library are there, and nobody is likely to type yet."""


class GarbageCollection(QObject):
    """Collects garbage from time to time in the thread that made it, and nowhere else until :meth:`close`."""

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
        """Collect everything once, and never go through what is left again."""
        gc.collect()
        gc.freeze()

    def collect_what_is_due(self) -> None:
        """Collect as Python would: the young often, the old seldom."""
        if is_gc_paused():
            return
        due = [count > most for count, most in zip(gc.get_count(), gc.get_threshold(), strict=True)]
        if any(due):
            gc.collect(max(generation for generation, is_due in enumerate(due) if is_due))

    def close(self) -> None:
        """Leave it to Python again."""
        self._timer.stop()
        self._settling.stop()
        if self._was_enabled:
            gc.enable()
