"""Finished replies on their way into the chat box, one after the other.

Only a complete reply is sent, and only to the window the agent came from.
"""

import logging
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, QTimer, Signal

from quickdesk.desktop.paste.job import PasteReport
from quickdesk.desktop.paste.paster import Paster
from quickdesk.desktop.ports.target import Target
from quickdesk.insights.daily_use import KeyCount
from quickdesk.replies.delivery import Delivery, Undeliverable, deliver
from quickdesk.replies.render import Rendered

_log = logging.getLogger(__name__)
_CONCLUDE_AFTER_MS, _QUIT_AFTER_MS = 1700, 2000
"""When the program quits: after how long a paste is concluded, and after how long the program ends anyway."""


@dataclass(frozen=True, slots=True)
class Sent:
    """A reply that was sent; ``target`` is None if it was only copied. ``keys`` counts the keys that took.

    It was found by ``query``, or suggested for the masked ``message`` of a buyer. ``customer_id`` is the
    customer it was composed for, empty for none, and ``text`` what was sent.
    """

    snippet_id: str
    target: Target | None
    keys: Callable[[], KeyCount]
    query: str = ""
    message: str = ""
    customer_id: str = ""
    text: str = field(default="", repr=False)


class DeferredCall(QObject):
    """A call that is made by :meth:`run`, or ``limit_ms`` after it was scheduled."""

    def __init__(self, limit_ms: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._call: Callable[[], None] | None = None
        self._timer = QTimer(self, singleShot=True, interval=limit_ms)
        self._timer.timeout.connect(self.run)

    @property
    def is_pending(self) -> bool:
        """Whether a call is scheduled."""
        return self._call is not None

    def schedule(self, call: Callable[[], None]) -> None:
        """Schedule a call; it replaces a pending one, whose time limit stays."""
        if self._call is None:
            self._timer.start()
        self._call = call

    def run(self) -> None:
        """Make the pending call now, if there is one."""
        call = self._call
        self.cancel()
        if call is not None:
            call()

    def cancel(self) -> None:
        """Cancel the pending call."""
        self._timer.stop()
        self._call = None


class DeliveryQueue(QObject):
    """Passes finished replies to the paster and signals how each of them ended."""

    arrived = Signal()
    """No reply needs the focus of its window any more."""
    finished = Signal(object, object)
    """The PasteReport of a reply, and what was Sent."""
    undeliverable = Signal(object)
    """The Undeliverable, which says why a reply was not sent."""
    settling = Signal()
    """The program quits as soon as no reply is under way; nothing is sent any more."""

    def __init__(self, paster: Paster) -> None:
        super().__init__()
        self._paster = paster
        self._under_way: deque[Sent | Callable[[PasteReport], None]] = deque()
        self._arriving = 0
        self._programs: dict[str, None] = {}
        self._concluding = DeferredCall(_CONCLUDE_AFTER_MS, self)
        self._quitting = DeferredCall(_QUIT_AFTER_MS, self)
        paster.arrived.connect(self._on_arrived)
        paster.finished.connect(self._on_finished)

    @property
    def is_arriving(self) -> bool:
        """Whether a reply needs the focus of its window now."""
        return self._arriving > 0

    @property
    def is_settling(self) -> bool:
        """Whether the program waits for the last reply in order to quit."""
        return self._quitting.is_pending

    @property
    def programs(self) -> tuple[str, ...]:
        """The programs that replies were sent to, in order of the first reply."""
        return tuple(self._programs)

    def deliver(self, sent: Sent, rendered: Rendered, *, copy_only: bool) -> None:
        """Send a reply, or emit ``undeliverable``."""
        delivery = deliver(rendered)
        if isinstance(delivery, Undeliverable):
            self.undeliverable.emit(delivery)
            return
        self._under_way.append(sent)
        self._arriving += 1
        if copy_only:
            self._paster.copy(delivery)
        else:
            self._paster.paste(sent.target, delivery)

    def copy_text(self, text: str, done: Callable[[PasteReport], None]) -> None:
        """Copy a text that is no reply; ``done`` gets the report instead of ``finished``."""
        self._under_way.append(done)
        self._arriving += 1
        self._paster.copy(Delivery(text))

    def finish_early(self) -> None:
        """Restore the clipboard as soon as possible, because the agent continues."""
        self._paster.finish_early()

    def settle(self, then: Callable[[], None]) -> None:
        """Call ``then`` when no reply is under way any more, at the latest after two seconds.

        The clipboard that is kept for the agent would be lost if the program quit earlier.
        """
        self.settling.emit()
        if self._under_way:
            self.finish_early()
            self._quitting.schedule(then)
            self._concluding.schedule(self._paster.finish_now)
        else:
            then()

    def close(self) -> None:
        """Emit nothing any more."""
        self._concluding.cancel()
        self._quitting.cancel()
        self._paster.arrived.disconnect(self._on_arrived)
        self._paster.finished.disconnect(self._on_finished)

    def _on_arrived(self) -> None:
        self._arriving -= 1
        if not self._arriving:
            self.arrived.emit()

    def _on_finished(self, report: PasteReport) -> None:
        sent = self._under_way.popleft()
        if isinstance(sent, Sent):
            self._report(report, sent)
        else:
            sent(report)
        if not self._under_way:
            self._quitting.run()

    def _report(self, report: PasteReport, sent: Sent) -> None:
        if sent.target is not None and sent.target.program:
            self._programs[sent.target.program] = None
        _log.info(
            "reply %s: clipboard %s, %d reads", report.outcome.value, report.clipboard.value, report.reads
        )
        self.finished.emit(report, sent)
