"""The command server of the running program: listens on a local socket of this user.

No client can block the program or other clients: a request must arrive in time, and if there are too many
connections, the oldest one without a request is closed.
"""

import logging
import os
import stat
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, nullcontext, suppress
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTimer
from PySide6.QtNetwork import QLocalServer

from quickdesk.desktop.command_connection import ClientConnection, ClientLimits, Handler
from quickdesk.settings.endpoint import endpoints

_BACKLOG = 128
_DEFAULT_LIMITS: Final = ClientLimits()

_log = logging.getLogger(__name__)


class CommandServerError(Exception):
    """The command server cannot listen at any of ``addresses``."""

    def __init__(self, addresses: tuple[str, ...]) -> None:
        super().__init__(f"cannot listen at any of: {', '.join(addresses)}")
        self.addresses = addresses


class CommandServer(QObject):
    """Serves the commands for one data folder."""

    def __init__(
        self,
        folder: Path,
        handle: Handler,
        limits: ClientLimits = _DEFAULT_LIMITS,
        parent: QObject | None = None,
    ) -> None:
        """Create a server for the data folder ``folder``; ``handle`` is called for each request."""
        super().__init__(parent)
        self._folder = Path(os.path.realpath(folder))
        self._handle = handle
        self._limits = limits
        self._socket: tuple[int, int] | None = None
        self._connections: dict[ClientConnection, None] = {}
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.setListenBacklogSize(_BACKLOG)
        self._server.newConnection.connect(self._accept)

    def listen(self, environment: Mapping[str, str] = os.environ, *, in_folder: bool = True) -> str:
        """Start listening and return the address.

        Without ``in_folder`` only addresses outside the folder are used, which depend on its path: if the
        folder was renamed, commands for the old path still reach the program. The caller must own the lock of
        the folder: an existing socket is then one that a crashed owner left, and is replaced.

        Raises CommandServerError if it cannot listen at any address.
        """
        user_id = os.getuid() if hasattr(os, "getuid") else 0
        every = endpoints(str(self._folder), environment, os.name, user_id)
        addresses = tuple(each for each in every if in_folder or Path(each).parent != self._folder)
        for address in addresses:
            if _is_free(address) and self._server.listen(address):
                self._socket = _identity(address)
                return address
            _log.info("cannot listen at %s: %s", address, self._server.errorString())
        raise CommandServerError(addresses)

    def stop_listening(self) -> None:
        """Accept no new connections; existing ones are still answered."""
        address = self._server.fullServerName()
        with _preserved(address) if _identity(address) not in (None, self._socket) else nullcontext():
            self._server.close()

    def close(self) -> None:
        """Stop listening and close all connections, including those that wait for an answer."""
        self.stop_listening()
        for connection in tuple(self._connections):
            connection.end()

    def _accept(self) -> None:
        """Accept pending connections up to the limit; the others stay in the queue of the server."""
        while self._can_accept() and (socket := self._server.nextPendingConnection()) is not None:
            connection = ClientConnection(socket, self._handle, self._limits, self)
            self._connections[connection] = None
            connection.ended.connect(self._on_ended)
            connection.begin()

    def _can_accept(self) -> bool:
        """Return whether another connection can be accepted; an idle one is closed for it if necessary."""
        if len(self._connections) < self._limits.max_connections or not self._server.hasPendingConnections():
            return True
        idle = [each for each in self._connections if not each.is_being_handled]
        if not idle:
            return False
        # The oldest without a request; only then one that does not read its answer.
        min(idle, key=lambda each: each.is_answered).end()
        return True

    def _on_ended(self, connection: ClientConnection) -> None:
        self._connections.pop(connection, None)
        connection.deleteLater()
        QTimer.singleShot(0, self, self._accept)


@contextmanager
def _preserved(address: str) -> Iterator[None]:
    """Preserve the file at ``address``, which closing deletes: it may be that of another server."""
    aside = Path(f"{address}.{os.getpid()}")
    with suppress(OSError):
        os.link(address, aside)
    yield
    with suppress(OSError):
        aside.replace(address)


def _identity(address: str) -> tuple[int, int] | None:
    """Return device and inode of the socket, None if there is none; on Windows a socket is not a file."""
    if os.name == "nt":
        return None
    try:
        status = os.lstat(address)
    except OSError:
        return None
    return status.st_dev, status.st_ino


def _is_free(address: str) -> bool:
    """Return whether there is nothing at ``address``, or a socket: Qt would replace any other file too."""
    if os.name == "nt":
        return True
    try:
        return stat.S_ISSOCK(os.lstat(address).st_mode)
    except FileNotFoundError:
        return True
    except OSError:
        return False
