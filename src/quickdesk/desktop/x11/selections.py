"""A thread that saves, offers and watches the X11 selections, on its own connection.

A clipboard owner that does not answer therefore never blocks the windows, and the program behind every read
is known. Requests are queued as functions, and a pipe wakes the loop; events are reported with ``notify``, on
this thread. This module does not use Qt.
"""

import logging
import os
import select
import threading  # noqa: TID251 - a desktop backend with an event loop of its own: the X connection's
from collections.abc import Callable
from contextlib import suppress
from queue import Empty, SimpleQueue

from Xlib import error

from quickdesk.desktop.ports.clipboard import ClipboardEvent, OfferFailed, Reader
from quickdesk.desktop.x11.connection import connect
from quickdesk.desktop.x11.selection_fetch import SavedSelection
from quickdesk.desktop.x11.selection_offers import SelectionOffers
from quickdesk.desktop.x11.selection_owner import SelectionOwner

_TICK_S = 0.02
_STOP_LIMIT_S = 2.0
_log = logging.getLogger(__name__)


class Selections:
    """Selections by name: ``CLIPBOARD``, ``PRIMARY``. All methods return at once."""

    def __init__(self, notify: Callable[[ClipboardEvent], None], display_name: str | None = None) -> None:
        """Connect and start; raises X11UnavailableError."""
        self._notify = notify
        self._link = connect(display_name)
        self._owner = SelectionOwner(self._link)
        self._offers = SelectionOffers(self._link, self._owner, notify)
        self._jobs: SimpleQueue[Callable[[], None]] = SimpleQueue()
        self._wake_reader, self._wake_writer = os.pipe()
        self._is_stopping = False
        self._thread = threading.Thread(target=self._run, name="x11-selections", daemon=True)
        self._thread.start()

    def offer(
        self,
        text: str,
        names: tuple[str, ...],
        on_saved: Callable[[dict[str, SavedSelection]], None],
        reader: Reader | None = None,
    ) -> None:
        """Save the selections, then offer ``text`` on them; ``on_saved`` receives the content before Offered.

        Other programs than ``reader`` wait for the text, None: none does. If a selection already has an
        offer, or if a clipboard manager took it, its saved content remains.
        """
        self._post(lambda: self._offers.offer(text, names, on_saved, reader))

    def cancel(self) -> None:
        """Cancel a pending request and drop the saved content; a current offer stays."""
        self._post(self._offers.cancel)

    def release(self, names: tuple[str, ...], done: Callable[[], None]) -> None:
        """End the offer; the given selections that are still ours are cleared."""
        self._post(lambda: self._offers.release(names, done))

    def fetch_text(self, name: str, done: Callable[[str], None]) -> None:
        """Fetch the text of a selection."""
        self._post(lambda: self._offers.fetch_text(name, done))

    def find_replaceable(self, names: tuple[str, ...], done: Callable[[frozenset[str]], None]) -> None:
        """Find which of the selections are ours, or were taken by a program on its own."""
        self._post(lambda: self._offers.find_replaceable(names, done))

    def stop(self) -> None:
        """End the thread and close the connection, and with it the offers."""
        if self._is_stopping:
            return
        self._is_stopping = True
        self._wake()
        self._thread.join(_STOP_LIMIT_S)
        if not self._thread.is_alive():
            os.close(self._wake_reader)
            os.close(self._wake_writer)

    def _post(self, job: Callable[[], None]) -> None:
        self._jobs.put(job)
        self._wake()

    def _wake(self) -> None:
        with suppress(OSError):
            os.write(self._wake_writer, b".")

    def _run(self) -> None:
        try:
            while not self._is_stopping:
                self._run_once()
        except (error.ConnectionClosedError, OSError):
            _log.warning("the connection to the X server broke")
        finally:
            if not self._is_stopping:
                self._notify(OfferFailed())
            with suppress(error.ConnectionClosedError, OSError):
                self._link.close()

    def _run_once(self) -> None:
        with suppress(Empty):
            while True:
                self._jobs.get_nowait()()
        while self._owner.has_event:
            with suppress(error.XError):  # the window no longer exists
                self._offers.on_event(self._owner.next_event())
        waiting = self._offers.tick()
        self._link.flush()
        # Sending may also receive events; then the socket is not readable any more.
        if self._jobs.empty() and not self._owner.has_event:
            limit_s = _TICK_S if waiting else None
            ready, _, _ = select.select([self._link.fileno(), self._wake_reader], [], [], limit_s)
            if self._wake_reader in ready:
                os.read(self._wake_reader, 4096)
