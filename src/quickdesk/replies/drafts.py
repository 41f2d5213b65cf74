"""Drafts: what was typed in an editor or a form and neither saved nor sent.

A draft of a reply stays until it is saved or discarded. What was filled in in a form belongs to one buyer: it
is kept for :data:`FORM_KEPT` only, and the title of the chat window is never stored.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final, TypeAlias

from quickdesk.replies.snippet import Snippet

FORM_KEPT: Final = timedelta(minutes=30)
"""How long the values of a form are kept after the last change."""
MAX_DRAFTS: Final = 10
"""The maximum number of drafts of each kind; the oldest ones go first."""


@dataclass(frozen=True, slots=True)
class ReplyDraft:
    """A reply that was being written; the id of ``content`` is empty if it is new."""

    number: int
    changed_at: datetime
    content: Snippet = field(repr=False)


@dataclass(frozen=True, slots=True)
class FormDraft:
    """The values that the agent has changed in the form of a reply, by field name.

    ``program`` and ``title`` are those of the chat window, empty if unknown. ``customer_id`` is the customer
    that the form was opened for, empty if none was current: the values are offered for no other one.
    """

    number: int
    changed_at: datetime
    snippet_id: str
    values: Mapping[str, str] = field(repr=False)
    program: str = ""
    title: str = field(default="", repr=False)
    customer_id: str = ""


Draft: TypeAlias = ReplyDraft | FormDraft


@dataclass(frozen=True, slots=True)
class Drafts:
    """All drafts, oldest first; each has a number of its own."""

    replies: tuple[ReplyDraft, ...] = ()
    forms: tuple[FormDraft, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.replies or self.forms)

    @property
    def next_number(self) -> int:
        """A number that no draft has."""
        numbers = (*(each.number for each in self.replies), *(each.number for each in self.forms))
        return max(numbers, default=0) + 1

    def with_draft(self, draft: Draft) -> "Drafts":
        """Return the drafts with this one instead of that of the same number."""
        others = self.without(draft.number)
        if isinstance(draft, ReplyDraft):
            return Drafts((*others.replies, draft)[-MAX_DRAFTS:], others.forms)
        return Drafts(others.replies, (*others.forms, draft)[-MAX_DRAFTS:])

    def without(self, number: int) -> "Drafts":
        """Return the drafts without the one of this number."""
        return Drafts(
            tuple(each for each in self.replies if each.number != number),
            tuple(each for each in self.forms if each.number != number),
        )

    def at(self, now: datetime) -> "Drafts":
        """Return the drafts that are still kept; a clock that was set back makes a form outdated too."""
        forms = tuple(each for each in self.forms if timedelta() <= now - each.changed_at < FORM_KEPT)
        return self if forms == self.forms else Drafts(self.replies, forms)
