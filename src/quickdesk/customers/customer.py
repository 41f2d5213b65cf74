"""A customer card with its notes and orders; a buyer may have nicknames on many platforms."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Nickname:
    """A name that a buyer has on one platform; ``platform`` is empty if it is not known."""

    text: str
    platform: str = ""


@dataclass(frozen=True, slots=True)
class Order:
    """One order of a customer, as the agent wrote it down.

    ``state`` is a word of the agent's own, ``carrier`` is empty while it is only guessed from the tracking
    number.
    """

    number: str
    platform: str = ""
    state: str = ""
    items: tuple[str, ...] = ()
    tracking_number: str = ""
    carrier: str = ""


@dataclass(frozen=True, slots=True)
class Customer:
    """One customer card.

    ``id`` is random and never reused; it is empty for a card that is not stored yet. ``fields`` are free
    fields by name (尺码, 偏好). ``birthday`` is ``MM-DD`` or ``YYYY-MM-DD``, or empty. ``tone`` and
    ``language`` are empty if there is no preference. Times are timezone-aware.
    """

    id: str
    nicknames: tuple[Nickname, ...] = ()
    name: str = ""
    remark: str = ""
    tags: tuple[str, ...] = ()
    fields: Mapping[str, str] = field(default_factory=dict, hash=False)
    tone: str = ""
    language: str = ""
    is_do_not_contact: bool = False
    do_not_contact_reason: str = ""
    orders: tuple[Order, ...] = ()
    phones: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    birthday: str = ""
    created: datetime | None = None
    updated: datetime | None = None

    @property
    def label(self) -> str:
        """The first nickname, else the name, else the remark, else the id: what lists show."""
        texts = (*(each.text for each in self.nicknames), self.name, self.remark)
        return next((text for text in texts if text.strip()), self.id)


@dataclass(frozen=True, slots=True)
class Note:
    """A note about one customer; ``author`` is the agent who wrote it, empty if no name is set."""

    id: str
    customer_id: str
    text: str
    at: datetime
    author: str = ""
    is_pinned: bool = False
