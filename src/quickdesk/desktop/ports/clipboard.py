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
    """Another program took a selection: ``CLIPBOARD``, or the X11 ``PRIMARY``."""

    selection: str = "CLIPBOARD"


@dataclass(frozen=True, slots=True)
class Restored:
    """The clipboard was restored, with ``state`` as the result."""

    state: ClipboardState


ClipboardEvent: TypeAlias = Offered | OfferFailed | TextRead | SelectionLost | Restored


class Clipboard(Protocol):
    """The system clipboard; there is one offer at a time."""

    def offer(self, text: str, *, primary: bool, listen: Callable[[ClipboardEvent], None]) -> None:
        """Save the clipboard and offer ``text``; with ``primary`` also on the X11 PRIMARY selection.

        Passes Offered or OfferFailed to ``listen``, then TextRead and SelectionLost as they happen.
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
