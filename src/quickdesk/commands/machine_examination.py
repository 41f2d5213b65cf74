"""Decides from probes what a machine offers, and which way to do things works on it.

Nothing here queries the system itself or has words for people: ``desktop/facts.py`` has the real probes,
``cli/commands/doctor.py`` the sentences.
"""

from collections.abc import Mapping

from quickdesk.commands.machine_facts import (
    QT_LIBRARIES,
    Candidate,
    Choice,
    DisplayServer,
    HotkeyWay,
    IdleTime,
    Library,
    Machine,
    Obstacle,
    Probes,
    Tray,
    XDisplay,
)

_CLIPBOARD_TOOLS = {
    DisplayServer.X11: ("xclip", "xsel"),
    DisplayServer.WAYLAND: ("wl-copy", "wl-paste", "xclip", "xsel"),
    DisplayServer.MACOS: ("pbcopy", "pbpaste"),
}
_CLIPBOARD_PACKAGE = {DisplayServer.X11: "xclip", DisplayServer.WAYLAND: "wl-clipboard"}
_STATUS_NOTIFIER = "org.kde.StatusNotifierWatcher"
_NOTIFICATIONS = "org.freedesktop.Notifications"


def examine(probes: Probes) -> Machine:
    """Call every probe once and return what the machine offers."""
    session = session_of(probes)
    display = _display(probes)
    bus_names = probes.bus_names() if _is_unix(probes) else None
    hotkeys = hotkey_choice(probes, session, display)
    tools = tuple(name for name in _CLIPBOARD_TOOLS.get(session, ()) if probes.which(name))
    tray = _tray(session, display, bus_names)
    return Machine(
        platform=probes.platform,
        session=session,
        desktop=probes.environ.get("XDG_CURRENT_DESKTOP", ""),
        display=display,
        hotkeys=hotkeys,
        tray=tray,
        notifications=None if bus_names is None else _NOTIFICATIONS in bus_names,
        clipboard_tools=tools,
        missing=_missing_libraries(probes, session),
        install=_worth_installing(session, tools, tray, probes.environ),
        idle_time=_idle_time(session, display),
    )


def session_of(probes: Probes) -> DisplayServer:
    """Return what draws the windows.

    ``WAYLAND_DISPLAY`` decides before ``DISPLAY``, because a Wayland desktop sets both.
    """
    if probes.platform in ("win32", "cygwin"):
        return DisplayServer.WINDOWS
    if probes.platform == "darwin":
        return DisplayServer.MACOS
    if probes.environ.get("WAYLAND_DISPLAY"):
        return DisplayServer.WAYLAND
    return DisplayServer.X11 if probes.environ.get("DISPLAY") else DisplayServer.NONE


def ways_to_a_hotkey(probes: Probes) -> Choice:
    """Return :func:`hotkey_choice` of a machine; calls no probe that may take long, as the session bus."""
    return hotkey_choice(probes, session_of(probes), _display(probes))


def hotkey_choice(probes: Probes, session: DisplayServer, display: XDisplay | None) -> Choice:
    """Return the ways to a global hotkey; ``display`` is the result of the display probe."""
    return Choice(
        (
            _x11(probes, session, display),
            _keyboard(probes),
            _compositor(session, display),
            Candidate(HotkeyWay.NONE),
        )
    )


def _x11(probes: Probes, session: DisplayServer, display: XDisplay | None) -> Candidate:
    obstacles = []
    if not _is_unix(probes):
        obstacles.append(Obstacle.OTHER_SYSTEM)
    elif session is DisplayServer.WAYLAND or (display is not None and display.is_xwayland):
        obstacles.append(Obstacle.WAYLAND)
    elif session is DisplayServer.NONE:
        obstacles.append(Obstacle.NO_DISPLAY)
    elif not probes.has_module("Xlib"):
        return Candidate(HotkeyWay.X11, (Obstacle.NO_MODULE,), ("python-xlib",))
    elif display is None:
        obstacles.append(Obstacle.NOT_REACHABLE)
    return Candidate(HotkeyWay.X11, tuple(obstacles))


def _keyboard(probes: Probes) -> Candidate:
    if not probes.has_module("keyboard"):
        return Candidate(HotkeyWay.KEYBOARD, (Obstacle.NO_MODULE,), ("keyboard",))
    if probes.platform == "darwin":
        allowed = probes.is_root() or probes.is_trusted()
        return Candidate(HotkeyWay.KEYBOARD, () if allowed else (Obstacle.NEEDS_ACCESSIBILITY,))
    if not _is_unix(probes):
        return Candidate(HotkeyWay.KEYBOARD)
    has_dumpkeys = probes.which("dumpkeys") is not None
    obstacles = {
        Obstacle.NEEDS_ROOT: not probes.is_root(),
        Obstacle.NO_INPUT_DEVICES: not probes.has_input_devices(),
        Obstacle.NO_DUMPKEYS: not has_dumpkeys,
    }
    present = tuple(obstacle for obstacle, is_present in obstacles.items() if is_present)
    return Candidate(HotkeyWay.KEYBOARD, present, () if has_dumpkeys else ("kbd",))


def _compositor(session: DisplayServer, display: XDisplay | None) -> Candidate:
    if session is DisplayServer.X11 and display is None:
        return Candidate(HotkeyWay.COMPOSITOR, (Obstacle.NOT_REACHABLE,))
    if session in (DisplayServer.WAYLAND, DisplayServer.X11):
        return Candidate(HotkeyWay.COMPOSITOR)
    obstacle = Obstacle.NO_DISPLAY if session is DisplayServer.NONE else Obstacle.OTHER_SYSTEM
    return Candidate(HotkeyWay.COMPOSITOR, (obstacle,))


def _tray(session: DisplayServer, display: XDisplay | None, bus_names: frozenset[str] | None) -> Tray:
    if session in (DisplayServer.WINDOWS, DisplayServer.MACOS):
        return Tray.NATIVE
    if session is DisplayServer.NONE:
        return Tray.NONE
    if bus_names is not None and _STATUS_NOTIFIER in bus_names:
        return Tray.STATUS_NOTIFIER
    if session is DisplayServer.X11 and display is not None and display.has_tray:
        return Tray.XEMBED
    return Tray.UNKNOWN if bus_names is None else Tray.NONE


def _idle_time(session: DisplayServer, display: XDisplay | None) -> IdleTime:
    if display is None or not display.has_idle_time:
        return IdleTime.UNKNOWN
    if session is DisplayServer.WAYLAND or display.is_xwayland:
        return IdleTime.X_WINDOWS_ONLY
    return IdleTime.KNOWN


def _missing_libraries(probes: Probes, session: DisplayServer) -> tuple[Library, ...]:
    if not probes.platform.startswith("linux"):
        return ()
    needed = (library for library in QT_LIBRARIES if library.purpose in ("qt", session.value))
    return tuple(library for library in needed if not probes.can_load(library.soname))


def _worth_installing(
    session: DisplayServer, tools: tuple[str, ...], tray: Tray, environ: Mapping[str, str]
) -> tuple[str, ...]:
    packages = []
    clipboard = _CLIPBOARD_PACKAGE.get(session)
    fitting = _CLIPBOARD_TOOLS.get(session, ())[:2]
    if clipboard and not any(name in fitting for name in tools):
        packages.append(clipboard)
    if tray is Tray.NONE and "GNOME" in environ.get("XDG_CURRENT_DESKTOP", ""):
        packages.append("gnome-shell-extension-appindicator")
    return tuple(packages)


def _display(probes: Probes) -> XDisplay | None:
    return probes.display() if probes.environ.get("DISPLAY") and _is_unix(probes) else None


def _is_unix(probes: Probes) -> bool:
    return probes.platform not in ("win32", "cygwin", "darwin")
