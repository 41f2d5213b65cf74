"""An own connection to the X server, and whom a window belongs to. One thread uses a connection."""

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
    """The X server cannot be reached, or lacks what is needed of it."""


def open_display(name: str | None = None) -> display.Display:
    """Open a connection to the display (None: the one in the environment).

    Raises X11UnavailableError.
    """
    try:
        return display.Display(name)
    except _CANNOT_OPEN as cause:
        _close_sockets(cause)
        raise X11UnavailableError(str(cause)) from cause


def connect(name: str | None = None) -> display.Display:
    """Open a connection that says nothing about windows which went meanwhile.

    Requests without an answer that name one that is gone are no news; those with an answer raise where
    they are made. Raises X11UnavailableError.
    """
    link = open_display(name)
    link.set_error_handler(lambda *_: None)
    return link


def _close_sockets(failure: BaseException) -> None:
    """Close what python-xlib opened before it failed: it leaves that to the garbage collector."""
    for value in _values_at(failure):
        if isinstance(value, socket.socket):
            value.close()
        elif isinstance(value, Display) and isinstance(opened := vars(value).get("socket"), socket.socket):
            opened.close()  # it got further: the server refused, or went silent


def _values_at(failure: BaseException | None) -> Iterator[object]:
    """Return the local values of all frames that the failure, and what led to it, went through."""
    while failure is not None:
        trace = failure.__traceback__
        while trace is not None:
            yield from list(trace.tb_frame.f_locals.values())
            trace = trace.tb_next
        failure = failure.__context__


class WindowOwners:
    """Tells which program a window belongs to, by X client and by process."""

    def __init__(self, link: display.Display) -> None:
        self._link = link
        self._mask = ~link.display.info.resource_id_mask
        self._processes: dict[int, int] = {}
        self._knows_processes = link.has_extension("X-Resource")

    def client(self, window: int) -> int:
        """Return the X client that made the window, as a number that stays while it lives."""
        return int(window & self._mask)

    def process(self, window: int) -> int:
        """Return the process that made the window; 0 where it runs elsewhere or is not known."""
        client = self.client(window)
        if client not in self._processes:
            self._processes[client] = self._ask(client) if self._knows_processes else 0
        return self._processes[client]

    def forget(self) -> None:
        """Ask anew next time: clients go, and their numbers are given to others."""
        self._processes.clear()

    def _ask(self, client: int) -> int:
        spec: Any = {"client": client, "mask": res.LocalClientPIDMask}  # the stubs claim a tuple
        try:
            answer = res.query_client_ids(self._link, [spec])
        except error.XError:
            return 0
        values = [value for entry in answer.ids for value in entry.value]
        return int(values[0]) if values else 0
