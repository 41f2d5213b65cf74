"""The clipboard as the paster needs it: offer it to a reply, watch who reads, give it back.

``offer`` keeps what is on the clipboard (all formats) and offers the reply in its place, so that
every read is seen; ``restore`` puts the kept content back and proves it. What happens meanwhile
comes to the listener, on the thread of the caller. Nothing here knows windows or keys.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Protocol, TypeAlias


class ClipboardState(Enum):
    """What is on the clipboard after a reply was delivered."""

    AS_BEFORE = "as-before"
    PARTLY = "partly"
    """As before, but formats that came too slowly or were too large are missing."""
    UNREADABLE = "unreadable"
    """The program that owned the clipboard did not answer; the clipboard is empty now."""
    COPIED_MEANWHILE = "copied-meanwhile"
    """Somebody copied something while the reply was pasted; that stays."""
    REPLY = "reply"
    FAILED = "failed"
    """The system refused the clipboard."""


@dataclass(frozen=True, slots=True)
class Offered:
    """The clipboard was kept and the reply is offered now."""


@dataclass(frozen=True, slots=True)
class OfferFailed:
    """The system refused to let us offer the reply."""


@dataclass(frozen=True, slots=True)
class TextRead:
    """Somebody asked for the text of the reply (not only for the list of formats).

    ``client`` and ``process`` compare with those of a Target. ``complete`` is False while a large
    text is still being carried over in parts.
    """

    client: int
    process: int
    complete: bool


@dataclass(frozen=True, slots=True)
class SelectionLost:
    """Somebody else took a selection: ``CLIPBOARD``, or the X11 ``PRIMARY``."""

    selection: str = "CLIPBOARD"


@dataclass(frozen=True, slots=True)
class Restored:
    """The clipboard was given back; ``state`` says with what success."""

    state: ClipboardState


ClipboardEvent: TypeAlias = Offered | OfferFailed | TextRead | SelectionLost | Restored


class Clipboard(Protocol):
    """One offer at a time."""

    def offer(self, text: str, *, primary: bool, listen: Callable[[ClipboardEvent], None]) -> None:
        """Keep the clipboard and offer ``text``; ``primary`` does the same with the X11 selection.

        Answers with Offered or OfferFailed, then TextRead and SelectionLost as they happen.
        """
        ...

    def restore(self) -> None:
        """Put back what was kept, unless somebody copied meanwhile; answers with Restored."""
        ...

    def set_text(self, text: str, *, may_be_read: bool = False) -> bool:
        """End the offer, if there is one, with ``text`` on the clipboard as plain text to stay.

        ``may_be_read``: paste keys were sent, so the selection keeps the text too. Returns False
        where the system refused.
        """
        ...

    def text(self, name: str = "CLIPBOARD") -> str:
        """Return the text on the clipboard, or on the X11 ``PRIMARY``; during a offer what was kept.

        It is empty where there is none or its owner does not answer.
        """
        ...
