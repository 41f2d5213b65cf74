"""The commands on cards: ``customer list``, ``find``, ``show``, ``add``, ``edit``, ``remove`` and others."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from quickdesk.commands.answer import Answer, Exit, Request, done, problem
from quickdesk.commands.arguments import (
    DEFAULT_HITS,
    MAX_HITS,
    flag,
    optional_count,
    optional_text,
    optional_texts,
    pairs,
    text,
)
from quickdesk.commands.customers.cards import CustomerCards
from quickdesk.commands.customers.meant import answered_for, named
from quickdesk.commands.customers.to_json import customer_flaw_to_json, customer_to_json, hit_to_json
from quickdesk.customers.card.validation import check_customer, normalized_customer
from quickdesk.customers.customer import Customer, Nickname, Note
from quickdesk.customers.search.hit import CustomerSearch
from quickdesk.customers.store import CustomerChange
from quickdesk.replies.clock import NewId
from quickdesk.replies.history import ActionType

_TEXTS = ("name", "remark", "tone", "language", "birthday")
_LISTS = ("tags", "phones", "addresses")
CONTENT = ("nicks", "platform", *_TEXTS, *_LISTS, "values", "do_not_contact", "contact_again")
"""The arguments of ``add`` and ``edit`` that say what a card contains."""


def list_customers(request: Request, cards: CustomerCards) -> Answer:
    """Return all customers with their notes."""
    reveal = flag(request, "reveal")
    notes: dict[str, list[Note]] = {}
    for note in cards.store.notes():
        notes.setdefault(note.customer_id, []).append(note)
    customers = cards.store.customers()
    return done([customer_to_json(each, notes.get(each.id, ()), reveal=reveal) for each in customers])


def find_customers(request: Request, cards: CustomerCards, search: CustomerSearch) -> Answer:
    """Return the customers that fit ``query``, the best first; NOT_FOUND if there is none.

    Each has its ``score``, and in ``found`` where it matched.
    """
    limit = optional_count(request, "limit", MAX_HITS) or DEFAULT_HITS
    query = text(request, "query")
    hits = search.find(query, limit)
    if not hits:
        return problem(Exit.NOT_FOUND, "no-customer-found", query=query)
    return done([{**_shown(hit.customer, cards, request), **hit_to_json(hit)} for hit in hits])


def show_customer(request: Request, cards: CustomerCards) -> Answer:
    """Return one customer with its notes."""
    return answered_for(lambda: done(_shown(named(request, cards.store.customers()), cards, request)))


def add_customer(request: Request, cards: CustomerCards, new_id: NewId) -> Answer:
    """Store a new customer and return it; REFUSED if it cannot be stored."""
    now = cards.clock.now()
    empty = Customer(new_id(), created=now)
    return _save(_with_content(empty, request), request, cards, ActionType.ADD_CUSTOMER)


def edit_customer(request: Request, cards: CustomerCards) -> Answer:
    """Change the given fields of a customer and return it."""
    if not any(request.arguments.get(name) for name in CONTENT):
        return problem(Exit.USAGE, "nothing-to-change-on-card")

    def save() -> Answer:
        old = named(request, cards.store.customers())
        return _save(_with_content(old, request), request, cards, ActionType.EDIT_CUSTOMER)

    return answered_for(save)


def remove_customer(request: Request, cards: CustomerCards) -> Answer:
    """Move a customer to the trash, with all that belongs to it, and return it."""

    def remove() -> Answer:
        customer = named(request, cards.store.customers())
        shown = _shown(customer, cards, request)
        cards.apply(CustomerChange(remove_customers=(customer.id,)), ActionType.REMOVE_CUSTOMER)
        return done(shown)

    return answered_for(remove)


def restore_customer(request: Request, cards: CustomerCards) -> Answer:
    """Restore a customer from the trash, with all that belongs to it, and return it."""

    def restore() -> Answer:
        customer = named(request, cards.store.removed())
        cards.apply(CustomerChange(restore_customers=(customer.id,)), ActionType.RESTORE_CUSTOMER)
        return done(_shown(customer, cards, request))

    return answered_for(restore)


def _shown(customer: Customer, cards: CustomerCards, request: Request) -> dict[str, Any]:
    return customer_to_json(customer, cards.store.notes(customer.id), reveal=flag(request, "reveal"))


def _save(customer: Customer, request: Request, cards: CustomerCards, action_type: ActionType) -> Answer:
    customer = replace(customer, updated=cards.clock.now())
    flaws = check_customer(customer)
    if flaws:
        return problem(Exit.REFUSED, "flawed-customer", flaws=list(map(customer_flaw_to_json, flaws)))
    cards.apply(CustomerChange((customer,)), action_type)
    return done(_shown(customer, cards, request))


def _with_content(customer: Customer, request: Request) -> Customer:
    texts = {name: optional_text(request, name) for name in _TEXTS}
    lists = {name: optional_texts(request, name) for name in _LISTS}
    given: dict[str, Any] = {name: value for name, value in {**texts, **lists}.items() if value is not None}
    reason = optional_text(request, "do_not_contact")
    if reason is not None:
        given |= {"is_do_not_contact": True, "do_not_contact_reason": reason}
    elif flag(request, "contact_again"):
        given |= {"is_do_not_contact": False, "do_not_contact_reason": ""}
    nicknames = _nicknames(customer.nicknames, request)
    fields = {**customer.fields, **pairs(request, "values")}
    return normalized_customer(replace(customer, **given, nicknames=nicknames, fields=fields))


def _nicknames(present: Iterable[Nickname], request: Request) -> tuple[Nickname, ...]:
    """Return the nicknames given, on the platform given; without one the platform of the first changes."""
    texts, platform = optional_texts(request, "nicks"), optional_text(request, "platform")
    if texts is not None:
        return tuple(Nickname(each, platform or "") for each in texts)
    nicknames = tuple(present)
    if platform is None or not nicknames:
        return nicknames
    return (replace(nicknames[0], platform=platform), *nicknames[1:])
