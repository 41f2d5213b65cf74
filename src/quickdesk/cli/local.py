"""The small construction site of the command line: a desk on the data folder, for when no program runs."""

import logging
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from quickdesk.command_services import SystemClock, command_services
from quickdesk.commands.answer import Answer, Request
from quickdesk.commands.command import Access, data_problem
from quickdesk.commands.library import ReplyLibrary
from quickdesk.commands.registry import COMMANDS, run
from quickdesk.commands.upkeep import count_day, do_upkeep
from quickdesk.replies.clock import Clock
from quickdesk.replies.running_days import ClockJump
from quickdesk.replies.snippet import Snippet
from quickdesk.replies.store import StoreError, StoreProblem
from quickdesk.search.hit import Hit
from quickdesk.storage.check.set_aside import SetAside
from quickdesk.storage.open import Stores, open_stores
from quickdesk.storage.report import ForeignFile, Loss, Recovery

if TYPE_CHECKING:  # they bring numpy in, which most commands never need
    from quickdesk.search.explanation import Explanation
    from quickdesk.search.finder import LibraryFinder
    from quickdesk.search.suggest.suggestion import Answered, Suggestion

_log = logging.getLogger(__name__)

_WAIT_FOR_DATA_SECONDS = 0.5


class FinderOnDemand:
    """A finder that indexes when something is searched for: most commands of a script never search.

    It knows the agent's habits as the running program does. It is also an Advice.
    """

    def __init__(
        self, snippets: Callable[[], Sequence[Snippet]], folder: Path, past: "Past | None" = None
    ) -> None:
        self._snippets, self._folder, self._past = snippets, folder, past
        self._finder: LibraryFinder | None = None

    def rebuild(self, snippets: Iterable[Snippet]) -> None:
        """Index these now."""
        self._finder = self._indexed(snippets)

    def update(self, put: Iterable[Snippet] = (), remove: Iterable[str] = ()) -> None:
        """Follow a change, where anything is indexed."""
        if self._finder is not None:
            self._finder.update(put, remove)

    def find(self, query: str, limit: int = 50) -> Sequence[Hit]:
        """Return the best hits."""
        return self._known().find(query, limit)

    def explain(self, query: str, snippet_id: str) -> "Explanation | None":
        """Return why a reply stands where it stands, None where it does not match."""
        return self._known().explain(query, snippet_id)

    def suggest(self, message: str, limit: int) -> "Sequence[Suggestion]":
        """Return the replies that answer a buyer's message best, best first."""
        from quickdesk.commands.library_advice import LibraryAdvice

        answered = self._past.answered() if self._past is not None else ()
        return LibraryAdvice(self._known(), answered).suggest(message, limit)

    def _known(self) -> "LibraryFinder":
        if self._finder is None:
            self._finder = self._indexed(self._snippets())
        return self._finder

    def _indexed(self, snippets: Iterable[Snippet]) -> "LibraryFinder":
        from quickdesk.search.finder import LibraryFinder
        from quickdesk.storage.disk import LocalDisk
        from quickdesk.storage.search_cache.cache import INDEX_FOLDER, SearchCache

        finder = LibraryFinder()
        finder.rebuild(snippets, SearchCache(self._folder / INDEX_FOLDER, LocalDisk()).load())
        if self._past is not None:
            self._past.tell(finder)
        return finder


@dataclass(frozen=True, slots=True)
class Past:
    """What the agent did and chose before, as far as it can be read: a search goes on without."""

    stores: Stores
    clock: Clock

    def tell(self, finder: "LibraryFinder") -> None:
        """Tell a finder the habits of the agent and the sounds that are one to them."""
        from quickdesk.search.sounds import sounds_of
        from quickdesk.search.usage.prior import likely

        finder.set_sounds(sounds_of(self.stores.settings.load()))
        now, usage = self.clock.now(), self.stores.habits().usage
        with suppress(StoreError):
            finder.set_prior(likely(usage.habits(), now).prior("", {}))
            finder.set_first_letters(usage.first_letters().as_of(now))

    def answered(self) -> "Sequence[Answered]":
        """Return which messages were answered with what."""
        with suppress(StoreError):
            return self.stores.habits().answered.answered()
        return ()


def carry_out(request: Request, folder: Path, clock: Clock | None = None) -> Answer:
    """Carry a command out on the data folder; its data is owned meanwhile."""
    clock = clock or SystemClock()
    try:
        return _carry_out(request, folder, clock, read_only=False)
    except StoreError as error:
        readable = error.problem is StoreProblem.NOT_WRITABLE and folder.is_dir()
        if not readable or _access(request).needs_writing:
            return data_problem(error)
    try:
        return _carry_out(request, folder, clock, read_only=True)
    except StoreError as error:
        return data_problem(error)


def _carry_out(request: Request, folder: Path, clock: Clock, *, read_only: bool) -> Answer:
    with _opened(folder, read_only=read_only) as stores:
        finder = FinderOnDemand(stores.snippets.snippets, folder, Past(stores, clock))
        services = command_services(folder, stores, finder, finder, _clipboard, clock)
        is_new = stores.report.is_first_start and not read_only
        is_starter_missing = is_new and not _add_starter_pack(services.library)
        jump = None if read_only else _do_upkeep(services.library, _access(request))
        answer = run(request, services)
        if request.command != "check":  # it says of its own what was found
            answer = _with_findings(answer, stores.findings(), stores.set_aside(folder))
    if jump is not None and request.command != "check":
        moments = {"before": jump.before.isoformat(), "after": jump.after.isoformat()}
        answer = replace(answer, facts={**answer.facts, "clock_jump": moments})
    if is_starter_missing:
        answer = replace(answer, facts={**answer.facts, "starter_missing": True})
    return answer


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


def _opened(folder: Path, *, read_only: bool) -> Stores:
    return open_stores(folder, read_only=read_only, brief=True, wait_seconds=_WAIT_FOR_DATA_SECONDS)


def _add_starter_pack(library: ReplyLibrary) -> bool:
    # Imported here because it happens once in the life of a data folder.
    from quickdesk.commands.upkeep import add_starter_pack
    from quickdesk.storage.shipped import STARTER, pack_texts

    return add_starter_pack(library, partial(pack_texts, STARTER))


def _with_findings(
    answer: Answer, findings: Sequence[Recovery | Loss | ForeignFile], set_aside: SetAside
) -> Answer:
    """Say beside the answer what was found damaged or lost: nobody else would tell the agent."""
    known = {str(path) for each in findings for path in (each.path, *each.set_aside)}
    found = {
        "recoveries": [_recovery_shape(each) for each in findings if isinstance(each, Recovery)],
        "losses": [_loss_shape(each) for each in findings if isinstance(each, Loss)],
        "foreign": [_foreign_shape(each) for each in findings if isinstance(each, ForeignFile)],
        "set_aside": [str(each.path) for each in set_aside.without(known)],
    }
    told = {name: shape for name, shape in found.items() if shape}
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


def _foreign_shape(foreign: ForeignFile) -> Mapping[str, Any]:
    return {
        "kind": foreign.kind,
        "path": str(foreign.path),
        "set_aside": [str(path) for path in foreign.set_aside],
    }


def _clipboard() -> str:
    """Return the text on the clipboard, empty where none can be read."""
    import pyperclip

    try:
        return str(pyperclip.paste())
    except (pyperclip.PyperclipException, OSError, ValueError):  # ValueError: it is no text
        return ""
