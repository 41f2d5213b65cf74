"""Sends requests to the running program: one line of JSON there, one line back.

It imports little, because a hotkey of the desktop waits for it. Each request has a random id: if the
connection breaks off it is sent once more, and a program that has run it already does not run it again. If no
answer comes to a request that was sent, its outcome is unknown.
"""

from __future__ import annotations

import json
import os
import socket
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress

from quickdesk.settings.endpoint import LIMIT_BYTES, endpoints, pipe_path
from quickdesk.storage.folder import data_folder_path

TYPE_CHECKING = False  # as typing does, which takes time to import
if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any, BinaryIO, TypeAlias

    OpenPipe: TypeAlias = Callable[[str], BinaryIO]

SECONDS_TO_ANSWER = 60.0
"""The timeout of a command; a large import takes the longest."""
_CHUNK_BYTES = 1 << 16
_WINDOWS_PIPE_BUSY = 231
_PAUSE_SECONDS = 0.01
_MAX_ATTEMPTS = 2
_TIMEOUT_SHARE = 0.95
"""The share of the timeout that the program is given, so that its own ``too-late`` can still arrive."""
_BARE_COMMANDS = ("toggle", "show", "hide", "quit")


class _BrokenOffError(Exception):
    """The connection ended without an answer."""

    def __init__(self, *, was_sent: bool) -> None:
        super().__init__("broken off")
        self.was_sent = was_sent


def _random_id() -> str:
    return os.urandom(10).hex()


def ask_bare_command(arguments: Sequence[str], environment: Mapping[str, str]) -> dict[str, Any] | None:
    """Return the program's answer to a command line such as ``toggle``, before anything slow is imported.

    Return None for any other line, and if no program runs: :mod:`quickdesk.cli.main` runs it then.
    """
    if len(arguments) != 1 or arguments[0] not in _BARE_COMMANDS:
        return None
    try:
        folder = data_folder_path(None, environment)
    except Exception:  # noqa: BLE001 - cli.main reports it: to name the error here would import what is slow
        return None
    return ask(folder, {"command": arguments[0], "arguments": {}}, SECONDS_TO_ANSWER, environment)


def ask(
    folder: Path | str,
    request: Mapping[str, Any],
    timeout_seconds: float,
    environment: Mapping[str, str] = os.environ,
    new_id: Callable[[], str] = _random_id,
) -> dict[str, Any] | None:
    """Return the program's answer, or None if no program runs on this data folder.

    A program that runs but does not answer, or not within ``timeout_seconds``, answers through this
    function: with the problem ``no-answer`` if the request was not sent, with ``unknown-outcome`` if it may
    have been run (the reason is ``ended`` if no program listens any more); a request that is too
    long with ``request-too-long``.
    """
    sent = {**request, "id": new_id(), "patience": timeout_seconds * _TIMEOUT_SHARE}
    line = json.dumps(sent, separators=(",", ":")).encode() + b"\n"
    resolved = os.path.realpath(folder)
    if os.name == "nt":
        (name,) = endpoints(resolved, environment, os.name, 0)
        return ask_pipe(pipe_path(name), line, timeout_seconds)
    for path in endpoints(resolved, environment, os.name, os.getuid()):
        answer = ask_socket(path, line, timeout_seconds)
        if answer is not None:
            return answer
    return None


def ask_socket(path: str, line: bytes, timeout_seconds: float) -> dict[str, Any] | None:
    """Send a line to the Unix socket at ``path``; return None if no program listens."""
    deadline = time.monotonic() + timeout_seconds
    return _ask_repeatedly(lambda: _ask_socket_once(path, line, deadline))


def _ask_repeatedly(ask_once: Callable[[], dict[str, Any] | None]) -> dict[str, Any] | None:
    """Ask again if the connection breaks off; if that fails too, return what is known of the outcome."""
    was_sent = False
    for _ in range(_MAX_ATTEMPTS):
        try:
            answer = ask_once()
        except _BrokenOffError as error:
            was_sent = was_sent or error.was_sent
        else:
            # The program that listened before may have run it before it ended.
            return _no_answer("ended", was_sent=True) if answer is None and was_sent else answer
    return _no_answer("broken-off", was_sent=was_sent)


def _ask_socket_once(path: str, line: bytes, deadline: float) -> dict[str, Any] | None:
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as connection:
        connection.settimeout(max(deadline - time.monotonic(), 0.001))
        try:
            # A socket of another user in a shared folder must not receive the request.
            if os.stat(path).st_uid != os.getuid():
                return None
            _connect(connection, path, deadline)
        except TimeoutError:
            return _no_answer("timed-out", was_sent=False)
        except OSError:
            return None
        return _too_long() if len(line) > LIMIT_BYTES else _exchange(connection, line, deadline)


def _exchange(connection: socket.socket, line: bytes, deadline: float) -> dict[str, Any]:
    """Send a line over a connection and return the answer; raises _BrokenOffError."""
    was_sent = False
    try:
        # A program that refuses a line closes the connection in the middle of it, after its answer.
        with suppress(BrokenPipeError, ConnectionResetError):
            connection.sendall(line)
            was_sent = True
        received = _receive(connection, deadline)
    except TimeoutError:
        return _no_answer("timed-out", was_sent=was_sent)
    except OSError as error:
        raise _BrokenOffError(was_sent=was_sent) from error
    return _parse(received, was_sent=was_sent)


def ask_pipe(
    path: str, line: bytes, timeout_seconds: float, open_pipe: OpenPipe | None = None
) -> dict[str, Any] | None:
    """Send a line to the Windows pipe at ``path``; return None if there is none.

    A pipe has no timeout: ``timeout_seconds`` limits how long a busy one is tried again, and a program that
    runs answers when the time it was given is up.
    """
    deadline = time.monotonic() + timeout_seconds
    return _ask_repeatedly(lambda: _ask_pipe_once(path, line, deadline, open_pipe or _open_unbuffered))


def _ask_pipe_once(path: str, line: bytes, deadline: float, open_pipe: OpenPipe) -> dict[str, Any] | None:
    opened = _open_when_free(path, deadline, open_pipe)
    if opened is None:
        return None
    with opened as pipe:
        if len(line) > LIMIT_BYTES:
            return _too_long()
        was_sent = False
        try:
            rest = memoryview(line)
            while rest:
                rest = rest[pipe.write(rest) :]
            was_sent = True
            received = _read_line(pipe.read)
        except OSError as error:
            raise _BrokenOffError(was_sent=was_sent) from error
        return _parse(received, was_sent=was_sent)


def _connect(connection: socket.socket, path: str, deadline: float) -> None:
    while True:
        try:
            return connection.connect(path)
        except BlockingIOError as error:  # the queue of the socket is full
            if time.monotonic() > deadline:
                raise TimeoutError from error
            _wait()


def _receive(connection: socket.socket, deadline: float) -> bytes:
    def receive(size: int) -> bytes:
        connection.settimeout(max(deadline - time.monotonic(), 0.001))
        return connection.recv(size)

    return _read_line(receive)


def _read_line(read: Callable[[int], bytes]) -> bytes:
    """Return what is received up to the end of the line, or until the other side closes."""
    received = bytearray()
    while chunk := read(_CHUNK_BYTES):
        received += chunk
        if chunk.endswith(b"\n") or len(received) > LIMIT_BYTES:
            break
    return bytes(received)


def _parse(received: bytes, *, was_sent: bool) -> dict[str, Any]:
    if not received:
        raise _BrokenOffError(was_sent=was_sent)
    try:
        answer = json.loads(received) if received.endswith(b"\n") else None
    except (ValueError, RecursionError):
        answer = None
    return answer if isinstance(answer, dict) else _no_answer("broken-off", was_sent=was_sent)


def _too_long() -> dict[str, Any]:
    return _problem("request-too-long", megabytes=LIMIT_BYTES >> 20)


def _no_answer(reason: str, *, was_sent: bool) -> dict[str, Any]:
    return _problem("unknown-outcome" if was_sent else "no-answer", reason=reason)


def _problem(name: str, **facts: object) -> dict[str, Any]:
    # Imported here because a hotkey waits, and it is rarely needed.
    from quickdesk.commands.answer import Exit, problem

    return problem(Exit.FAILED, name, **facts).to_json()


def _open_unbuffered(path: str) -> BinaryIO:
    return open(path, "r+b", buffering=0)  # the caller closes it


def _open_when_free(path: str, deadline: float, open_pipe: OpenPipe) -> BinaryIO | None:
    while True:
        try:
            return open_pipe(path)
        except OSError as error:
            busy = getattr(error, "winerror", None) == _WINDOWS_PIPE_BUSY
            if not busy or time.monotonic() > deadline:
                return None
            _wait()


def _wait() -> None:
    """Wait for a moment, with the timeout of an empty queue."""
    from queue import Empty, Queue

    # In Python 3.11 SimpleQueue.get can wait for ever if another process takes the processor meanwhile.
    queue: Queue[None] = Queue()
    with suppress(Empty):
        queue.get(timeout=_PAUSE_SECONDS)
