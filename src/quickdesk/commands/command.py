"""What a command is: its name, what it does with the data, and the function that handles its requests."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import PurePath
from typing import Protocol, Self, TypeAlias, TypeVar

from quickdesk.commands.answer import Answer, Exit, Request, problem
from quickdesk.commands.arguments import ArgumentError
from quickdesk.replies.store import StoreError, StoreProblem

T = TypeVar("T")


class Access(Enum):
    """What a command does with the data; decides on which thread it runs and whether it may be repeated."""

    SEARCH = auto()
    """Queries the search index, on the thread of the search."""
    READ = auto()
    """Reads the data, on a background thread."""
    READ_ON_MAIN_THREAD = auto()
    """Reads what is in memory, and the clipboard, which needs the main thread."""
    MAINTAIN = auto()
    """Writes other files, such as a backup, and does not change the user's data."""
    WRITE = auto()
    """Changes the user's data."""
    PLAN = auto()
    """Changes the user's data after long reading: its handler returns a :class:`Plan`."""
    PROGRAM = auto()
    """Controls the running program, on the main thread."""

    @property
    def needs_writing(self) -> bool:
        """Whether it fails on a data folder that can only be read."""
        return self in (Access.WRITE, Access.PLAN)

    @property
    def is_repeatable(self) -> bool:
        """Whether it writes nothing, so that doing it twice does no harm."""
        return self in (Access.SEARCH, Access.READ, Access.READ_ON_MAIN_THREAD)


class Plan(Protocol):
    """A change that is planned and not made yet."""

    def execute(self) -> Answer | None:
        """Make the change; return None, and change nothing, if the data it was planned for has changed.

        Raises StoreError.
        """
        ...

    def renewed(self) -> "Plan":
        """Return the plan for the current data."""
        ...


@dataclass(frozen=True, slots=True)
class Deferred:
    """A :class:`Plan` of a command that controls the program: an answer that takes time to find.

    ``job`` may run on any thread, so it must not use the windows.
    """

    job: Callable[[], Answer]

    def execute(self) -> Answer:
        """Return the answer."""
        return self.job()

    def renewed(self) -> Self:
        """Return itself: it depends on no data."""
        return self


Handler: TypeAlias = Callable[[Request], Answer | Plan]
"""Handles the requests of one command; raises ArgumentError and StoreError."""


@dataclass(frozen=True, slots=True)
class BoundCommand:
    """A command whose handler has the services it needs."""

    access: Access
    handler: Handler


def answered(job: Callable[[], T]) -> T | Answer:
    """Return what a job returns; ArgumentError and StoreError become an answer."""
    try:
        return job()
    except ArgumentError as error:
        return error.answer
    except StoreError as error:
        return data_problem(error)


def completed(outcome: Answer | Plan) -> Answer:
    """Return the answer of a handler; a plan is executed, and renewed until that succeeds.

    Raises StoreError.
    """
    while not isinstance(outcome, Answer):
        outcome = outcome.execute() or outcome.renewed()
    return outcome


def data_problem(error: StoreError) -> Answer:
    """Return the answer for data that cannot be read or written."""
    name = error.problem.name.lower().replace("_", "-")
    is_folder = error.problem in (StoreProblem.IN_USE, StoreProblem.MOVED)
    folder = error.path if is_folder else str(PurePath(error.path).parent)
    is_refused = error.problem in (StoreProblem.LOCKED, StoreProblem.WRONG_PASSPHRASE)
    return problem(Exit.REFUSED if is_refused else Exit.DATA, f"data-{name}", path=error.path, folder=folder)
