"""What the reply flow joins, and what it asks a form."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from PySide6.QtGui import QScreen

from quickdesk.app.delivery import DeliveryFlow
from quickdesk.desktop.ports.target import Target, TargetWindows
from quickdesk.replies.clock import Clock
from quickdesk.replies.form import Box
from quickdesk.replies.render import Rendered
from quickdesk.replies.store import SnippetStore
from quickdesk.search.hit import Hit
from quickdesk.ui.form.field_form import FieldForm
from quickdesk.ui.theme import Theme


@dataclass(frozen=True, slots=True)
class Question:
    """What a form is to ask for one reply, and where that goes.

    ``program`` is None where it is only copied; ``window`` is the title of the window.
    """

    title: str
    boxes: tuple[Box, ...]
    preview: Callable[[Mapping[str, str]], Rendered]
    program: str | None
    window: str = field(default="", repr=False)


class Asking(Protocol):
    """Finds replies while somebody types."""

    def ask(
        self, query: str, limit: int, take: Callable[[Sequence[Hit] | None], None], patience_ms: int = 0
    ) -> None:
        """Have ``take`` get the best hits, unless something newer is asked before they are there.

        It gets None where the search broke. Where the answer comes within ``patience_ms`` it is taken before
        this returns.
        """
        ...

    def drop(self) -> None:
        """Whoever asked last does not want to know any more."""
        ...


@dataclass(frozen=True, slots=True)
class ReplySource:
    """Where a reply and the values of its fields come from.

    ``clipboard`` returns the text on the clipboard, ``remembered`` the values last used for fields.
    """

    store: SnippetStore
    clock: Clock
    clipboard: Callable[[], str]
    remembered: Callable[[], Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class ReplyParts:
    """What the reply flow joins with the palette."""

    replies: ReplySource
    search: Asking
    windows: TargetWindows
    delivery: DeliveryFlow
    make_form: Callable[[Question, Theme], FieldForm]
    screen_of: Callable[[Target | None], QScreen]
