"""A request and its answer as values that are sent as JSON between the command line and the running program.

They hold no words for people: an answer that is not DONE has the name of its problem and the facts about it;
``cli/words/`` and ``ui/`` have the sentences.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Any

MAX_PATIENCE_SECONDS = 3600
"""The longest timeout of a request."""
_MAX_ID_LENGTH = 64


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

    ``id`` is random and the same when a request is sent again; it is empty for a request that never is.
    ``patience`` is how many seconds its sender waits for the answer, None without limit.
    """

    command: str
    arguments: Mapping[str, Any] = field(default_factory=dict)
    id: str = ""
    patience: float | None = None

    def to_json(self) -> dict[str, Any]:
        """Return command and arguments as JSON; the client adds id and patience."""
        return {"command": self.command, "arguments": dict(self.arguments)}

    @classmethod
    def from_json(cls, data: object) -> "Request":
        """Parse a request; raises ValueError."""
        if not isinstance(data, dict) or not isinstance(data.get("command"), str):
            raise ValueError("not a request")
        arguments = data.get("arguments", {})
        if not isinstance(arguments, dict):
            raise ValueError("arguments must be an object")
        return cls(data["command"], arguments, _id(data.get("id", "")), _patience(data.get("patience")))


def _id(given: object) -> str:
    if not isinstance(given, str) or len(given) > _MAX_ID_LENGTH:
        raise ValueError("not an id")
    return given


def _patience(given: object) -> float | None:
    if given is None:
        return None
    if isinstance(given, bool) or not isinstance(given, int | float) or not 0 < given <= MAX_PATIENCE_SECONDS:
        raise ValueError("not a number of seconds")
    return float(given)


@dataclass(frozen=True, slots=True)
class Answer:
    """The outcome of a command: its exit code, its result and, if it failed, the problem and its facts."""

    exit: Exit = Exit.DONE
    data: Any = None
    problem: str = ""
    facts: Mapping[str, Any] = field(default_factory=dict)

    def to_json(self) -> dict[str, Any]:
        """Return the answer as JSON."""
        return {"exit": int(self.exit), "data": self.data, "problem": self.problem, "facts": dict(self.facts)}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "Answer":
        """Parse an answer; raises ValueError, KeyError or TypeError."""
        return cls(Exit(data["exit"]), data["data"], str(data["problem"]), dict(data["facts"]))


def done(data: Any = None) -> Answer:  # noqa: ANN401 - JSON has no narrower type
    """Return the answer of a command that succeeded."""
    return Answer(Exit.DONE, data)


def problem(exit_: Exit, name: str, /, **facts: Any) -> Answer:  # noqa: ANN401 - facts are JSON values
    """Return the answer of a command that failed: the name of the problem and its facts."""
    return Answer(exit_, None, name, facts)
