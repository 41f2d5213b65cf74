"""Runs commands on the data folder in this process, if the program is not running."""

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from quickdesk.cli.lazy_finder import LazyFinder, SavedHabits
from quickdesk.command_services import SystemClock, command_services
from quickdesk.commands.answer import Answer, Request
from quickdesk.commands.command import Access, data_problem
from quickdesk.commands.customers.erasure import finish_erasures
from quickdesk.commands.data.protection import protection_to_json
from quickdesk.commands.library import ReplyLibrary
from quickdesk.commands.registry import COMMANDS, run
from quickdesk.commands.replies.lexicon import ShopWords
from quickdesk.commands.upkeep import add_starter_pack, count_day, do_upkeep
from quickdesk.replies.clock import Clock
from quickdesk.replies.running_days import ClockJump
from quickdesk.replies.store import StoreError, StoreProblem
from quickdesk.storage.check.set_aside import SetAsideFiles
from quickdesk.storage.open import Stores, open_stores
from quickdesk.storage.report import ForeignFile, Loss, Recovery

_log = logging.getLogger(__name__)

_WAIT_FOR_DATA_SECONDS = 0.5


def run_on_folder(
    request: Request,
    folder: Path,
    clock: Clock | None = None,
    passphrase: Callable[[], str | None] = lambda: None,
) -> Answer:
    """Open a data folder, run a command on it, and return its answer; no other process may use it meanwhile.

    ``passphrase`` is called if personal data is needed and locked.

    A command that only reads also runs on a folder that cannot be written.
    """
    clock = clock or SystemClock()
    try:
        return _run(request, folder, clock, passphrase, read_only=False)
    except StoreError as error:
        is_readable = error.problem is StoreProblem.NOT_WRITABLE and folder.is_dir()
        if not is_readable or _access(request).needs_writing:
            return data_problem(error)
    try:
        return _run(request, folder, clock, passphrase, read_only=True)
    except StoreError as error:
        return data_problem(error)


def _run(
    request: Request,
    folder: Path,
    clock: Clock,
    passphrase: Callable[[], str | None] = lambda: None,
    *,
    read_only: bool,
) -> Answer:
    facts: dict[str, Any] = {}
    with _opened(folder, passphrase, read_only=read_only) as stores:
        finder = LazyFinder(stores.snippets.snippets, folder, SavedHabits(stores, clock))
        services = command_services(folder, stores, finder, finder, _clipboard, clock)
        is_new = stores.report.is_first_start and not read_only
        if is_new and not _add_starter_pack(services.library, services.shop_words):
            facts["starter_missing"] = True
        jump = None if read_only else _do_upkeep(services.library, _access(request))
        if not read_only:
            finish_erasures(services.eraser, is_thorough=request.command.startswith("customer "))
        had_key = services.protection.status().method is not None
        answer = run(request, services)
        status = services.protection.status()
        if status.method is not None and not had_key and request.command.startswith("customer "):
            facts["first_protection"] = protection_to_json(status)
        if request.command != "check":  # its result has them
            facts |= _jump_to_json(jump) | _findings_to_json(stores.findings(), stores.set_aside(folder))
    return replace(answer, facts={**answer.facts, **facts})


def _access(request: Request) -> Access:
    command = COMMANDS.get(request.command)
    return Access.WRITE if command is None else command.access


def _do_upkeep(library: ReplyLibrary, access: Access) -> ClockJump | None:
    """Do what is due before a command; return a jump of the clock that was just found."""
    if access.is_repeatable:
        return None
    try:
        days = do_upkeep(library, backs_up=False) if access.needs_writing else count_day(library)
    except StoreError as error:
        # Nothing is deleted; the next command tries again.
        _log.info("no upkeep: %s", error.problem.name)
        return None
    return days.jump if days.has_jumped else None


def _opened(folder: Path, passphrase: Callable[[], str | None], *, read_only: bool) -> Stores:
    stores = open_stores(folder, read_only=read_only, brief=True, wait_seconds=_WAIT_FOR_DATA_SECONDS)
    stores.ask_for_passphrase(passphrase)
    return stores


def _add_starter_pack(library: ReplyLibrary, words: ShopWords) -> bool:
    # Imported here because it happens once for each data folder.
    from quickdesk.storage.shipped import STARTER, pack_texts

    return add_starter_pack(library, words, partial(pack_texts, STARTER))


def _jump_to_json(jump: ClockJump | None) -> dict[str, Any]:
    if jump is None:
        return {}
    return {"clock_jump": {"before": jump.before.isoformat(), "after": jump.after.isoformat()}}


def _findings_to_json(
    findings: Sequence[Recovery | Loss | ForeignFile], set_aside: SetAsideFiles
) -> dict[str, Any]:
    """Return what was found damaged or lost, as facts of the answer."""
    known = {str(path) for each in findings for path in (each.path, *each.set_aside)}
    found = {
        "recoveries": [_recovery_to_json(each) for each in findings if isinstance(each, Recovery)],
        "losses": [_loss_to_json(each) for each in findings if isinstance(each, Loss)],
        "foreign": [_foreign_to_json(each) for each in findings if isinstance(each, ForeignFile)],
        "set_aside": [str(each.path) for each in set_aside.without(known)],
    }
    return {name: values for name, values in found.items() if values}


def _recovery_to_json(recovery: Recovery) -> Mapping[str, Any]:
    return {
        "path": str(recovery.path),
        "flaw": recovery.flaw.name.lower().replace("_", "-"),
        "set_aside": [str(path) for path in recovery.set_aside],
        "previous": recovery.used_previous,
        "lost_nothing": recovery.lost_nothing,
        "partial": recovery.is_partial,
    }


def _loss_to_json(loss: Loss) -> Mapping[str, Any]:
    return {
        "kind": loss.kind,
        "path": str(loss.path),
        "flaw": loss.flaw.name.lower().replace("_", "-"),
        "changes": loss.changes,
        "set_aside": [str(path) for path in loss.set_aside],
    }


def _foreign_to_json(foreign: ForeignFile) -> Mapping[str, Any]:
    return {
        "kind": foreign.kind,
        "path": str(foreign.path),
        "set_aside": [str(path) for path in foreign.set_aside],
    }


def _clipboard() -> str:
    """Return the text on the clipboard, empty if there is none or it cannot be read."""
    import pyperclip

    try:
        return str(pyperclip.paste())
    except (pyperclip.PyperclipException, OSError, ValueError):  # ValueError: it is no text
        return ""
