"""What an import says: the counts, then each refused entry with its place and its reason."""

from collections.abc import Mapping
from typing import Any

from quickdesk.cli.words.catalog import Catalog, fill
from quickdesk.cli.words.flaws import flaw_sentence, number

_LONGEST_TITLE = 100
"""Characters of the title of an entry that is named; a whole file may have become one."""
_MOST_NOTES = 10


def import_lines(data: Mapping[str, Any], say: Catalog) -> str:
    """Return the report of an import."""
    if data["dry_run"]:
        head = say.translate(
            "cli",
            "Would import {new} new and change {changed}. Already there: {same}. Refused: {refused}.",
        )
    else:
        head = say.translate(
            "cli", "Imported: {new} new, {changed} changed. Already there: {same}. Refused: {refused}."
        )
    counts = {name: data[name] for name in ("new", "changed", "same")}
    lines = [fill(head, {**counts, "refused": len(data["refused"])})]
    if not data["dry_run"] and (data["new"] or data["changed"]):
        lines.append(say.translate("cli", "Undo with: undo"))
    lines += [_at(item, _refusal(item, say), say) for item in data["refused"]]
    return "\n".join((*lines, *_notes(data["notes"], say)))


def place(item: Mapping[str, Any], say: Catalog) -> str:
    """Return where an entry stands, as editors and tables count."""
    if item["row"] is not None:
        words = say.translate("cli", "{file}, row {row}")
    elif item["line"] is not None:
        words = say.translate("cli", "{file}, line {line}")
    else:
        words = "{file}"
    shown = fill(words, item)
    if not item["title"]:
        return shown
    title = item["title"]
    title = title if len(title) <= _LONGEST_TITLE else f"{title[: _LONGEST_TITLE - 1]}…"
    return fill(say.translate("cli", "{place} ({title})"), {"place": shown, "title": title})


def _at(item: Mapping[str, Any], reason: str, say: Catalog) -> str:
    words = say.translate("cli", "{place}: {reason}")
    return f"  {fill(words, {'place': place(item, say), 'reason': reason})}"


def _notes(notes: list[Mapping[str, Any]], say: Catalog) -> list[str]:
    sentences = noted(say)
    lines = [_at(item, sentences[item["note"]], say) for item in notes[:_MOST_NOTES]]
    if len(notes) > _MOST_NOTES:
        more = say.translate("cli", "and {count} more; --json lists them all")
        lines.append(f"  {fill(more, {'count': len(notes) - _MOST_NOTES})}")
    return lines


def _refusal(item: Mapping[str, Any], say: Catalog) -> str:
    if item.get("flaw"):
        return flaw_sentence(item["flaw"], say)
    return refusal_sentence(item["reason"], item, say)


def refusal_sentence(reason: str, facts: Mapping[str, Any], say: Catalog) -> str:
    """Return why something was refused; ``facts`` say the most there may be, where there was too much."""
    return fill(refusals(say).get(reason, reason), {"most": number(facts.get("most", "?"))})


def refusals(say: Catalog) -> Mapping[str, str]:
    """Return why an entry, or a whole file among several, was refused."""
    translate = say.translate
    return {
        "no-body": translate("cli", "there is a title but no reply"),
        "too-many-cells": translate("cli", "the row has more cells than the header"),
        "unclosed-quote": translate("cli", "a quote is never closed"),
        "unclosed-fence": translate("cli", "the reply is cut off: its code block is never closed"),
        "code-block": translate("cli", "program code, not a reply"),
        "wrong-type": translate("cli", "a value should be text but is not"),
        "damaged-line": translate("cli", "the line is damaged, what it says is left out"),
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
        "damaged-text": translate("cli", "the text of the file is damaged"),
        "unknown-encoding": translate("cli", "the encoding of the file is not known"),
        "unknown-format": translate("cli", "quickdesk cannot read this file format"),
        "no-body-column": translate("cli", "the header has no column for the replies"),
        "no-replies": translate("cli", "nothing in the file is a reply"),
        "broken-json": translate("cli", "the JSON is cut off or invalid"),
        "foreign-json": translate("cli", "this JSON was not exported by quickdesk"),
        "newer-version": translate("cli", "written by a newer quickdesk; update to import it"),
    }


def noted(say: Catalog) -> Mapping[str, str]:
    """Return what an import altered in a reply to be able to take it."""
    translate = say.translate
    return {
        "title-from-body": translate("cli", "had no title: the first words became the title"),
        "braces-kept-as-text": translate("cli", "has braces that are not fields: kept as text"),
        "fields-numbered": translate("cli", "uses one placeholder for different things: numbered"),
    }
