"""Unhandled exceptions: logged once, and the program continues. And a window for errors at the start.

PySide6 passes exceptions of slots and timers to :data:`sys.excepthook`. Messages of Qt are logged as well.
"""

import logging
import sys
import threading  # noqa: TID251 - for the exceptions of the threads of desktop/
import traceback
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, Qt, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication, QMessageBox

from quickdesk.ui.icons import app_icon

_log = logging.getLogger(__name__)
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def install_exception_hooks(notify: Callable[[], None]) -> None:
    """Log every exception that nothing catches, and call ``notify`` once for each, in any thread."""

    def on_exception(
        kind: type[BaseException], exception: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, exception, trace)
            return
        # The message of an exception may quote a reply or a customer: only its type and trace are logged.
        _log.critical("unhandled exception: %s\n%s", kind.__name__, "".join(traceback.format_tb(trace)))
        notify()

    def on_thread_exception(arguments: threading.ExceptHookArgs) -> None:
        if arguments.exc_value is not None:
            on_exception(arguments.exc_type, arguments.exc_value, arguments.exc_traceback)

    sys.excepthook = on_exception
    threading.excepthook = on_thread_exception
    qInstallMessageHandler(_log_qt_message)


def report_exception(exception: Exception) -> None:
    """Treat an exception as if nothing had caught it; it was caught because a client waits for an answer."""
    sys.excepthook(type(exception), exception, exception.__traceback__)


def error_window(text: str) -> QMessageBox:
    """Return a window with an error message; it is not shown yet."""
    box = QMessageBox(QMessageBox.Icon.Warning, "quickdesk", text, QMessageBox.StandardButton.Close)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    box.setWindowIcon(app_icon())
    box.setAccessibleName(box.windowTitle())
    return box


def show_error(text: str) -> None:
    """Show an error message until it is closed, to a user who started the program without a terminal."""
    app = QApplication.instance() or QApplication(["quickdesk"])
    box = error_window(text)
    box.finished.connect(app.quit)
    box.open()
    app.exec()


def _log_qt_message(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    logging.getLogger("quickdesk.qt").log(_LEVELS.get(kind, logging.WARNING), "%s", message)
