"""The commands ``customer import`` and ``customer export``."""

import argparse
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from quickdesk.cli import files
from quickdesk.cli.commands.exchange import place, refusal_sentence
from quickdesk.cli.context import Context
from quickdesk.cli.output import printing
from quickdesk.cli.subcommand import Subcommand, problem_text
from quickdesk.cli.words.catalog import Catalog, fill
from quickdesk.cli.words.customers import card_text, customer_refusals
from quickdesk.commands.answer import Answer

_MAX_REFUSED = 20


def _add_import_arguments(command: argparse.ArgumentParser, catalog: Catalog) -> None:
    translate = catalog.translate
    command.add_argument(
        "file", metavar="FILE", help=translate("cli", "a CSV or TSV table with a header row")
    )
    command.add_argument(
        "--dry-run", action="store_true", help=translate("cli", "only show what would change")
    )


def _import_request(parsed: argparse.Namespace, _context: Context) -> Mapping[str, Any]:
    """Return the content of the file; raises FileError."""
    content = files.read_one(parsed.file)
    return {"name": Path(parsed.file).name, "content": content, "dry_run": parsed.dry_run}


def import_text(data: Mapping[str, Any], catalog: Catalog) -> str:
    """Return the counts of an import, and the refused rows with their places and reasons."""
    translate = catalog.translate
    if data["dry_run"]:
        head = translate(
            "cli",
            "Would import {new} new customers and change {changed}. Already there: {same}. "
            "Refused: {refused}.",
        )
    else:
        head = translate(
            "cli",
            "Imported: {new} new customers, {changed} changed. Already there: {same}. Refused: {refused}.",
        )
    counts = {name: data[name] for name in ("new", "changed", "same")}
    lines = [fill(head, {**counts, "refused": len(data["refused"])})]
    if data["continued"]:
        words = translate("cli", "Rows that continue the customer above (merged cells): {continued}")
        lines.append(fill(words, data))
    if not data["dry_run"] and (data["new"] or data["changed"]):
        lines.append(translate("cli", "Undo with: quickdesk undo"))
    reasons = customer_refusals(catalog)
    for item in data["refused"][:_MAX_REFUSED]:
        reason = fill(reasons.get(item["reason"], item["reason"]), item)
        words = translate("cli", "{place}: {reason}")
        lines.append(f"  {fill(words, {'place': place(item, catalog), 'reason': reason})}")
    if len(data["refused"]) > _MAX_REFUSED:
        more = translate("cli", "and {count} more; --json lists them all")
        lines.append(f"  {fill(more, {'count': len(data['refused']) - _MAX_REFUSED})}")
    return "\n".join(lines)


def _import_error(answer: Answer, catalog: Catalog) -> str:
    if answer.problem == "no-customers-imported":
        return import_text(answer.data, catalog)
    if not answer.problem.startswith("import-"):
        return problem_text(answer, catalog)
    reason = refusal_sentence(answer.problem.removeprefix("import-"), answer.facts, catalog)
    shown = place({"row": None, "title": "", "file": answer.facts["path"], **answer.facts}, catalog)
    words = catalog.translate("cli", "{place}: {reason}. Nothing was imported.")
    return fill(words, {"place": shown, "reason": reason})


def _add_export_arguments(command: argparse.ArgumentParser, catalog: Catalog) -> None:
    translate = catalog.translate
    command.add_argument(
        "id", metavar="ID", nargs="?", help=translate("cli", "the id or a nickname of one customer")
    )
    command.add_argument(
        "file",
        metavar="FILE",
        help=translate(
            "cli", "where to write; one customer as text, or as JSON if it ends in .json; - is the output"
        ),
    )
    command.add_argument(
        "--all",
        action="store_true",
        help=translate(
            "cli",
            "all customers: a CSV table of their cards and notes, or all of it, with cases and timeline, "
            "if FILE "
            "ends in .json",
        ),
    )
    command.add_argument(
        "--reveal",
        action="store_true",
        help=translate("cli", "write phones, addresses and order numbers in full, which a table always has"),
    )
    files.add_force(command, catalog)


def _export_request(parsed: argparse.Namespace, context: Context) -> Mapping[str, Any]:
    """Return what to export; raises FileError if the file may not be written."""
    files.check_outside(parsed.file, context.folder)
    files.check_before_writing(parsed.file, replace=parsed.force)
    parsed.catalog = context.catalog  # the file is written in the user's language
    return {
        "id": parsed.id,
        "all": parsed.all,
        "reveal": parsed.reveal,
        "whole": parsed.all and _is_json(parsed.file),
    }


def _is_json(file: str) -> bool:
    return file.lower().endswith(".json")


def _write(parsed: argparse.Namespace, answer: Answer) -> Answer | None:
    """Write the table, or the card; raises FileError."""
    if parsed.json and parsed.file == "-":
        return answer
    data = answer.data
    if "content" in data:
        content = files.decoded(data["content"])
    elif parsed.json or _is_json(parsed.file):
        found = data["customers"] if parsed.all else data["customer"]
        from quickdesk.commands.customers.one_card import json_file

        content = json_file(found)
    else:
        content = f"{card_text(data['customer'], parsed.catalog)}\n".encode()
    files.write(parsed.file, content, replace=parsed.force)
    return None if parsed.file == "-" else replace(answer, data={"path": parsed.file, "count": data["count"]})


def export_text(data: Mapping[str, Any], catalog: Catalog) -> str:
    """Return how many customers were written, and that the file is not protected."""
    words = catalog.translate("cli", "Exported {count} customers to {path}")
    warning = catalog.translate(
        "cli", "This file is not encrypted: whoever has it can read it. Delete it when it is not needed."
    )
    return f"{fill(words, data)}\n{warning}"


SUBCOMMANDS: Final = (
    Subcommand(
        "customer import",
        lambda catalog: catalog.translate("cli", "import customers from a table"),
        _add_import_arguments,
        _import_request,
        print_result=printing(import_text),
        error_text=_import_error,
    ),
    Subcommand(
        "customer export",
        lambda catalog: catalog.translate("cli", "export one customer, or all"),
        _add_export_arguments,
        _export_request,
        finish=_write,
        print_result=printing(export_text),
    ),
)
