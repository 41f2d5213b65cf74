"""Quitting: features may object because something is unsaved, and a reply under way still arrives."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from quickdesk.app.delivery import DeliveryQueue
from quickdesk.app.feature import Feature, Veto
from quickdesk.commands.answer import Answer, Exit, Request, done, problem
from quickdesk.ui.notice import Notice


class Quitting(QObject):
    """Asks the features whether the program may quit, and waits for the last reply."""

    begun = Signal()
    """The program quits; a new start must wait for the end instead of sending it commands."""
    ended = Signal()
    """Nothing is under way any more."""

    def __init__(
        self, features: Sequence[Feature], delivery: DeliveryQueue, notify: Callable[[Notice], None]
    ) -> None:
        """``notify`` shows why the program does not quit."""
        super().__init__()
        self._features, self._delivery, self._notify = features, delivery, notify

    def request(self) -> None:
        """Quit, unless a feature objects."""
        if self._veto() is None:
            self.settle(self.ended.emit)

    def on_command(self, _request: Request) -> Answer:
        """Quit after the answer to the command ``quit``, unless a feature objects."""
        veto = self._veto()
        if veto is not None:
            return problem(Exit.REFUSED, veto.problem)
        QTimer.singleShot(0, self, self.request)
        return done()

    def settle(self, then: Callable[[], None]) -> None:
        """Call ``then`` when no reply is under way any more; see :meth:`DeliveryQueue.settle`."""
        self.begun.emit()
        self._delivery.settle(then)

    def _veto(self) -> Veto | None:
        """Return the first veto of a feature, and show its notice."""
        for feature in self._features:
            veto = feature.before_quit()
            if veto is not None:
                if veto.notice is not None:
                    self._notify(veto.notice)
                return veto
        return None
