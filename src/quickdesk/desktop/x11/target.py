"""The active window on X11: EWMH gives the active window, the input focus the window that gets the keys.

A window manager announces the active window before the input focus has moved, so both are checked.
Without a window manager only the input focus counts. One thread uses it.
"""

from contextlib import suppress

from Xlib import X, Xatom, error
from Xlib.protocol import event, rq
from Xlib.xobject.drawable import Window

from quickdesk.desktop.ports.target import SHIFT_INSERT, PasteKeys, Target
from quickdesk.desktop.x11.connection import WindowOwners, connect
from quickdesk.desktop.x11.key_sender import KeySender

_MAX_TITLE_BYTES = 400
"""The longest title, in bytes; a line shows far fewer."""
_FROM_PAGER = 2
"""EWMH source indication: a direct action of the user."""


class X11TargetWindows:
    """Implements TargetWindows for X11."""

    def __init__(self, own_process: int, display_name: str | None = None) -> None:
        """Connect; windows of ``own_process`` are never a target. Raises X11UnavailableError."""
        self._link = connect(display_name)
        self._keys = KeySender(self._link)
        self._owners = WindowOwners(self._link)
        self._own_process = own_process
        self._root = self._link.screen().root
        self._hidden = self._root.create_window(0, 0, 1, 1, 0, X.CopyFromParent)
        self._active = self._link.intern_atom("_NET_ACTIVE_WINDOW")
        self._protocols = self._link.intern_atom("WM_PROTOCOLS")
        self._ping = self._link.intern_atom("_NET_WM_PING")
        self._process = self._link.intern_atom("_NET_WM_PID")
        self._name = self._link.intern_atom("_NET_WM_NAME")
        self._state = self._link.intern_atom("WM_STATE")
        self._type = self._link.intern_atom("_NET_WM_WINDOW_TYPE")
        names = ("_NET_WM_WINDOW_TYPE_DESKTOP", "_NET_WM_WINDOW_TYPE_DOCK")
        self._no_targets = {self._link.intern_atom(name) for name in names}
        self._pinged_window = 0

    def close(self) -> None:
        """Close the connection, which may be broken already."""
        with suppress(error.ConnectionClosedError, OSError):
            self._link.close()

    def capture(self) -> Target | None:
        """See ``TargetWindows.capture``."""
        self._stop_watching()
        number = self._active_window()
        if not number:
            return None
        window = self._window(number)
        try:
            process = self._process_of(window)
            if process == self._own_process or self._is_desktop_or_panel(window):
                return None
            client, title = self._owners.client(number), self._title(window)
            return Target(number, _program(window), self._geometry(window), client, process, title)
        except error.XError:
            return None  # it was closed meanwhile

    def exists(self, target: Target) -> bool:
        """See ``TargetWindows.exists``; the server reuses the window ids of programs that have ended."""
        window = self._window(target.window)
        try:
            window.get_attributes()
            if target.process:
                return self._process_of(window) == target.process
            return _program(window) == target.program
        except error.XError:
            return False

    def title(self, target: Target) -> str:
        """See ``TargetWindows.title``."""
        try:
            return self._title(self._window(target.window))
        except error.XError:
            return ""  # it was closed meanwhile

    def activate(self, target: Target) -> None:
        """Request the focus for the window from the window manager, or from the server if there is none."""
        window = self._window(target.window)
        if self._reported_window() is None:
            window.set_input_focus(X.RevertToParent, X.CurrentTime)
        elif self._reported_window() != target.window:
            data = (32, [_FROM_PAGER, X.CurrentTime, 0, 0, 0])
            message = event.ClientMessage(window=window, client_type=self._active, data=data)
            mask = X.SubstructureRedirectMask | X.SubstructureNotifyMask
            self._root.send_event(message, event_mask=mask)
        self._link.flush()

    def has_focus(self, target: Target) -> bool:
        """Return whether the window is active and the input focus is inside it."""
        return self._reported_window() in (None, target.window) and target.window in self._focus_path()

    def keyboard_is_held(self) -> bool:
        """See ``TargetWindows.keyboard_is_held``.

        The server refuses a client that asks for the keyboard, and says so, if another client has it. If none
        has, it refuses as well, for a window that is not on the screen: so nothing changes, and no window
        loses its focus.
        """
        mode = X.GrabModeAsync
        status = self._hidden.grab_keyboard(False, mode, mode, X.CurrentTime)
        return bool(status == X.AlreadyGrabbed)

    def modifiers_held(self) -> bool:
        """Return whether a modifier key is down."""
        return self._keys.modifiers_held()

    def release_modifiers(self) -> None:
        """Release the modifier keys that are down."""
        self._keys.release(modifiers=True)

    def release_keys(self) -> None:
        """Release all other keys that are down."""
        self._keys.release(modifiers=False)

    def available_keys(self, keys: PasteKeys) -> PasteKeys:
        """Return ``keys``, or Shift+Insert if the keyboard layout has no such key."""
        return keys if self._keys.has(keys) else SHIFT_INSERT

    def press(self, target: Target, keys: PasteKeys) -> bool:
        """See ``TargetWindows.press``."""
        self._keys.release(modifiers=False)
        return self._keys.tap(keys, lambda: self.has_focus(target))

    def press_left(self, target: Target, times: int) -> bool:
        """See ``TargetWindows.press_left``."""
        return self._keys.tap_left(times, lambda: self.has_focus(target))

    def ping(self, target: Target) -> None:
        """Send _NET_WM_PING as a window manager does, and watch the root window for the answer."""
        window = self._window(target.window)
        self._stop_watching()
        if not self._answers_pings(window):
            return
        self._root.change_attributes(event_mask=X.SubstructureNotifyMask)
        data = (32, [self._ping, X.CurrentTime, target.window, 0, 0])
        window.send_event(event.ClientMessage(window=window, client_type=self._protocols, data=data))
        self._link.flush()
        self._pinged_window = target.window

    def answered(self, target: Target) -> bool:
        """Return whether the last ping was answered; True if the program supports none or has ended."""
        if not self._pinged_window:
            return True
        while self._link.pending_events():
            if self._is_pong(self._link.next_event()):
                self._pinged_window = 0
        if self._pinged_window and not self.exists(target):
            self._pinged_window = 0
        if not self._pinged_window:
            self._stop_watching()
        return not self._pinged_window

    def _stop_watching(self) -> None:
        """Stop watching the root window; a paste may have ended without the last answer."""
        self._pinged_window = 0
        self._root.change_attributes(event_mask=X.NoEventMask)
        self._link.sync()
        while self._link.pending_events():
            self._link.next_event()

    def _is_pong(self, received: rq.Event) -> bool:
        if received.type != X.ClientMessage or received.client_type != self._protocols:
            return False
        data = received.data[1]
        return bool(data[0] == self._ping and data[2] == self._pinged_window)

    def _answers_pings(self, window: Window) -> bool:
        try:
            found = window.get_full_property(self._protocols, Xatom.ATOM)
        except error.XError:
            return False
        return found is not None and self._ping in found.value

    def _window(self, number: int) -> Window:
        return self._link.create_resource_object("window", number)

    def _reported_window(self) -> int | None:
        """Return the active window of the window manager, 0 for none; None without a window manager."""
        found = self._root.get_full_property(self._active, Xatom.WINDOW)
        return None if found is None else int(found.value[0]) if found.value else 0

    def _active_window(self) -> int:
        reported = self._reported_window()
        if reported is not None:
            return reported
        path = self._focus_path()
        return next((number for number in path if self._is_managed(number)), path[-1] if path else 0)

    def _is_managed(self, number: int) -> bool:
        try:
            return self._window(number).get_full_property(self._state, X.AnyPropertyType) is not None
        except error.XError:
            return False

    def _focus_path(self) -> list[int]:
        """Return the window with the input focus and its ancestors, without the root window."""
        focus = self._link.get_input_focus().focus
        path: list[int] = []
        try:
            while not isinstance(focus, int) and focus.id != self._root.id:
                path.append(focus.id)
                focus = focus.query_tree().parent
        except error.XError:
            return []
        return path

    def _is_desktop_or_panel(self, window: Window) -> bool:
        """Return whether it is the desktop, where a paste would create a file, or a panel."""
        found = window.get_full_property(self._type, Xatom.ATOM)
        return found is not None and bool(self._no_targets & set(found.value))

    def _process_of(self, window: Window) -> int:
        self._owners.clear_cache()
        return self._owners.process(window.id) or self._claimed_process(window)

    def _claimed_process(self, window: Window) -> int:
        found = window.get_full_property(self._process, Xatom.CARDINAL)
        return int(found.value[0]) if found is not None and found.value else 0

    def _title(self, window: Window) -> str:
        found = window.get_full_property(self._name, X.AnyPropertyType)
        if found is None:
            found = window.get_full_property(Xatom.WM_NAME, X.AnyPropertyType)
        name = found.value if found is not None else b""
        return name[:_MAX_TITLE_BYTES].decode("utf-8", "replace") if isinstance(name, bytes) else ""

    def _geometry(self, window: Window) -> tuple[int, int, int, int] | None:
        size = window.get_geometry()
        corner = self._root.translate_coords(window, 0, 0)
        return (corner.x, corner.y, size.width, size.height)


def _program(window: Window) -> str:
    names = window.get_wm_class() or ("", "")
    return str(names[1] or names[0]).lower()
