"""Attributes clipboard reads: to the target, or to observers such as clipboard histories.

Clipboard histories read everything that is copied, at once: a program that reads before the paste keys were
pressed is an observer, and stays one. Programs under Wine read through a process of Wine. Browsers, and
programs based on one, read a paste once or twice before the page's own code gets it, and perhaps once more
afterwards; if the clipboard changes before that, they paste nothing (Chromium) or the new content. Two reads
do not prove that the paste is complete, three do (decision 0013).
"""

from quickdesk.desktop.ports.clipboard import TextRead
from quickdesk.desktop.ports.target import Target

_BROWSERS = frozenset(
    {"brave-browser", "chromium", "chromium-browser", "epiphany", "firefox", "firefox-esr", "google-chrome"}
    | {"librewolf", "microsoft-edge", "navigator", "opera", "vivaldi-stable"}
)
_READS_OF_A_BROWSER = 3


class Readers:
    """Remembers the observers between pastes."""

    def __init__(self) -> None:
        self._observers: set[tuple[int, int]] = set()
        self._twice = set(_BROWSERS)

    def is_target(self, read: TextRead, target: Target) -> bool:
        """Return whether a read after the paste keys belongs to the target."""
        if self._is_same(read, target):
            return True
        through_wine = target.program.endswith(".exe")
        return (through_wine or not target.client) and (read.client, read.process) not in self._observers

    def note_early_read(self, read: TextRead, target: Target) -> None:
        """Record a read before the paste keys: its program is an observer, unless it is the target."""
        if not self._is_same(read, target):
            self._observers.add((read.client, read.process))

    def takes_time(self, target: Target, reads: int) -> bool:
        """Return whether the target may read again after ``reads`` reads, even if it is quiet for a while."""
        if reads > 1:
            self._twice.add(target.program)
        return reads < _READS_OF_A_BROWSER and target.program in self._twice

    def _is_same(self, read: TextRead, target: Target) -> bool:
        same_process = read.process == target.process and target.process != 0
        return same_process or (read.client == target.client and target.client != 0)
