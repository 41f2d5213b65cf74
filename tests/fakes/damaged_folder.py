"""Opens a data folder that was damaged, and judges what became of what had been acknowledged.

Nothing may be invented. What is not there any more must be named by a finding of its kind of data. Whatever
was found must stay so, be reported until it is acknowledged, and not keep the data from being changed.
"""

import errno
import json
import os
import shutil
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from quickdesk.insights.dead_search import DeadSearch, Ending
from quickdesk.replies.facts import Fact
from quickdesk.replies.history import Action, ActionType
from quickdesk.replies.snippet import Snippet
from quickdesk.replies.store import Change, StoreError
from quickdesk.search.finder import LibraryFinder
from quickdesk.search.index.arrays import build
from quickdesk.settings.settings import Settings
from quickdesk.storage.disk import LocalDisk, LocalFile
from quickdesk.storage.kinds import CUSTOMERS, FOLLOWUPS, INSIGHTS, KINDS
from quickdesk.storage.open import Stores
from quickdesk.storage.report import Loss
from quickdesk.storage.search_cache.cache import INDEX_FOLDER, SearchCache
from quickdesk.storage.stored_language import stored_language
from tests.fakes.engine import add
from tests.fakes.stores import open_stores

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
OURS = Snippet("ours", "后来", "加的")
Data = dict[str, dict[str, str]]
"""By kind: each document as JSON by its table and key."""


@dataclass
class Base:
    """A whole data folder: what was acknowledged last, and every document that ever was."""

    folder: Path
    data: Data = field(default_factory=dict)
    known: dict[str, set[str]] = field(default_factory=dict)

    def learn(self, stores: Stores) -> None:
        """Remember what is there now."""
        self.data = data_of(stores)
        for kind, documents in self.data.items():
            self.known.setdefault(kind, set()).update(documents.values())


@dataclass
class Verdict:
    """What went wrong with one folder, in words; ``lost`` names the kinds that are not as they were."""

    faults: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    is_refused: bool = False


class UnsyncedFile(LocalFile):
    """No power is cut here, and syncs take most of the time."""

    def sync(self) -> None:
        pass


class ClosedDisk(LocalDisk):
    """Does not let one file be read, until it is moved away; syncs nothing."""

    def __init__(self, closed: Path | None) -> None:
        super().__init__()
        self._closed = closed

    def read(self, path: Path) -> bytes:
        if path == self._closed:
            raise PermissionError(errno.EACCES, "closed", str(path))
        return super().read(path)

    def create(self, path: Path) -> LocalFile:
        path.unlink(missing_ok=True)
        return UnsyncedFile(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_APPEND, 0o600))

    def sync_folder(self, folder: Path) -> None:
        pass

    def sync_file(self, path: Path) -> None:
        pass

    def replace(self, source: Path, target: Path) -> None:
        super().replace(source, target)
        if self._closed in (source, target):
            self._closed = None


def data_of(stores: Stores) -> Data:
    """Return all data; raises StoreError."""
    found: Data = {}
    for kind in KINDS:
        engine = stores.engine(kind)
        with engine.guard:
            tables, _ = engine.memory.view()
        found[kind.name] = {
            f"{table} {key}": json.dumps(document, sort_keys=True)
            for table, documents in tables.items()
            for key, document in documents.items()
        }
    return found


def make_base(folder: Path, *, is_closed: bool, runs: int = 3) -> Base:
    """Make a folder with every kind of file; the last changes stand in journals unless it ``is_closed``.

    After one run alone there is no snapshot yet.
    """
    base, work = Base(folder), folder.with_name(f"{folder.name}-work")
    for run in range(runs):
        stores = open_stores(work)
        _change(stores, run, base)
        if run == runs - 1:
            stores.backups(work).backup(NOON)
            (work / "quickdesk.log").write_text("started\n")
            SearchCache(work / INDEX_FOLDER, LocalDisk()).keep(build(stores.snippets.snippets()))
            if not is_closed:
                shutil.copytree(work, folder)
        stores.close()
    if is_closed:
        shutil.copytree(work, folder)
    shutil.rmtree(work)
    return base


def _change(stores: Stores, run: int, base: Base) -> None:
    for number in range(4):
        one = Snippet(f"r{number}", f"标题{number}", f"第{run}次 {'正文' * number}", f"c{number}")
        extra = Snippet(f"x{run}{number}", "多的", "文\ud800\0")
        stores.snippets.apply(Change(put=(one, extra)))
        base.learn(stores)
    stores.snippets.apply(Change(remove=(f"x{run}0",)))
    stores.settings.save(Settings(text_scale=(100, 110, 125)[run]))
    for number in range(3):
        stores.settings.remember({f"字段{number}": f"值{run}"})
        add(stores.engine(CUSTOMERS), "notes", {"n": run, "text": f"备注{number}"})
        add(stores.engine(FOLLOWUPS), "reminders", {"n": run, "text": f"回访{number}"})
        fact = Fact(f"名{number}", f"值{run}")
        stores.facts().put((fact,), Action(ActionType.SET_FACT, NOON))
        stores.lexicon().save(f"词{number} 词{run}", Action(ActionType.CHANGE_LEXICON, NOON))
        base.learn(stores)
        habits = stores.habits()
        habits.usage.record(f"r{number}", f"c{number}", NOON)
        habits.dead.add([DeadSearch(f"没有{run}{number}", NOON, Ending.NOTHING_CHOSEN)])
        base.learn(stores)
    for kind in KINDS:
        stores.engine(kind).write_staged()
        stores.engine(kind).sync()
    base.learn(stores)
    assert INSIGHTS.name in base.data


def judge(base: Base, folder: Path, closed: Path | None, *, is_brief: bool) -> Verdict:
    """Open what is left of ``base`` in ``folder`` and say what is wrong with it."""
    verdict, disk = Verdict(), ClosedDisk(closed)
    stored_language(folder)
    _look_only(base, folder, disk, verdict)
    try:
        with open_stores(folder, brief=is_brief, disk=disk) as stores:
            found = _judged(base, stores, folder, verdict)
    except StoreError as error:
        verdict.is_refused = True
        if not error.path:
            verdict.faults.append("refused without a path")
        return verdict
    _judge_what_stays(folder, disk, found, verdict)
    return verdict


def _look_only(base: Base, folder: Path, disk: LocalDisk, verdict: Verdict) -> None:
    try:
        with open_stores(folder, read_only=True, disk=disk) as stores:
            _judge_inventions(base, data_of(stores), verdict)
    except StoreError:
        pass


def _judged(base: Base, stores: Stores, folder: Path, verdict: Verdict) -> Data:
    found = data_of(stores)
    _judge_inventions(base, found, verdict)
    reported = {each.kind if isinstance(each, Loss) else _kind(each.path) for each in stores.findings()}
    verdict.lost = [kind for kind in base.data if found[kind] != base.data[kind]]
    verdict.faults += [f"silent: {kind}" for kind in verdict.lost if kind not in reported]
    asides = {each.kind for each in stores.set_aside(folder).unacknowledged()}
    if not stores.report.is_read_only:
        verdict.faults += [f"not kept: {kind}" for kind in verdict.lost if kind not in asides]
    kept = SearchCache(folder / INDEX_FOLDER, LocalDisk()).load()
    finder = LibraryFinder()
    finder.rebuild(stores.snippets.snippets(), kept)
    hits = [hit.snippet.id for hit in finder.find("c1")]
    is_there = any(snippet.code == "c1" for snippet in stores.snippets.snippets())
    if is_there != ("r1" in hits):
        verdict.faults.append("the search does not find what is there")
    stores.checker(folder).check()
    if data_of(stores) != found:
        verdict.faults.append("the check changed the data")
    return found


def _judge_inventions(base: Base, found: Data, verdict: Verdict) -> None:
    for kind, documents in found.items():
        if not set(documents.values()) <= base.known[kind]:
            verdict.faults.append(f"invented: {kind}")


def _judge_what_stays(folder: Path, disk: LocalDisk, found: Data, verdict: Verdict) -> None:
    """Open it again, and once more after a change."""
    with open_stores(folder, disk=disk) as stores:
        if data_of(stores) != found:
            verdict.faults.append("not the same when opened again")
        asides = {each.kind for each in stores.set_aside(folder).unacknowledged()}
        is_writable = not stores.report.is_read_only
        if is_writable:
            verdict.faults += [f"not reported again: {kind}" for kind in verdict.lost if kind not in asides]
            stores.snippets.apply(Change(put=(OURS,)))
            stores.checker(folder).acknowledge()
    with open_stores(folder, disk=disk) as stores:
        if is_writable and stores.snippets.get(OURS.id) != OURS:
            verdict.faults.append("a change made after the damage is gone")
        if is_writable and stores.set_aside(folder).unacknowledged():
            verdict.faults.append("reported although acknowledged")


def _kind(path: Path) -> str:
    return path.name.partition(".")[0]
