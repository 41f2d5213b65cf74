"""What happens when the X server goes away while Qt uses it.

Xlib ends the process as soon as a request fails: in the middle of Qt's event loop, so that nothing is closed,
and beside threads that still run, which crash then or wait for ever. Without that, Qt finds its connection
broken and ends the event loop, and the program ends as at log-out. See
``XSetIOErrorExitHandler(3)``, libX11 1.7.
"""

import ctypes
import logging
from typing import Any, Final

from PySide6.QtGui import QGuiApplication, QNativeInterface

_log = logging.getLogger(__name__)
# Kept as long as the process, because Xlib keeps their addresses.
_ON_ERROR: Final = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p)(lambda _display: 0)
_ON_EXIT: Final = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.c_void_p)(lambda _display, _data: None)


def leave_end_to_qt(application: QGuiApplication) -> None:
    """Let Qt end the event loop when its X server is gone; nothing is done on other platforms."""
    native = application.nativeInterface()
    display = native.display() if isinstance(native, QNativeInterface.QX11Application) else 0
    if not display:  # the platform is another one, or "offscreen"
        return
    try:
        xlib: Any = ctypes.CDLL("libX11.so.6")
        set_exit = xlib.XSetIOErrorExitHandler
    except (OSError, AttributeError):
        _log.info("Xlib ends the program when the display goes away")
        return
    set_exit(ctypes.c_void_p(display), _ON_EXIT, None)
    xlib.XSetIOErrorHandler(_ON_ERROR)
