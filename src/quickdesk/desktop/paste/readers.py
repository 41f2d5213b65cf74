"""Whose reads of the clipboard are the target's, and whose are those of onlookers.

Clipboard histories read whatever is copied, at once and unasked: whoever reads before the paste keys
were pressed is one, and stays one. Programs under Wine read through a process of Wine's own. Browsers
read every paste twice, with the page's own code running in between; how often a program usually reads
is remembered, so that a second read that is late is waited for.
"""

from quickdesk.desktop.paste.clipboard import TextRead
from quickdesk.desktop.target import Target

_BROWSERS = ("chromium", "google-chrome", "microsoft-edge", "brave-browser", "vivaldi-stable", "opera")


class Readers:
    """Remembers onlookers from paste to paste."""

    def __init__(self) -> None:
        self._onlookers: set[tuple[int, int]] = set()
        self._usual_reads = dict.fromkeys(_BROWSERS, 2)

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

    def expects_more(self, target: Target, reads: int) -> bool:
        """Tell whether the program usually reads more often than it did now."""
        return reads < self._usual_reads.get(target.program, 1)

    def note_reads(self, target: Target, reads: int) -> None:
        """Remember how often a program read one paste."""
        self._usual_reads[target.program] = max(reads, self._usual_reads.get(target.program, 1))

    def _is_same(self, read: TextRead, target: Target) -> bool:
        same_process = read.process == target.process and target.process != 0
        return same_process or (read.client == target.client and target.client != 0)
