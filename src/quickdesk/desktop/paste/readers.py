"""Whose reads of the clipboard are the target's, and whose are those of onlookers.

Clipboard histories read whatever is copied, at once and unasked: whoever reads before the paste keys
were pressed is one, and stays one. Programs under Wine read through a process of Wine's own. Browsers,
and programs made of one, read a paste once or twice before the page's own code gets it, and perhaps once
more when that is through; when the clipboard changes before, they paste nothing (Chromium) or what is
there then. Two reads do not show that it is over, three do (decision 0013).
"""

from quickdesk.desktop.ports.clipboard import TextRead
from quickdesk.desktop.ports.target import Target

_BROWSERS = frozenset(
    {"brave-browser", "chromium", "chromium-browser", "epiphany", "firefox", "firefox-esr", "google-chrome"}
    | {"librewolf", "microsoft-edge", "navigator", "opera", "vivaldi-stable"}
)
_READS_OF_A_BROWSER = 3


class Readers:
    """Remembers onlookers from paste to paste."""

    def __init__(self) -> None:
        self._onlookers: set[tuple[int, int]] = set()
        self._twice = set(_BROWSERS)

    def is_target(self, read: TextRead, target: Target) -> bool:
        """Tell whether a read after the paste keys is the target's."""
        if self._is_same(read, target):
            return True
        through_wine = target.program.endswith(".exe")
        return (through_wine or not target.client) and (read.client, read.process) not in self._onlookers

    def note_early_read(self, read: TextRead, target: Target) -> None:
        """Remember who read before the paste keys were pressed."""
        if not self._is_same(read, target):
            self._onlookers.add((read.client, read.process))

    def takes_time(self, target: Target, reads: int) -> bool:
        """Tell whether the program, which has read so often, may be at work on the paste long after that."""
        if reads > 1:
            self._twice.add(target.program)
        return reads < _READS_OF_A_BROWSER and target.program in self._twice

    def _is_same(self, read: TextRead, target: Target) -> bool:
        same_process = read.process == target.process and target.process != 0
        return same_process or (read.client == target.client and target.client != 0)
