"""The services of the tray program, without windows; built once and passed to every feature."""

import shutil
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from quickdesk.app.command_runner import CommandThreads
from quickdesk.app.current_customer import CurrentCustomer
from quickdesk.app.current_facts import CurrentFacts
from quickdesk.app.current_settings import CurrentSettings
from quickdesk.app.delivery import DeliveryQueue
from quickdesk.app.drafts.drafts import KeptDrafts
from quickdesk.app.process.work import Work
from quickdesk.app.searching.customer_search import CustomerSearchService
from quickdesk.app.searching.index_maintenance import Builder, IndexMaintenance
from quickdesk.app.searching.search_service import BlockingAdvice, SearchService
from quickdesk.command_services import SystemClock, command_services, random_id
from quickdesk.commands.customers.erasure import finish_erasures
from quickdesk.commands.machine_examination import ways_to_a_hotkey
from quickdesk.commands.registry import CommandServices
from quickdesk.commands.upkeep import do_upkeep
from quickdesk.customers.card.carriers import guessed_carrier
from quickdesk.desktop.facts import real_probes
from quickdesk.desktop.hotkeys.choose_hotkeys import ChosenHotkeys, choose_hotkeys
from quickdesk.desktop.paste.choose_paster import ChosenPaster, choose_paster
from quickdesk.desktop.paste.ways import paste_choice
from quickdesk.replies.clock import Clock, NewId
from quickdesk.replies.running_days import RunningDays
from quickdesk.search.advice import LibraryAdvice
from quickdesk.search.finder import LibraryFinder
from quickdesk.search.sounds import sounds_of
from quickdesk.search.suggest.meaning import Meanings, nothing_alike
from quickdesk.settings.settings import Settings
from quickdesk.storage.journal.background import ThreadWorker, Worker
from quickdesk.storage.open import Stores
from quickdesk.storage.search_cache.builder import IndexBuilder
from quickdesk.storage.search_cache.cache import INDEX_FOLDER
from quickdesk.storage.search_cache.encoder import installed_encoder, is_installed
from quickdesk.storage.search_cache.meaning_process import MeaningProcess


@dataclass(frozen=True, slots=True)
class Platform:
    """What a test replaces: keys, clipboard, time, ids, threads, and the processes of index and model."""

    hotkeys: ChosenHotkeys
    paste: ChosenPaster
    clock: Clock
    new_id: NewId
    make_worker: Callable[[str], Worker]
    """Returns a new worker; the argument is the name of its thread."""
    index_builder: Builder
    meanings: Meanings | None = None
    """The sentence model, None if it is not installed."""


class DataEvents(QObject):
    """Signals of changes to the data, for the windows that show it; emitted in the main thread."""

    replies_changed = Signal()
    """Replies have changed, or the facts that fill them."""
    customers_changed = Signal()
    """Customers, their notes, orders, cases or events have changed."""
    findings_acknowledged = Signal()
    """Damage that was found is not to be shown any more."""
    command_done = Signal(str, object)
    """The name of a command that has changed data, and its Answer."""


@dataclass(frozen=True, slots=True)
class WorkQueues:
    """The threads of the program, besides that of the search; the jobs of one are done one after another."""

    reading: Work
    """Reads what takes long; no change waits for it."""
    changes: Work
    settings: Work
    """Saves settings and habits."""
    folder: Work
    """Looks whether the data folder is there: a network drive may not answer."""
    upkeep: Work
    answers: Work
    """Waits for the search, for commands."""

    def close_changes(self) -> None:
        """Return when all changes are made and their callbacks were called."""
        # A job that reads may submit a change.
        for each in (self.reading, self.changes):
            each.close()

    def close(self) -> None:
        """Return when all jobs are done and their callbacks were called."""
        # A job that reads may submit a change, so reading comes first; every other may wait for the search.
        for each in (self.reading, self.changes, self.settings, self.folder, self.upkeep, self.answers):
            each.close()


@dataclass(frozen=True, slots=True)
class Search:
    """The search, what keeps its index up to date, and advice, which belongs to the thread of ``service``."""

    service: SearchService
    index: IndexMaintenance
    advice: LibraryAdvice


@dataclass(frozen=True, slots=True)
class Services:
    """The services. Close them."""

    folder: Path
    stores: Stores
    platform: Platform
    commands: CommandServices
    settings: CurrentSettings
    facts: CurrentFacts
    current_customer: CurrentCustomer
    drafts: KeptDrafts
    """Of replies, and of forms without a customer."""
    sealed_drafts: KeptDrafts
    """Of customers; encrypted on the disk."""
    search: Search
    customer_search: CustomerSearchService
    delivery: DeliveryQueue
    events: DataEvents
    work: WorkQueues

    @property
    def command_threads(self) -> CommandThreads:
        """The threads that commands run on."""
        return CommandThreads(self.work.changes, self.work.reading, self.work.answers)

    def drafts_of(self, customer_id: str) -> KeptDrafts:
        """Return the drafts of a customer with a card, or those of nobody if the id is empty."""
        return self.sealed_drafts if customer_id else self.drafts

    def save_drafts(self) -> None:
        """Save what is in open windows, and return when it is on the disk or cannot be saved."""
        self.drafts.save_now()
        self.sealed_drafts.save_now()

    def finish_work(self) -> None:
        """Return when all jobs are done and their callbacks were called."""
        self.save_drafts()
        self.search.index.close()
        self.work.close_changes()
        # What could not be saved is a draft now.
        self.drafts.close()
        self.sealed_drafts.close()
        self.work.close()
        self.search.service.close()
        self.customer_search.close()

    def do_upkeep(self) -> RunningDays | None:
        """Count the day, back up, and delete what is due; None while nothing can be written."""
        # A disk that was full at the start may have room since.
        is_read_only = self.stores.report.is_read_only and self.stores.refusal() is not None
        if is_read_only:
            return None
        finish_erasures(self.commands.eraser, is_thorough=True)
        return do_upkeep(self.commands.library, backs_up=True)

    def close(self) -> None:
        """Release keys, connections and the data folder."""
        self.finish_work()
        self.delivery.close()
        self.platform.hotkeys.hotkeys.close()
        self.platform.paste.close()
        self.stores.close()


def real_platform(folder: Path, stores: Stores, environment: Mapping[str, str]) -> Platform:
    """Return the platform of this machine; needs a QApplication."""
    paste_keys = stores.settings.load().paste_keys
    return Platform(
        choose_hotkeys(ways_to_a_hotkey(real_probes(environment))),
        choose_paster(paste_choice(environment, sys.platform, shutil.which), paste_keys),
        SystemClock(),
        random_id,
        ThreadWorker,
        IndexBuilder(folder / INDEX_FOLDER, stores.check_folder),
        MeaningProcess(folder / INDEX_FOLDER, installed_encoder, stores.check_folder)
        if is_installed()
        else None,
    )


def build_services(folder: Path, stores: Stores, platform: Platform) -> Services:
    """Build the services on a data folder; needs a QApplication."""

    def work(name: str) -> Work:
        return Work(platform.make_worker(name))

    queues = WorkQueues(
        *(work(name) for name in ("reading", "changes", "settings", "folder", "upkeep", "answers"))
    )
    settings = CurrentSettings(stores.settings, queues.settings)
    searching, finder = work("search"), LibraryFinder()
    meanings = platform.meanings
    advice = LibraryAdvice(finder, likeness=nothing_alike if meanings is None else meanings.likeness)
    service = _search_service(stores, settings.current, SearchService(finder, searching), platform)
    commands = command_services(
        folder,
        stores,
        service,
        BlockingAdvice(advice, searching),
        platform.paste.paster.clipboard_text,
        platform.clock,
    )
    index = IndexMaintenance(service, platform.index_builder, work("index"))
    customer_search = CustomerSearchService(
        commands.customers, work("customers"), lambda search: _customer_index(folder, search, work)
    )
    customer_search.set_sounds(sounds_of(settings.current))
    return Services(
        folder,
        stores,
        platform,
        replace(commands, new_id=platform.new_id, customer_search=customer_search),
        settings,
        CurrentFacts(commands.facts, platform.clock),
        CurrentCustomer(lambda: commands.customers, guessed_carrier),
        KeptDrafts(stores.drafts(folder), queues.settings, platform.clock),
        KeptDrafts(stores.sealed_drafts(folder), queues.settings, platform.clock),
        Search(service, index, advice),
        customer_search,
        DeliveryQueue(platform.paste.paster),
        DataEvents(),
        queues,
    )


def _customer_index(folder: Path, search: SearchService, work: Callable[[str], Work]) -> IndexMaintenance:
    """Return what builds the base index of the customers in another process, which writes no file."""
    builder = IndexBuilder(folder / INDEX_FOLDER, lambda: False)
    return IndexMaintenance(search, builder, work("customer index"))


def _search_service(
    stores: Stores, settings: Settings, service: SearchService, platform: Platform
) -> SearchService:
    service.set_sounds(sounds_of(settings))
    service.load(stores.snippets.snippets(), platform.index_builder.kept)
    return service
