"""A command and its answer as plain values: they travel between the command line and the running program.

Nothing here knows words for people: an answer that is not DONE carries the name of its problem and
the facts about it, and whoever shows it (``cli/words/``) has the sentence.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Any

MOST_PATIENCE_SECONDS = 3600
"""The longest a program waits for the answer to a request."""
_MOST_ID_CHARACTERS = 64


class Exit(IntEnum):
    """How a command ended; also the exit code of the process."""

    DONE = 0
    FAILED = 1
    USAGE = 2
    NOT_FOUND = 3
    REFUSED = 4
    DATA = 5


@dataclass(frozen=True, slots=True)
class Request:
    """A command by its name on the command line, with its arguments as JSON values.

    ``id`` is random and the same when the same request is sent again, empty where it never is; ``patience``
    is how many seconds its sender waits for the answer, None where that is as long as it takes.
    """

    command: str
    arguments: Mapping[str, Any] = field(default_factory=dict)
    id: str = ""
    patience: float | None = None

    def to_json(self) -> dict[str, Any]:
        """Return command and arguments as the line that travels; whoever sends it adds the rest."""
        return {"command": self.command, "arguments": dict(self.arguments)}

    @classmethod
    def from_json(cls, data: object) -> "Request":
        """Read a request; raises ValueError where it is none."""
        if not isinstance(data, dict) or not isinstance(data.get("command"), str):
            raise ValueError("not a request")
        arguments = data.get("arguments", {})
        if not isinstance(arguments, dict):
            raise ValueError("arguments must be an object")
        return cls(data["command"], arguments, _id(data.get("id", "")), _patience(data.get("patience")))


def _id(given: object) -> str:
    if not isinstance(given, str) or len(given) > _MOST_ID_CHARACTERS:
        raise ValueError("not an id")
    return given


def _patience(given: object) -> float | None:
    if given is None:
        return None
    if (
        isinstance(given, bool)
        or not isinstance(given, int | float)
        or not 0 < given <= MOST_PATIENCE_SECONDS
    ):
        raise ValueError("not a number of seconds")
    return float(given)


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of a command: its exit, its result, and, where it failed, the problem and its facts."""

    exit: Exit = Exit.DONE
    data: Any = None
    problem: str = ""
    facts: Mapping[str, Any] = field(default_factory=dict)

    def to_json(self) -> dict[str, Any]:
        """Return the answer as the one line that travels."""
        return {"exit": int(self.exit), "data": self.data, "problem": self.problem, "facts": dict(self.facts)}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "Answer":
        """Read an answer; raises ValueError or KeyError where it is none."""
        return cls(Exit(data["exit"]), data["data"], str(data["problem"]), dict(data["facts"]))


def done(data: Any = None) -> Answer:  # noqa: ANN401 - JSON has no narrower type
    """Return the answer of a command that did what it was asked."""
    return Answer(Exit.DONE, data)


def problem(exit_: Exit, name: str, /, **facts: Any) -> Answer:  # noqa: ANN401 - facts are JSON values
    """Return the answer of a command that did not: ``name`` says why, ``facts`` with what."""
    return Answer(exit_, None, name, facts)
