"""Hides windows from screen sharing and screenshots, where the system can: Windows and macOS.

X11 gives every program the pixels of every window, and Wayland has no request for it: there nothing is done.
"""

import ctypes
import logging
import sys
from collections.abc import Callable
from typing import Any, Final

_log = logging.getLogger(__name__)
_EXCLUDE_FROM_CAPTURE: Final = 0x11
"""WDA_EXCLUDEFROMCAPTURE, from Windows 10 version 2004 on: the window is left out of the picture."""
_MONITOR: Final = 0x01
"""WDA_MONITOR of older versions: the window is black in the picture."""
_SHARING_NONE: Final = 0
"""NSWindowSharingNone."""


def hide_from_capture(window: int) -> bool:
    """Hide a native window from capture and return whether the system does so; ``window`` is its id."""
    hide = _WAYS.get(sys.platform)
    if hide is None:
        return False
    try:
        return hide(window)
    except (OSError, AttributeError) as error:  # a library or a function that this version does not have
        _log.info("windows cannot be hidden from capture: %s", type(error).__name__)
        return False


def _on_windows(window: int) -> bool:
    user32 = ctypes.CDLL("user32")
    set_affinity: Any = user32.SetWindowDisplayAffinity
    handle = ctypes.c_void_p(window)
    return any(bool(set_affinity(handle, value)) for value in (_EXCLUDE_FROM_CAPTURE, _MONITOR))


def _on_macos(view: int) -> bool:
    """Set the sharing type of the NSWindow of an NSView."""
    objc: Any = ctypes.CDLL("/usr/lib/libobjc.A.dylib")
    objc.sel_registerName.restype = ctypes.c_void_p
    objc.sel_registerName.argtypes = [ctypes.c_char_p]
    send: Any = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p)(("objc_msgSend", objc))
    send_number: Any = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_ulong)(
        ("objc_msgSend", objc)
    )
    window = send(view, objc.sel_registerName(b"window"))
    if not window:
        return False
    send_number(window, objc.sel_registerName(b"setSharingType:"), _SHARING_NONE)
    return True


_WAYS: Final[dict[str, Callable[[int], bool]]] = {"win32": _on_windows, "darwin": _on_macos}
