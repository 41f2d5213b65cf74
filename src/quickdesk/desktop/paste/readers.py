"""Whose reads of the clipboard are the target's, and whose are those of onlookers.

Clipboard histories read whatever is copied, at once and unasked: whoever reads before the paste keys
were pressed is one, and stays one. Programs under Wine read through a process of Wine's own. Browsers,
and programs made of one, read every paste twice, and where the page's own code handles it the second
time when that code is through; when the clipboard changes in between, they paste nothing (Chromium) or
what is there then. After the second read they have all they need.
"""

from quickdesk.desktop.clipboard.clipboard import TextRead
from quickdesk.desktop.target.target import Target

_BROWSERS = frozenset(
    {"brave-browser", "chromium", "chromium-browser", "epiphany", "firefox", "firefox-esr", "google-chrome"}
    | {"librewolf", "microsoft-edge", "navigator", "opera", "vivaldi-stable"}
)


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

    def note_unasked(self, read: TextRead, target: Target) -> None:
        """Remember who read before the paste keys were pressed."""
        if not self._is_same(read, target):
            self._onlookers.add((read.client, read.process))

    def may_read_again(self, target: Target, reads: int) -> bool:
        """Tell whether the program, which has read so often, may read once more long after that."""
        if reads > 1:
            self._twice.add(target.program)
        return reads < 2 and target.program in self._twice

    def _is_same(self, read: TextRead, target: Target) -> bool:
        same_process = read.process == target.process and target.process != 0
        return same_process or (read.client == target.client and target.client != 0)
