"""Pastes finished replies into the window the agent came from, one after the other.

``Paster`` is the interface for the rest of the program; ``KeyPaster`` pastes with clipboard and keys on any
system that has TargetWindows and a Clipboard. See ``run.py`` for the steps of one paste.
"""

from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Protocol

from PySide6.QtCore import QObject, Signal, SignalInstance

from quickdesk.desktop.paste.job import PasteJob, PasteReport, PasteTools
from quickdesk.desktop.paste.programs import paste_keys_for
from quickdesk.desktop.paste.run import PasteRun
from quickdesk.desktop.ports.clipboard import ClipboardState
from quickdesk.desktop.ports.target import Target
from quickdesk.replies.delivery import Delivery, Outcome


class Paster(Protocol):
    """Delivers replies. For each call ``arrived`` and then ``finished`` are emitted once, in call order."""

    @property
    def arrived(self) -> SignalInstance:
        """``arrived()``: the reply no longer needs the focus of its window, or will not be pasted."""
        ...

    @property
    def finished(self) -> SignalInstance:
        """``finished(PasteReport)``: the paste has ended."""
        ...

    def paste(self, target: Target | None, delivery: Delivery) -> None:
        """Paste into ``target``, None to copy only; our own windows must be hidden already."""
        ...

    def copy(self, delivery: Delivery) -> None:
        """Copy the reply to the clipboard, where it stays."""
        ...

    def finish_early(self) -> None:
        """Restore the clipboard as early as possible: the agent continues, or the program quits."""
        ...

    def finish_now(self) -> None:
        """End the current paste now, because the program quits; waiting replies are not pasted.

        The clipboard is restored if the target has read the reply. Of the replies that were not pasted the
        last stays on the clipboard. All signals are emitted.
        """
        ...

    def use_paste_keys(self, paste_keys: Mapping[str, str]) -> None:
        """Set the paste keys by window class; pastes that have started keep theirs."""
        ...

    def clipboard_text(self) -> str:
        """Return the text that the agent copied last, empty if there is none; returns within a second."""
        ...

    def selection_text(self) -> str:
        """Return the text that the agent selected last (X11 PRIMARY), empty on other systems."""
        ...


@dataclass(frozen=True, slots=True)
class _Request:
    """A queued reply; without a target it is only copied."""

    target: Target | None
    delivery: Delivery


class KeyPaster(QObject):
    """Implements Paster with the paste keys of the target program."""

    arrived = Signal()
    finished = Signal(object)

    def __init__(
        self,
        tools: PasteTools,
        paste_keys: Mapping[str, str] = MappingProxyType({}),
        parent: QObject | None = None,
    ) -> None:
        """``paste_keys`` are the agent's settings, by window class."""
        super().__init__(parent)
        self._tools = tools
        self._paste_keys = paste_keys
        self._waiting: deque[_Request] = deque()
        self._run: PasteRun | None = None
        self._is_ending = False

    def use_paste_keys(self, paste_keys: Mapping[str, str]) -> None:
        """Set the paste keys by window class; pastes that have started keep theirs."""
        self._paste_keys = paste_keys

    def paste(self, target: Target | None, delivery: Delivery) -> None:
        """Paste into ``target`` after the replies requested before; None to copy only."""
        self._enqueue(_Request(target, delivery))

    def copy(self, delivery: Delivery) -> None:
        """Copy the reply, after the replies requested before."""
        self._enqueue(_Request(None, delivery))

    def finish_early(self) -> None:
        """See ``Paster.finish_early``."""
        if self._run is not None:
            self._run.finish_early()

    def finish_now(self) -> None:
        """End the current paste and start no other; the last waiting reply is copied."""
        self._is_ending = True
        if self._run is not None:
            self._run.finish_now()
        else:
            self._abandon_waiting()

    def clipboard_text(self) -> str:
        """Return the clipboard text; during a paste the text from before it."""
        return self._tools.clipboard.text()

    def selection_text(self) -> str:
        """Return the text of the X11 PRIMARY selection; during a paste the text from before it."""
        return self._tools.clipboard.text("PRIMARY")

    def _enqueue(self, request: "_Request") -> None:
        self._waiting.append(request)
        self.finish_early()
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
        keys = self._tools.windows.available_keys(paste_keys_for(target.program, self._paste_keys))
        job = PasteJob(target, delivery, keys, self._tools.timers.now())
        self._run = PasteRun(self._tools, job, self.arrived.emit, self._on_done)
        if self._waiting:
            self._run.finish_early()
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
            self._abandon_waiting()
            return
        if self._waiting:
            self._tools.timers.after(0, self._next)
        self.finished.emit(report)

    def _abandon_waiting(self) -> None:
        """Report all waiting replies as not pasted; the last one is copied."""
        waiting, self._is_ending = [*self._waiting], False
        self._waiting.clear()
        for request in waiting[:-1]:
            self.arrived.emit()
            failed = Outcome.COPIED_ONLY if request.target is None else Outcome.FOCUS_LOST
            self.finished.emit(PasteReport(failed, ClipboardState.FAILED))
        for request in waiting[-1:]:
            self._copy(request.delivery)
