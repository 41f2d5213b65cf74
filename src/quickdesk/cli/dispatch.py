"""Decides which process runs a command: the running program, which owns the data, otherwise this process."""

from argparse import Namespace
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import Any, TypeAlias

from quickdesk.cli.context import Context
from quickdesk.cli.files import FileError
from quickdesk.cli.passphrase import reader
from quickdesk.cli.subcommand import Subcommand
from quickdesk.commands.answer import Answer, Exit, Request, problem

Ask: TypeAlias = Callable[[dict[str, Any]], Mapping[str, Any] | None]
"""Sends a request to the running program; returns None if no program runs."""

_MAX_ATTEMPTS = 5


def dispatch(subcommand: Subcommand, parsed: Namespace, context: Context) -> Answer:
    """Make the request of a parsed command line and return its answer; raises FileError and StoreError."""
    name = subcommand.name if subcommand.requested is None else subcommand.requested(parsed)
    read = reader(parsed.passphrase_file, context.host.environment, context.catalog)
    context = replace(context, passphrase=read)
    request = Request(name, subcommand.request(parsed, context))
    ask = partial(context.host.ask, context.folder)
    return run(request, ask, lambda request: subcommand.without_program(request, context), read)


def run(
    request: Request,
    ask: Ask,
    run_here: Callable[[Request], Answer],
    passphrase: Callable[[], str | None] = lambda: None,
) -> Answer:
    """Have the running program run a request, or run it here if none runs.

    If the program says that personal data is locked, it is unlocked with the passphrase.

    If the data is in use although no program answers, another process is starting or ending: ``run_here``
    waits a moment for the data, and then the program is asked again.
    """
    answer = problem(Exit.DATA, "no-answer")
    for _ in range(_MAX_ATTEMPTS):
        answer_of_program = _ask(request, ask)
        if answer_of_program is not None:
            if answer_of_program.problem == "data-locked":
                return _unlocked(request, ask, passphrase) or answer_of_program
            return answer_of_program
        answer = run_here(request)
        if answer.problem != "data-in-use":
            break
    return answer


def finish(subcommand: Subcommand, parsed: Namespace, answer: Answer) -> Answer | None:
    """Do what this process does after the answer; return None if the result is already on standard output."""
    if answer.exit is not Exit.DONE:
        return answer
    try:
        return subcommand.finish(parsed, answer)
    except FileError as error:
        # Damage that was found is reported as well: the next command does not find it again.
        return replace(error.answer, facts={**answer.facts, **error.answer.facts})


def _unlocked(request: Request, ask: Ask, passphrase: Callable[[], str | None]) -> Answer | None:
    """Unlock personal data and ask again; return None without a passphrase."""
    given = passphrase()
    if given is None:
        return None
    unlocking = _ask(Request("data unlock", {"passphrase": given}), ask)
    if unlocking is None or unlocking.exit is not Exit.DONE:
        return unlocking
    return _ask(request, ask)


def _ask(request: Request, ask: Ask) -> Answer | None:
    """Return the answer of the running program, None if none runs."""
    received = ask(request.to_json())
    if received is None:
        return None
    try:
        answer = Answer.from_json(received)
    except (KeyError, TypeError, ValueError):
        answer = problem(Exit.FAILED, "unknown-outcome", reason="broken-off")
    if answer.problem != "unknown-outcome" or _may_write(request.command):
        return answer
    # The command only reads, so it can be run again.
    has_ended = answer.facts.get("reason") == "ended"
    return None if has_ended else problem(Exit.FAILED, "no-answer", **answer.facts)


def _may_write(command: str) -> bool:
    """Return whether a command may have changed something, so that running it again could do it twice."""
    # Imported here because it imports every command, and nearly all requests are answered.
    from quickdesk.commands.registry import COMMANDS

    return command in COMMANDS and not COMMANDS[command].access.is_repeatable
