"""The small construction site of the command line: a desk on the data folder, for when no program runs."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from quickdesk.commands.answer import Answer, Request
from quickdesk.commands.desk import Desk
from quickdesk.commands.run import READING, data_problem, run
from quickdesk.outside import SystemClock, random_id
from quickdesk.replies.snippet import Snippet
from quickdesk.replies.store import StoreError, StoreProblem
from quickdesk.search.hit import Finder, Hit
from quickdesk.storage.open import Stores, open_stores
from quickdesk.storage.report import Loss, OpenReport, Recovery

_WAIT_FOR_DATA_SECONDS = 0.5


class FinderOnDemand:
    """A finder that indexes when something is searched for: most commands of a script never search."""

    def __init__(self, snippets: Callable[[], Sequence[Snippet]]) -> None:
        self._snippets = snippets
        self._finder: Finder | None = None

    def rebuild(self, snippets: Iterable[Snippet]) -> None:
        """Index these now."""
        from quickdesk.search.finder import LibraryFinder

        self._finder = LibraryFinder()
        self._finder.rebuild(snippets)

    def update(self, put: Iterable[Snippet] = (), remove: Iterable[str] = ()) -> None:
        """Follow a change, where anything is indexed."""
        if self._finder is not None:
            self._finder.update(put, remove)

    def find(self, query: str, limit: int = 50) -> Sequence[Hit]:
        """Return the best hits."""
        if self._finder is None:
            self.rebuild(self._snippets())
        return self._finder.find(query, limit) if self._finder is not None else ()


def carry_out(request: Request, folder: Path) -> Answer:
    """Carry a command out on the data folder; its data is owned meanwhile."""
    try:
        return _carry_out(request, folder, read_only=False)
    except StoreError as error:
        readable = error.problem is StoreProblem.NOT_WRITABLE and folder.is_dir()
        if not readable or request.command not in READING:
            return data_problem(error)
    try:
        return _carry_out(request, folder, read_only=True)
    except StoreError as error:
        return data_problem(error)


def _carry_out(request: Request, folder: Path, *, read_only: bool) -> Answer:
    with _opened(folder, read_only=read_only) as stores:
        store = stores.snippets
        vault = stores.vault(folder)
        finder = FinderOnDemand(store.snippets)
        desk = Desk(store, finder, SystemClock(), random_id, _clipboard, vault=vault)
        desk = replace(desk, checker=stores.checker(folder))
        is_new = stores.report.is_first_start and not read_only
        is_starter_missing = is_new and not _welcomed(desk)
        if request.command not in READING:
            store.purge(desk.clock.now())
        answer = run(request, desk)
    if is_starter_missing:
        answer = replace(answer, facts={**answer.facts, "starter_missing": True})
    # A check says of its own what was found.
    return answer if request.command == "check" else _with_findings(answer, stores.report)


def _opened(folder: Path, *, read_only: bool) -> Stores:
    return open_stores(folder, read_only=read_only, brief=True, wait_seconds=_WAIT_FOR_DATA_SECONDS)


def _welcomed(desk: Desk) -> bool:
    # Loaded here because it happens once in the life of a data folder.
    from quickdesk.commands.first_start import welcome
    from quickdesk.storage.shipped import STARTER, pack_texts

    return welcome(desk, partial(pack_texts, STARTER))


def _with_findings(answer: Answer, report: OpenReport) -> Answer:
    """Say beside the answer what was found damaged or lost: nobody else would tell the agent."""
    found = {
        "recoveries": [_recovery_shape(each) for each in report.recoveries],
        "losses": [_loss_shape(each) for each in report.losses],
    }
    told = {name: shapes for name, shapes in found.items() if shapes}
    return replace(answer, facts={**answer.facts, **told}) if told else answer


def _recovery_shape(recovery: Recovery) -> Mapping[str, Any]:
    return {
        "path": str(recovery.path),
        "flaw": recovery.flaw.name.lower().replace("_", "-"),
        "set_aside": [str(path) for path in recovery.set_aside],
        "previous": recovery.used_previous,
        "lost_nothing": recovery.lost_nothing,
    }


def _loss_shape(loss: Loss) -> Mapping[str, Any]:
    return {
        "kind": loss.kind,
        "path": str(loss.path),
        "flaw": loss.flaw.name.lower().replace("_", "-"),
        "changes": loss.changes,
        "set_aside": [str(path) for path in loss.set_aside],
    }


def _clipboard() -> str:
    """Return the text on the clipboard, empty where none can be read."""
    import pyperclip

    try:
        return str(pyperclip.paste())
    except (pyperclip.PyperclipException, OSError, ValueError):  # ValueError: it is no text
        return ""
