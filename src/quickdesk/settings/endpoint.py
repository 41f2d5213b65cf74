"""The addresses at which the running program listens for commands; the same for it and for the command line.

They depend on the data folder first, because a command started by a compositor, a timer or over ssh may have
another environment than the program. Nothing here accesses the system.
"""

import os
from collections.abc import Iterator, Mapping

LIMIT_BYTES = 100 * 1024 * 1024
"""The maximum length of a line, for both sides."""

# sockaddr_un holds 108 bytes on Linux and 104 on macOS and the BSDs, the closing NUL among them.
_MAX_PATH_BYTES = 103
_SOCKET_NAME = "quickdesk.sock"


def endpoints(folder: str, environment: Mapping[str, str], system: str, user_id: int) -> Iterator[str]:
    """Yield the addresses in the order in which they are tried; ``folder`` is absolute, its links resolved.

    ``system`` is ``os.name``; ``user_id`` is part of the names in folders that all users share. The names are
    paths of Unix sockets; on Windows (``nt``) there is one, of a pipe, and :func:`pipe_path` gives its path.
    """
    if system == "nt":
        yield f"quickdesk-{_short_name(folder.lower())}"
        return
    nearest = f"{folder.rstrip('/')}/{_SOCKET_NAME}"
    if _fits(nearest):
        yield nearest
    short = _short_name(folder)
    temporary = environment.get("TMPDIR") or "/tmp"  # noqa: S108 - the client looks whose socket it is
    places = (
        (environment.get("XDG_RUNTIME_DIR", ""), f"quickdesk-{short}.sock"),
        (temporary, f"quickdesk-{user_id}-{short}.sock"),
    )
    for place, name in places:
        path = f"{place.rstrip('/')}/{name}"
        if place.startswith("/") and _fits(path):
            yield path


def pipe_path(name: str) -> str:
    """Return the path under which Windows opens the pipe of that name."""
    return rf"\\.\pipe\{name}"


def _fits(path: str) -> bool:
    return len(os.fsencode(path)) <= _MAX_PATH_BYTES


def _short_name(folder: str) -> str:
    # Imported here because the first place needs no such name, and a hotkey waits for the command.
    import hashlib

    return hashlib.blake2b(os.fsencode(folder), digest_size=8).hexdigest()
