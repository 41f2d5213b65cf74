"""A finished reply and the outcome of pasting it.

Only :func:`deliver` creates a :class:`Delivery`, and only of a text without missing values.
"""

from dataclasses import dataclass
from enum import Enum, auto

from quickdesk.replies.graphemes import count_from
from quickdesk.replies.render import Rendered
from quickdesk.text.folding import has_visible


class Outcome(Enum):
    """The outcome of a paste. Except for PASTED and UNSEEN, the reply stays on the clipboard."""

    PASTED = "pasted"
    """The target window read the reply; the clipboard was restored."""
    UNSEEN = "unseen"
    """The paste keys were sent, but a clipboard manager served the text: the reply was perhaps pasted. The
    clipboard was restored."""
    COPIED_ONLY = "copied-only"
    """Pasting was not requested or is not possible; the agent pastes manually."""
    FOCUS_LOST = "focus-lost"
    """The target window did not get the focus back; no key was sent."""
    NOT_READ = "not-read"
    """The paste keys were sent, but the target did not request the text."""
    TARGET_GONE = "target-gone"
    """The target window was closed before it read the reply."""


@dataclass(frozen=True, slots=True)
class Delivery:
    """A finished text that may be sent; it has no unfilled field.

    ``cursor_back`` is the distance of the cursor from the end of the text in grapheme clusters, 0 if the
    reply does not set it.
    """

    text: str
    cursor_back: int = 0


class DeliveryProblem(Enum):
    """Why a rendered reply must not be sent."""

    MISSING = auto()
    """Fields have no value; ``missing`` are their names."""
    TOO_LONG = auto()
    """The text has more than MAX_TEXT code points."""
    EMPTY = auto()
    """The text is blank."""


@dataclass(frozen=True, slots=True)
class Undeliverable:
    """Why a reply cannot be sent."""

    problem: DeliveryProblem
    missing: tuple[str, ...] = ()


def deliver(rendered: Rendered) -> Delivery | Undeliverable:
    """Return the delivery of a rendered reply, or the reason why it cannot be sent."""
    if rendered.missing:
        return Undeliverable(DeliveryProblem.MISSING, rendered.missing)
    if rendered.is_too_long:
        return Undeliverable(DeliveryProblem.TOO_LONG)
    if not has_visible(rendered.text):
        return Undeliverable(DeliveryProblem.EMPTY)
    back = 0 if rendered.cursor is None else count_from(rendered.text, rendered.cursor)
    return Delivery(rendered.text, back)
