"""A thread that owns an X connection and runs functions of other threads on it.

Other threads queue functions and wait a limited time for the results. The thread ends when it is stopped,
when the connection breaks or at an exception, which it reports once. It does not use Qt.
"""

import logging
import select
import socket
import threading  # noqa: TID251 - a backend whose event loop is not Qt's: it waits for the X connection
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from queue import Empty, SimpleQueue
from typing import Any, Generic, Protocol, TypeVar

from Xlib import error
from Xlib.display import Display
from Xlib.protocol import rq

from quickdesk.desktop.ports.hotkeys import HotkeyRefusedError, HotkeysUnavailableError
from quickdesk.desktop.x11.connection import X11UnavailableError, open_display

_log = logging.getLogger(__name__)

ANSWER_LIMIT_S = 3.0
"""The longest wait for the X server; a working one answers within a millisecond."""
_BROKEN = (error.ConnectionClosedError, OSError)


class ThreadEndedError(Exception):
    """The thread has ended, because it was stopped or because the connection broke."""


class NoAnswerError(Exception):
    """The server did not answer in time; the function may still run."""


class EventHandler(Protocol):
    """Handles the events of the server, on the thread."""

    def handle_events(self, events: list[rq.Event]) -> None:
        """Handle events, in order of arrival."""
        ...


W = TypeVar("W", bound=EventHandler)
T = TypeVar("T")


class _Task(Generic[W, T]):
    """A queued function and its result."""

    def __init__(self, function: Callable[[W], T]) -> None:
        self._function = function
        self.answer: Future[T] = Future()

    def run(self, handler: W) -> None:
        try:
            self.answer.set_result(self._function(handler))
        except HotkeyRefusedError as refusal:
            self.answer.set_exception(refusal)
        finally:
            self.cancel()

    def cancel(self) -> None:
        if not self.answer.done():
            self.answer.set_exception(ThreadEndedError())


class X11Thread(Generic[W]):
    """Opens a display and creates the event handler with ``make``, both on the new thread."""

    def __init__(
        self, display_name: str | None, make: Callable[[Display], W], on_broken: Callable[[W], object]
    ) -> None:
        """Connect; raises HotkeysUnavailableError. ``on_broken`` is called on the thread, at most once."""
        self._display_name = display_name
        self._make = make
        self._on_broken = on_broken
        self._tasks: SimpleQueue[_Task[W, Any]] = SimpleQueue()
        self._is_stopping = False
        self.has_ended = False
        self._wake_reader, self._wake_writer = socket.socketpair()
        self._opened: Future[None] = Future()
        self._thread = threading.Thread(target=self._run, name="x11-hotkeys", daemon=True)
        self._thread.start()
        try:
            self._opened.result(ANSWER_LIMIT_S)
        except TimeoutError:
            self._is_stopping = True
            raise HotkeysUnavailableError("the X server does not answer") from None

    def call(self, function: Callable[[W], T]) -> T:
        """Run ``function`` on the thread and return its result.

        Raises HotkeyRefusedError if the function does, ThreadEndedError or NoAnswerError.
        """
        answer = self.post(function)
        try:
            return answer.result(ANSWER_LIMIT_S)
        except TimeoutError:
            raise NoAnswerError from None

    def post(self, function: Callable[[W], T]) -> "Future[T]":
        """Queue ``function`` to run on the thread after those queued before."""
        task = _Task(function)
        self._tasks.put(task)
        self._wake()
        if self.has_ended:
            self._cancel_tasks()
        return task.answer

    def stop(self) -> None:
        """End the thread and close the connection, which releases all grabs; may be called twice."""
        self._is_stopping = True
        self._wake()
        self._thread.join(ANSWER_LIMIT_S)

    def _wake(self) -> None:
        with suppress(OSError):  # closed: the thread has ended
            self._wake_writer.send(b".")

    def _run(self) -> None:
        try:
            display = open_display(self._display_name)
            handler = self._make(display)
        except (X11UnavailableError, *_BROKEN) as cause:
            self._end()
            self._opened.set_exception(HotkeysUnavailableError(str(cause)))
            return
        self._opened.set_result(None)
        try:
            self._serve(display, handler)
        except _BROKEN:
            _log.info("the connection to the X server broke")
        finally:
            with suppress(*_BROKEN):
                display.close()
            self._end()
            if not self._is_stopping:
                self._on_broken(handler)

    def _serve(self, display: Display, handler: W) -> None:
        connection, wake_reader = display.fileno(), self._wake_reader.fileno()
        while not self._is_stopping:
            self._run_tasks(handler)
            # Events may arrive together with replies; then the socket is not readable any more.
            if events := [display.next_event() for _ in range(display.pending_events())]:
                handler.handle_events(events)
                continue
            ready, _, _ = select.select([connection, wake_reader], [], [])
            if wake_reader in ready:
                self._wake_reader.recv(4096)

    def _run_tasks(self, handler: W) -> None:
        with suppress(Empty):
            while True:
                self._tasks.get_nowait().run(handler)

    def _end(self) -> None:
        self.has_ended = True
        self._cancel_tasks()
        self._wake_reader.close()
        self._wake_writer.close()

    def _cancel_tasks(self) -> None:
        with suppress(Empty):
            while True:
                self._tasks.get_nowait().cancel()
