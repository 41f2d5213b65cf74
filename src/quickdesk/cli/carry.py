"""Who carries a command out: the running program, which owns the data, or this process where none runs."""

from collections.abc import Callable, Mapping
from typing import Any

from quickdesk.commands.answer import Answer, Exit, Request, problem

Ask = Callable[[dict[str, Any]], Mapping[str, Any] | None]
"""Sends a request to the running program; None where no program runs."""

_ROUNDS = 5


def carry(request: Request, ask: Ask, here: Callable[[Request], Answer]) -> Answer:
    """Have a command carried out.

    Where the data is in use although nobody answers, another process is just starting or ending:
    ``here`` waits a moment for the data, and then it is asked again.
    """
    answer = problem(Exit.DATA, "no-answer")
    for _ in range(_ROUNDS):
        told = _answer_there(request, ask)
        if told is not None:
            return told
        answer = here(request)
        if answer.problem != "data-in-use":
            break
    return answer


def carry_there(request: Request, ask: Ask) -> Answer:
    """Have a command carried out that only the running program can."""
    return _answer_there(request, ask) or problem(Exit.FAILED, "not-running")


def _answer_there(request: Request, ask: Ask) -> Answer | None:
    """Return the answer of the running program, None where none runs."""
    told = ask(request.to_json())
    if told is None:
        return None
    try:
        answer = Answer.from_json(told)
    except (KeyError, TypeError, ValueError):
        answer = problem(Exit.FAILED, "unknown-outcome", reason="broken-off")
    if answer.problem != "unknown-outcome" or _may_write(request.command):
        return answer
    # Nothing is lost or done twice where it is carried out once more.
    has_ended = answer.facts.get("reason") == "ended"
    return None if has_ended else problem(Exit.FAILED, "no-answer", **answer.facts)


def _may_write(command: str) -> bool:
    """Whether it matters if a command was carried out that was not answered."""
    from quickdesk.commands.registry import COMMANDS  # loads every command: only where it is needed

    return command in COMMANDS and not COMMANDS[command].access.is_repeatable
