"""The ways a reply can reach the chat box on a machine, best first, and what stands against each.

No Qt here, and nothing is opened: the doctor asks as well.
"""

from collections.abc import Callable, Mapping
from enum import StrEnum

from quickdesk.commands.machine_facts import Candidate, Choice, Obstacle


class PasteWay(StrEnum):
    """The ways of bringing a reply to the agent, best first."""

    X11 = "x11"
    """Pasted: the focus given back and keys pressed through the X server."""
    WL_COPY = "wl-copy"
    """Copied by wl-copy; the agent pastes."""
    QT = "qt"
    """Copied by the toolkit. Not on Wayland: there it needs the keyboard, and ours hides before it copies."""
    PYPERCLIP = "pyperclip"
    """Copied by whatever pyperclip finds."""


def paste_choice(environ: Mapping[str, str], platform: str, which: Callable[[str], str | None]) -> Choice:
    """Return the ways in order; ``platform`` is ``sys.platform``, ``which`` like ``shutil.which``."""
    is_linux = platform.startswith("linux")
    on_wayland = bool(environ.get("WAYLAND_DISPLAY")) or environ.get("XDG_SESSION_TYPE") == "wayland"
    has_x11 = bool(environ.get("DISPLAY"))
    return Choice(
        (
            Candidate(PasteWay.X11, _against_x11(is_linux=is_linux, on_wayland=on_wayland, has_x11=has_x11)),
            _wl_copy(which, on_wayland=is_linux and bool(environ.get("WAYLAND_DISPLAY"))),
            Candidate(PasteWay.QT, _against_qt(is_linux=is_linux, on_wayland=on_wayland, has_x11=has_x11)),
            Candidate(PasteWay.PYPERCLIP),
        )
    )


def _against_x11(*, is_linux: bool, on_wayland: bool, has_x11: bool) -> tuple[Obstacle, ...]:
    if not is_linux:
        return (Obstacle.OTHER_SYSTEM,)
    if on_wayland:
        return (Obstacle.WAYLAND,)  # windows of Wayland programs are neither seen nor reached from X
    return () if has_x11 else (Obstacle.NO_DISPLAY,)


def _against_qt(*, is_linux: bool, on_wayland: bool, has_x11: bool) -> tuple[Obstacle, ...]:
    if not is_linux:
        return ()
    if on_wayland:
        return (Obstacle.WAYLAND,)
    return () if has_x11 else (Obstacle.NO_DISPLAY,)


def _wl_copy(which: Callable[[str], str | None], *, on_wayland: bool) -> Candidate:
    if not on_wayland:
        return Candidate(PasteWay.WL_COPY, (Obstacle.OTHER_SYSTEM,))
    if which("wl-copy") is None:
        return Candidate(PasteWay.WL_COPY, (Obstacle.NO_MODULE,), ("wl-clipboard",))
    return Candidate(PasteWay.WL_COPY)
