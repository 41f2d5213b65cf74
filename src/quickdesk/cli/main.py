"""The command line from the first argument to the exit code: understand, have it carried out, print."""

import os
import sys
from argparse import Namespace
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from quickdesk.cli import files
from quickdesk.cli.carry import Ask, carry, carry_there
from quickdesk.cli.client import SECONDS_TO_ANSWER, ask
from quickdesk.cli.parsing.line import UsageError, parse, usage_sentence
from quickdesk.cli.printing import print_trouble
from quickdesk.cli.show import show, show_notes, trouble_words
from quickdesk.cli.surroundings import has_display, system_locale, was_launched_by_desktop
from quickdesk.cli.words.catalog import Catalog, catalog_for
from quickdesk.commands.answer import Answer, Exit, Request, done, problem
from quickdesk.replies.store import StoreError
from quickdesk.settings.language import resolve
from quickdesk.settings.settings import Language
from quickdesk.storage.folder import data_folder
from quickdesk.storage.stored_language import stored_language
from quickdesk.text.controls import plain

_NOT_SENT = frozenset({"command", "home", "json", "copy", "force"})
OF_THE_PROGRAM = frozenset({"show", "toggle", "hide", "pause", "quit"})

StartProgram = Callable[[Path], Answer]
"""Runs the tray program on a data folder until it ends."""
Examine = Callable[[Mapping[str, str]], Mapping[str, Any]]
"""Tells what the machine offers, as the JSON of :mod:`quickdesk.commands.machine`."""
ShowTrouble = Callable[[str], None]
"""Shows a sentence in a window until it is read, for an agent who has no terminal."""
AskFolder = Callable[[Path, dict[str, Any]], Mapping[str, Any] | None]
"""Asks the program that runs on a data folder; None where none does."""


def _ask_running(folder: Path, request: dict[str, Any]) -> Mapping[str, Any] | None:
    return ask(folder, request, SECONDS_TO_ANSWER)


@dataclass(frozen=True, slots=True)
class Outside:
    """What the command line is given: the environment, and what only the other hall can do."""

    environment: Mapping[str, str]
    start_program: StartProgram
    examine: Examine
    show_trouble: ShowTrouble
    ask: AskFolder = _ask_running

    def having_heard(self, told: Mapping[str, Any]) -> "Outside":
        """Return the same where the program has answered already: nothing is asked twice."""
        return replace(self, ask=lambda _folder, _request: told)


def run(arguments: Sequence[str], outside: Outside) -> int:
    """Carry out a command line and return its exit code."""
    _speak_utf8()
    say = catalog_for(_language(arguments, outside.environment))
    try:
        code = _run(arguments, outside, say)
        if sys.stdout is not None:  # a windowed start on Windows has none
            sys.stdout.flush()
    except KeyboardInterrupt:
        return Exit.FAILED
    except BrokenPipeError:  # `quickdesk list | head`: whoever read has enough
        _let_go_of_output()
        return Exit.DONE
    except OSError as error:  # a full disk behind `> file`
        _let_go_of_output()
        answer = problem(Exit.FAILED, "unwritable-output", reason=error.strerror or str(error))
        print_trouble(trouble_words(answer, say))
        return answer.exit
    return code


def _run(arguments: Sequence[str], outside: Outside, say: Catalog) -> int:
    try:
        found = parse(arguments, say)
    except UsageError as error:
        print_trouble(usage_sentence(error, say))
        return Exit.USAGE
    except SystemExit:  # --help and --version have printed what was asked for
        return Exit.DONE
    if found.command == "suggest" and not found.message:
        _invite(say)
    answer = _answer(found, outside)
    if answer.exit is Exit.DONE and found.command == "export" and found.file == "-":
        show_notes(answer, say)
    else:
        show(found.command or "", answer, say, as_json=found.json)
    if found.command is None and answer.exit is not Exit.DONE and answer.problem != "no-display":
        _show_in_a_window(plain(trouble_words(answer, say)), outside)
    return answer.exit


def _invite(say: Catalog) -> None:
    """Say what is waited for where somebody sits before it."""
    if sys.stdin is not None and sys.stdin.isatty():
        words = say.translate(
            "cli", "Paste the buyer's message. End it with Enter and Ctrl+D (Windows: Enter, Ctrl+Z, Enter)."
        )
        print_trouble(words)


def _show_in_a_window(words: str, outside: Outside) -> None:
    """Say why the program did not start where a terminal would not: it was started by a click."""
    is_seen = sys.stderr is not None and sys.stderr.isatty()
    if not is_seen and was_launched_by_desktop(outside.environment, sys.platform):
        outside.show_trouble(words)


def _answer(found: Namespace, outside: Outside) -> Answer:
    from quickdesk.commands.command import data_problem

    try:
        folder = data_folder(found.home, outside.environment)
        files.look_at_home(folder)
        there = partial(outside.ask, folder)
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
    def here(request: Request) -> Answer:
        from quickdesk.cli.local import carry_out

        return carry_out(request, folder)

    answer = carry(_request(found, folder), there, here)
    if answer.exit is not Exit.DONE:
        return answer
    try:
        if found.command == "export":
            return _exported(answer, found.file, replace_file=found.force)
        if found.command == "render" and found.copy:
            return _copied(answer)
    except files.FileError as error:
        # What was found damaged is said all the same: the next command does not find it again.
        return replace(error.answer, facts={**answer.facts, **error.answer.facts})
    return answer


def _request(found: Namespace, folder: Path) -> Request:
    if found.command == "restore":
        return Request("restore", _restorable(found.id, dry_run=found.dry_run))
    if found.command == "backup":
        file = found.file and str(Path(found.file).absolute())
        return Request("backup", {"file": file, "force": found.force})
    if found.command == "export":
        files.look_outside(found.file, folder)
        files.look_before_writing(found.file, replace=found.force)
    arguments = {name: value for name, value in vars(found).items() if name not in _NOT_SENT}
    return Request(found.command, {**arguments, **_read(found)})


def _read(found: Namespace) -> dict[str, Any]:
    """Return the arguments that are joined of several words, or stand in files or on standard input."""
    match found.command:
        case "find":
            return {"query": " ".join(found.query)}
        case "suggest":
            return {"message": " ".join(found.message) if found.message else files.standard_input()}
        case "add" | "edit" if found.body == "-":
            return {"body": files.standard_input()}
        case "import":
            return {"files": files.read_all(found.files)}
        case "export":
            return {"format": found.format or _format_by_name(found.file)}
    return {}


def _restorable(name: str, *, dry_run: bool) -> dict[str, Any]:
    """Return what ``restore`` is to bring back: a reply of this id or code, a backup, or whichever is there.

    A path with a folder in it, and a name that ends as backups do, mean the file where there is one.
    """
    backup = {"file": str(Path(name).absolute()), "dry_run": dry_run}
    is_named_as_file = name.lower().endswith(".zip") or any(sep in name for sep in (os.sep, os.altsep) if sep)
    if dry_run or (is_named_as_file and files.is_file(name)):
        return backup
    return {"id": name, **backup} if is_named_as_file or files.is_file(name) else {"id": name}


def _format_by_name(name: str) -> str:
    """Return the export format that a file's ending asks for; our own where it has none.

    Raises FileError for an ending that promises a format we do not write.
    """
    from quickdesk.exchange.formats import format_to_write
    from quickdesk.exchange.parsed import Format

    wanted = format_to_write(name)
    if wanted is None and Path(name).suffix:
        raise files.FileError(problem(Exit.USAGE, "unknown-ending", path=name))
    return (wanted or Format.JSON).value


def _program_arguments(found: Namespace) -> dict[str, Any]:
    return {"minutes": found.minutes, "off": found.off} if found.command == "pause" else {}


def _exported(answer: Answer, name: str, *, replace_file: bool) -> Answer:
    """Write what was exported to its file and tell of it; on standard output nothing else may stand."""
    files.write(name, files.decoded(answer.data["content"]), replace=replace_file)
    told = {"path": name, "format": answer.data["format"], "count": answer.data.get("count", "")}
    return replace(answer, data=told)


def _copied(answer: Answer) -> Answer:
    """Put a finished reply on the clipboard as well."""
    import pyperclip

    try:
        with _own_output_kept():
            pyperclip.copy(answer.data["text"])
    except (pyperclip.PyperclipException, OSError, ValueError) as error:
        reason = " ".join(str(error).split()) or type(error).__name__
        raise files.FileError(problem(Exit.FAILED, "no-clipboard", reason=reason)) from error
    return answer


@contextmanager
def _own_output_kept() -> Iterator[None]:
    """Keep our output from programs that go on in the background: a pipe would never end for its reader."""
    sys.stdout.flush()
    sys.stderr.flush()
    kept = [os.dup(1), os.dup(2)]
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, 1)
        os.dup2(nowhere, 2)
        yield
    finally:
        os.dup2(kept[0], 1)
        os.dup2(kept[1], 2)
        for descriptor in (*kept, nowhere):
            os.close(descriptor)


def _language(arguments: Sequence[str], environment: Mapping[str, str]) -> Language:
    """Return the language the agent chose in the data folder that is named, else the system's."""
    try:
        chosen = stored_language(data_folder(_named_home(arguments), environment))
    except StoreError:  # no folder can be meant; told when the command is carried out
        chosen = Language.SYSTEM
    return resolve(chosen, system_locale(environment))


def _named_home(arguments: Sequence[str]) -> str | None:
    """Look for --home before the arguments are understood: what is wrong with them is told in a language."""
    for number, argument in enumerate(arguments):
        if argument.startswith("--home="):
            return argument.removeprefix("--home=")
        if argument == "--home":
            return next(iter(arguments[number + 1 :]), None)
    return None


def _let_go_of_output() -> None:
    """Send what is left in the buffer nowhere, or the interpreter complains at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _speak_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
