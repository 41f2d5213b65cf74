"""Takes and releases X11 selections for a hidden window of its own."""

from typing import Any

from Xlib import X, Xatom, display
from Xlib.protocol import request, rq

from quickdesk.desktop.x11.connection import WindowOwners


class SelectionOwner:
    """A hidden window that takes and releases selections by name; one thread uses it."""

    def __init__(self, link: display.Display) -> None:
        self._link = link
        root = link.screen().root
        self.window = root.create_window(0, 0, 1, 1, 0, X.CopyFromParent, event_mask=X.PropertyChangeMask)
        self.programs = WindowOwners(link)
        self._clock = link.intern_atom("QUICKDESK_CLOCK")
        self._later: list[rq.Event] = []

    @property
    def has_event(self) -> bool:
        """Whether ``next_event`` returns at once; any request to the server may bring events."""
        return bool(self._later or self._link.pending_events())

    def next_event(self) -> rq.Event:
        """Return the next event, in order of arrival."""
        return self._later.pop(0) if self._later else self._link.next_event()

    def owner(self, name: str) -> int:
        """Return the window that owns a selection, 0 for none."""
        found: Any = self._link.get_selection_owner(self._link.intern_atom(name))  # a window or X.NONE
        return 0 if found == X.NONE else int(found.id)

    def owns(self, name: str) -> bool:
        """Return whether a selection is ours."""
        return bool(self.owner(name) == self.window.id)

    def take(self, name: str, since: int) -> None:
        """Request a selection with the server time ``since``; check the result with ``owns``."""
        self.window.set_selection_owner(self._link.intern_atom(name), since)

    def release(self, name: str) -> None:
        """Clear a selection that is ours."""
        request.SetSelectionOwner(
            display=self._link.display,
            window=X.NONE,
            selection=self._link.intern_atom(name),
            time=self.server_time(),
        )

    def server_time(self) -> int:
        """Return the server time, which selections are taken with (ICCCM 2.1)."""
        self.window.change_property(self._clock, Xatom.INTEGER, 32, [0])
        while True:
            event = self._link.next_event()
            if event.type == X.PropertyNotify and event.atom == self._clock:
                return int(event.time)
            self._later.append(event)
