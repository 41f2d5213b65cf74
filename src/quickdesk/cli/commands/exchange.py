"""The commands ``import`` and ``export``."""

import argparse
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from quickdesk.cli import files
from quickdesk.cli.context import Context
from quickdesk.cli.output import printing, printing_one
from quickdesk.cli.subcommand import Subcommand, parsed_arguments, problem_text
from quickdesk.cli.words.catalog import Catalog, fill
from quickdesk.cli.words.flaws import flaw_sentence, number
from quickdesk.commands.answer import Answer, Exit, problem

_MAX_TITLE_LENGTH = 100
"""In characters; a title may be as long as a file."""
_MAX_NOTES, _MAX_PLACEHOLDERS = 10, 20


def _add_import_arguments(command: argparse.ArgumentParser, catalog: Catalog) -> None:
    translate = catalog.translate
    command.add_argument(
        "files",
        metavar="FILE",
        nargs="+",
        help=translate(
            "cli", "Markdown, CSV, TSV or quickdesk's own JSON; a folder imports everything in it"
        ),
    )
    command.add_argument(
        "--format",
        metavar="F",
        choices=("markdown", "csv", "tsv", "json"),
        help=translate("cli", "markdown, csv, tsv or json (default: detected)"),
    )
    command.add_argument(
        "--dry-run", action="store_true", help=translate("cli", "only show what would change")
    )


def _add_export_arguments(command: argparse.ArgumentParser, catalog: Catalog) -> None:
    translate = catalog.translate
    command.add_argument(
        "file", metavar="FILE", help=translate("cli", "where to write; - is standard output")
    )
    command.add_argument(
        "--format",
        metavar="F",
        choices=("json", "csv", "tsv"),
        help=translate("cli", "json, csv or tsv (default: from the file name)"),
    )
    files.add_force(command, catalog)


def _import_request(parsed: argparse.Namespace, context: Context) -> Mapping[str, Any]:
    return {**parsed_arguments(parsed, context), "files": files.read_all(parsed.files)}


def _export_request(parsed: argparse.Namespace, context: Context) -> Mapping[str, Any]:
    """Return the format; raises FileError if the file may not be written."""
    files.check_outside(parsed.file, context.folder)
    files.check_before_writing(parsed.file, replace=parsed.force)
    return {"format": parsed.format or _format_of(parsed.file)}


def _format_of(name: str) -> str:
    """Return the export format for the extension of a file; quickdesk's own if it has none.

    Raises FileError for the extension of another format.
    """
    from quickdesk.exchange.formats import format_to_write
    from quickdesk.exchange.parsed import Format

    wanted = format_to_write(name)
    if wanted is None and Path(name).suffix:
        raise files.FileError(problem(Exit.USAGE, "unknown-ending", path=name))
    return (wanted or Format.JSON).value


def _write(parsed: argparse.Namespace, answer: Answer) -> Answer | None:
    """Write an export to its file; raises FileError."""
    content, data = files.decoded(answer.data["content"]), answer.data
    files.write(parsed.file, content, replace=parsed.force)
    if parsed.file == "-":
        return None
    result = {"path": parsed.file, "format": data["format"], "count": data.get("count", "")}
    return replace(answer, data=result)


def _error_text(answer: Answer, catalog: Catalog) -> str:
    if answer.problem == "nothing-imported":
        return import_text(answer.data, catalog)
    if answer.problem.startswith("import-"):
        return _unreadable_text(answer, catalog)
    return problem_text(answer, catalog)


def _unreadable_text(answer: Answer, catalog: Catalog) -> str:
    """Return why a file could not be imported at all."""
    reason = refusal_sentence(answer.problem.removeprefix("import-"), answer.facts, catalog)
    whole = catalog.translate("cli", "{place}: {reason}. Nothing was imported.")
    shown = place({"row": None, "title": "", "file": answer.facts["path"], **answer.facts}, catalog)
    return fill(whole, {"place": shown, "reason": reason})


def import_text(data: Mapping[str, Any], catalog: Catalog) -> str:
    """Return the counts of an import, and each refused entry with its place and its reason."""
    if data["dry_run"]:
        head = catalog.translate(
            "cli",
            "Would import {new} new and change {changed}. Already there: {same}. Refused: {refused}.",
        )
    else:
        head = catalog.translate(
            "cli", "Imported: {new} new, {changed} changed. Already there: {same}. Refused: {refused}."
        )
    counts = {name: data[name] for name in ("new", "changed", "same")}
    lines = [fill(head, {**counts, "refused": len(data["refused"])})]
    if not data["dry_run"] and (data["new"] or data["changed"]):
        lines.append(catalog.translate("cli", "Undo with: quickdesk undo"))
    lines += [_item_line(item, _refusal(item, catalog), catalog) for item in data["refused"]]
    return "\n".join((*lines, *_notes(data["notes"], catalog), *_placeholders(data["placeholders"], catalog)))


def place(item: Mapping[str, Any], catalog: Catalog) -> str:
    """Return the place of an entry, counted as editors and spreadsheets do."""
    if item["row"] is not None:
        words = catalog.translate("cli", "{file}, row {row}")
    elif item["line"] is not None:
        words = catalog.translate("cli", "{file}, line {line}")
    else:
        words = "{file}"
    shown = fill(words, item)
    if not item["title"]:
        return shown
    title = item["title"]
    title = title if len(title) <= _MAX_TITLE_LENGTH else f"{title[: _MAX_TITLE_LENGTH - 1]}…"
    return fill(catalog.translate("cli", "{place} ({title})"), {"place": shown, "title": title})


def _item_line(item: Mapping[str, Any], reason: str, catalog: Catalog) -> str:
    words = catalog.translate("cli", "{place}: {reason}")
    return f"  {fill(words, {'place': place(item, catalog), 'reason': reason})}"


def _notes(notes: list[Mapping[str, Any]], catalog: Catalog) -> list[str]:
    sentences = noted(catalog)
    lines = [_item_line(item, fill(sentences[item["note"]], item), catalog) for item in notes[:_MAX_NOTES]]
    if len(notes) > _MAX_NOTES:
        more = catalog.translate("cli", "and {count} more; --json lists them all")
        lines.append(f"  {fill(more, {'count': len(notes) - _MAX_NOTES})}")
    return lines


def _placeholders(placeholders: Sequence[Mapping[str, Any]], catalog: Catalog) -> list[str]:
    """Return which placeholders became fields, and which stayed text."""
    translate = catalog.translate
    heads = (
        translate("cli", "Placeholders that became fields: {placeholders}"),
        translate("cli", "Kept as text: {placeholders}"),
    )
    lines = []
    for head, is_field in zip(heads, (True, False), strict=True):
        some = [each for each in placeholders if bool(each["field"]) is is_field]
        shown = "  ".join(map(_placeholder, some[:_MAX_PLACEHOLDERS]))
        lines += [f"  {fill(head, {'placeholders': shown})}"] if some else []
        if len(some) > _MAX_PLACEHOLDERS:
            more = translate("cli", "and {count} more; --json lists them all")
            lines.append(f"  {fill(more, {'count': len(some) - _MAX_PLACEHOLDERS})}")
    return lines


def _placeholder(item: Mapping[str, Any]) -> str:
    became = f" → {item['field']}" if item["field"] not in ("", item["written"]) else ""
    return f"{item['written']}{became} ({item['count']})"


def _refusal(item: Mapping[str, Any], catalog: Catalog) -> str:
    if item.get("flaw"):
        return flaw_sentence(item["flaw"], catalog)
    return refusal_sentence(item["reason"], item, catalog)


def refusal_sentence(reason: str, facts: Mapping[str, Any], catalog: Catalog) -> str:
    """Return why something was refused; ``facts`` have the limit, if one was exceeded."""
    return fill(refusals(catalog).get(reason, reason), {"most": number(facts.get("most", "?"))})


def refusals(catalog: Catalog) -> Mapping[str, str]:
    """Return why an entry, or a whole file among several, was refused."""
    translate = catalog.translate
    return {
        "no-body": translate("cli", "there is a title but no reply"),
        "too-many-cells": translate("cli", "the row has more cells than the header"),
        "unclosed-quote": translate("cli", "a quote is never closed"),
        "unclosed-fence": translate("cli", "the reply is cut off: its code block is never closed"),
        "code-block": translate("cli", "program code, not a reply"),
        "wrong-type": translate("cli", "a value should be text but is not"),
        "damaged-line": translate("cli", "the line is damaged, what it says is left out"),
        "too-deep": translate("cli", "lists inside too many other lists"),
        "repeated-id": translate("cli", "the same id appears twice with different content"),
        "flawed": translate("cli", "the reply breaks a rule"),
        "empty": translate("cli", "the file is empty"),
        "too-large": translate("cli", "the file is too large: at most {most} MB"),
        "too-many-records": translate("cli", "the file holds too many replies: at most {most}"),
        "too-many-lines": translate(
            "cli", "the file has too many lines, blank ones included: at most {most}"
        ),
        "row-too-long": translate("cli", "the row has too many cells, empty ones included: at most {most}"),
        "too-many-brackets": translate("cli", "the JSON has too many brackets: at most {most}"),
        "binary": translate("cli", "the file is not text"),
        "spreadsheet": translate("cli", "a spreadsheet; save it as CSV to import it"),
        "damaged-text": translate(
            "cli", "the text has characters that cannot be read: it is damaged, or in another encoding"
        ),
        "unknown-encoding": translate("cli", "the encoding of the file is not known"),
        "unknown-format": translate("cli", "quickdesk cannot read this file format"),
        "no-body-column": translate("cli", "the header has no column for the replies"),
        "no-customer-column": translate(
            "cli", "the header has no column for nicknames, names, phones or order numbers"
        ),
        "no-replies": translate("cli", "nothing in the file is a reply"),
        "broken-json": translate("cli", "the JSON is cut off or invalid"),
        "foreign-json": translate("cli", "the JSON has no replies"),
        "newer-version": translate("cli", "written by a newer quickdesk; update to import it"),
    }


def noted(catalog: Catalog) -> Mapping[str, str]:
    """Return what an import changes in replies, by the name of the note."""
    translate = catalog.translate
    return {
        "title-from-body": translate("cli", "had no title: the first words became the title"),
        "braces-kept-as-text": translate("cli", "has braces that are not fields: kept as text"),
        "remark-left-out": translate("cli", "remark left out: too long, or with control characters"),
        "fields-numbered": translate("cli", "uses one placeholder for different things: numbered"),
        "html-to-text": translate("cli", "was HTML: made plain text"),
        "one-of-several": translate("cli", "one of several replies in its row"),
        "folders-continued": translate("cli", "empty folder cells continue the folder above (merged cells)"),
        "columns-not-read": translate("cli", "columns that were not read: {detail}"),
    }


SUBCOMMANDS: Final = (
    Subcommand(
        "import",
        lambda catalog: catalog.translate("cli", "import replies from files"),
        _add_import_arguments,
        _import_request,
        print_result=printing(import_text),
        error_text=_error_text,
    ),
    Subcommand(
        "export",
        lambda catalog: catalog.translate("cli", "export all replies to a file"),
        _add_export_arguments,
        _export_request,
        finish=_write,
        print_result=printing_one(
            lambda catalog: catalog.translate("cli", "Exported {count} replies to {path}")
        ),
    ),
)
