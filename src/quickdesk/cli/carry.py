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
        told = ask(request.to_json())
        if told is not None:
            return _understood(told)
        answer = here(request)
        if answer.problem != "data-in-use":
            break
    return answer


def carry_there(request: Request, ask: Ask) -> Answer:
    """Have a command carried out that only the running program can."""
    told = ask(request.to_json())
    return problem(Exit.FAILED, "not-running") if told is None else _understood(told)


def _understood(told: Mapping[str, Any]) -> Answer:
    try:
        return Answer.from_json(told)
    except (KeyError, TypeError, ValueError):
        return problem(Exit.FAILED, "no-answer")
