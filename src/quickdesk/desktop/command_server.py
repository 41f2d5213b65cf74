"""The command server of the running program: reads requests from a local socket of this user, writes answers.

A client sends one line of UTF-8 JSON and receives one; then the connection ends. The meaning of a request is
up to the handler. No client can block the program or other clients: a request must arrive in time, and where
there are too many connections the oldest one without a request is closed. A request whose client has
disconnected is dropped.
"""

import json
import logging
import os
import stat
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, nullcontext, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

import orjson
from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from quickdesk.commands.answer import Exit, problem
from quickdesk.settings.endpoint import LIMIT_BYTES, endpoints

TakeAnswer: TypeAlias = Callable[[dict[str, Any]], None]
IsGone: TypeAlias = Callable[[], bool]
"""Returns whether the client has disconnected; may be called on any thread."""
Handler: TypeAlias = Callable[[dict[str, Any], TakeAnswer, IsGone], None]
"""Handles a request and passes its answer to the callback, at once or later, both as JSON objects."""

_BYTES_A_MS = 4_096
_BACKLOG = 128
_MOST_AT_ONCE_BYTES = 1 << 20

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits for clients.

    A connection is closed if its request is incomplete ``request_ms`` after it was accepted, or if its answer
    is not read within ``answer_ms``; a long line gets more time, at 4 MB a second. There are at most
    ``max_connections`` at a time. A request has at most ``request_bytes``.
    """

    request_ms: int = 2_000
    answer_ms: int = 10_000
    max_connections: int = 256
    request_bytes: int = LIMIT_BYTES


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
        limits: Limits = Limits(),
        parent: QObject | None = None,
    ) -> None:
        """Create a server for the data folder ``folder``; ``handle`` is called for each request."""
        super().__init__(parent)
        self._folder = Path(os.path.realpath(folder))
        self._handle = handle
        self._limits = limits
        self._socket: tuple[int, int] | None = None
        self._connections: dict[_Connection, None] = {}
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.setListenBacklogSize(_BACKLOG)
        self._server.newConnection.connect(self._accept)

    def listen(self, environment: Mapping[str, str] = os.environ, *, in_folder: bool = True) -> str:
        """Start listening and return the address; raises CommandServerError.

        Without ``in_folder`` only addresses outside the folder are used, which depend on its path: if the
        folder was renamed, commands for the old path still reach the program. The caller must own the lock of
        the folder: an existing socket is then one that a crashed owner left, and is replaced.
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
        while self._make_room() and (socket := self._server.nextPendingConnection()) is not None:
            connection = _Connection(socket, self._handle, self._limits, self)
            self._connections[connection] = None
            connection.ended.connect(self._on_ended)
            connection.begin()

    def _make_room(self) -> bool:
        """Return whether another connection can be accepted; an idle one is closed for it if necessary."""
        if len(self._connections) < self._limits.max_connections or not self._server.hasPendingConnections():
            return True
        idle = [each for each in self._connections if not each.is_served]
        if not idle:
            return False
        # The oldest without a request; only then one that does not read its answer.
        min(idle, key=lambda each: each.is_answered).end()
        return True

    def _on_ended(self, connection: "_Connection") -> None:
        self._connections.pop(connection, None)
        connection.deleteLater()
        QTimer.singleShot(0, self, self._accept)


class _Connection(QObject):
    """The connection of one client, from the first byte of the request to the last byte of the answer."""

    ended = Signal(object)

    def __init__(self, socket: QLocalSocket, handle: Handler, limits: Limits, parent: QObject) -> None:
        super().__init__(parent)
        self._socket = socket
        self._handle = handle
        self._limits = limits
        self._received = bytearray()
        self._has_request = self._is_answered = self._is_over = False
        self._age = QElapsedTimer()
        self._deadline = QTimer(self, singleShot=True)
        self._deadline.timeout.connect(self._on_deadline)
        socket.setParent(self)
        # Data beyond this stays with the client instead of in our memory.
        socket.setReadBufferSize(_MOST_AT_ONCE_BYTES)

    @property
    def is_served(self) -> bool:
        """Whether its request is being handled."""
        return self._has_request and not self._is_answered

    @property
    def is_answered(self) -> bool:
        """Whether its answer is being sent."""
        return self._is_answered

    def is_gone(self) -> bool:
        """Return whether the connection has ended; may be called on any thread."""
        return self._is_over

    def begin(self) -> None:
        """Start reading; data may have arrived already."""
        self._socket.disconnected.connect(self._on_disconnected)
        self._socket.readyRead.connect(self._on_ready_read)
        self._age.start()
        self._expect(self._limits.request_ms, 0)
        # At once: a client whose request has arrived must not count as idle.
        if self._has_left():  # while it was in the queue
            self.end()
        else:
            self._on_ready_read()

    def end(self) -> None:
        """Close the connection, if it has not ended."""
        self._socket.abort()
        self._on_disconnected()

    def _expect(self, limit_ms: int, line_bytes: int) -> None:
        """Set the deadline ``limit_ms`` after the start of :attr:`_age`, plus the time for ``line_bytes``."""
        self._deadline.start(max(limit_ms + line_bytes // _BYTES_A_MS - self._age.elapsed(), 0))

    def _on_deadline(self) -> None:
        if not self._is_answered:
            self._on_ready_read()  # the program may have been too busy to read a request that arrived in time
        if not self.is_served and not self._deadline.isActive():
            self.end()

    def _on_disconnected(self) -> None:
        if not self._is_over:
            self._is_over = True
            self._deadline.stop()
            self.ended.emit(self)

    def _on_ready_read(self) -> None:
        chunk = b"" if self._is_over else self._socket.readAll().data()
        if self._has_request or self._is_answered or not chunk:
            return
        self._received += chunk
        if b"\n" in chunk:
            self._answer(bytes(self._received[: self._received.index(b"\n")]))
        elif len(self._received) > self._limits.request_bytes:
            most = self._limits.request_bytes >> 20
            self._send(problem(Exit.USAGE, "request-too-long", megabytes=most).to_json())
        else:
            self._expect(self._limits.request_ms, len(self._received))

    def _answer(self, line: bytes) -> None:
        request = _request(line)
        if request is None:
            self._send(problem(Exit.USAGE, "malformed-request").to_json())
            return
        self._has_request = True
        self._deadline.stop()  # the limit applies to the client only
        # The client may have disconnected while the program was stopped.
        if self._has_left():
            _log.info("dropped a request: its client has disconnected")
            self.end()
            return
        try:
            self._handle(request, self._on_handled, self.is_gone)
        except BaseException:
            # The exception is reported elsewhere; the client must not wait for the answer.
            self.end()
            raise

    def _has_left(self) -> bool:
        """Return whether the client has disconnected, even if no signal has reported it yet."""
        if self._socket.state() is QLocalSocket.LocalSocketState.ConnectedState:
            self._socket.waitForDisconnected(0)
        return self._socket.state() is QLocalSocket.LocalSocketState.UnconnectedState

    def _on_handled(self, answer: dict[str, Any]) -> None:
        if not self._is_over:  # the client may have disconnected meanwhile
            self._send(answer)

    def _send(self, answer: dict[str, Any]) -> None:
        self._is_answered = True
        self._received.clear()
        line = _line(answer)
        self._age.start()
        self._expect(self._limits.answer_ms, len(line))
        self._socket.write(line)
        # Write what can be written now: the request may have been to quit.
        self._socket.flush()
        self._socket.disconnectFromServer()


def _line(answer: dict[str, Any]) -> bytes:
    try:
        # Ten times faster than json: the answer to undoing an import names every reply.
        return orjson.dumps(answer) + b"\n"
    except TypeError:  # an old reply with a lone surrogate
        return json.dumps(answer, separators=(",", ":")).encode() + b"\n"


def _request(line: bytes) -> dict[str, Any] | None:
    try:
        request = json.loads(line.decode())
    except (ValueError, RecursionError):
        return None
    return request if isinstance(request, dict) else None


@contextmanager
def _preserved(address: str) -> Iterator[None]:
    """Preserve the file at ``address``: closing deletes it, and in a replaced folder it is not ours."""
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
