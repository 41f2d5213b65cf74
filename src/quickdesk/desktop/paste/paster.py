"""Brings finished replies into the window the agent came from, one after the other.

``Paster`` is what the rest of the program knows; ``KeyPaster`` pastes by clipboard and keys on any
system that has TargetWindows and a Clipboard. See ``run.py`` for the steps of one paste.
"""

from collections import deque
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Protocol

from PySide6.QtCore import QObject, Signal, SignalInstance

from quickdesk.desktop.clipboard.clipboard import ClipboardState
from quickdesk.desktop.paste.job import PasteJob, PasteTools
from quickdesk.desktop.paste.keys import paste_keys_for
from quickdesk.desktop.paste.report import PasteReport
from quickdesk.desktop.paste.run import PasteRun
from quickdesk.desktop.target.target import Target
from quickdesk.replies.delivery import Delivery, Outcome


class Paster(Protocol):
    """Delivers replies. Every call is answered by one ``arrived`` and one ``finished``, in their order."""

    @property
    def arrived(self) -> SignalInstance:
        """``arrived()``: the reply needs its window's focus no more, or will not get there."""
        ...

    @property
    def finished(self) -> SignalInstance:
        """``finished(PasteReport)``."""
        ...

    def paste(self, target: Target | None, delivery: Delivery) -> None:
        """Paste into the target; our own windows are hidden already. None: copy only."""
        ...

    def copy(self, delivery: Delivery) -> None:
        """Put the reply on the clipboard and leave it there."""
        ...

    def conclude(self) -> None:
        """End what is under way now, because the program ends; replies not begun yet are given up.

        What the target has read gives the clipboard back, anything else stays on the clipboard.
        """
        ...

    def use_paste_keys(self, paste_keys: Mapping[str, str]) -> None:
        """Take over changed settings; pastes that were begun keep theirs."""
        ...

    def clipboard_text(self) -> str:
        """Return the text on the clipboard, empty where there is none; never waits long."""
        ...


class KeyPaster(QObject):
    """The Paster that presses the program's paste keys."""

    arrived = Signal()
    finished = Signal(object)

    def __init__(
        self,
        tools: PasteTools,
        paste_keys: Mapping[str, str] = MappingProxyType({}),
        parent: QObject | None = None,
    ) -> None:
        """``paste_keys`` are the agent's own, by window class."""
        super().__init__(parent)
        self._tools = tools
        self._paste_keys = paste_keys
        self._waiting: deque[Callable[[], None]] = deque()
        self._run: PasteRun | None = None

    def use_paste_keys(self, paste_keys: Mapping[str, str]) -> None:
        """Take over changed settings; pastes that were begun keep theirs."""
        self._paste_keys = paste_keys

    def paste(self, target: Target | None, delivery: Delivery) -> None:
        """Paste into the target, after those that were asked for before. None: copy only."""
        if target is None:
            self.copy(delivery)
        else:
            self._enqueue(lambda: self._paste(target, delivery))

    def copy(self, delivery: Delivery) -> None:
        """Put the reply on the clipboard, after the pastes that were asked for before."""
        self._enqueue(lambda: self._copy(delivery))

    def conclude(self) -> None:
        """End the paste that runs and begin no other."""
        self._waiting.clear()
        if self._run is not None:
            self._run.conclude()

    def clipboard_text(self) -> str:
        """Return the text on the clipboard; while a paste runs, what was there before it."""
        return self._tools.clipboard.text()

    def _enqueue(self, begin: Callable[[], None]) -> None:
        self._waiting.append(begin)
        if self._run is None and len(self._waiting) == 1:
            self._tools.timers.after(0, self._next)

    def _next(self) -> None:
        if self._run is None and self._waiting:
            self._waiting.popleft()()

    def _paste(self, target: Target, delivery: Delivery) -> None:
        keys = self._tools.windows.playable(paste_keys_for(target.program, self._paste_keys))
        job = PasteJob(target, delivery, keys, self._tools.timers.now())
        self._run = PasteRun(self._tools, job, self.arrived.emit, self._on_done)
        self._run.start()

    def _copy(self, delivery: Delivery) -> None:
        left = self._tools.clipboard.leave(delivery.text)
        state = ClipboardState.REPLY if left else ClipboardState.FAILED
        self.arrived.emit()
        self._on_done(PasteReport(Outcome.COPIED_ONLY, state))

    def _on_done(self, report: PasteReport) -> None:
        self._run = None
        if self._waiting:
            self._tools.timers.after(0, self._next)
        self.finished.emit(report)
