"""The commands that control the running program."""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from typing import Protocol

from quickdesk.commands.answer import Answer, Request, done
from quickdesk.commands.arguments import flag, optional_count
from quickdesk.commands.command import Access, BoundCommand, Handler

MAX_PAUSE_MINUTES = 24 * 60
"""The longest pause of the hotkey that ends by itself; a longer one is paused until it is resumed."""


class Pausable(Protocol):
    """Switches the hotkey off and on."""

    @property
    def until(self) -> datetime | None:
        """When the pause ends; None if there is none, or until resumed."""
        ...

    def pause(self, how_long: timedelta | None) -> None:
        """Switch it off, for a while or until resumed."""
        ...

    def resume(self) -> None:
        """Switch it on again."""
        ...


def program_command(handler: Handler) -> BoundCommand:
    """Return a command of the running program."""
    return BoundCommand(Access.PROGRAM, handler)


def action(act: Callable[[], None]) -> BoundCommand:
    """Return a command that takes no arguments and cannot fail."""

    def handle(_request: Request) -> Answer:
        act()
        return done()

    return program_command(handle)


def pausing(hotkey: Pausable) -> BoundCommand:
    """Return the command ``pause``."""
    return program_command(partial(pause, hotkey=hotkey))


def pause(request: Request, hotkey: Pausable) -> Answer:
    """Pause the hotkey for ``minutes``, else until resumed; resume it with ``off``.

    Return whether it is paused now and until when.
    """
    minutes = optional_count(request, "minutes", MAX_PAUSE_MINUTES)
    if flag(request, "off"):
        hotkey.resume()
        return done({"paused": False, "until": None})
    hotkey.pause(None if minutes is None else timedelta(minutes=minutes))
    return done({"paused": True, "until": None if hotkey.until is None else hotkey.until.isoformat()})
