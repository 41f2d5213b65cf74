"""What the agent wants of the palette: actions, choices, and requests that wait for a list."""

from dataclasses import dataclass
from enum import Enum, auto
from typing import Final, TypeAlias

from PySide6.QtCore import QEvent
from PySide6.QtGui import QInputMethodEvent, QKeyEvent


class PaletteAction(Enum):
    """The actions of the palette."""

    ACCEPT = auto()
    FILL_IN = auto()
    """Accept, but show the form also if nothing is left to fill in."""
    COPY = auto()
    PICK = auto()
    """The key of a :class:`Pick`."""
    UP = auto()
    DOWN = auto()
    PAGE_UP = auto()
    PAGE_DOWN = auto()
    PREVIEW_UP = auto()
    PREVIEW_DOWN = auto()
    CREATE = auto()
    EDIT = auto()
    DUPLICATE = auto()
    REMOVE = auto()
    PIN = auto()
    """Pin the reply, or unpin it if it is pinned."""
    NOTE = auto()
    """Make a note of the text of the reply."""
    SUGGEST = auto()
    REMEMBER = auto()
    """Take the offer to remember a query."""
    CUSTOMERS = auto()
    """The sign that begins a search for customers; it is typed and never a request."""
    ACTIONS = auto()
    """List all actions."""
    HELP = auto()
    """Show the key sheet."""
    CLEAR_OR_CLOSE = auto()
    IGNORE = auto()
    """Nothing, for keys whose default must not happen: Tab would move the focus."""


@dataclass(frozen=True, slots=True)
class Pick:
    """Accept the nth visible row, counted from 1."""

    number: int


PaletteRequest: TypeAlias = PaletteAction | Pick

NEEDING_NO_LIST: Final = frozenset(
    {
        PaletteAction.CREATE,
        PaletteAction.SUGGEST,
        PaletteAction.REMEMBER,
        PaletteAction.HELP,
        PaletteAction.CLEAR_OR_CLOSE,
        PaletteAction.IGNORE,
    }
)
"""Actions that can be performed before the list for the current query has arrived."""


@dataclass(frozen=True, slots=True)
class PaletteChoice:
    """The chosen reply, whether it is only copied, and the message it answers, empty if unknown.

    The message is known if suggestions were requested, even if the agent then searched for a better reply.
    ``in_form`` shows the form also if nothing is left to fill in.
    """

    snippet_id: str
    copy_only: bool
    message: str = ""
    in_form: bool = False


Typed: TypeAlias = QKeyEvent | QInputMethodEvent
ACCEPTING: Final = (PaletteAction.ACCEPT, PaletteAction.FILL_IN, PaletteAction.COPY)
CHANGING_THE_LIST: Final = (PaletteAction.REMOVE, PaletteAction.PIN)
"""Changes of the chosen reply that the list shows at once, so the palette stays open."""


class PendingRequests:
    """A queue of requests for a list that has not arrived yet.

    After a request that accepts a row, typed text is queued as well.
    """

    def __init__(self) -> None:
        self._requests: list[PaletteRequest] = []
        self._typed_ahead: list[Typed] = []

    def __bool__(self) -> bool:
        return bool(self._requests)

    @property
    def will_accept(self) -> bool:
        """Whether a queued request accepts a row."""
        return any(isinstance(each, Pick) or each in ACCEPTING for each in self._requests)

    def add(self, request: PaletteRequest) -> None:
        """Queue a request."""
        self._requests.append(request)

    def filter_event(self, event: Typed) -> bool:
        """Queue an event that follows a request that accepts a row, and return whether it was consumed.

        Of input method events only commits are queued.
        """
        if self.will_accept and (isinstance(event, QKeyEvent) or event.commitString()):
            self._typed_ahead.append(event.clone())
        return self.will_accept

    def take_all(self) -> tuple[list[PaletteRequest], list[Typed]]:
        """Clear the queue and return its requests and the events typed after them."""
        requests, self._requests = self._requests, []
        typed_ahead, self._typed_ahead = self._typed_ahead, []
        return requests, typed_ahead


def commits(event: QEvent) -> bool:
    """Return whether an event commits a composition; an open one belongs to its widget."""
    return isinstance(event, QInputMethodEvent) and bool(event.commitString())
