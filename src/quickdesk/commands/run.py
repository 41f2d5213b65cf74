"""Carries out a command by its name; the same for the running program and for the command line alone."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import PurePath
from typing import TYPE_CHECKING, TypeVar

from quickdesk.commands.answer import Answer, Exit, Request, problem
from quickdesk.commands.arguments import ArgumentError
from quickdesk.commands.asking.find import find
from quickdesk.commands.asking.review import review
from quickdesk.commands.asking.suggest import suggest
from quickdesk.commands.data.backup import backup, restore
from quickdesk.commands.data.check import check
from quickdesk.commands.desk import Desk
from quickdesk.commands.replies.render import render
from quickdesk.commands.replies.snippets import add, edit, list_all, remove, undo
from quickdesk.replies.store import StoreError, StoreProblem

if TYPE_CHECKING:
    from quickdesk.commands.data.exchange import PlannedImport

T = TypeVar("T")
Command = Callable[[Request, Desk], Answer]


def _import(request: Request, desk: Desk) -> Answer:
    planned = _plan_import(request, desk)
    return planned if isinstance(planned, Answer) else planned.carry_out_anyway(desk)


def _plan_import(request: Request, desk: Desk) -> "PlannedImport | Answer":
    # Loaded here because the readers of foreign files cost every other command some time.
    from quickdesk.commands.data.exchange import plan_import

    return plan_import(request, desk)


def _export(request: Request, desk: Desk) -> Answer:
    from quickdesk.commands.data.exchange import export

    return export(request, desk)


COMMANDS: Mapping[str, Command] = {
    "find": find,
    "suggest": suggest,
    "review": review,
    "list": list_all,
    "add": add,
    "edit": edit,
    "remove": remove,
    "restore": restore,
    "undo": undo,
    "backup": backup,
    "check": check,
    "render": render,
    "import": _import,
    "export": _export,
}
PLANNED = frozenset({"import"})
"""Commands that work long before they change anything: :func:`prepare` does that part."""
READING = frozenset({"find", "suggest", "review", "list", "render", "export", "backup", "check"})
"""Commands that change nothing: they work on data that can only be read, too."""
REPEATABLE = READING - {"backup", "check"}
"""Commands that write nothing at all: done twice they do no harm."""


def run(request: Request, desk: Desk) -> Answer:
    """Carry a command out; what the store refuses, and arguments that are none, become an answer."""
    command = COMMANDS.get(request.command)
    if command is None:
        return problem(Exit.FAILED, "unknown-command", command=request.command)
    return _answered(partial(command, request, desk))


def prepare(request: Request, desk: Desk) -> "PlannedImport | Answer":
    """Do of a command of PLANNED what takes long and changes nothing; an answer where that is all of it."""
    return _answered(partial(_plan_import, request, desk))


def finish(planned: "PlannedImport", desk: Desk) -> Answer | None:
    """Do the rest; None, and nothing changed, where the replies have changed and it must be planned again."""
    return _answered(partial(planned.carry_out, desk))


def finish_anyway(planned: "PlannedImport", desk: Desk) -> Answer:
    """Do the rest, planned again where that is needed: whoever changes something meanwhile waits."""
    return _answered(partial(planned.carry_out_anyway, desk))


def _answered(act: Callable[[], T]) -> T | Answer:
    try:
        return act()
    except ArgumentError as error:
        return error.answer
    except StoreError as error:
        return data_problem(error)


def data_problem(error: StoreError) -> Answer:
    """Return the answer for data that cannot be read or written."""
    name = error.problem.name.lower().replace("_", "-")
    is_folder = error.problem in (StoreProblem.IN_USE, StoreProblem.MOVED)
    folder = error.path if is_folder else str(PurePath(error.path).parent)
    return problem(Exit.DATA, f"data-{name}", path=error.path, folder=folder)
