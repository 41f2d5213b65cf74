"""All commands on the data in one list, each bound to the services that its handler needs.

What controls the running program instead is in :mod:`quickdesk.commands.program`.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from quickdesk.commands.answer import Answer, Exit, Request, problem
from quickdesk.commands.backup_store import BackupStore
from quickdesk.commands.checker import Checker
from quickdesk.commands.command import Access, BoundCommand, Handler, answered, completed
from quickdesk.commands.customers.card_commands import (
    add_customer,
    edit_customer,
    find_customers,
    list_customers,
    remove_customer,
    restore_customer,
    show_customer,
)
from quickdesk.commands.customers.cards import CustomerCards
from quickdesk.commands.customers.eraser import CustomerEraser
from quickdesk.commands.customers.erasure import Retention, erase, retention
from quickdesk.commands.customers.merge import merge_customers
from quickdesk.commands.customers.note_commands import NoteWriting, add_note, set_order
from quickdesk.commands.data.backup import backup, restore
from quickdesk.commands.data.check import check
from quickdesk.commands.data.protection import (
    lock,
    protect,
    recovery_key,
    rekey,
    show_protection,
    unlock,
)
from quickdesk.commands.data_protection import DataProtection
from quickdesk.commands.insights.forget import Learnt, forget
from quickdesk.commands.insights.review import review
from quickdesk.commands.insights.stats import stats
from quickdesk.commands.library import ReplyLibrary
from quickdesk.commands.replies.facts import ShopFacts, list_facts, remove_fact, set_fact
from quickdesk.commands.replies.lexicon import (
    ShopWords,
    add_group,
    import_groups,
    list_groups,
    remove_group,
)
from quickdesk.commands.replies.render import render
from quickdesk.commands.replies.snippets import add, edit, list_all, remove, undo
from quickdesk.commands.search import Advice, find, suggest
from quickdesk.customers.agent import agent_of
from quickdesk.customers.retention import RetentionDays
from quickdesk.customers.search.hit import CustomerSearch
from quickdesk.customers.store import CustomerStore
from quickdesk.insights.daily_use import DailyUse
from quickdesk.insights.dead_search import DeadSearch
from quickdesk.replies.clock import Clock, NewId
from quickdesk.replies.facts import FactsOfDay, FactStore
from quickdesk.replies.running_days import DayCounter
from quickdesk.replies.store import SnippetStore
from quickdesk.search.hit import Finder
from quickdesk.search.related.shop_lexicon import LexiconStore


@dataclass(frozen=True, slots=True)
class CommandServices:
    """The services that handlers can be bound to; no handler gets more of them than it needs.

    ``clipboard`` returns the text on the clipboard, empty if there is none; ``dead_searches`` the failed
    searches; ``daily_use`` the use of replies on each day. The last two may raise StoreError.
    """

    store: SnippetStore
    facts: FactStore
    lexicon: LexiconStore
    customers: CustomerStore
    customer_search: CustomerSearch
    finder: Finder
    advice: Advice
    backups: BackupStore
    checker: Checker
    clock: Clock
    days: DayCounter
    new_id: NewId
    clipboard: Callable[[], str]
    dead_searches: Callable[[], Sequence[DeadSearch]]
    daily_use: Callable[[], Sequence[DailyUse]]
    learnt: Learnt
    protection: DataProtection
    eraser: CustomerEraser
    retention_days: Callable[[], RetentionDays]

    @property
    def shop_facts(self) -> ShopFacts:
        """What changes facts."""
        return ShopFacts(self.facts, self.clock, self.days)

    @property
    def shop_words(self) -> ShopWords:
        """What changes the shop's own words."""
        return ShopWords(self.lexicon, self.clock, self.days)

    @property
    def cards(self) -> CustomerCards:
        """What changes customers."""
        return CustomerCards(self.customers, self.clock, self.days)

    @property
    def library(self) -> ReplyLibrary:
        """What changes replies."""
        return ReplyLibrary(self.store, self.finder, self.backups, self.clock, self.days)


@dataclass(frozen=True, slots=True)
class Command:
    """One command: its name, what it does with the data, and how its handler gets its services."""

    name: str
    access: Access
    bind: Callable[[CommandServices], Handler]

    def bound(self, services: CommandServices) -> BoundCommand:
        """Return the command ready to handle requests."""
        return BoundCommand(self.access, self.bind(services))


def _import(services: CommandServices) -> Handler:
    # Imported here because the readers of foreign files cost every other command time.
    from quickdesk.commands.data.exchange import plan_import

    return partial(plan_import, library=services.library, new_id=services.new_id)


def _export(services: CommandServices) -> Handler:
    from quickdesk.commands.data.exchange import export

    return partial(export, store=services.store)


def _import_customers(services: CommandServices) -> Handler:
    from quickdesk.commands.customers.exchange import plan_customer_import

    return partial(plan_customer_import, cards=services.cards, new_id=services.new_id)


def _retention(services: CommandServices) -> Handler:
    rules = Retention(services.customers, services.retention_days, services.clock, services.days)
    return partial(retention, rules=rules, eraser=services.eraser)


def _export_customers(services: CommandServices) -> Handler:
    from quickdesk.commands.customers.one_card import export

    return partial(export, store=services.customers)


def _on_cards(command: Callable[[Request, CustomerCards], Answer]) -> Callable[[CommandServices], Handler]:
    def bind(services: CommandServices) -> Handler:
        cards = services.cards
        return lambda request: command(request, cards)

    return bind


def _find_customers(services: CommandServices) -> Handler:
    return partial(find_customers, cards=services.cards, search=services.customer_search)


def _add_customer(services: CommandServices) -> Handler:
    return partial(add_customer, cards=services.cards, new_id=services.new_id)


def _add_note(services: CommandServices) -> Handler:
    def author() -> str:
        facts = services.shop_facts
        return agent_of(FactsOfDay.of(facts.store.facts(), facts.today))

    return partial(add_note, writing=NoteWriting(services.cards, services.new_id, author))


_ALL = (
    Command(
        "find",
        Access.SEARCH,
        lambda services: partial(find, store=services.store, finder=services.finder, advice=services.advice),
    ),
    Command(
        "suggest",
        Access.SEARCH,
        lambda services: partial(suggest, store=services.store, advice=services.advice),
    ),
    Command(
        "review",
        Access.READ,
        lambda services: partial(
            review, dead_searches=services.dead_searches, finder=services.finder, clock=services.clock
        ),
    ),
    Command(
        "stats",
        Access.READ,
        lambda services: partial(stats, daily_use=services.daily_use, clock=services.clock),
    ),
    Command("forget", Access.WRITE, lambda services: partial(forget, learnt=services.learnt)),
    Command("list", Access.READ, lambda services: partial(list_all, store=services.store)),
    Command(
        "render",
        Access.READ_ON_MAIN_THREAD,
        lambda services: partial(
            render,
            store=services.store,
            facts=services.shop_facts,
            clipboard=services.clipboard,
            customers=services.customers,
        ),
    ),
    Command(
        "add", Access.WRITE, lambda services: partial(add, library=services.library, new_id=services.new_id)
    ),
    Command("edit", Access.WRITE, lambda services: partial(edit, library=services.library)),
    Command("remove", Access.WRITE, lambda services: partial(remove, library=services.library)),
    Command(
        "restore",
        Access.WRITE,
        lambda services: partial(restore, library=services.library, protection=services.protection),
    ),
    Command(
        "facts",
        Access.READ,
        lambda services: partial(list_facts, facts=services.shop_facts, snippets=services.store),
    ),
    Command("facts set", Access.WRITE, lambda services: partial(set_fact, facts=services.shop_facts)),
    Command("facts remove", Access.WRITE, lambda services: partial(remove_fact, facts=services.shop_facts)),
    Command("lexicon", Access.READ, lambda services: partial(list_groups, words=services.shop_words)),
    Command("lexicon add", Access.WRITE, lambda services: partial(add_group, words=services.shop_words)),
    Command(
        "lexicon remove", Access.WRITE, lambda services: partial(remove_group, words=services.shop_words)
    ),
    Command(
        "lexicon import", Access.WRITE, lambda services: partial(import_groups, words=services.shop_words)
    ),
    Command("undo", Access.WRITE, lambda services: partial(undo, library=services.library)),
    Command("import", Access.PLAN, _import),
    Command("export", Access.READ, _export),
    Command("customer list", Access.READ, _on_cards(list_customers)),
    Command("customer find", Access.SEARCH, _find_customers),
    Command("customer show", Access.READ, _on_cards(show_customer)),
    Command("customer add", Access.WRITE, _add_customer),
    Command("customer edit", Access.WRITE, _on_cards(edit_customer)),
    Command("customer remove", Access.WRITE, _on_cards(remove_customer)),
    Command("customer restore", Access.WRITE, _on_cards(restore_customer)),
    Command("customer note", Access.WRITE, _add_note),
    Command("customer order", Access.WRITE, _on_cards(set_order)),
    Command("customer merge", Access.WRITE, _on_cards(merge_customers)),
    Command("customer import", Access.PLAN, _import_customers),
    Command("customer export", Access.READ, _export_customers),
    Command(
        "customer erase",
        Access.WRITE,
        lambda services: partial(erase, store=services.customers, eraser=services.eraser),
    ),
    Command("customer retention", Access.WRITE, _retention),
    Command(
        "backup",
        Access.MAINTAIN,
        lambda services: partial(
            backup, store=services.store, backups=services.backups, clock=services.clock
        ),
    ),
    Command("data", Access.READ, lambda services: partial(show_protection, protection=services.protection)),
    Command("data protect", Access.WRITE, lambda services: partial(protect, protection=services.protection)),
    Command("data unlock", Access.WRITE, lambda services: partial(unlock, protection=services.protection)),
    Command("data lock", Access.WRITE, lambda services: partial(lock, protection=services.protection)),
    Command(
        "data recovery-key",
        Access.WRITE,
        lambda services: partial(recovery_key, protection=services.protection),
    ),
    Command("data rekey", Access.WRITE, lambda services: partial(rekey, protection=services.protection)),
    Command(
        "check",
        Access.MAINTAIN,
        lambda services: partial(check, checker=services.checker, days=services.days),
    ),
)
COMMANDS: Final[Mapping[str, Command]] = {command.name: command for command in _ALL}


def is_repeatable(name: str) -> bool:
    """Return whether a command writes nothing, so that running it twice does no harm."""
    return name in COMMANDS and COMMANDS[name].access.is_repeatable


def run(request: Request, services: CommandServices) -> Answer:
    """Run a command on the data and return its answer, also if its arguments or the data are not valid."""
    command = COMMANDS.get(request.command)
    if command is None:
        return problem(Exit.FAILED, "unknown-command", command=request.command)
    return answered(lambda: completed(command.bind(services)(request)))
