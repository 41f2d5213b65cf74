"""The ear of the running program: hears commands on a local socket of this user and writes the answers back.

One line of UTF-8 JSON comes, one goes, and the connection ends. What a command means is not known
here. Nothing that a client sends, or does not send, holds the program up for longer than its own handling,
or keeps other clients out: a request must be there in time, and where there are too many clients the oldest
that has said nothing yet makes room. A client that leaves before its request is handled is not served.
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
"""Returns whether the client has closed the connection; may be called on any thread."""
Handler: TypeAlias = Callable[[dict[str, Any], TakeAnswer, IsGone], None]
"""Carries a request out and hands its answer over, now or later, both as JSON objects."""

_BYTES_A_MS = 4_096
_BACKLOG = 128
_MOST_AT_ONCE_BYTES = 1 << 20

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Limits:
    """What a client may take.

    A connection ends where the request is not whole ``request_ms`` after it was accepted, or the answer not
    taken within ``answer_ms``; a long line has more time, at 4 MB a second. ``places`` clients are served at
    a time. A request has up to ``request_bytes``.
    """

    request_ms: int = 2_000
    answer_ms: int = 10_000
    max_connections: int = 256
    request_bytes: int = LIMIT_BYTES


class CommandServerError(Exception):
    """The program cannot listen for commands; ``addresses`` are those it tried."""

    def __init__(self, addresses: tuple[str, ...]) -> None:
        super().__init__(f"no place to listen at: {', '.join(addresses)}")
        self.addresses = addresses


class CommandServer(QObject):
    """Listens for commands on behalf of the one program that owns a data folder."""

    def __init__(
        self,
        folder: Path,
        handle: Handler,
        limits: Limits = Limits(),
        parent: QObject | None = None,
    ) -> None:
        """Serve ``folder``."""
        super().__init__(parent)
        self._folder = folder
        self._handle = handle
        self._limits = limits
        self._socket: tuple[int, int] | None = None
        self._connections: dict[_Connection, None] = {}
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.setListenBacklogSize(_BACKLOG)
        self._server.newConnection.connect(self._accept)

    def listen(self, environment: Mapping[str, str] = os.environ) -> str:
        """Begin to listen and return where; raises CommandServerError.

        Only the owner of the folder's lock may call it: a socket that stands there already is then
        what a crashed owner left, and is replaced.
        """
        user_id = os.getuid() if hasattr(os, "getuid") else 0
        addresses = tuple(endpoints(Path(os.path.realpath(self._folder)), environment, os.name, user_id))
        for address in addresses:
            if _is_free(address) and self._server.listen(address):
                self._socket = _identity(address)
                return address
            _log.info("cannot listen at %s: %s", address, self._server.errorString())
        raise CommandServerError(addresses)

    def stop_listening(self) -> None:
        """Hear no new clients; those that have come are answered still."""
        address = self._server.fullServerName()
        with _preserved(address) if _identity(address) not in (None, self._socket) else nullcontext():
            self._server.close()

    def close(self) -> None:
        """Stop listening; who still waits for an answer hears that the connection ended."""
        self.stop_listening()
        for connection in tuple(self._connections):
            connection.end()

    def _accept(self) -> None:
        """Serve the clients that wait, as far as there is room; the others wait on, in their order."""
        while self._make_room() and (socket := self._server.nextPendingConnection()) is not None:
            connection = _Connection(socket, self._handle, self._limits, self)
            self._connections[connection] = None
            connection.ended.connect(self._on_ended)
            connection.begin()

    def _make_room(self) -> bool:
        """Return whether another client can be served; one that holds a place idly is sent away for it."""
        if len(self._connections) < self._limits.max_connections or not self._server.hasPendingConnections():
            return True
        idle = [each for each in self._connections if not each.is_served]
        if not idle:
            return False
        # The oldest that has not asked; only then one that does not take its answer.
        min(idle, key=lambda each: each.is_answered).end()
        return True

    def _on_ended(self, connection: "_Connection") -> None:
        self._connections.pop(connection, None)
        connection.deleteLater()
        QTimer.singleShot(0, self, self._accept)


class _Connection(QObject):
    """One client, from its first byte to the last of the answer."""

    ended = Signal(object)

    def __init__(self, socket: QLocalSocket, handle: Handler, limits: Limits, parent: QObject) -> None:
        super().__init__(parent)
        self._socket = socket
        self._handle = handle
        self._limits = limits
        self._received = bytearray()
        self._is_asked = self._is_answered = self._is_over = False
        self._age = QElapsedTimer()
        self._deadline = QTimer(self, singleShot=True)
        self._deadline.timeout.connect(self._on_deadline)
        socket.setParent(self)
        # What is not read yet waits with the client, not in our memory.
        socket.setReadBufferSize(_MOST_AT_ONCE_BYTES)

    @property
    def is_served(self) -> bool:
        """Whether its request is being carried out."""
        return self._is_asked and not self._is_answered

    @property
    def is_answered(self) -> bool:
        """Whether its answer is on its way."""
        return self._is_answered

    def is_gone(self) -> bool:
        """Whether the connection ended; may be called on any thread."""
        return self._is_over

    def begin(self) -> None:
        """Listen to the client, who may have spoken already."""
        self._socket.disconnected.connect(self._on_disconnected)
        self._socket.readyRead.connect(self._on_ready_read)
        self._age.start()
        self._expect(self._limits.request_ms, 0)
        # At once: a request that is there already must not be taken for a client that says nothing.
        if self._has_left():  # while it waited for a place
            self.end()
        else:
            self._on_ready_read()

    def end(self) -> None:
        """Break off, if it has not ended."""
        self._socket.abort()
        self._on_disconnected()

    def _expect(self, limit_ms: int, line_bytes: int) -> None:
        """End it ``limit_ms`` after :attr:`_age` began; a line of so many bytes takes its time as well."""
        self._deadline.start(max(limit_ms + line_bytes // _BYTES_A_MS - self._age.elapsed(), 0))

    def _on_deadline(self) -> None:
        if not self._is_answered:
            self._on_ready_read()  # the program may have been too busy to read what came in time
        if not self.is_served and not self._deadline.isActive():
            self.end()

    def _on_disconnected(self) -> None:
        if not self._is_over:
            self._is_over = True
            self._deadline.stop()
            self.ended.emit(self)

    def _on_ready_read(self) -> None:
        chunk = b"" if self._is_over else self._socket.readAll().data()
        if self._is_asked or self._is_answered or not chunk:
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
        self._is_asked = True
        self._deadline.stop()  # from here on the time is our own
        # Both the request and the client's leaving may have waited for a program that was stopped.
        if self._has_left():
            _log.info("dropped a request: its client is gone")
            self.end()
            return
        try:
            self._handle(request, self._on_handled, self.is_gone)
        except BaseException:
            # A mistake of ours travels on to where mistakes are told; the client must not wait for it.
            self.end()
            raise

    def _has_left(self) -> bool:
        """Return whether the client is gone, though no signal may have said so yet."""
        if self._socket.state() is QLocalSocket.LocalSocketState.ConnectedState:
            self._socket.waitForDisconnected(0)
        return self._socket.state() is QLocalSocket.LocalSocketState.UnconnectedState

    def _on_handled(self, answer: dict[str, Any]) -> None:
        if not self._is_over:  # who asked may have hung up meanwhile
            self._send(answer)

    def _send(self, answer: dict[str, Any]) -> None:
        self._is_answered = True
        self._received.clear()
        line = _line(answer)
        self._age.start()
        self._expect(self._limits.answer_ms, len(line))
        self._socket.write(line)
        # At once as far as it goes: the command may have been to quit.
        self._socket.flush()
        self._socket.disconnectFromServer()


def _line(answer: dict[str, Any]) -> bytes:
    try:
        return orjson.dumps(answer) + b"\n"  # ten times quicker: an undone import names every reply
    except TypeError:  # a reply of long ago with half a surrogate pair
        return json.dumps(answer, separators=(",", ":")).encode() + b"\n"


def _request(line: bytes) -> dict[str, Any] | None:
    try:
        request = json.loads(line.decode())
    except (ValueError, RecursionError):
        return None
    return request if isinstance(request, dict) else None


@contextmanager
def _preserved(address: str) -> Iterator[None]:
    """Keep what stands there: Qt deletes whatever has the name, and in an exchanged folder it is not ours."""
    aside = Path(f"{address}.{os.getpid()}")
    with suppress(OSError):
        os.link(address, aside)
    yield
    with suppress(OSError):
        aside.replace(address)


def _identity(address: str) -> tuple[int, int] | None:
    """Return which socket stands there, None where none does; on Windows none is a file."""
    if os.name == "nt":
        return None
    try:
        status = os.lstat(address)
    except OSError:
        return None
    return status.st_dev, status.st_ino


def _is_free(address: str) -> bool:
    """Whether nothing stands there, or only a socket: Qt would replace a file just as well."""
    if os.name == "nt":
        return True
    try:
        return stat.S_ISSOCK(os.lstat(address).st_mode)
    except FileNotFoundError:
        return True
    except OSError:
        return False
