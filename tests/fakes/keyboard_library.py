"""A fake of the ``keyboard`` package: reports keys by scan code on its own thread, like the real one."""

import threading
from collections.abc import Callable
from dataclasses import dataclass

CODES = {
    "ctrl": (29, 97),
    "alt": (56,),
    "shift": (42, 54),
    "windows": (125,),
    "space": (57,),
    "n": (49,),
    "page up": (104,),
}


@dataclass
class FakeKeyEvent:
    event_type: str
    scan_code: int
    time: float


class FakeKeyboardLibrary:
    """``error`` is raised by ``hook``, like the real one without permission."""

    def __init__(self, error: Exception | None = None) -> None:
        self.error = error
        self.now = 100.0
        self.callbacks: list[Callable[[FakeKeyEvent], None]] = []

    def hook(self, callback: Callable[[FakeKeyEvent], None]) -> Callable[[], None]:
        if self.error is not None:
            raise self.error
        self.callbacks.append(callback)
        return lambda: self.callbacks.remove(callback)

    def key_to_scan_codes(self, key: str) -> tuple[int, ...]:
        if key not in CODES:
            raise ValueError(f"Key {key!r} is not mapped to any known key.")
        return CODES[key]

    def send(self, *keys: str) -> None:
        """Report key events, ``+ctrl`` for a press and ``-ctrl`` for a release, 20 ms apart."""
        events = [
            FakeKeyEvent("down" if key[0] == "+" else "up", CODES[key[1:]][0], self._later(0.02))
            for key in keys
        ]
        thread = threading.Thread(target=self._deliver, args=(events,))
        thread.start()
        thread.join()

    def press(self, *names: str) -> None:
        """Press keys together and release them, after a second without events."""
        self._later(1.0)
        self.send(*(f"+{name}" for name in names), *(f"-{name}" for name in reversed(names)))

    def _later(self, seconds: float) -> float:
        self.now += seconds
        return self.now

    def _deliver(self, events: list[FakeKeyEvent]) -> None:
        for event in events:
            for callback in list(self.callbacks):
                callback(event)
