"""Brings finished replies into the window the agent came from, one after the other.

``Paster`` is what the rest of the program knows; ``KeyPaster`` pastes by clipboard and keys on any
system that has TargetWindows and a Clipboard. See ``run.py`` for the steps of one paste.
"""

from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Protocol

from PySide6.QtCore import QObject, Signal, SignalInstance

from quickdesk.desktop.paste.job import PasteJob, PasteTools
from quickdesk.desktop.paste.keys import paste_keys_for
from quickdesk.desktop.paste.report import PasteReport
from quickdesk.desktop.paste.run import PasteRun
from quickdesk.desktop.ports.clipboard import ClipboardState
from quickdesk.desktop.ports.target import Target
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

    def hurry(self) -> None:
        """The agent goes on, or the program is to end: keep the clipboard no longer than needed."""
        ...

    def conclude(self) -> None:
        """End what is under way now, because the program ends; replies not begun yet are not pasted.

        What the target has read gives the clipboard back. Of all that did not get there the last stays on
        the clipboard, and each is answered.
        """
        ...

    def use_paste_keys(self, paste_keys: Mapping[str, str]) -> None:
        """Take over changed settings; pastes that were begun keep theirs."""
        ...

    def clipboard_text(self) -> str:
        """Return the text that the agent copied last, empty where there is none; never waits long."""
        ...

    def selection_text(self) -> str:
        """Return the text that the agent marked last, where the middle button pastes that; else nothing."""
        ...


@dataclass(frozen=True, slots=True)
class _Request:
    """A reply that waits for its turn; without a target it is only copied."""

    target: Target | None
    delivery: Delivery


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
        self._waiting: deque[_Request] = deque()
        self._run: PasteRun | None = None
        self._is_ending = False

    def use_paste_keys(self, paste_keys: Mapping[str, str]) -> None:
        """Take over changed settings; pastes that were begun keep theirs."""
        self._paste_keys = paste_keys

    def paste(self, target: Target | None, delivery: Delivery) -> None:
        """Paste into the target, after those requested before. None: copy only."""
        self._enqueue(_Request(target, delivery))

    def copy(self, delivery: Delivery) -> None:
        """Put the reply on the clipboard, after the pastes requested before."""
        self._enqueue(_Request(None, delivery))

    def hurry(self) -> None:
        """Keep the clipboard no longer than an ordinary page needs."""
        if self._run is not None:
            self._run.hurry()

    def conclude(self) -> None:
        """End the paste that runs and begin no other; the last that waits goes on the clipboard."""
        self._is_ending = True
        if self._run is not None:
            self._run.conclude()
        else:
            self._give_up_waiting()

    def clipboard_text(self) -> str:
        """Return the text on the clipboard; while a paste runs, what was there before it."""
        return self._tools.clipboard.text()

    def selection_text(self) -> str:
        """Return the text that the middle button pastes; while a paste runs, what was there before it."""
        return self._tools.clipboard.text("PRIMARY")

    def _enqueue(self, request: "_Request") -> None:
        self._waiting.append(request)
        self.hurry()
        if self._run is None and len(self._waiting) == 1:
            self._tools.timers.after(0, self._next)

    def _next(self) -> None:
        if self._run is not None or not self._waiting:
            return
        request = self._waiting.popleft()
        if request.target is None:
            self._copy(request.delivery)
        else:
            self._paste(request.target, request.delivery)

    def _paste(self, target: Target, delivery: Delivery) -> None:
        keys = self._tools.windows.playable(paste_keys_for(target.program, self._paste_keys))
        job = PasteJob(target, delivery, keys, self._tools.timers.now())
        self._run = PasteRun(self._tools, job, self.arrived.emit, self._on_done)
        if self._waiting:
            self._run.hurry()
        self._run.start()

    def _copy(self, delivery: Delivery) -> None:
        left = self._tools.clipboard.set_text(delivery.text)
        state = ClipboardState.REPLY if left else ClipboardState.FAILED
        self.arrived.emit()
        self._on_done(PasteReport(Outcome.COPIED_ONLY, state))

    def _on_done(self, report: PasteReport) -> None:
        self._run = None
        if self._is_ending:
            self.finished.emit(report)
            self._give_up_waiting()
            return
        if self._waiting:
            self._tools.timers.after(0, self._next)
        self.finished.emit(report)

    def _give_up_waiting(self) -> None:
        """Answer for all that wait; only one of them finds room on the clipboard."""
        waiting, self._is_ending = [*self._waiting], False
        self._waiting.clear()
        for request in waiting[:-1]:
            self.arrived.emit()
            failed = Outcome.COPIED_ONLY if request.target is None else Outcome.FOCUS_LOST
            self.finished.emit(PasteReport(failed, ClipboardState.FAILED))
        for request in waiting[-1:]:
            self._copy(request.delivery)
