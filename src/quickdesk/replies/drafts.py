"""Drafts: what was typed in an editor or a form and neither saved nor sent.

A draft of a reply stays until it is saved or discarded. What was filled in in a form belongs to one buyer: it
is kept for :data:`FORM_KEPT` only, and the title of the chat window is never stored. What belongs to a
customer with a card is stored encrypted, and kept for :data:`CUSTOMER_KEPT`.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from itertools import chain
from typing import Final, TypeAlias

from quickdesk.replies.snippet import Snippet

FORM_KEPT: Final = timedelta(minutes=30)
"""How long the values of a form are kept after the last change."""
CUSTOMER_KEPT: Final = timedelta(days=7)
"""The same for what belongs to a customer with a card: customers may be locked over a weekend."""
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


@dataclass(frozen=True, slots=True)
class CustomerDraft:
    """What was typed about a customer: the texts by the name of their box.

    ``place`` is where: the same one opens with it again. ``customer_id`` may be empty for a note that has no
    customer yet.
    """

    number: int
    changed_at: datetime
    place: str
    customer_id: str
    texts: Mapping[str, str] = field(repr=False)


Draft: TypeAlias = ReplyDraft | FormDraft | CustomerDraft


@dataclass(frozen=True, slots=True)
class Drafts:
    """All drafts, oldest first; each has a number of its own."""

    replies: tuple[ReplyDraft, ...] = ()
    forms: tuple[FormDraft, ...] = ()
    customers: tuple[CustomerDraft, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.replies or self.forms or self.customers)

    def __iter__(self) -> Iterator[Draft]:
        return chain(self.replies, self.forms, self.customers)

    @property
    def next_number(self) -> int:
        """A number that no draft has."""
        return max((each.number for each in self), default=0) + 1

    def with_draft(self, draft: Draft) -> "Drafts":
        """Return the drafts with this one instead of that of the same number."""
        others = self.without(draft.number)
        if isinstance(draft, ReplyDraft):
            return replace(others, replies=(*others.replies, draft)[-MAX_DRAFTS:])
        if isinstance(draft, FormDraft):
            return replace(others, forms=(*others.forms, draft)[-MAX_DRAFTS:])
        return replace(others, customers=(*others.customers, draft)[-MAX_DRAFTS:])

    def without(self, number: int) -> "Drafts":
        """Return the drafts without the one of this number."""
        return self.where(lambda each: each.number != number)

    def where(self, is_kept: Callable[[Draft], bool]) -> "Drafts":
        """Return the drafts for which a condition holds."""
        return Drafts(
            tuple(filter(is_kept, self.replies)),
            tuple(filter(is_kept, self.forms)),
            tuple(filter(is_kept, self.customers)),
        )

    def at(self, now: datetime) -> "Drafts":
        """Return the drafts that are still kept; a clock that was set back makes them outdated too."""
        kept = self.where(
            lambda each: isinstance(each, ReplyDraft) or timedelta() <= now - each.changed_at < _kept(each)
        )
        return self if kept == self else kept

    def ends_at(self) -> datetime | None:
        """Return when the next draft is outdated; None if none will be."""
        ending: Iterator[FormDraft | CustomerDraft] = chain(self.forms, self.customers)
        moments = (each.changed_at + _kept(each) for each in ending)
        return min(moments, default=None)


def is_personal(draft: Draft) -> bool:
    """Return whether a draft belongs to a customer with a card, and is stored encrypted."""
    return not isinstance(draft, ReplyDraft) and bool(draft.customer_id)


def _kept(draft: FormDraft | CustomerDraft) -> timedelta:
    return CUSTOMER_KEPT if is_personal(draft) else FORM_KEPT
