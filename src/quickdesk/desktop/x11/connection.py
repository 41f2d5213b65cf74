"""Connections to the X server besides Qt's, and the owners of windows. One thread uses a connection."""

import socket
from collections.abc import Iterator
from typing import Any

from Xlib import display, error
from Xlib.ext import res
from Xlib.protocol.display import Display

_CANNOT_OPEN = (
    error.DisplayError,
    error.ConnectionClosedError,
    error.XauthError,
    error.XNoAuthError,
    OSError,
)


class X11UnavailableError(Exception):
    """The X server cannot be reached, or lacks a required extension."""


def open_display(name: str | None = None) -> display.Display:
    """Open a connection to the display, by default ``$DISPLAY``.

    Raises X11UnavailableError.
    """
    try:
        return display.Display(name)
    except _CANNOT_OPEN as cause:
        _close_sockets(cause)
        raise X11UnavailableError(str(cause)) from cause


def connect(name: str | None = None) -> display.Display:
    """Open a connection that ignores errors of requests without a reply.

    Such requests may name a window that no longer exists; requests with a reply raise XError where they are
    made. Raises X11UnavailableError.
    """
    link = open_display(name)
    link.set_error_handler(lambda *_: None)
    return link


def _close_sockets(failure: BaseException) -> None:
    """Close the sockets that python-xlib opened before it failed; it leaves them to the garbage collector."""
    for value in _values_at(failure):
        if isinstance(value, socket.socket):
            value.close()
        elif isinstance(value, Display) and isinstance(opened := vars(value).get("socket"), socket.socket):
            opened.close()  # the server refused the connection, or stopped answering


def _values_at(failure: BaseException | None) -> Iterator[object]:
    """Yield the local variables of all frames in the traceback of the failure and of its contexts."""
    while failure is not None:
        trace = failure.__traceback__
        while trace is not None:
            yield from list(trace.tb_frame.f_locals.values())
            trace = trace.tb_next
        failure = failure.__context__


class WindowOwners:
    """Finds the X client and the process that own a window."""

    def __init__(self, link: display.Display) -> None:
        self._link = link
        self._mask = ~link.display.info.resource_id_mask
        self._processes: dict[int, int] = {}
        self._knows_processes = link.has_extension("X-Resource")

    def client(self, window: int) -> int:
        """Return the X client that created the window, as a number that is constant while it runs."""
        return int(window & self._mask)

    def process(self, window: int) -> int:
        """Return the process that created the window; 0 if it is remote or unknown."""
        client = self.client(window)
        if client not in self._processes:
            self._processes[client] = self._query(client) if self._knows_processes else 0
        return self._processes[client]

    def clear_cache(self) -> None:
        """Clear the cache: the server reuses the numbers of clients that have gone."""
        self._processes.clear()

    def _query(self, client: int) -> int:
        spec: Any = {"client": client, "mask": res.LocalClientPIDMask}  # the stubs claim a tuple
        try:
            answer = res.query_client_ids(self._link, [spec])
        except error.XError:
            return 0
        values = [value for entry in answer.ids for value in entry.value]
        return int(values[0]) if values else 0
