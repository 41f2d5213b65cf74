"""The command ``check``: a sentence for each finding, and the verdict."""

import argparse
from collections.abc import Mapping
from typing import Any, Final

from quickdesk.cli.output import printing
from quickdesk.cli.subcommand import Subcommand, problem_text
from quickdesk.cli.words.catalog import Catalog, fill
from quickdesk.cli.words.data import clock_sentence, copy_sentence, foreign_sentence, kind_name
from quickdesk.commands.answer import Answer
from quickdesk.text.script import join_sentences


def _add_arguments(command: argparse.ArgumentParser, catalog: Catalog) -> None:
    command.add_argument(
        "--acknowledge",
        action="store_true",
        help=catalog.translate("cli", "report damaged files found until now for the last time"),
    )


def _error_text(answer: Answer, catalog: Catalog) -> str:
    return (
        check_text(answer.facts, catalog)
        if answer.problem == "data-faulty"
        else problem_text(answer, catalog)
    )


def check_text(data: Mapping[str, Any], catalog: Catalog) -> str:
    """Return the findings and the verdict of a check."""
    lines = [finding_sentence(finding, catalog) for finding in data["findings"]]
    counts = catalog.translate("cli", ", ").join(
        f"{kind_name(kind, catalog)} {number}" for kind, number in data["documents"].items()
    )
    if data.get("acknowledged"):
        names = catalog.translate("cli", ", ").join(data["acknowledged"])
        words = catalog.translate("cli", "Acknowledged. These files are not reported any more: {names}")
        lines.append(fill(words, {"names": names}))
    elif any(finding["set_aside"] or finding["fault"] == "set-aside" for finding in data["findings"]):
        lines.append(
            catalog.translate("cli", "To stop reporting the files kept: quickdesk check --acknowledge")
        )
    return "\n".join([*lines, fill(_verdict(data, catalog), {"counts": counts, **data})])


def _verdict(data: Mapping[str, Any], catalog: Catalog) -> str:
    state = data["state"]
    if state != "damaged" and any(finding["fault"] == "set-aside" for finding in data["findings"]):
        return catalog.translate(
            "cli",
            "What is in use is in order ({counts}; verified backups: {backups}). Something may be missing "
            "from it since the damage named above; a backup may have it: restore FILE",
        )
    if state == "fine":
        return catalog.translate("cli", "All data is in order ({counts}; verified backups: {backups}).")
    if state == "repaired":
        return catalog.translate(
            "cli", "Repaired: all data in use is in order again ({counts}; verified backups: {backups})."
        )
    return catalog.translate(
        "cli",
        "Not everything could be repaired ({counts}; verified backups: {backups}). "
        "Backups are in the folder backups of the data folder. Bring one back with: restore FILE",
    )


def finding_sentence(finding: Mapping[str, Any], catalog: Catalog) -> str:
    """Return the sentences for one finding; a fault of a newer version keeps its internal name."""
    if finding["fault"] == "clock":
        before, _, after = finding["detail"].partition("/")
        return clock_sentence({"before": before, "after": after}, catalog)
    if finding["fault"] == "foreign":
        return foreign_sentence(finding, catalog)
    if finding["fault"] == "copy":
        return copy_sentence(finding, catalog)
    words = _faults(catalog).get(finding["fault"])
    if words is None:
        return f"{finding['path']}: {finding['fault']}"
    facts = {
        **finding,
        "kind": kind_name(finding["kind"], catalog),
        "detail": _details(catalog).get(finding["detail"], finding["detail"]),
        "set_aside": catalog.translate("cli", ", ").join(finding["set_aside"]),
    }
    if finding["fault"] == "lost" and finding["count"] is None:
        words = catalog.translate("cli", "Some changes could not be read ({kind}). They were in {path}.")
    sentences = [fill(words, facts)]
    if finding["mended"] and finding["fault"] != "backup":
        sentences.append(catalog.translate("cli", "It is repaired."))
    if finding["set_aside"]:
        sentences.append(fill(catalog.translate("cli", "The bad file is kept as {set_aside}."), facts))
    return join_sentences(sentences)


def _faults(catalog: Catalog) -> Mapping[str, str]:
    translate = catalog.translate
    return {
        "damaged": translate("cli", "{path} ({kind}): {detail}."),
        "different": translate("cli", "{path} ({kind}) differs from what is in use: {count} entries."),
        "lost": translate("cli", "Changes that could not be read ({kind}): {count}. They were in {path}."),
        "passed-over": translate(
            "cli",
            "{path} ({kind}) holds entries unknown to quickdesk: {count}. They are left as they are.",
        ),
        "refused": translate("cli", "{path} ({kind}): {detail}."),
        "locked": translate("cli", "{path} ({kind}): {detail}."),
        "backup": translate("cli", "The backup {path} is damaged and cannot be used."),
        "backup-unread": translate("cli", "The backup {path} cannot be read now."),
        "set-aside": translate("cli", "{path} was found damaged or missing before."),
    }


def _details(catalog: Catalog) -> Mapping[str, str]:
    translate = catalog.translate
    return {
        "missing": translate("cli", "the file is gone"),
        "empty": translate("cli", "the file is empty"),
        "not-json": translate("cli", "the file is cut off or not quickdesk's"),
        "wrong-shape": translate("cli", "the file holds something that is not quickdesk's"),
        "changed": translate("cli", "the content was changed or damaged"),
        "foreign": translate("cli", "the file belongs to other data"),
        "not-a-file": translate("cli", "this is not a file"),
        "unreadable": translate("cli", "the file cannot be read"),
        "newer": translate("cli", "the file was written by a newer quickdesk and was not touched"),
        "damaged": translate("cli", "no complete version is left"),
        "not-writable": translate("cli", "the file cannot be written"),
        "disk-full": translate("cli", "the disk is full"),
        "too-large": translate("cli", "there is more data than a backup can hold"),
        "in-use": translate("cli", "another quickdesk is using it"),
        "uncertain": translate("cli", "the last change may or may not have been saved"),
        "locked": translate("cli", "it is locked, not damaged: type the passphrase to verify it"),
        "wrong-passphrase": translate("cli", "it is locked, not damaged: type the passphrase to verify it"),
        "key-missing": translate("cli", "its key is not on this computer; the file was not touched"),
        **dict.fromkeys(
            ("key-changed", "no-keyring", "keyring-refused", "keyring-silent", "protection-damaged"),
            translate("cli", "its key cannot be read now; the file was not touched"),
        ),
        "moved": translate("cli", "the data folder was renamed, deleted or replaced"),
    }


SUBCOMMANDS: Final = (
    Subcommand(
        "check",
        lambda catalog: catalog.translate("cli", "check all data and repair what is damaged"),
        _add_arguments,
        print_result=printing(check_text),
        error_text=_error_text,
    ),
)
