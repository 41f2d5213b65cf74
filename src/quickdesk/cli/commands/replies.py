"""The commands on single replies: ``list``, ``add``, ``edit``, ``remove``, ``render``; and ``undo``."""

import argparse
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import Any, Final

from quickdesk.cli.context import Context
from quickdesk.cli.files import FileError, standard_input
from quickdesk.cli.listing import listed
from quickdesk.cli.output import print_exactly, printing, printing_one
from quickdesk.cli.subcommand import Subcommand, assignment, parsed_arguments
from quickdesk.cli.terminal import terminal_columns
from quickdesk.cli.words.actions import action_name
from quickdesk.cli.words.catalog import Catalog, fill
from quickdesk.commands.answer import Answer, Exit, problem

_MAX_TITLES = 5
_OPTIONS = {"tags": "tag", "asks": "ask"}
"""The options whose names are not those of their fields, because they add one text each time."""


def _add_id(command: argparse.ArgumentParser, catalog: Catalog) -> None:
    command.add_argument(
        "id", metavar="ID", help=catalog.translate("cli", "the code or id of the reply, or how the id begins")
    )


def _add_content(command: argparse.ArgumentParser, catalog: Catalog, *, required: bool) -> None:
    translate = catalog.translate
    command.add_argument(
        "--title", metavar="T", required=required, help=translate("cli", "the title of the reply")
    )
    command.add_argument(
        "--body",
        metavar="B",
        required=required,
        help=translate("cli", "the text of the reply; - reads it from standard input"),
    )
    command.add_argument("--code", metavar="C", help=translate("cli", "a short name to type"))
    command.add_argument("--folder", metavar="A/B", help=translate("cli", "the folder to put it in"))
    command.add_argument(
        "--tag", metavar="G", action="append", dest="tags", help=translate("cli", "a tag; may be repeated")
    )
    command.add_argument(
        "--remark", metavar="R", help=translate("cli", "a note for colleagues, never pasted")
    )
    command.add_argument(
        "--ask",
        metavar="Q",
        action="append",
        dest="asks",
        help=translate("cli", "another way to ask for it, which finds it; may be repeated"),
    )


def _add_add_arguments(command: argparse.ArgumentParser, catalog: Catalog) -> None:
    _add_content(command, catalog, required=True)


def _add_edit_arguments(command: argparse.ArgumentParser, catalog: Catalog) -> None:
    _add_id(command, catalog)
    _add_content(command, catalog, required=False)


def _add_render_arguments(command: argparse.ArgumentParser, catalog: Catalog) -> None:
    _add_id(command, catalog)
    command.add_argument(
        "--set",
        metavar="NAME=VALUE",
        action="append",
        dest="values",
        type=assignment,
        default=[],
        help=catalog.translate("cli", "fill a field; may be repeated"),
    )
    command.add_argument(
        "--customer",
        metavar="ID",
        help=catalog.translate("cli", "fill fields from the card of this customer"),
    )
    command.add_argument(
        "--copy", action="store_true", help=catalog.translate("cli", "copy it to the clipboard too")
    )


def _content_request(parsed: argparse.Namespace, context: Context) -> Mapping[str, Any]:
    arguments = parsed_arguments(parsed, context)
    return {**arguments, "body": standard_input()} if parsed.body == "-" else arguments


def _without_ignored_options(parsed: argparse.Namespace, answer: Answer) -> Answer:
    """Return the answer if it has every field that was sent; raises FileError.

    A program of an older version, which still runs after an update, ignores the fields that it does not know.
    """
    sent = {name for name, value in parsed_arguments(parsed).items() if value is not None} - {"id"}
    ignored = sorted(sent - answer.data.keys())
    if ignored:
        options = ", ".join(f"--{_OPTIONS.get(name, name)}" for name in ignored)
        raise FileError(problem(Exit.FAILED, "ignored-options", id=answer.data["id"], options=options))
    return answer


def _render_request(parsed: argparse.Namespace, _context: Context) -> Mapping[str, Any]:
    whom = {} if parsed.customer is None else {"customer": parsed.customer}
    return {"id": parsed.id, "values": parsed.values, **whom}


def _copy(parsed: argparse.Namespace, answer: Answer) -> Answer:
    """Copy a rendered reply to the clipboard, if asked to; raises FileError."""
    if not parsed.copy:
        return answer
    import pyperclip

    try:
        with _output_discarded():
            pyperclip.copy(answer.data["text"])
    except (pyperclip.PyperclipException, OSError, ValueError) as error:
        reason = " ".join(str(error).split()) or type(error).__name__
        raise FileError(problem(Exit.FAILED, "no-clipboard", reason=reason)) from error
    return answer


@contextmanager
def _output_discarded() -> Iterator[None]:
    """Redirect the output to the null device: a program in the background would keep a pipe open."""
    sys.stdout.flush()
    sys.stderr.flush()
    kept = [os.dup(1), os.dup(2)]
    null = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(null, 1)
        os.dup2(null, 2)
        yield
    finally:
        os.dup2(kept[0], 1)
        os.dup2(kept[1], 2)
        for descriptor in (*kept, null):
            os.close(descriptor)


def _print_rendered(answer: Answer, _catalog: Catalog) -> None:
    print_exactly(answer.data["text"])


def list_text(replies: Sequence[Mapping[str, Any]], catalog: Catalog) -> str:
    """Return the replies as lines."""
    return "\n".join(listed(replies, terminal_columns())) or catalog.translate("cli", "No replies yet.")


def undo_text(data: Mapping[str, Any], catalog: Catalog) -> str:
    """Return what was undone, what is back and what went to the trash."""
    translate = catalog.translate
    when = f"{datetime.fromisoformat(data['at']):%Y-%m-%d %H:%M}"
    lines = [
        fill(
            translate("cli", "Undone: {what} ({when})"),
            {"what": action_name(data["undone"], catalog), "when": when},
        )
    ]
    brought_back = translate("cli", "Restored ({count}): {titles}")
    as_before = translate("cli", "As before ({count}): {titles}")
    for rows, words in (
        (data["back"], brought_back if data["undone"] == "remove" else as_before),
        (data["away"], translate("cli", "Now in the trash ({count}): {titles}")),
    ):
        if rows:
            lines.append(fill(words, {"count": len(rows), "titles": _titles(rows, catalog)}))
    if data.get("facts"):  # an older version that still runs has none
        names = translate("cli", ", ").join(map(str, data["facts"][:_MAX_TITLES]))
        lines.append(fill(translate("cli", "Facts as before: {names}"), {"names": names}))
    if data.get("customers"):  # as above
        count = len(data["customers"])
        lines.append(fill(translate("cli", "Customers as before: {count}"), {"count": count}))
    return "\n".join(lines)


def _titles(rows: Sequence[Mapping[str, Any]], catalog: Catalog) -> str:
    named = catalog.translate("cli", ", ").join(str(row["title"]) for row in rows[:_MAX_TITLES])
    return f"{named} …" if len(rows) > _MAX_TITLES else named


SUBCOMMANDS: Final = (
    Subcommand(
        "list",
        lambda catalog: catalog.translate("cli", "list all replies"),
        print_result=printing(list_text),
    ),
    Subcommand(
        "add",
        lambda catalog: catalog.translate("cli", "add a reply"),
        _add_add_arguments,
        _content_request,
        finish=_without_ignored_options,
        print_result=printing_one(lambda catalog: catalog.translate("cli", "Added {id}: {title}")),
    ),
    Subcommand(
        "edit",
        lambda catalog: catalog.translate("cli", "change a reply"),
        _add_edit_arguments,
        _content_request,
        finish=_without_ignored_options,
        print_result=printing_one(lambda catalog: catalog.translate("cli", "Changed {id}: {title}")),
    ),
    Subcommand(
        "remove",
        lambda catalog: catalog.translate("cli", "move a reply to the trash"),
        _add_id,
        print_result=printing_one(
            lambda catalog: catalog.translate(
                "cli",
                "Moved to the trash: {title}. Bring it back with: quickdesk undo, or quickdesk restore {id}",
            )
        ),
    ),
    Subcommand(
        "undo",
        lambda catalog: catalog.translate("cli", "undo the last change, including imports"),
        print_result=printing(undo_text),
    ),
    Subcommand(
        "render",
        lambda catalog: catalog.translate("cli", "fill in a reply and print it"),
        _add_render_arguments,
        _render_request,
        finish=_copy,
        print_result=_print_rendered,
    ),
)
