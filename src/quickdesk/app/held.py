"""Something to do that has to wait a moment for something else, and never waits longer than its limit."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer


class Held(QObject):
    """Keeps one call back until it is let go, or until ``limit_ms`` have passed since it was held."""

    def __init__(self, limit_ms: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._call: Callable[[], None] | None = None
        self._limit = QTimer(self, singleShot=True, interval=limit_ms)
        self._limit.timeout.connect(self.let_go)

    @property
    def is_holding(self) -> bool:
        """Whether a call is kept back now."""
        return self._call is not None

    def hold(self, call: Callable[[], None]) -> None:
        """Keep a call back, in the place of the one that is kept already; that one's limit goes on."""
        if self._call is None:
            self._limit.start()
        self._call = call

    def let_go(self) -> None:
        """Do it now, if there is something."""
        call = self._call
        self.drop()
        if call is not None:
            call()

    def drop(self) -> None:
        """Do it never."""
        self._limit.stop()
        self._call = None
