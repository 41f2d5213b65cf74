"""The one place where a bug stops: it is logged once with its trace, and the program goes on.

Exceptions from slots, timers and threads come here (PySide6 hands them to ``sys.excepthook``), and so
do Qt's own messages. The agent is told by whoever passed ``tell``.
"""

import logging
import sys
import threading  # noqa: TID251 - only to hear of exceptions in the threads of desktop/
import traceback
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

_log = logging.getLogger(__name__)
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def raise_barriers(tell: Callable[[], None]) -> None:
    """Catch what nobody caught; ``tell`` is called in the main thread's own time, once for each bug."""

    def stop(kind: type[BaseException], bug: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, bug, trace)
            return
        # The words of an exception may quote a reply or a customer: only its kind and its way are kept.
        _log.critical("a bug reached the barrier: %s\n%s", kind.__name__, "".join(traceback.format_tb(trace)))
        tell()

    def stop_in_thread(arguments: threading.ExceptHookArgs) -> None:
        if arguments.exc_value is not None:
            stop(arguments.exc_type, arguments.exc_value, arguments.exc_traceback)

    sys.excepthook = stop
    threading.excepthook = stop_in_thread
    qInstallMessageHandler(_log_qt)


def report_bug(bug: Exception) -> None:
    """Hand a bug that had to be caught, because somebody waits for an answer, to the barrier all the same."""
    sys.excepthook(type(bug), bug, bug.__traceback__)


def _log_qt(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    logging.getLogger("quickdesk.qt").log(_LEVELS.get(kind, logging.WARNING), "%s", message)
