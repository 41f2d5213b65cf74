"""Validates the arguments of a request, which any program may have sent."""

from typing import Final

from quickdesk.commands.answer import Answer, Exit, Request, problem

# These limits are here so that the parser of `quickdesk find` does not have to import the search.
DEFAULT_HITS: Final = 20
MAX_HITS: Final = 1_000_000
DEFAULT_SUGGESTIONS: Final = 5
MAX_SUGGESTIONS: Final = 1_000


class ArgumentError(Exception):
    """An argument that its command does not accept; ``answer`` names it."""

    def __init__(self, request: Request, name: str) -> None:
        super().__init__(name)
        self.answer: Answer = problem(Exit.USAGE, "bad-argument", command=request.command, argument=name)


def text(request: Request, name: str) -> str:
    """Return a text, empty if it is absent; raises ArgumentError."""
    return optional_text(request, name) or ""


def optional_text(request: Request, name: str) -> str | None:
    """Return a text, None if it is absent; raises ArgumentError."""
    value = request.arguments.get(name)
    if value is not None and not isinstance(value, str):
        raise ArgumentError(request, name)
    return value


def optional_texts(request: Request, name: str) -> tuple[str, ...] | None:
    """Return a list of texts, None if it is absent; raises ArgumentError."""
    value = request.arguments.get(name)
    if value is None:
        return None
    if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
        raise ArgumentError(request, name)
    return tuple(value)


def optional_count(request: Request, name: str, maximum: int) -> int | None:
    """Return a whole number from 1 to ``maximum``, None if it is absent; raises ArgumentError."""
    value = request.arguments.get(name)
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int) or not 1 <= value <= maximum:
        raise ArgumentError(request, name)
    return value


def flag(request: Request, name: str) -> bool:
    """Return a boolean, False if it is absent; raises ArgumentError."""
    value = request.arguments.get(name, False)
    if not isinstance(value, bool):
        raise ArgumentError(request, name)
    return value


def pairs(request: Request, name: str) -> dict[str, str]:
    """Return pairs of texts as a mapping; of equal names the last one counts. Raises ArgumentError."""
    value = request.arguments.get(name)
    if not isinstance(value, list | None):
        raise ArgumentError(request, name)
    values: dict[str, str] = {}
    for pair in value or ():
        if not (isinstance(pair, list | tuple) and len(pair) == 2):
            raise ArgumentError(request, name)
        key, given = pair
        if not (isinstance(key, str) and isinstance(given, str)):
            raise ArgumentError(request, name)
        values[key] = given
    return values
