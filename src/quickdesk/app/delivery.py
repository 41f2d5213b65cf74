"""A finished reply on its way into the chat box.

Only what is complete leaves, and only into the window the agent came from; how it ended is told.
"""

import logging
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from quickdesk.app.held import Held
from quickdesk.desktop.paste.paster import Paster
from quickdesk.desktop.paste.report import PasteReport
from quickdesk.desktop.ports.target import Target
from quickdesk.insights.daily_use import KeyCount
from quickdesk.replies.render import Rendered, Undeliverable, deliver

_log = logging.getLogger(__name__)
_CONCLUDE_AFTER_MS, _END_AFTER_MS = 1700, 2000
"""When the program ends: how long a paste may take its time, and how long its hurried end may."""


@dataclass(frozen=True, slots=True)
class Sent:
    """Which reply went where, and its ``keys``; ``target`` is None for one that is only copied.

    It was found by ``query``, or suggested for a buyer's ``message``, masked.
    """

    snippet_id: str
    target: Target | None
    keys: KeyCount
    query: str = ""
    message: str = ""


class DeliveryFlow(QObject):
    """Joins finished replies with the paster."""

    arrived = Signal()
    """No reply needs the focus in its window any more."""
    finished = Signal(object, object)
    """A PasteReport and what was Sent: how a reply ended."""
    undeliverable = Signal(object)
    """An Undeliverable: why a reply stays here."""

    def __init__(self, paster: Paster) -> None:
        super().__init__()
        self._paster = paster
        self._under_way: deque[Sent] = deque()
        self._arriving = 0
        self._hurrying = Held(_CONCLUDE_AFTER_MS, self)
        self._ending = Held(_END_AFTER_MS, self)
        paster.arrived.connect(self._on_arrived)
        paster.finished.connect(self._on_finished)

    @property
    def is_arriving(self) -> bool:
        """Whether a reply needs the focus in its window now."""
        return self._arriving > 0

    @property
    def is_ending(self) -> bool:
        """Whether the program waits for the last reply, to end with it."""
        return self._ending.is_holding

    def deliver(self, sent: Sent, rendered: Rendered, *, copy_only: bool) -> None:
        """Send a reply, or tell why it cannot be."""
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

    def hurry(self) -> None:
        """The agent goes on: a reply that has arrived gives the clipboard back soon."""
        self._paster.hurry()

    def settle(self, then: Callable[[], None]) -> None:
        """Call ``then`` when no reply is on its way any more, after two seconds in any case.

        Ending sooner would take the clipboard with it that was kept for the agent.
        """
        if self._under_way:
            self.hurry()
            self._ending.hold(then)
            self._hurrying.hold(self._paster.conclude)
        else:
            then()

    def close(self) -> None:
        """Hear of nothing any more."""
        self._hurrying.drop()
        self._ending.drop()
        self._paster.arrived.disconnect(self._on_arrived)
        self._paster.finished.disconnect(self._on_finished)

    def _on_arrived(self) -> None:
        self._arriving -= 1
        if not self._arriving:
            self.arrived.emit()

    def _on_finished(self, report: PasteReport) -> None:
        sent = self._under_way.popleft()
        _log.info(
            "reply %s: clipboard %s, %d reads", report.outcome.value, report.clipboard.value, report.reads
        )
        self.finished.emit(report, sent)
        if not self._under_way:
            self._ending.let_go()
