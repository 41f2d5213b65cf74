"""The ways to deliver a reply on a machine, best first, and the obstacles of each.

This module does not import Qt and opens nothing: ``quickdesk doctor`` uses it too.
"""

from collections.abc import Callable, Mapping
from enum import StrEnum

from quickdesk.commands.machine_facts import Candidate, Choice, Obstacle


class PasteWay(StrEnum):
    """The ways to deliver a reply, best first."""

    X11 = "x11"
    """Pasted: quickdesk focuses the window and presses the paste keys through the X server."""
    WL_COPY = "wl-copy"
    """Copied by wl-copy; the agent pastes."""
    QT = "qt"
    """Copied by Qt. Not on Wayland: there it needs the keyboard focus, which hidden windows do not have."""
    PYPERCLIP = "pyperclip"
    """Copied by the mechanism that pyperclip finds."""


def paste_choice(
    environ: Mapping[str, str],
    platform: str,
    which: Callable[[str], str | None],
    *,
    is_reachable: bool = True,
) -> Choice:
    """Return the ways, best first; ``platform`` is ``sys.platform``, ``which`` is like ``shutil.which``.

    ``is_reachable`` says whether the X server, if one is named, can be connected to.
    """
    is_linux = platform.startswith("linux")
    on_wayland = bool(environ.get("WAYLAND_DISPLAY")) or environ.get("XDG_SESSION_TYPE") == "wayland"
    display = () if is_reachable else (Obstacle.NOT_REACHABLE,)
    if not environ.get("DISPLAY"):
        display = (Obstacle.NO_DISPLAY,)
    # On Wayland X clients cannot access the windows of Wayland programs.
    linux = (Obstacle.WAYLAND,) if on_wayland else display
    return Choice(
        (
            Candidate(PasteWay.X11, linux if is_linux else (Obstacle.OTHER_SYSTEM,)),
            _wl_copy(which, on_wayland=is_linux and bool(environ.get("WAYLAND_DISPLAY"))),
            Candidate(PasteWay.QT, linux if is_linux else ()),
            Candidate(PasteWay.PYPERCLIP),
        )
    )


def _wl_copy(which: Callable[[str], str | None], *, on_wayland: bool) -> Candidate:
    if not on_wayland:
        return Candidate(PasteWay.WL_COPY, (Obstacle.OTHER_SYSTEM,))
    if which("wl-copy") is None:
        return Candidate(PasteWay.WL_COPY, (Obstacle.NO_MODULE,), ("wl-clipboard",))
    return Candidate(PasteWay.WL_COPY)
