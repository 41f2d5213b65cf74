"""The interface of a feature: a part of the program that the session starts, themes, asks and closes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject

from quickdesk.commands.command import BoundCommand
from quickdesk.ui.notice import Notice
from quickdesk.ui.theme import Theme
from quickdesk.ui.tray.menu_entry import MenuEntry


@dataclass(frozen=True, slots=True)
class Veto:
    """Why the program cannot quit now.

    ``problem`` is the answer to the command ``quit``. ``notice`` is shown to the agent; None if a window is
    in front that asks for itself.
    """

    problem: str
    notice: Notice | None = None


class Feature(QObject):
    """A part of the program with its windows.

    The constructor builds the windows and connects them with the services and the features that are passed
    to it. Subclasses override the methods they need; all of them are called in the main thread.
    """

    @property
    def commands(self) -> Mapping[str, BoundCommand]:
        """The commands that control this part of the running program."""
        return {}

    @property
    def entries(self) -> Sequence[MenuEntry]:
        """The entries for the tray menu and the home window."""
        return ()

    def start(self) -> None:
        """Start what runs by itself; called once, when all features are built."""

    def preload(self) -> None:
        """Import the windows that are not shown at the start, so that they open at once.

        It is called some time after the start. Until then a window that is opened imports itself.
        """

    def set_theme(self, theme: Theme) -> None:
        """Set the theme of open windows."""

    def translate(self) -> None:
        """Show notices again after a change of language; windows set their own texts by themselves."""

    def before_quit(self) -> Veto | None:
        """Close what contains nothing unsaved; return why the program cannot quit, None if it can."""

    def close(self) -> None:
        """Close the windows and stop timers; called once, when no work is left."""
