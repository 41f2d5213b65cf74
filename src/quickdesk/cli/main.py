"""Parses a command line, has it run, prints the answer and returns the exit code."""

import os
import sys
from argparse import Namespace
from collections.abc import Mapping, Sequence
from functools import partial
from typing import Final

from quickdesk.cli import files
from quickdesk.cli.commands import subcommand
from quickdesk.cli.context import Context, Host, has_display, system_locale, was_launched_by_desktop
from quickdesk.cli.dispatch import dispatch, finish
from quickdesk.cli.output import error_text, print_error, show, show_notes
from quickdesk.cli.parser import UsageError, parse, usage_sentence
from quickdesk.cli.subcommand import Subcommand
from quickdesk.cli.words.catalog import Catalog, Sentences, sentences_for
from quickdesk.commands.answer import Answer, Exit, Request, problem
from quickdesk.storage.folder import data_folder
from quickdesk.text.controls import plain


def _start(_request: Request, context: Context) -> Answer:
    """Run the program in this process; if two start at once, one shows the palette of the other."""
    if not has_display(context.host.environment, sys.platform):
        return problem(Exit.FAILED, "no-display")
    return context.host.start_program(context.folder)


START: Final = Subcommand("show", lambda _catalog: "", without_program=_start)
"""``quickdesk`` without a command: show the palette of the program that runs, else start it."""


def run(arguments: Sequence[str], host: Host) -> int:
    """Run a command line and return its exit code."""
    _use_utf8()
    catalog = Catalog(partial(_sentences, arguments, host.environment))
    try:
        code = _run(arguments, host, catalog)
        if sys.stdout is not None:  # a program without a console has none
            sys.stdout.flush()
    except KeyboardInterrupt:
        return Exit.FAILED
    except BrokenPipeError:  # `quickdesk list | head`: the other program stopped reading
        _discard_output()
        return Exit.DONE
    except OSError as error:  # a full disk behind `> file`
        _discard_output()
        answer = problem(Exit.FAILED, "unwritable-output", reason=error.strerror or str(error))
        print_error(error_text(START, answer, catalog))
        return answer.exit
    return code


def _run(arguments: Sequence[str], host: Host, catalog: Catalog) -> int:
    try:
        parsed = parse(arguments, catalog)
    except UsageError as error:
        print_error(usage_sentence(error, catalog))
        return Exit.USAGE
    except SystemExit:  # --help and --version have printed what was asked for
        return Exit.DONE
    command = START if parsed.command is None else subcommand(parsed.command).of(parsed)
    answer = _answer(command, parsed, host, catalog)
    result = finish(command, parsed, answer)
    if result is None:
        show_notes(answer, catalog)
        return answer.exit
    show(command, result, catalog, as_json=parsed.json)
    if command is START and result.exit is not Exit.DONE and result.problem != "no-display":
        _show_in_window(plain(error_text(command, result, catalog)), host)
    return result.exit


def _answer(command: Subcommand, parsed: Namespace, host: Host, catalog: Catalog) -> Answer:
    try:
        folder = data_folder(parsed.home, host.environment)
        files.check_home(folder)
        return dispatch(command, parsed, Context(host, folder, catalog))
    except files.FileError as error:
        return error.answer
    except Exception as error:
        # Imported here because it is rarely needed, and `quickdesk find` has to be quick.
        from quickdesk.commands.command import data_problem
        from quickdesk.replies.store import StoreError

        if isinstance(error, StoreError):
            return data_problem(error)
        raise


def _show_in_window(text: str, host: Host) -> None:
    """Show why the program did not start, if it was started by a click and no terminal shows it."""
    is_seen = sys.stderr is not None and sys.stderr.isatty()
    if not is_seen and was_launched_by_desktop(host.environment, sys.platform):
        host.show_error(text)


def _sentences(arguments: Sequence[str], environment: Mapping[str, str]) -> Sentences:
    """Return the translations for the language chosen in the data folder that is named, else the system's."""
    # Imported here because many commands print no words, and reading the settings takes time.
    from quickdesk.replies.store import StoreError
    from quickdesk.settings.language import resolve
    from quickdesk.settings.settings import Language
    from quickdesk.storage.stored_language import stored_language

    try:
        chosen = stored_language(data_folder(_named_home(arguments), environment))
    except StoreError:  # the path cannot be a folder; reported when the command is run
        chosen = Language.SYSTEM
    return sentences_for(resolve(chosen, system_locale(environment)))


def _named_home(arguments: Sequence[str]) -> str | None:
    """Return the value of ``--home`` before the line is parsed: parsing errors need the language."""
    for number, argument in enumerate(arguments):
        if argument.startswith("--home="):
            return argument.removeprefix("--home=")
        if argument == "--home":
            return next(iter(arguments[number + 1 :]), None)
    return None


def _discard_output() -> None:
    """Discard what is left in the buffer: the interpreter would report an error when it exits."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _use_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
