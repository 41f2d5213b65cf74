"""The command line from the first argument to the exit code: understand, have it carried out, print."""

import os
import sys
from argparse import Namespace
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from quickdesk.cli import files
from quickdesk.cli.arguments import UsageError, parse, usage_sentence
from quickdesk.cli.carry import Ask, carry, carry_there
from quickdesk.cli.catalog import catalog_for
from quickdesk.cli.client import ask
from quickdesk.cli.show import show
from quickdesk.commands.answer import Answer, Exit, Request, done, problem
from quickdesk.commands.run import data_problem
from quickdesk.exchange.formats import format_to_write
from quickdesk.exchange.record import Format
from quickdesk.replies.store import StoreError
from quickdesk.settings.language import resolve
from quickdesk.settings.settings import Language
from quickdesk.storage.folder import data_folder

OF_THE_PROGRAM = frozenset({"show", "toggle", "hide", "pause", "quit"})
_SECONDS_TO_ANSWER = 60.0

StartProgram = Callable[[Path], Answer]
"""Runs the tray program on a data folder until it ends."""
Examine = Callable[[Mapping[str, str]], Mapping[str, Any]]
"""Tells what the machine offers, as the JSON of :mod:`quickdesk.commands.machine`."""


@dataclass(frozen=True, slots=True)
class Outside:
    """What the command line is given: the environment, and what only the other hall can do."""

    environment: Mapping[str, str]
    start_program: StartProgram
    examine: Examine


def run(arguments: Sequence[str], outside: Outside) -> int:
    """Carry out a command line and return its exit code."""
    _speak_utf8()
    say = catalog_for(resolve(Language.SYSTEM, system_locale(outside.environment)))
    try:
        found = parse(arguments, say)
    except UsageError as error:
        print(usage_sentence(error, say), file=sys.stderr)
        return Exit.USAGE
    try:
        answer = _answer(found, outside)
    except KeyboardInterrupt:
        return Exit.FAILED
    try:
        show(found.command or "", answer, say, as_json=found.json)
        sys.stdout.flush()
    except BrokenPipeError:  # `quickdesk list | head`: whoever read has enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return answer.exit


def _answer(found: Namespace, outside: Outside) -> Answer:
    try:
        folder = data_folder(found.home, outside.environment)
        there = partial(_ask, folder)
        if found.command is None:
            return _start(folder, there, outside)
        if found.command in OF_THE_PROGRAM:
            return carry_there(Request(found.command, _program_arguments(found)), there)
        if found.command == "doctor":
            return _examined(folder, there, outside)
        return _carry_command(found, folder, there)
    except StoreError as error:
        return data_problem(error)
    except files.FileError as error:
        return error.answer


def _start(folder: Path, there: Ask, outside: Outside) -> Answer:
    """Show the palette of the program that runs, else start it; two starts at once make one program."""
    if not has_display(outside.environment, sys.platform):
        told = carry_there(Request("show"), there)
        return problem(Exit.FAILED, "no-display") if told.problem == "not-running" else told
    return carry(Request("show"), there, lambda _request: outside.start_program(folder))


def _examined(folder: Path, there: Ask, outside: Outside) -> Answer:
    told = carry_there(Request("doctor"), there)
    if told.problem != "not-running":
        return told
    return done({"folder": str(folder), "machine": outside.examine(outside.environment), "program": None})


def _carry_command(found: Namespace, folder: Path, there: Ask) -> Answer:
    from quickdesk.cli.local import carry_out

    answer = carry(_request(found), there, lambda request: carry_out(request, folder))
    if answer.exit is Exit.DONE and found.command == "export":
        files.write(found.file, files.decoded(answer.data["content"]))
    if answer.exit is Exit.DONE and found.command == "render" and found.copy:
        return _copied(answer)
    return answer


def _request(found: Namespace) -> Request:
    arguments = {
        name: value for name, value in vars(found).items() if name not in ("command", "home", "json", "copy")
    }
    if found.command == "find":
        arguments["query"] = " ".join(found.query)
    if found.command in ("add", "edit") and found.body == "-":
        arguments["body"] = files.standard_input()
    if found.command == "import":
        arguments["files"] = files.read_all(found.files)
    if found.command == "export":
        arguments["format"] = found.format or _format_by_name(found.file)
    return Request(found.command, arguments)


def _format_by_name(name: str) -> str:
    """Return the export format that a file's ending asks for; our own where it says nothing."""
    return (format_to_write(name) or Format.JSON).value


def _program_arguments(found: Namespace) -> dict[str, Any]:
    return {"minutes": found.minutes, "off": found.off} if found.command == "pause" else {}


def _copied(answer: Answer) -> Answer:
    """Put a finished reply on the clipboard as well."""
    import pyperclip

    try:
        pyperclip.copy(answer.data["text"])
    except pyperclip.PyperclipException as error:
        return problem(Exit.FAILED, "no-clipboard", reason=str(error).strip().splitlines()[0])
    return answer


def _ask(folder: Path, request: dict[str, Any]) -> Mapping[str, Any] | None:
    return ask(folder, request, _SECONDS_TO_ANSWER)


def has_display(environment: Mapping[str, str], platform: str) -> bool:
    """Say whether a window can be shown at all."""
    if platform in ("win32", "darwin"):
        return True
    given = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return any(environment.get(name) for name in given)


def system_locale(environment: Mapping[str, str]) -> str:
    """Return the name of the language the system speaks to its user."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if environment.get(name):
            return environment[name]
    if sys.platform == "win32":
        import locale

        return locale.getlocale()[0] or ""
    return ""


def _speak_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
