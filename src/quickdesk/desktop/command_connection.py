"""One connection of the command server, from the first byte of the request to the last byte of the answer.

A client sends one line of UTF-8 JSON and receives one; then the connection ends. The meaning of a request is
up to the handler. A request whose client has disconnected is dropped.
"""

import json
import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeAlias

import orjson
from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal
from PySide6.QtNetwork import QLocalSocket

from quickdesk.commands.answer import Exit, problem
from quickdesk.settings.endpoint import LIMIT_BYTES

SendAnswer: TypeAlias = Callable[[dict[str, Any]], None]
IsDisconnected: TypeAlias = Callable[[], bool]
"""Returns whether the client has disconnected; may be called on any thread."""
Handler: TypeAlias = Callable[[dict[str, Any], SendAnswer, IsDisconnected], None]
"""Handles a request and passes its answer to the callback, at once or later, both as JSON objects."""

_BYTES_PER_MS = 4_096
_READ_BUFFER_BYTES = 1 << 20

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class ClientLimits:
    """ClientLimits for clients.

    A connection is closed if its request is incomplete ``request_ms`` after it was accepted, or if its answer
    is not read within ``answer_ms``; a long line gets more time, at 4 MB a second. There are at most
    ``max_connections`` at a time. A request has at most ``request_bytes``.
    """

    request_ms: int = 2_000
    answer_ms: int = 10_000
    max_connections: int = 256
    request_bytes: int = LIMIT_BYTES


class ClientConnection(QObject):
    """The connection of one client; ``ended`` carries it, once."""

    ended = Signal(object)

    def __init__(self, socket: QLocalSocket, handle: Handler, limits: ClientLimits, parent: QObject) -> None:
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
        # Data beyond this stays with the client, not in our memory.
        socket.setReadBufferSize(_READ_BUFFER_BYTES)

    @property
    def is_being_handled(self) -> bool:
        """Whether its request is being handled."""
        return self._has_request and not self._is_answered

    @property
    def is_answered(self) -> bool:
        """Whether its answer is being sent."""
        return self._is_answered

    def is_disconnected(self) -> bool:
        """Return whether the connection has ended; may be called on any thread."""
        return self._is_over

    def begin(self) -> None:
        """Start reading; data may have arrived already."""
        self._socket.disconnected.connect(self._on_disconnected)
        self._socket.readyRead.connect(self._on_ready_read)
        self._age.start()
        self._expect(self._limits.request_ms, 0)
        # At once: a client whose request has arrived must not count as idle.
        if self._has_disconnected():  # while it was in the queue
            self.end()
        else:
            self._on_ready_read()

    def end(self) -> None:
        """Close the connection, if it has not ended."""
        self._socket.abort()
        self._on_disconnected()

    def _expect(self, limit_ms: int, line_bytes: int) -> None:
        """Set the deadline ``limit_ms`` after the start of :attr:`_age`, plus the time for ``line_bytes``."""
        self._deadline.start(max(limit_ms + line_bytes // _BYTES_PER_MS - self._age.elapsed(), 0))

    def _on_deadline(self) -> None:
        if not self._is_answered:
            self._on_ready_read()  # the program may have been too busy to read a request that arrived in time
        if not self.is_being_handled and not self._deadline.isActive():
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
            limit = self._limits.request_bytes >> 20
            self._send(problem(Exit.USAGE, "request-too-long", megabytes=limit).to_json())
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
        if self._has_disconnected():
            _log.info("dropped a request: its client has disconnected")
            self.end()
            return
        try:
            self._handle(request, self._on_handled, self.is_disconnected)
        except BaseException:
            # The exception is reported elsewhere; the client must not wait for the answer.
            self.end()
            raise

    def _has_disconnected(self) -> bool:
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
