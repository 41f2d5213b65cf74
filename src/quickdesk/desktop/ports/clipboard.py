"""The clipboard interface of the paster: offer a reply, watch the reads, restore the previous content.

``offer`` saves the content of the clipboard (all formats) and offers the reply instead, so that every read
is seen; ``restore`` puts the saved content back and verifies it. Events are passed to the listener, on the
thread of the caller. This module does not depend on windows or keys.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Protocol, TypeAlias


class ClipboardState(Enum):
    """The content of the clipboard after a reply was delivered."""

    AS_BEFORE = "as-before"
    PARTLY = "partly"
    """As before, without formats that took too long or were too large."""
    UNREADABLE = "unreadable"
    """The program that owned the clipboard did not answer; the clipboard is empty."""
    COPIED_MEANWHILE = "copied-meanwhile"
    """Something else was copied while the reply was pasted; that stays."""
    REPLY = "reply"
    FAILED = "failed"
    """The system refused access to the clipboard."""


@dataclass(frozen=True, slots=True)
class Offered:
    """The clipboard was saved and the reply is offered."""


@dataclass(frozen=True, slots=True)
class OfferFailed:
    """The system did not allow to offer the reply."""


@dataclass(frozen=True, slots=True)
class TextRead:
    """A program read the text of the reply (not only the list of formats).

    ``client`` and ``process`` correspond to those of a Target. ``complete`` is False while a large
    text is being transferred in parts.
    """

    client: int
    process: int
    complete: bool


@dataclass(frozen=True, slots=True)
class SelectionLost:
    """Another program took a selection: ``CLIPBOARD``, or the X11 ``PRIMARY``; TakerFound follows."""

    selection: str = "CLIPBOARD"


class Taker(Enum):
    """Who took a selection from the reply."""

    AGENT = "agent"
    """A program with other content: the agent copied something. It stays."""
    MANAGER = "manager"
    """A program that serves the text of the reply, as clipboard managers do."""
    SILENT = "silent"
    """A program that has no content or does not answer."""


@dataclass(frozen=True, slots=True)
class TakerFound:
    """Who took the selection; unless it was the agent, the saved content is kept for the next offer."""

    taker: Taker
    selection: str = "CLIPBOARD"


@dataclass(frozen=True, slots=True)
class Reader:
    """The program that the reply is for, by its X client or its process; 0 means unknown."""

    client: int
    process: int

    def is_same(self, client: int, process: int) -> bool:
        """Return whether this client or process is the reader."""
        return (client == self.client != 0) or (process == self.process != 0)


@dataclass(frozen=True, slots=True)
class Restored:
    """The clipboard was restored, with ``state`` as the result."""

    state: ClipboardState


ClipboardEvent: TypeAlias = Offered | OfferFailed | TextRead | SelectionLost | TakerFound | Restored


class Clipboard(Protocol):
    """The system clipboard; there is one offer at a time."""

    def offer(
        self, text: str, *, primary: bool, reader: Reader | None, listen: Callable[[ClipboardEvent], None]
    ) -> None:
        """Save the clipboard and offer ``text``; with ``primary`` also on the X11 PRIMARY selection.

        Other programs than ``reader`` get the text late or not at all: a clipboard manager that has it
        would take the clipboard. None stands for any program.
        Passes Offered or OfferFailed to ``listen``, then TextRead, SelectionLost and TakerFound as they
        happen. A selection that was not taken by the agent keeps the content that was saved first.
        """
        ...

    def restore(self) -> None:
        """Restore the saved content, unless something else was copied meanwhile; reports Restored."""
        ...

    def set_text(self, text: str, *, may_be_read: bool = False) -> bool:
        """Set the clipboard to plain ``text``, and end the offer if there is one.

        With ``may_be_read`` (the paste keys were sent) the selection keeps the text too. Returns False
        if the system refused.
        """
        ...

    def text(self, name: str = "CLIPBOARD") -> str:
        """Return the text of the clipboard, or of the X11 ``PRIMARY``; during an offer the saved text.

        It is empty if there is none or if the owner does not answer.
        """
        ...
