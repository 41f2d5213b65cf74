"""The one thread that owns an X connection: everything asked of the server goes through its queue.

Other threads hand it functions and wait, for a limited time, for what comes of them. It ends when told
to, when the connection breaks or at a bug, and says so once. It knows no names, keys or Qt.
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
"""How long a caller waits for the X server at most; a healthy one answers within a millisecond."""
_BROKEN = (error.ConnectionClosedError, OSError)


class ThreadEndedError(Exception):
    """The thread has ended, because it was stopped or the connection broke."""


class NoAnswerError(Exception):
    """The server did not answer in time; what was asked may still happen."""


class EventHandler(Protocol):
    """Handles what the server sends, in the thread."""

    def handle_events(self, events: list[rq.Event]) -> None:
        """Handle events in the order in which they came."""
        ...


W = TypeVar("W", bound=EventHandler)
T = TypeVar("T")


class _Task(Generic[W, T]):
    """A function on its way through the queue, and its answer."""

    def __init__(self, function: Callable[[W], T]) -> None:
        self._function = function
        self.answer: Future[T] = Future()

    def run(self, handler: W) -> None:
        try:
            self.answer.set_result(self._function(handler))
        except HotkeyRefusedError as refusal:
            self.answer.set_exception(refusal)
        finally:
            self.give_up()

    def give_up(self) -> None:
        if not self.answer.done():
            self.answer.set_exception(ThreadEndedError())


class X11Thread(Generic[W]):
    """Opens a display and serves it with the handler that ``make`` builds from it, both in the thread."""

    def __init__(
        self, display_name: str | None, make: Callable[[Display], W], on_broken: Callable[[W], object]
    ) -> None:
        """Connect; raises HotkeysUnavailableError. ``on_broken`` is called in the thread, at most once."""
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
        """Run ``function`` in the thread and return or raise what comes of it.

        Raises ThreadEndedError or NoAnswerError too.
        """
        answer = self.post(function)
        try:
            return answer.result(ANSWER_LIMIT_S)
        except TimeoutError:
            raise NoAnswerError from None

    def post(self, function: Callable[[W], T]) -> "Future[T]":
        """Have ``function`` run in the thread some time, after all that was asked before."""
        task = _Task(function)
        self._tasks.put(task)
        self._wake()
        if self.has_ended:
            self._give_up_tasks()
        return task.answer

    def stop(self) -> None:
        """End the thread and with it the connection, which gives every grab back; may be called twice."""
        self._is_stopping = True
        self._wake()
        self._thread.join(ANSWER_LIMIT_S)

    def _wake(self) -> None:
        with suppress(OSError):  # closed: nobody listens any more
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
            self._do_tasks(handler)
            # Answers to what we ask bring events with them, so the socket alone does not tell of all.
            if events := [display.next_event() for _ in range(display.pending_events())]:
                handler.handle_events(events)
                continue
            ready, _, _ = select.select([connection, wake_reader], [], [])
            if wake_reader in ready:
                self._wake_reader.recv(4096)

    def _do_tasks(self, handler: W) -> None:
        with suppress(Empty):
            while True:
                self._tasks.get_nowait().run(handler)

    def _end(self) -> None:
        self.has_ended = True
        self._give_up_tasks()
        self._wake_reader.close()
        self._wake_writer.close()

    def _give_up_tasks(self) -> None:
        with suppress(Empty):
            while True:
                self._tasks.get_nowait().give_up()
