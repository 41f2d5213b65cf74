"""Which cards that are no longer in use show the same person: one that was merged, or added again."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from quickdesk.storage.customers.shape import CUSTOMERS_TABLE, TRASH
from quickdesk.storage.document import ID, Document, id_of
from quickdesk.storage.erasure.removal import changes_in
from quickdesk.storage.history.record import HISTORY


def ids_of_person(tables: Mapping[str, Mapping[str, Document]], ids: Iterable[str]) -> frozenset[str]:
    """Return ids of customers with those of cards in the trash or the history that share a name of theirs.

    That is a nickname on the same platform, or a phone.
    """
    found = set(ids)
    live = {id_of(each, key) for key, each in tables.get(CUSTOMERS_TABLE, {}).items()}
    cards = [(text, frozenset(_names(card))) for text, card in _cards(tables)]
    while True:
        names = {name for text, own in cards if text in found for name in own}
        more = {text for text, own in cards if text not in live and not names.isdisjoint(own)}
        if more <= found:
            return frozenset(found)
        found |= more


def _cards(tables: Mapping[str, Mapping[str, Document]]) -> Iterator[tuple[str, Document]]:
    for name in (CUSTOMERS_TABLE, TRASH):
        for key, document in tables.get(name, {}).items():
            yield id_of(document, key), document
    for change in changes_in(tables.get(HISTORY, {}).values()):
        before = change.get("document")
        if isinstance(before, dict) and change.get("table", CUSTOMERS_TABLE) in (CUSTOMERS_TABLE, TRASH):
            yield str(before.get(ID, change.get("id"))), before


def _names(card: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for nickname in card.get("nicknames", ()):
        if isinstance(nickname, dict):
            yield str(nickname.get("text")), str(nickname.get("platform", ""))
    for phone in card.get("phones", ()):
        yield str(phone), "\0"
