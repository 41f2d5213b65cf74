"""A queue of keys that were pressed before the list they refer to has arrived."""

from typing import TypeAlias

from PySide6.QtGui import QInputMethodEvent, QKeyEvent

from quickdesk.ui.palette.key_map import PaletteAction, PaletteRequest, Pick

Typed: TypeAlias = QKeyEvent | QInputMethodEvent
_ACCEPTING = (PaletteAction.ACCEPT, PaletteAction.COPY)


class PendingKeys:
    """Requests for the list to come; after a request that accepts a row, typed text is queued as well."""

    def __init__(self) -> None:
        self._requests: list[PaletteRequest] = []
        self._typed_ahead: list[Typed] = []

    def __bool__(self) -> bool:
        return bool(self._requests)

    @property
    def will_accept(self) -> bool:
        """Whether a queued request accepts a row."""
        return any(isinstance(each, Pick) or each in _ACCEPTING for each in self._requests)

    def add(self, request: PaletteRequest) -> None:
        """Queue a request."""
        self._requests.append(request)

    def keeps(self, event: Typed) -> bool:
        """Queue an event after a request that accepts a row; of input method events only commits.

        Returns whether the event was consumed.
        """
        if self.will_accept and (isinstance(event, QKeyEvent) or event.commitString()):
            self._typed_ahead.append(event.clone())
        return self.will_accept

    def drop(self) -> tuple[list[PaletteRequest], list[Typed]]:
        """Clear the queue and return its requests and the events typed after them."""
        requests, self._requests = self._requests, []
        typed_ahead, self._typed_ahead = self._typed_ahead, []
        return requests, typed_ahead
