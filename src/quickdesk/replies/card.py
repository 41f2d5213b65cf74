"""The values of one buyer's card for the fields of a reply, by field name.

A value of a card fills a field like a fact of the shop does, but for this buyer only. Names are compared by
:func:`quickdesk.replies.facts.fact_key`, without underscores and hyphens.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from quickdesk.replies.facts import Fact, FactsOfDay, fact_key
from quickdesk.replies.shop.names import is_fact_name
from quickdesk.replies.template import Field

CARRIER_NAMES: Final = ("快递公司", "物流公司", "carrier", "courier")
"""The names of fields that stand for the carrier of the shop, and for that of one parcel as well."""


@dataclass(frozen=True, slots=True)
class CardValue:
    """What the card says for a field: ``value`` is suggested, or sent without asking if it ``is_sure``.

    ``choices`` are all values of a card that has several, such as the numbers of several orders.
    """

    value: str
    choices: tuple[str, ...] = ()
    is_sure: bool = True


@dataclass(frozen=True, slots=True)
class Card:
    """The values of one customer; without an id there is no customer, and no value.

    ``orders`` are the values of each order by key, the suggested order first.
    """

    customer_id: str = ""
    label: str = field(default="", repr=False)
    by_key: Mapping[str, CardValue] = field(default_factory=dict, repr=False)
    orders: tuple[Mapping[str, str], ...] = field(default=(), repr=False)

    def __bool__(self) -> bool:
        return bool(self.customer_id)

    def value(self, name: str) -> CardValue | None:
        """Return what it says for a field of this name, None if nothing."""
        return self.by_key.get(card_key(name)) if self.by_key else None

    def following(self, before: Mapping[str, str], after: Mapping[str, str]) -> dict[str, str]:
        """Return the values of other fields that change with a choice among several orders.

        ``before`` and ``after`` are the values of a form by name. A field that was changed by hand, and so
        has a value of no order, stays.
        """
        if len(self.orders) < 2:
            return {}
        changed = [name for name, value in after.items() if value != before.get(name)]
        chosen = next((found for name in changed if (found := self._order(name, after[name]))), None)
        if chosen is None:
            return {}
        return {
            name: chosen.get(card_key(name), "")
            for name, value in after.items()
            if name not in changed
            and self._is_of_order(name, value)
            and chosen.get(card_key(name), "") != value
        }

    def _order(self, name: str, value: str) -> Mapping[str, str] | None:
        key = card_key(name)
        found = [each for each in self.orders if value and each.get(key) == value]
        return found[0] if len(found) == 1 else None

    def _is_of_order(self, name: str, value: str) -> bool:
        key = card_key(name)
        return any(key in each and value in ("", each[key]) for each in self.orders)


NO_CARD: Final = Card()


def card_key(name: str) -> str:
    """Return the form in which the names of fields are compared with those of a card."""
    return fact_key(name).replace("_", "").replace("-", "")


_CARRIER_KEYS: Final = frozenset(map(card_key, CARRIER_NAMES))


def can_be_on_card(name: str) -> bool:
    """Return whether a field of this name may be filled from a card, and kept on one."""
    return card_key(name) in _CARRIER_KEYS or not is_fact_name(name)


@dataclass(frozen=True, slots=True)
class Filling:
    """What fills a field without the agent: a valid fact or a value of the card; at most one of the two."""

    fact: Fact | None = None
    card: CardValue | None = None

    @property
    def value(self) -> str | None:
        """The value that needs no question, None if the agent is asked."""
        if self.fact is not None:
            return self.fact.value
        return self.card.value if self.card is not None and self.card.is_sure else None


def filling(asked: Field, facts: FactsOfDay, card: Card) -> Filling:
    """Return what fills a field: a fact if the field is the shop's, else the card, else a fact.

    A field that is written as a fact is never filled by a card.
    """
    fact = facts.valid(asked.name)
    own = None if asked.is_fact else card.value(asked.name)
    if fact is not None and (own is None or is_fact_name(asked.name)):
        return Filling(fact=fact)
    return Filling(card=own)
