"""What can be known about a machine, as values: probes, candidates, choices.

Nothing here queries the system or has words for people. A choice is an ordered tuple of candidates, the last
of which always works; each lists its obstacles and the packages to install against them.
"""

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from typing import Any


class DisplayServer(StrEnum):
    """What draws the windows."""

    X11 = "x11"
    WAYLAND = "wayland"
    WINDOWS = "windows"
    MACOS = "macos"
    NONE = "none"


class HotkeyWay(StrEnum):
    """The ways to a global hotkey, best first."""

    X11 = "x11"
    """Keys grabbed from the X server."""
    KEYBOARD = "keyboard"
    """The ``keyboard`` package, which listens to all keys; what Windows and macOS use."""
    COMPOSITOR = "compositor"
    """The user binds ``quickdesk toggle`` to a key in the desktop's own settings."""
    NONE = "none"
    """Tray icon and command line only."""


class Obstacle(StrEnum):
    """Why a candidate does not work."""

    OTHER_SYSTEM = "other-system"
    NO_DISPLAY = "no-display"
    NOT_REACHABLE = "not-reachable"
    """A display is named but cannot be connected to."""
    WAYLAND = "wayland"
    """Under Wayland an X program receives keys only while an X window has the focus."""
    NO_MODULE = "no-module"
    """A Python package is missing."""
    NEEDS_ROOT = "needs-root"
    NO_INPUT_DEVICES = "no-input-devices"
    """``/dev/input`` shows no keyboard (as in a container)."""
    NO_DUMPKEYS = "no-dumpkeys"
    NEEDS_ACCESSIBILITY = "needs-accessibility"
    """macOS: the permission "Accessibility" is missing."""
    DID_NOT_OPEN = "did-not-open"
    """It seemed to work, but opening it failed."""


class Tray(StrEnum):
    """How a tray icon can be shown."""

    NATIVE = "native"
    STATUS_NOTIFIER = "status-notifier"
    XEMBED = "xembed"
    NONE = "none"
    UNKNOWN = "unknown"
    """The session bus did not respond."""


class IdleTime(StrEnum):
    """Whether it is known how long nothing was typed, for locking customers."""

    KNOWN = "known"
    X_WINDOWS_ONLY = "x-windows-only"
    """Under Wayland the X server sees only what is typed in windows of X programs."""
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class XDisplay:
    """What is known of an X server."""

    window_manager: str = ""
    has_tray: bool = False
    is_xwayland: bool = False
    has_idle_time: bool = True
    """Whether it says how long nothing was typed (MIT-SCREEN-SAVER)."""


@dataclass(frozen=True, slots=True)
class Probes:
    """Functions that query the system; ``platform`` is ``sys.platform``, ``which`` is ``shutil.which``."""

    platform: str
    environ: Mapping[str, str]
    which: Callable[[str], str | None]
    has_module: Callable[[str], bool]
    """Whether a Python package is installed, without importing it."""
    can_load: Callable[[str], bool]
    """Whether the loader finds a shared library by its soname."""
    is_root: Callable[[], bool]
    has_input_devices: Callable[[], bool]
    is_trusted: Callable[[], bool]
    """macOS: whether this program has the permission "Accessibility"."""
    display: Callable[[], XDisplay | None]
    """Connects to ``$DISPLAY``; returns None if that fails."""
    bus_names: Callable[[], frozenset[str] | None]
    """Returns the services on the session bus, running or startable; None if it does not respond."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """One way to do something, its obstacles, and the packages that would remove them."""

    way: str
    obstacles: tuple[Obstacle, ...] = ()
    install: tuple[str, ...] = ()

    @property
    def works(self) -> bool:
        """Whether it has no obstacle."""
        return not self.obstacles


@dataclass(frozen=True, slots=True)
class Choice:
    """Candidates, best first; the last one always works."""

    candidates: tuple[Candidate, ...]

    @property
    def chosen(self) -> Candidate:
        """The best one that works."""
        return next(candidate for candidate in self.candidates if candidate.works)

    @property
    def rejected(self) -> tuple[Candidate, ...]:
        """The better ones that don't work, in order."""
        return self.candidates[: self.candidates.index(self.chosen)]

    def after_failure(self, way: str) -> "Choice":
        """Return the choice that is left when opening ``way`` failed."""
        return Choice(
            tuple(
                replace(candidate, obstacles=(*candidate.obstacles, Obstacle.DID_NOT_OPEN))
                if candidate.way == way
                else candidate
                for candidate in self.candidates
            )
        )

    def to_json(self) -> dict[str, Any]:
        """Return the choice as JSON values."""
        return {"chosen": self.chosen.way, "candidates": [asdict(candidate) for candidate in self.candidates]}


@dataclass(frozen=True, slots=True)
class Library:
    """A system library with its Debian package; ``purpose`` is the session (or ``qt``) that needs it."""

    soname: str
    package: str
    purpose: str = "qt"


@dataclass(frozen=True, slots=True)
class Machine:
    """What ``doctor`` reports about a machine.

    ``desktop`` is ``$XDG_CURRENT_DESKTOP``, ``notifications`` is None if the session bus did not respond,
    ``clipboard_tools`` the programs found, ``install`` packages that would add something.
    """

    platform: str
    session: DisplayServer
    desktop: str
    display: XDisplay | None
    hotkeys: Choice
    tray: Tray
    notifications: bool | None
    clipboard_tools: tuple[str, ...]
    missing: tuple[Library, ...]
    install: tuple[str, ...]
    idle_time: IdleTime

    def to_json(self) -> dict[str, Any]:
        """Return the facts as JSON values."""
        return {**asdict(self), "hotkeys": self.hotkeys.to_json()}


QT_LIBRARIES = (
    Library("libglib-2.0.so.0", "libglib2.0-0"),
    Library("libGL.so.1", "libgl1"),
    Library("libEGL.so.1", "libegl1"),
    Library("libfontconfig.so.1", "libfontconfig1"),
    Library("libdbus-1.so.3", "libdbus-1-3"),
    Library("libxkbcommon.so.0", "libxkbcommon0"),
    Library("libX11.so.6", "libx11-6"),
    Library("libxcb-cursor.so.0", "libxcb-cursor0", "x11"),
    Library("libxcb-icccm.so.4", "libxcb-icccm4", "x11"),
    Library("libxcb-image.so.0", "libxcb-image0", "x11"),
    Library("libxcb-keysyms.so.1", "libxcb-keysyms1", "x11"),
    Library("libxcb-randr.so.0", "libxcb-randr0", "x11"),
    Library("libxcb-render-util.so.0", "libxcb-render-util0", "x11"),
    Library("libxcb-shape.so.0", "libxcb-shape0", "x11"),
    Library("libxcb-xkb.so.1", "libxcb-xkb1", "x11"),
    Library("libxkbcommon-x11.so.0", "libxkbcommon-x11-0", "x11"),
    Library("libX11-xcb.so.1", "libx11-xcb1", "x11"),
    Library("libwayland-client.so.0", "libwayland-client0", "wayland"),
    Library("libwayland-cursor.so.0", "libwayland-cursor0", "wayland"),
)
"""What PySide6's plugins link to and its wheel does not contain (found with ldd), and Debian's packages."""
