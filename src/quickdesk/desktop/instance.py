"""The ear of the running program: hears commands on a local socket of this user and writes the answers back.

One line of UTF-8 JSON comes, one goes, and the connection ends. What a command means is not known
here. Nothing that a client sends, or does not send, holds the program up for longer than its own handling.
"""

import json
import logging
import os
import stat
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, nullcontext, suppress
from pathlib import Path
from typing import Any, TypeAlias

import orjson
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from quickdesk.commands.answer import Exit, problem
from quickdesk.settings.endpoint import LIMIT_BYTES, endpoints

TakeAnswer: TypeAlias = Callable[[dict[str, Any]], None]
Handler: TypeAlias = Callable[[dict[str, Any], TakeAnswer], None]
"""Carries a request out and hands its answer over, now or later, both as JSON objects."""

_PATIENCE_MS = 10_000
_MOST_CONVERSATIONS = 64
_MOST_AT_ONCE_BYTES = 1 << 20

_log = logging.getLogger(__name__)


class InstanceError(Exception):
    """The program cannot listen for commands; ``places`` are those it tried."""

    def __init__(self, places: tuple[str, ...]) -> None:
        super().__init__(f"no place to listen at: {', '.join(places)}")
        self.places = places


class InstanceServer(QObject):
    """Listens for commands on behalf of the one program that owns a data folder."""

    def __init__(
        self,
        folder: Path,
        handle: Handler,
        parent: QObject | None = None,
        *,
        patience_ms: int = _PATIENCE_MS,
        limit_bytes: int = LIMIT_BYTES,
    ) -> None:
        """Serve ``folder``; a client that is silent for ``patience_ms`` is sent away."""
        super().__init__(parent)
        self._folder = folder
        self._handle = handle
        self._patience_ms = patience_ms
        self._limit_bytes = limit_bytes
        self._socket: tuple[int, int] | None = None
        self._talking: set[_Conversation] = set()
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_new_connection)

    def listen(self, environment: Mapping[str, str] = os.environ) -> str:
        """Begin to listen and return where; raises InstanceError.

        Only the owner of the folder's lock may call it: a socket that stands there already is then
        what a crashed owner left, and is replaced.
        """
        user_id = os.getuid() if hasattr(os, "getuid") else 0
        places = tuple(endpoints(Path(os.path.realpath(self._folder)), environment, os.name, user_id))
        for place in places:
            if _is_free(place) and self._server.listen(place):
                self._socket = _identity(place)
                return place
            _log.info("cannot listen at %s: %s", place, self._server.errorString())
        raise InstanceError(places)

    def stop_listening(self) -> None:
        """Hear no new clients; those that have come are answered still."""
        place = self._server.fullServerName()
        with _kept(place) if _identity(place) not in (None, self._socket) else nullcontext():
            self._server.close()

    def close(self) -> None:
        """Stop listening; who still waits for an answer hears that the connection ended."""
        self.stop_listening()
        for conversation in tuple(self._talking):
            conversation.end()

    def _on_new_connection(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            if len(self._talking) >= _MOST_CONVERSATIONS:
                socket.abort()
                socket.deleteLater()
                continue
            conversation = _Conversation(socket, self._handle, self._patience_ms, self._limit_bytes, self)
            self._talking.add(conversation)
            conversation.ended.connect(self._on_ended)
            conversation.begin()

    def _on_ended(self, conversation: "_Conversation") -> None:
        self._talking.discard(conversation)
        conversation.deleteLater()


class _Conversation(QObject):
    """One client, from its first byte to the last of the answer."""

    ended = Signal(object)

    def __init__(
        self, socket: QLocalSocket, handle: Handler, patience_ms: int, limit_bytes: int, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._socket = socket
        self._handle = handle
        self._limit_bytes = limit_bytes
        self._heard = bytearray()
        self._is_asked = self._is_answered = self._is_over = False
        self._patience = QTimer(self, interval=patience_ms, singleShot=True)
        self._patience.timeout.connect(self.end)
        socket.setParent(self)
        # What is not read yet waits with the client, not in our memory.
        socket.setReadBufferSize(_MOST_AT_ONCE_BYTES)

    def begin(self) -> None:
        """Listen to the client, who may have spoken already."""
        self._socket.disconnected.connect(self._on_disconnected)
        self._socket.bytesWritten.connect(self._on_bytes_written)
        self._socket.readyRead.connect(self._on_ready_read)
        self._patience.start()
        self._on_ready_read()

    def end(self) -> None:
        """Break off."""
        self._socket.abort()
        self._on_disconnected()

    def _on_disconnected(self) -> None:
        self._is_over = True
        self._patience.stop()
        self.ended.emit(self)

    def _on_bytes_written(self) -> None:
        self._patience.start()

    def _on_ready_read(self) -> None:
        piece = self._socket.readAll().data()
        if self._is_asked or self._is_answered or not piece:
            return
        self._patience.start()
        self._heard += piece
        if b"\n" in piece:
            self._answer(bytes(self._heard[: self._heard.index(b"\n")]))
        elif len(self._heard) > self._limit_bytes:
            self._send(problem(Exit.USAGE, "request-too-long", megabytes=self._limit_bytes >> 20).to_json())

    def _answer(self, line: bytes) -> None:
        request = _request(line)
        if request is None:
            self._send(problem(Exit.USAGE, "malformed-request").to_json())
            return
        self._is_asked = True
        self._patience.stop()  # from here on the time is our own
        try:
            self._handle(request, self._on_handled)
        except BaseException:
            # A mistake of ours travels on to where mistakes are told; the client must not wait for it.
            self.end()
            raise

    def _on_handled(self, answer: dict[str, Any]) -> None:
        if not self._is_over:  # who asked may have hung up meanwhile
            self._send(answer)

    def _send(self, answer: dict[str, Any]) -> None:
        self._is_answered = True
        self._heard.clear()
        self._patience.start()
        self._socket.write(_line(answer))
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
def _kept(place: str) -> Iterator[None]:
    """Keep what stands there: Qt deletes whatever has the name, and in an exchanged folder it is not ours."""
    aside = Path(f"{place}.{os.getpid()}")
    with suppress(OSError):
        os.link(place, aside)
    yield
    with suppress(OSError):
        aside.replace(place)


def _identity(place: str) -> tuple[int, int] | None:
    """Return which socket stands there, None where none does; on Windows none is a file."""
    if os.name == "nt":
        return None
    try:
        status = os.lstat(place)
    except OSError:
        return None
    return status.st_dev, status.st_ino


def _is_free(place: str) -> bool:
    """Whether nothing stands there, or only a socket: Qt would replace a file just as well."""
    if os.name == "nt":
        return True
    try:
        return stat.S_ISSOCK(os.lstat(place).st_mode)
    except FileNotFoundError:
        return True
    except OSError:
        return False
