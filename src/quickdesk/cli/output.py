"""Prints the answers of commands, as text or as JSON. No other module of the command line prints.

A title, a path or an error text may hold terminal escapes and characters that change the writing direction.
They reach the terminal as numbers only; a rendered reply and an export to standard output are written
exactly, because another program reads them.
"""

import json
import sys
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, TypeAlias

from quickdesk.cli.subcommand import Subcommand
from quickdesk.cli.terminal import one_line
from quickdesk.cli.words.catalog import Catalog, fill
from quickdesk.commands.answer import Answer, Exit
from quickdesk.text.controls import plain, plain_json, plain_line

Printer: TypeAlias = Callable[[Answer, Catalog], None]

_SHOWN_ON_ONE_LINE = frozenset({"body", "query", "like", "value"})
"""Texts of several lines that are shown on one line, with spaces for the line breaks."""


def show(subcommand: Subcommand, answer: Answer, catalog: Catalog, *, as_json: bool) -> None:
    """Print an answer: the result to standard output, what went wrong to standard error."""
    if as_json:
        _print_json(_json(subcommand, answer, catalog))
    elif answer.exit is not Exit.DONE:
        print_error(error_text(subcommand, answer, catalog))
    elif answer.data is not None:
        subcommand.print_result(answer, catalog)
    show_notes(answer, catalog)


def show_notes(answer: Answer, catalog: Catalog) -> None:
    """Print the notes of an answer to standard error, damaged data first; also if the command failed."""
    if answer.facts:
        # Imported here because most answers have no facts.
        from quickdesk.cli.words.data import notes

        for note in notes(sanitized(answer).facts, catalog):
            print_error(note)


def error_text(subcommand: Subcommand, answer: Answer, catalog: Catalog) -> str:
    """Return what went wrong in words; paths and titles in it are on one line."""
    return subcommand.error_text(sanitized(answer), catalog)


def printing(text: Callable[[Any, Catalog], str]) -> Printer:
    """Return a printer of the text that ``text`` returns for the data of an answer."""

    def print_result(answer: Answer, catalog: Catalog) -> None:
        print_text(text(sanitized(answer).data, catalog))

    return print_result


def printing_one(sentence: Callable[[Catalog], str]) -> Printer:
    """Return a printer of one sentence, filled with the data of an answer."""
    return printing(lambda data, catalog: fill(sentence(catalog), data))


def sanitized(answer: Answer) -> Answer:
    """Return an answer whose texts have one line each, so that none can look like output of quickdesk."""
    return replace(answer, data=_on_one_line("", answer.data), facts=_on_one_line("", answer.facts))


def _on_one_line(name: str, value: Any) -> Any:  # noqa: ANN401 - JSON has no narrower type
    if isinstance(value, str):
        return one_line(value) if name in _SHOWN_ON_ONE_LINE else plain_line(value)
    if isinstance(value, Mapping):
        return {plain_line(key): _on_one_line(key, each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_on_one_line(name, each) for each in value]
    return value


def _json(subcommand: Subcommand, answer: Answer, catalog: Catalog) -> object:
    if answer.exit is Exit.DONE or answer.data is not None:
        return answer.data
    return {"problem": answer.problem, **answer.facts, "message": error_text(subcommand, answer, catalog)}


def print_text(text: str) -> None:
    """Print a result to standard output, if there is any."""
    if text:
        print(plain(text))


def print_error(text: str) -> None:
    """Print a problem or a note to standard error."""
    print(plain(text), file=sys.stderr)


def _print_json(data: object) -> None:
    print(plain_json(json.dumps(data, ensure_ascii=False, indent=None)))


def print_exactly(text: str) -> None:
    """Print a text as it is; a lone surrogate, which UTF-8 cannot encode, as its number."""
    print(text.encode("utf-8", "backslashreplace").decode("utf-8"))


def write_exactly(content: bytes) -> None:
    """Write bytes to standard output as they are."""
    sys.stdout.buffer.write(content)
    sys.stdout.flush()
