"""Finding the card that a record is about.

A card is found by a nickname with its platform. If none has it, by an order number, then by a phone that only
one card has; a phone only if the card has no other nickname on the same platform, because two accounts of one
platform are two customers. A record with nothing but a name is the only card that has just this name.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import product

from quickdesk.customers.card.nicknames import account_key, number_key, phone_key, platform_key
from quickdesk.customers.customer import Customer
from quickdesk.exchange.customers.records import CustomerRefusal, RefusedRowError

OrderPlaces = Mapping[str, Sequence[int]]
"""The indexes of the orders of one card by the key of their number."""


class CardIndex:
    """The cards by their nicknames, orders and phones; a card that changes is added again."""

    def __init__(self, cards: Iterable[Customer]) -> None:
        self.cards: dict[str, Customer] = {}
        self._nicknames: defaultdict[tuple[str, str], dict[str, None]] = defaultdict(dict)
        self._orders: defaultdict[str, dict[str, None]] = defaultdict(dict)
        self._phones: defaultdict[str, dict[str, None]] = defaultdict(dict)
        self._accounts: defaultdict[tuple[str, str], dict[str, None]] = defaultdict(dict)
        """By a phone and a platform on which the card has a nickname."""
        self._alone: defaultdict[str, dict[str, None]] = defaultdict(dict)
        """By the name, those that had nothing else when they were added."""
        self._places: dict[str, tuple[dict[str, list[int]], int]] = {}
        """By the id of a card, with the number of its orders that are in it."""
        self._names: defaultdict[str, dict[str, None]] = defaultdict(dict)
        for card in cards:
            self.add(card)

    def add(self, card: Customer) -> None:
        """Add a card, or more keys of one that is there; keys are never removed.

        The orders of a card that is there stay at their places, with more after them.
        """
        before = self.cards.get(card.id)
        self.cards[card.id] = card
        for nickname in card.nicknames:
            self._nicknames[account_key(nickname)][card.id] = None
        for order in card.orders if before is None else card.orders[len(before.orders) :]:
            self._orders[order_key(order.number)][card.id] = None
        for phone in card.phones:
            self._phones[telephone_key(phone)][card.id] = None
            for nickname in card.nicknames:
                self._accounts[telephone_key(phone), platform_key(nickname.platform)][card.id] = None
        self._names[card.name][card.id] = None
        if _is_alone(card):
            self._alone[card.name][card.id] = None

    def places(self, card: Customer) -> OrderPlaces:
        """Return where the orders of a card are; many rows may be about one card with thousands of them."""
        places, count = self._places.get(card.id, ({}, 0))
        for at, order in enumerate(card.orders[count:], count):
            places.setdefault(order_key(order.number), []).append(at)
        self._places[card.id] = places, len(card.orders)
        return places

    def alike(self, record: Customer) -> list[Customer]:
        """Return the cards that have one of the nicknames, orders or phones, or the same name."""
        ids = self._with_nickname(record)
        for order in record.orders:
            ids |= self._orders.get(order_key(order.number), {})
        for phone in record.phones:
            ids |= self._phones.get(telephone_key(phone), {})
        if record.name or not ids:
            ids |= self._names.get(record.name, {})
        return [self.cards[key] for key in ids]

    def meant_by(self, record: Customer) -> Customer | None:
        """Return the card that a record is about, or None; raises RefusedRowError if it may be several."""
        named = self._with_nickname(record)
        if len(named) > 1:
            raise RefusedRowError(CustomerRefusal.SEVERAL_CUSTOMERS)
        for key in named:
            return self.cards[key]
        return self._by_order(record) or self._by_phone(record) or self._by_name(record)

    def _with_nickname(self, record: Customer) -> dict[str, None]:
        """Return the ids of the cards that have one of the nicknames on the same platform."""
        found: dict[str, None] = {}
        for nickname in record.nicknames:
            found |= self._nicknames.get(account_key(nickname), {})
        return found

    def _by_order(self, record: Customer) -> Customer | None:
        found: dict[str, str] = {}
        for order in record.orders:
            ids = self._orders.get(order_key(order.number), {})
            if len(ids) > 1 or len(found.keys() | ids.keys()) > 1:
                raise RefusedRowError(CustomerRefusal.SEVERAL_CUSTOMERS)
            found |= dict.fromkeys(ids, order.number)
        for key, number in found.items():
            if _has_another_account(self.cards[key], record):
                raise RefusedRowError(CustomerRefusal.ORDER_OF_ANOTHER, number)
            return self.cards[key]
        return None

    def _by_phone(self, record: Customer) -> Customer | None:
        # Counted, because one phone may stand in every row: that of the shop, or one that hides all others.
        phones = {telephone_key(phone) for phone in record.phones}
        platforms = {platform_key(nickname.platform) for nickname in record.nicknames}
        ids = _all_of(self._phones.get(phone, {}) for phone in phones)
        others = _all_of(self._accounts.get(key, {}) for key in product(phones, platforms))
        if len(ids) - len(others) > 1:
            raise RefusedRowError(CustomerRefusal.SEVERAL_CUSTOMERS)
        return self.cards[next(iter(ids))] if len(ids) == 1 and not others else None

    def _by_name(self, record: Customer) -> Customer | None:
        if record.nicknames or record.orders or record.phones or not record.name:
            return None
        alone = [card for key in self._alone.get(record.name, ()) if _is_alone(card := self.cards[key])]
        return alone[0] if len(alone) == 1 else None


def _is_alone(card: Customer) -> bool:
    """Return whether a card has nothing but its name that tells whose it is."""
    return not (card.nicknames or card.orders or card.phones)


def _all_of(found: Iterable[dict[str, None]]) -> dict[str, None]:
    """Return the ids in any of these; if only one has some, it is not copied."""
    filled = [ids for ids in found if ids]
    return filled[0] if len(filled) == 1 else {key: None for ids in filled for key in ids}


def _has_another_account(card: Customer, record: Customer) -> bool:
    """Return whether a record has a nickname on a platform where the card has another one."""
    platforms = {platform_key(nickname.platform) for nickname in card.nicknames}
    return any(platform_key(nickname.platform) in platforms for nickname in record.nicknames)


def order_key(number: str) -> str:
    """Return what two spellings of an order number have in common."""
    return number_key(number) or number


def telephone_key(number: str) -> str:
    """Return what two spellings of a phone number have in common."""
    return phone_key(number) or number
